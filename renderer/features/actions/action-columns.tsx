import type { ActionRow } from '../../../shared/contract/actions.ts';
import { daysFrom, type Dates } from '../../lib/dates.ts';
import type { Say } from '../../lib/text.ts';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import { ActionStatusText } from './ActionStatusText.tsx';
import styles from './ActionsScreen.module.css';

/** The columns of the list: what, who, until when in the words of the meeting, how it stands, and whether the users know. */
export function actionColumns(say: Say, dates: Dates, day: string): readonly DataColumn<ActionRow>[] {
  return [
    { id: 'code', header: say('actions.code'), isNumeric: true, width: '3.5rem', render: (row) => row.code },
    {
      id: 'wording',
      header: say('actions.action'),
      isRowHeader: true,
      render: (row) => (
        <>
          <span className={styles.wording} lang={row.language}>
            {row.wording}
          </span>
          {row.isExistingMeasure ? <div className={styles.said}>{say('actions.existing')}</div> : null}
        </>
      ),
    },
    {
      id: 'owner',
      header: say('actions.owner'),
      render: (row) => row.owner ?? <span className={styles.missing}>{say('actions.noOwner')}</span>,
    },
    { id: 'due', header: say('actions.due'), width: '9.5rem', render: (row) => <DueCell action={row} dates={dates} day={day} say={say} /> },
    { id: 'status', header: say('actions.status'), width: '6rem', render: (row) => <ActionStatusText status={row.status} /> },
    { id: 'told', header: say('actions.told'), width: '7rem', render: (row) => <ToldCell action={row} dates={dates} say={say} /> },
  ];
}

function DueCell({
  action,
  say,
  dates,
  day,
}: {
  readonly action: ActionRow;
  readonly say: Say;
  readonly dates: Dates;
  readonly day: string;
}) {
  const said = dates.due(action.due);
  const isOpen = action.status === 'agreed' || action.status === 'under-way';
  if (said === '') return <span className={styles.missing}>{say('actions.noDue')}</span>;
  const ahead = isOpen && action.due.sortOn !== null && action.daysOverdue === 0 ? dates.ahead(daysFrom(day, action.due.sortOn)) : null;
  return (
    <span className={styles.due}>
      {action.daysOverdue === 0 ? null : (
        <StatusText icon="overdue" isStrong tone="bad">
          {dates.overdue(action.daysOverdue)}
        </StatusText>
      )}
      {ahead === null ? null : <span>{ahead}</span>}
      <span className={styles.said} lang={action.language}>
        {said}
      </span>
    </span>
  );
}

function ToldCell({ action, say, dates }: { readonly action: ActionRow; readonly say: Say; readonly dates: Dates }) {
  const latest = action.reportedBack.at(-1);
  const isOver = action.status === 'done' || action.status === 'not-done';
  // Told before it was over is not told how it ended.
  if (latest !== undefined && (action.isReportedBack || !isOver)) {
    return (
      <StatusText icon="done" tone="good">
        {dates.day(latest.on)}
      </StatusText>
    );
  }
  if (!isOver) return '–';
  return (
    <StatusText icon="notReportedBack" tone="warn">
      {say('actions.untold')}
    </StatusText>
  );
}
