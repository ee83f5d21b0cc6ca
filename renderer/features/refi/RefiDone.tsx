import { Link } from '@tanstack/react-router';
import { useText } from '../../lib/text.ts';
import { FileOutcome } from '../exchange/index.ts';
import { OutcomeTable } from './OutcomeTable.tsx';
import type { RefiResult } from './use-refi-import.ts';

/** What an import came to, where to go on, and how to take it back. */
export function RefiDone({ result, onAgain }: { readonly result: RefiResult; readonly onAgain: () => void }) {
  const say = useText();
  const { outcome, projectId, projectName } = result;
  const changed = Object.values(outcome).reduce((sum, one) => sum + one.changed, 0);
  const made = Object.values(outcome).reduce((sum, one) => sum + one.made, 0);
  const facts = {
    texts: outcome.texts.made,
    codings: outcome.codings.made,
    themes: outcome.themes.made,
    persons: outcome.persons.made,
    changed,
  };
  return (
    <FileOutcome
      againLabel={say('refi.done.again')}
      facts={say('refi.done.facts', facts)}
      onAgain={onAgain}
      title={say('refi.done')}
      undoHint={made + changed === 0 ? null : say('refi.done.undo')}
      undone={{ labelId: 'refi.import.undo', title: say('refi.done.undone'), facts: say('refi.done.undoneFacts') }}
    >
      <OutcomeTable outcome={outcome} />
      <Link params={{ project: projectId }} to="/projects/$project/coding">
        {say('refi.done.coding', { name: projectName })}
      </Link>
      <Link to="/themes">{say('refi.import.back')}</Link>
    </FileOutcome>
  );
}
