import { printedKey } from '../../../shared/commands/keys.ts';
import type { MergeReport } from '../../../shared/contract/merge.ts';
import { platform } from '../../lib/platform.ts';
import { useCommand } from '../../lib/commands.tsx';
import { formatDay } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { ConflictList } from './ConflictList.tsx';
import styles from './merge.module.css';
import type { Merge } from './use-merge.ts';

interface MergeReviewProps {
  readonly file: string;
  readonly report: MergeReport;
  readonly merge: Merge;
}

/** What the copy would bring, and what has to be decided first. Nothing is written yet. */
export function MergeReview({ file, report, merge }: MergeReviewProps) {
  const say = useText();
  const isNothing = report.counts.length === 0 && report.conflicts.length === 0;
  useCommand('merge.done', () => void merge.carryOut(), !isNothing);
  if (isNothing)
    return (
      <>
        <EmptyState
          action={<Button onPress={merge.restart}>{say('merge.another')}</Button>}
          how={say('merge.nothing.how')}
          what={say('merge.nothing.what', { file })}
        />
        <div className={styles.review}>
          <Notices notices={report.notices} />
        </div>
      </>
    );
  const left = report.conflicts.filter((conflict) => merge.choices[conflict.id] === undefined).length;
  return (
    <div className={styles.review}>
      <Facts file={file} report={report} />
      {report.conflicts.length === 0 ? null : <ConflictList choices={merge.choices} conflicts={report.conflicts} onDecide={merge.decide} />}
      <div className={styles.foot}>
        <p className={styles.left}>{left === 0 ? say('merge.ready') : say('merge.left', { count: left })}</p>
        <Button onPress={() => void merge.carryOut()} variant="main">
          {say('merge.carryOut')} <Keycap isSilent keys={printedKey('Mod+Enter', platform)} look="inherit" />
        </Button>
      </div>
    </div>
  );
}

function Facts({ file, report }: { readonly file: string; readonly report: MergeReport }) {
  const say = useText();
  const language = useLanguage();
  const people = report.people.map(({ name, steps }) => say('merge.person', { name, count: steps })).join(', ');
  return (
    <section aria-label={say('merge.brings')} className={styles.facts}>
      <h2 className={styles.heading}>{say('merge.brings')}</h2>
      <p className={styles.from}>
        {say('merge.from', {
          file,
          people,
          from: report.firstAt === null ? '' : formatDay(report.firstAt, language),
          to: report.lastAt === null ? '' : formatDay(report.lastAt, language),
        })}
      </p>
      <table className={styles.counts}>
        <thead>
          <tr>
            <th scope="col">{say('merge.what')}</th>
            <th scope="col">{say('merge.added')}</th>
            <th scope="col">{say('merge.changed')}</th>
            <th scope="col">{say('merge.removed')}</th>
          </tr>
        </thead>
        <tbody>
          {byThing(report.counts).map(({ thing, added, changed, removed }) => (
            <tr key={thing}>
              <th scope="row">{say.any(thing)}</th>
              {[added, changed, removed].map((count, index) => (
                // eslint-disable-next-line react/no-array-index-key -- three fixed columns
                <td key={index}>{count === 0 ? '–' : count}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Notices notices={report.notices} />
    </section>
  );
}

/** What is done by rule and worth knowing, each said once. */
function Notices({ notices }: Pick<MergeReport, 'notices'>) {
  const say = useText();
  if (notices.length === 0) return null;
  return (
    <ul className={styles.notices}>
      {[...new Set(notices.map(({ message, params }) => say.any(message, params)))].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** Several tables may go by one name ("other"): one line for all of them. */
function byThing(counts: MergeReport['counts']): MergeReport['counts'] {
  return [...Map.groupBy(counts, ({ thing }) => thing)].map(([thing, all]) => ({
    thing,
    added: all.reduce((sum, { added }) => sum + added, 0),
    changed: all.reduce((sum, { changed }) => sum + changed, 0),
    removed: all.reduce((sum, { removed }) => sum + removed, 0),
  }));
}
