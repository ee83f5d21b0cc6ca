import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { useHeadingFocus } from './use-heading-focus.ts';

/** Before a file is chosen. */
export function ImportStart({ onChoose }: { readonly onChoose: () => void }) {
  const say = useText();
  const title = useHeadingFocus();
  return (
    <>
      <PageHeader title={say('exchange.import.title')} titleRef={title} />
      <EmptyState
        action={
          <Button icon="import" kbd="I" onPress={onChoose} variant="main">
            {say('exchange.import.choose')}
          </Button>
        }
        how={say('exchange.import.empty.how')}
        what={say('exchange.import.empty.what')}
      />
    </>
  );
}
