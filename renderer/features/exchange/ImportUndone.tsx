import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { useHeadingFocus } from './use-heading-focus.ts';

/** The import that was here has been taken back. */
export function ImportUndone({ onAgain }: { readonly onAgain: () => void }) {
  const say = useText();
  const title = useHeadingFocus();
  return (
    <PageHeader
      actions={<Button onPress={onAgain}>{say('exchange.import.again')}</Button>}
      facts={say('exchange.import.undone.facts')}
      title={say('exchange.import.undone')}
      titleRef={title}
    />
  );
}
