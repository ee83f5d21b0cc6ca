import { Link } from '@tanstack/react-router';
import { useText } from '../../lib/text.ts';
import { FileOutcome } from '../exchange/index.ts';
import type { CodebookResult } from './use-codebook-import.ts';

/** What an import came to, where to go on, and how to take it back. */
export function CodebookOutcome({ result, onAgain }: { readonly result: CodebookResult; readonly onAgain: () => void }) {
  const say = useText();
  const { newCount, changedCount, unchangedCount, skippedCount } = result;
  const counts = { made: newCount, changed: changedCount, unchanged: unchangedCount, skipped: skippedCount };
  return (
    <FileOutcome
      againLabel={say('codebookExchange.done.again')}
      facts={say('codebookExchange.done.facts', counts)}
      onAgain={onAgain}
      title={say('codebookExchange.done')}
      undoHint={newCount + changedCount === 0 ? null : say('codebookExchange.done.undo')}
      undone={{
        labelId: 'codebookExchange.import.undo',
        title: say('codebookExchange.done.undone'),
        facts: say('codebookExchange.done.undoneFacts'),
      }}
    >
      <Link to="/themes">{say('codebookExchange.import.back')}</Link>
    </FileOutcome>
  );
}
