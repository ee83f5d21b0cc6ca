import { Link } from '@tanstack/react-router';
import type { ImportResult } from '../../../shared/contract/exchange.ts';
import { useText } from '../../lib/text.ts';
import { CodingsFacts } from './CodingsFacts.tsx';
import { FileOutcome } from './FileOutcome.tsx';
import styles from './Import.module.css';
import { ProblemList } from './ProblemList.tsx';
import { OwnCodesFacts } from './OwnCodesFacts.tsx';
import { OutcomeFacts } from './OutcomeFacts.tsx';
import { ReportRounds } from './ReportRounds.tsx';

/** What an import came to: counted rows, what was left empty, where to go on, and how to take it back. */
export function ImportOutcome({
  result,
  onAgain,
}: {
  readonly result: Extract<ImportResult, { state: 'imported' }>;
  readonly onAgain: () => void;
}) {
  const say = useText();
  const params = { project: result.projectId };
  return (
    <FileOutcome
      againLabel={say('exchange.import.again')}
      facts={say('exchange.import.counts', { rows: result.rowsInFile, blank: result.blankRows, read: result.rowsImported })}
      onAgain={onAgain}
      title={say('exchange.import.done')}
      undoHint={say('exchange.import.undoHint')}
      undone={{
        labelId: 'exchange.importSurvey.undo',
        title: say('exchange.import.undone'),
        facts: say('exchange.import.undone.facts'),
      }}
    >
      {result.target === null ? null : <OutcomeFacts target={result.target} />}
      {result.ownCodes.withdrawn + result.ownCodes.renamed === 0 ? null : (
        <section aria-labelledby="outcome-people" className={styles.reportPart}>
          <h2 id="outcome-people">{say('exchange.report.people')}</h2>
          <OwnCodesFacts codes={result.ownCodes} />
        </section>
      )}
      {result.target === null ? null : <ReportRounds rounds={result.target.rounds} />}
      {result.codings === null ? null : <CodingsFacts report={result.codings} />}
      {result.emptiedCount === 0 ? null : (
        <div className={styles.emptied}>
          <ProblemList
            count={result.emptiedCount}
            problems={result.emptied}
            title={say('exchange.import.emptied', { count: result.emptiedCount })}
          />
        </div>
      )}
      <p className={styles.links}>
        <Link params={params} to="/projects/$project/interviews">
          {say('exchange.import.toInterviews')}
        </Link>
        <Link params={params} to="/projects/$project/coding">
          {say('exchange.import.toCoding')}
        </Link>
      </p>
    </FileOutcome>
  );
}
