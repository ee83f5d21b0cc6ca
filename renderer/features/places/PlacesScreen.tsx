import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { today, useDates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { localeOf, useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DataTable, type DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { NewAreaDialog } from './NewAreaDialog.tsx';
import { overviewColumns } from './overview-columns.tsx';
import { OverviewFilters } from './OverviewFilters.tsx';
import styles from './places.module.css';
import { RegisterList } from './RegisterList.tsx';
import { PlaceTiles } from './PlaceTiles.tsx';
import { UpdateDialog } from './UpdateDialog.tsx';
import { useOverviewView, type OverviewView } from './use-overview-view.ts';

const mostRows = 500;

/** The region without a map: municipalities, or areas somebody drew, with what goes on in them. */
export function PlacesScreen() {
  const view = useOverviewView();
  const day = today();
  const { by, filter, sort, text } = view;
  // The register is a list of its own; what is in use is counted in the head all the same.
  const input = {
    by: by === 'register' ? ('municipality' as const) : by,
    filter,
    sort,
    today: day,
    limit: mostRows,
    ...(text === '' || by === 'register' ? {} : { text }),
  };
  const query = useQuery({ ...orpc.places.overview.queryOptions({ input }), placeholderData: keepPreviousData });
  return <Loaded query={query}>{(data) => <PlacesPage data={data} day={day} view={view} />}</Loaded>;
}

interface PlacesPageProps {
  readonly data: Awaited<ReturnType<typeof orpc.places.overview.call>>;
  readonly view: OverviewView;
  readonly day: string;
}

function PlacesPage({ data, view, day }: PlacesPageProps) {
  const say = useText();
  const dates = useDates();
  const language = useLanguage();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'area' | 'update' | null>(null);
  const table = useRef<DataTableHandle>(null);
  useCommand('lists.new', () => setDialog('area'));
  const { rows, counts, total, notAttributable } = data;
  const open = (place: string): void => void navigate({ to: '/places/$place', params: { place } });
  const empty = <Empty onNew={() => setDialog('area')} view={view} />;
  return (
    <div className={styles.page}>
      <PageHeader
        actions={
          <>
            <Button onPress={() => setDialog('update')} variant="quiet">
              {say('places.update.open')}
            </Button>
            <Button icon="add" kbd="N" onPress={() => setDialog('area')}>
              {say('places.newArea')}
            </Button>
          </>
        }
        facts={say('places.facts', { n: counts.all ?? 0, overdue: counts.overdue ?? 0 })}
        title={say('places.title')}
      />
      <OverviewFilters counts={counts} onFound={() => focusFirst()} shown={total} view={view} />
      {view.by === 'register' ? (
        <RegisterList tableRef={table} text={view.text} />
      ) : view.look === 'tiles' && rows.length > 0 ? (
        <PlaceTiles day={day} rows={rows} />
      ) : (
        <DataTable
          columns={overviewColumns(say, dates, view.by === 'area' ? 'area' : 'municipality')}
          empty={empty}
          handleRef={table}
          isFullWidth
          label={say('places.title')}
          onOpen={(row) => open(row.id)}
          onSort={({ columnId }) => view.set({ sort: columnId === 'place' ? undefined : columnId })}
          rowKey={(row) => row.id}
          rows={rows}
          sort={{
            columnId: view.sort === 'name' ? 'place' : view.sort,
            direction: view.sort === 'last' || view.sort === 'overdue' ? 'descending' : 'ascending',
          }}
        />
      )}
      {notAttributable.length === 0 || view.by !== 'municipality' ? null : (
        <p className={styles.foot}>
          {say('places.lost.note', {
            places: new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(
              notAttributable.map((place) => dates.place(place)),
            ),
          })}
        </p>
      )}
      {dialog === 'area' ? <NewAreaDialog onClose={() => setDialog(null)} onMade={open} /> : null}
      {dialog === 'update' ? <UpdateDialog onClose={() => setDialog(null)} /> : null}
    </div>
  );

  function focusFirst(): void {
    const first = rows[0];
    if (first !== undefined) table.current?.focusRow(first.id);
  }
}

function Empty({ view, onNew }: { readonly view: OverviewView; readonly onNew: () => void }) {
  const say = useText();
  if (view.isNarrowed) return <EmptyState what={say('places.emptyFilter')} />;
  if (view.by === 'municipality') return <EmptyState how={say('places.emptyHow')} what={say('places.empty')} />;
  const action = (
    <Button kbd="N" onPress={onNew}>
      {say('places.newArea')}
    </Button>
  );
  return <EmptyState action={action} how={say('places.emptyAreaHow')} what={say('places.emptyArea')} />;
}
