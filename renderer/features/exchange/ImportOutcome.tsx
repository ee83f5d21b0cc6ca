import { Link } from '@tanstack/react-router';
import type { ImportResult } from '../../../shared/contract/exchange.ts';
import { printedKey } from '../../../shared/commands/keys.ts';
import { platform } from '../../lib/platform.ts';
import { lastDeed } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { CodingsFacts } from './CodingsFacts.tsx';
import styles from './Import.module.css';
import { ImportUndone } from './ImportUndone.tsx';
import { ProblemList } from './ProblemList.tsx';
import { OutcomeFacts } from './OutcomeFacts.tsx';
import { useHeadingFocus } from './use-heading-focus.ts';

/** What an import came to: counted rows, what was left empty, where to go on, and how to take it back. */
export function ImportOutcome({
  result,
  onAgain,
}: {
  readonly result: Extract<ImportResult, { state: 'imported' }>;
  readonly onAgain: () => void;
}) {
  const say = useText();
  const title = useHeadingFocus();
  const last = lastDeed.use();
  const params = { project: result.projectId };
  if (last?.verb === 'undone' && last.deed.labelId === 'exchange.importSurvey.undo') return <ImportUndone onAgain={onAgain} />;
  return (
    <>
      <PageHeader
        actions={<Button onPress={onAgain}>{say('exchange.import.again')}</Button>}
        facts={say('exchange.import.counts', { rows: result.rowsInFile, blank: result.blankRows, read: result.rowsImported })}
        title={say('exchange.import.done')}
        titleRef={title}
      />
      <div className={styles.outcome}>
        {result.target === null ? null : <OutcomeFacts target={result.target} />}
        {result.codings === null ? null : <CodingsFacts report={result.codings} />}
        {result.emptiedCount === 0 ? null : (
          <ProblemList
            count={result.emptiedCount}
            problems={result.emptied}
            title={say('exchange.import.emptied', { count: result.emptiedCount })}
          />
        )}
        <p className={styles.links}>
          <Link params={params} to="/projects/$project/interviews">
            {say('exchange.import.toInterviews')}
          </Link>
          <Link params={params} to="/projects/$project/coding">
            {say('exchange.import.toCoding')}
          </Link>
        </p>
        <p className={styles.hint}>
          {say('exchange.import.undoHint')} <Keycap isSilent keys={printedKey('Mod+Z', platform)} />
        </p>
      </div>
    </>
  );
}
