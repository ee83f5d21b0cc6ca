import type { OverviewRow } from '../../../shared/contract/place-rows.ts';
import type { Dates } from '../../lib/dates.ts';
import type { Say } from '../../lib/text.ts';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { OverviewName } from './OverviewName.tsx';
import styles from './places.module.css';

/** The columns of the regional overview: what is overdue stands in words. */
export function overviewColumns(say: Say, dates: Dates, by: 'municipality' | 'area'): readonly DataColumn<OverviewRow>[] {
  const none = <span className={styles.quiet}>{say('places.none')}</span>;
  const county: DataColumn<OverviewRow> = { id: 'county', header: say('places.column.county'), render: (row) => row.county };
  return [
    {
      id: 'place',
      header: say('places.column.place'),
      isRowHeader: true,
      isSortable: true,
      width: '26%',
      render: (row) => <OverviewName row={row} />,
    },
    ...(by === 'municipality' ? [county] : []),
    {
      id: 'last',
      header: say('places.column.last'),
      isSortable: true,
      render: (row) => (row.lastMeeting === null ? none : dates.held(row.lastMeeting.held)),
    },
    {
      id: 'next',
      header: say('places.column.next'),
      isSortable: true,
      render: (row) => (row.nextMeeting === null ? none : dates.due(row.nextMeeting.planned)),
    },
    {
      id: 'overdue',
      header: say('places.column.open'),
      isSortable: true,
      render: (row) => <Promises row={row} say={say} />,
    },
    { id: 'findings', header: say('places.column.findings'), align: 'end', isNumeric: true, render: (row) => row.findings },
    {
      id: 'projects',
      header: say('places.column.projects'),
      render: (row) =>
        row.projects
          .filter((project) => project.isRunning)
          .map((project) => project.name)
          .join(', '),
    },
  ];
}

/** Open actions, with what is overdue and what nobody has been told, in words. */
function Promises({ row, say }: { readonly row: OverviewRow; readonly say: Say }) {
  const more = [
    row.overdueActions === 0 ? null : (
      <strong className={styles.overdue} key="overdue">
        {say('places.overdueOf', { n: row.overdueActions })}
      </strong>
    ),
    row.untoldActions === 0 ? null : <span key="untold">{say('places.untoldOf', { n: row.untoldActions })}</span>,
  ].filter((part) => part !== null);
  return (
    <span className={styles.promises}>
      <span>{say('places.openOf', { n: row.openActions })}</span>
      {more.length === 0 ? null : <span className={styles.under}>{more}</span>}
    </span>
  );
}
