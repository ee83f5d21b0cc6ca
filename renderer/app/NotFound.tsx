import { useNavigate } from '@tanstack/react-router';
import { useText } from '../lib/text.ts';
import { Button } from '../ui/button/Button.tsx';
import { EmptyState } from '../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../ui/page-header/PageHeader.tsx';

/** An address that leads nowhere, from an old link or a typing error. */
export function NotFound() {
  const say = useText();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={say('app.notFound.title')} />
      <EmptyState
        action={<Button onPress={() => void navigate({ to: '/' })}>{say('app.notFound.back')}</Button>}
        what={say('app.notFound.what')}
      />
    </>
  );
}
