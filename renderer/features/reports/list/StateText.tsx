import type { ReportRow } from '../../../../shared/contract/reports.ts';
import { useDates } from '../../../lib/dates.ts';
import { useText } from '../../../lib/text.ts';
import { Icon } from '../../../ui/icon/Icon.tsx';
import styles from './list.module.css';
import type { ReportState } from './use-report-states.ts';

/** How far a report has come: its latest draft, figures that have changed since, what stands in the way. */
export function StateText({ report, state }: { readonly report: ReportRow; readonly state: ReportState | undefined }) {
  const say = useText();
  const dates = useDates();
  const { blockCount, latest } = report;
  if (blockCount === 0 && latest === null) return <span className={styles.quiet}>{say('reports.state.archived')}</span>;
  return (
    <div className={styles.state}>
      <span>
        {latest === null ? say('reports.state.neverOut') : say('reports.state.draft', { draft: latest.draft, date: dates.day(latest.at) })}
      </span>
      {state === undefined || state.changed === 0 ? null : (
        <span className={styles.sign}>
          <Icon name="changedNumbers" size={14} tone="warn" /> {say('reports.state.changed', { n: state.changed })}
        </span>
      )}
      {state === undefined || state.blocked === 0 ? null : (
        <span className={styles.sign}>
          <Icon name="stopped" size={14} tone="bad" /> {say('reports.state.blocked', { n: state.blocked })}
        </span>
      )}
    </div>
  );
}
