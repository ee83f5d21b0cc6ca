import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { RecurrenceFilter, RecurrencePlaceMode, Unmentioned } from '../../../shared/contract/recurrence.ts';
import { orpc } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import type { Themes } from '../themes/index.ts';
import { ThemeHead } from './ThemeHead.tsx';
import styles from './recurrence.module.css';

interface UnmentionedListProps {
  readonly filter: RecurrenceFilter;
  readonly placeMode: RecurrencePlaceMode;
  readonly themes: Themes;
}

/** Themes nobody brought up in the selection, and when each last was, anywhere. Enter opens that meeting. */
export function UnmentionedList({ filter, placeMode, themes }: UnmentionedListProps) {
  const say = useText();
  const dates = useDates();
  const navigate = useNavigate();
  const query = useQuery(orpc.recurrence.unmentioned.queryOptions({ input: { filter, placeMode } }));
  const columns: readonly DataColumn<Unmentioned>[] = [
    {
      id: 'theme',
      header: say('recurrence.theme'),
      isRowHeader: true,
      render: ({ themeId }) => <ThemeHead row={{ themeId, languages: [] }} themes={themes} />,
    },
    {
      id: 'last',
      header: say('recurrence.unmentioned.last'),
      width: '12rem',
      render: ({ last }) =>
        last === null
          ? say('recurrence.unmentioned.never')
          : last.held === null
            ? say('recurrence.unmentioned.undated')
            : dates.held(last.held),
    },
    {
      id: 'where',
      header: say('recurrence.unmentioned.where'),
      render: ({ last }) => (last === null ? '' : [last.meeting, last.place].filter((part) => part !== null).join(', ')),
    },
  ];
  return (
    <Loaded query={query}>
      {({ themes: rows, mentioned }) => (
        <>
          <p className={styles.facts}>{say('recurrence.unmentioned.facts', { n: rows.length, mentioned })}</p>
          <DataTable
            columns={columns}
            empty={<EmptyState what={say('recurrence.unmentioned.empty')} />}
            isFullWidth
            label={say('recurrence.view.unmentioned')}
            onOpen={({ last }) =>
              last === null ? undefined : void navigate({ to: '/meetings/$meeting', params: { meeting: last.meetingId } })
            }
            rowKey={({ themeId }) => themeId}
            rowLabel={({ themeId }) => themes.nameOf(themeId)}
            rows={rows}
          />
        </>
      )}
    </Loaded>
  );
}
