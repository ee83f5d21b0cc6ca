import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { AskedRow, AskedSort, WaveFigures } from '../../../shared/contract/fieldwork-asked.ts';
import { RespondentId, type ProjectId } from '../../../shared/model/ids.ts';
import { ParticipationStatus, participationStatuses } from '../../../shared/model/participation.ts';
import { client, orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { LiveSearch } from '../../lib/filters/LiveSearch.tsx';
import { useCommand } from '../../lib/commands.tsx';
import { formatDayShort } from '../../lib/format.ts';
import { useSearchParam } from '../../lib/route.ts';
import { notice } from '../../lib/status.ts';
import sheet from '../../lib/sheet/sheet.module.css';
import { useLanguage, useText, type Say } from '../../lib/text.ts';
import type { Language } from '../../../shared/model/text.ts';
import { pageSize, usePages } from '../../lib/use-pages.ts';
import { useRowSelection } from '../../lib/use-row-selection.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { DataColumn, DataSort } from '../../ui/data-table/columns.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { VirtualTable } from '../../lib/virtual-table/VirtualTable.tsx';
import { AddAsked } from './AddAsked.tsx';
import styles from './fieldwork.module.css';
import { ParticipantPane } from './ParticipantPane.tsx';
import { RecordEvent } from './RecordEvent.tsx';

const all = 'all';

/** The list of those asked in one wave: adding, recording what happened to one or many, and what is known about each. */
export function AskedPart({ projectId, wave }: { readonly projectId: ProjectId; readonly wave: WaveFigures }) {
  const say = useText();
  const language = useLanguage();
  const save = useSave();
  const navigate = useNavigate();
  const searchRef = useRef<HTMLInputElement>(null);
  const [isAdding, setAdding] = useState(false);
  const [current, setCurrent] = useState(0);
  const [openId, setOpenId] = useState<RespondentId | null>(null);
  const [sort, setSort] = useState<DataSort>({ columnId: 'code', direction: 'ascending' });
  const status = ParticipationStatus.safeParse(useSearchParam('status')).data;
  const search = useSearchParam('q') ?? '';
  const { waveId } = wave;
  const filter = useMemo(
    () => ({ projectId, waveId, ...(status === undefined ? {} : { status }), ...(search === '' ? {} : { search }) }),
    [projectId, waveId, status, search],
  );
  const selection = useRowSelection<RespondentId>(JSON.stringify(filter));
  const optionsOf = useCallback(
    (offset: number) =>
      orpc.fieldwork.listAsked.queryOptions({
        // Columns that can be sorted by are the sorts of the contract.
        input: { ...filter, sort: { by: sort.columnId as AskedSort, direction: sort.direction }, offset, limit: pageSize },
      }),
    [filter, sort],
  );
  const pages = usePages<AskedRow, Awaited<ReturnType<typeof client.fieldwork.listAsked>>>(optionsOf);
  const set = (change: Readonly<Record<string, string | undefined>>, replace = false): void =>
    void navigate({ to: '.', replace, search: (old: Readonly<Record<string, unknown>>) => ({ ...old, ...change }) });
  const removeChosen = async (): Promise<void> => {
    // While the rows of another filter still stand, nothing is done to the one under the hand.
    const row = pages.isSettled ? pages.rowAt(current) : undefined;
    const respondentIds = selection.ids.size > 0 ? [...selection.ids] : row === undefined ? [] : [row.respondentId];
    if (respondentIds.length === 0) return;
    const done = await save(() => client.fieldwork.removeAsked({ waveId, respondentIds }));
    if (done === undefined) return;
    selection.clear();
    const kept = respondentIds.length - done.removed;
    if (kept > 0) notice.set({ text: say('fieldwork.asked.kept', { count: kept }), tone: 'neutral' });
  };
  useCommand('lists.new', () => setAdding(true));
  useCommand('lists.filter', () => searchRef.current?.focus());
  useCommand('filter', () => searchRef.current?.focus());
  useCommand('lists.remove', () => void removeChosen());
  useCommand(
    'lists.selectAll',
    () =>
      void save(() => client.fieldwork.askedIds(filter)).then((all) => all && selection.set(all.persons.map((one) => one.respondentId))),
  );
  // Of everybody in the wave, also those on no list.
  const everybody = useQuery(orpc.fieldwork.listAsked.queryOptions({ input: { projectId, waveId, offset: 0, limit: 1 } })).data;
  const counts = new Map((everybody?.counts ?? []).map((one) => [one.status, one.count]));
  const isFiltered = status !== undefined || search !== '';
  return (
    <>
      {isAdding ? <AddAsked onClose={() => setAdding(false)} projectId={projectId} wave={wave} /> : null}
      <div className={sheet.bar}>
        <span className={styles.search}>
          <LiveSearch
            inputRef={searchRef}
            label={say('fieldwork.asked.search')}
            onChange={(text) => set({ q: text === '' ? undefined : text }, true)}
            value={search}
          />
        </span>
        <Select
          label={say('interviews.filter.status')}
          look="chip"
          onChange={(id) => set({ status: id === all ? undefined : id })}
          options={[
            { id: all, label: say('interviews.filter.all') },
            ...participationStatuses
              .filter((one) => counts.has(one) || one === status)
              .map((one) => ({ id: one as string, label: say(`fieldwork.status.${one}`), detail: String(counts.get(one) ?? 0) })),
          ]}
          value={status ?? all}
        />
        <span aria-live="polite" className={styles.quiet}>
          {say('fieldwork.asked.count', { count: pages.total })}
        </span>
        <span className={styles.barEnd}>
          <Button icon="add" kbd="N" onPress={() => setAdding(true)}>
            {say('fieldwork.asked.add')}
          </Button>
        </span>
      </div>
      {selection.ids.size === 0 ? null : (
        <RecordEvent
          onDone={selection.clear}
          onRemove={() => void removeChosen()}
          projectId={projectId}
          selected={selection.ids}
          waveId={waveId}
        />
      )}
      <div className={styles.split}>
        <div className={styles.part}>
          <VirtualTable
            columns={columnsOf(say, language)}
            current={Math.min(current, Math.max(0, pages.total - 1))}
            empty={
              pages.error !== null ? (
                <Loaded query={{ data: undefined, error: pages.error, refetch: pages.refetch }}>{() => null}</Loaded>
              ) : pages.isPending ? null : isFiltered ? (
                <EmptyState
                  action={<Button onPress={() => set({ q: undefined, status: undefined })}>{say('interviews.filter.clear')}</Button>}
                  what={say('fieldwork.asked.noHits')}
                />
              ) : (
                <EmptyState
                  action={
                    <Button kbd="N" onPress={() => setAdding(true)}>
                      {say('fieldwork.asked.add')}
                    </Button>
                  }
                  how={say('fieldwork.asked.emptyHow')}
                  what={say('fieldwork.asked.empty')}
                />
              )
            }
            label={say('fieldwork.response.title')}
            onCurrentChange={setCurrent}
            onOpen={(row) => setOpenId(row.respondentId)}
            onSort={setSort}
            onVisible={pages.onVisible}
            rowAt={pages.rowAt}
            selection={{
              count: selection.ids.size,
              has: (row) => selection.ids.has(row.respondentId),
              toggle: (row) => selection.toggle(row.respondentId),
              extend: (from, to) => {
                const next = new Set(selection.ids);
                for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
                  const id = pages.rowAt(index)?.respondentId;
                  if (id !== undefined) next.add(id);
                }
                selection.set(next);
              },
              clear: selection.clear,
              header: say('fieldwork.list.selectColumn'),
              rowLabel: (row) => say('fieldwork.list.selectRow', { code: row.code }),
            }}
            sort={sort}
            total={pages.total}
            waitingText={say('fieldwork.list.waiting')}
          />
        </div>
        {openId === null ? null : (
          <ParticipantPane onClose={() => setOpenId(null)} projectId={projectId} respondentId={openId} waveId={waveId} />
        )}
      </div>
    </>
  );
}

function columnsOf(say: Say, language: Language): readonly DataColumn<AskedRow>[] {
  return [
    {
      id: 'code',
      header: say('interviews.column.code'),
      render: (row) => row.code,
      isRowHeader: true,
      isNumeric: true,
      isSortable: true,
      width: '5.5rem',
    },
    {
      id: 'status',
      header: say('interviews.column.status'),
      render: (row) => say(`fieldwork.status.${row.status}`),
      isSortable: true,
      width: '9rem',
    },
    {
      id: 'since',
      header: say('fieldwork.asked.since'),
      render: (row) =>
        row.since === null
          ? ''
          : `${row.precision === 'exact' ? '' : `${say('fieldwork.precision.about')} `}${formatDayShort(row.since, language)}`,
      isSortable: true,
      isNumeric: true,
      width: '8rem',
    },
    { id: 'reason', header: say('fieldwork.asked.reason'), render: (row) => row.reason, width: 'minmax(11.5rem, 1.4fr)' },
    {
      id: 'recruitedBy',
      header: say('fieldwork.asked.recruitedBy'),
      render: (row) => row.recruitedBy,
      isSortable: true,
      width: 'minmax(7rem, 1fr)',
    },
    {
      id: 'consents',
      header: say('fieldwork.asked.consents'),
      render: (row) => row.consents.map((scope) => say(`interviews.consent.${scope}`)).join(', '),
      // As much as most give, in a line.
      width: 'minmax(10.75rem, 1fr)',
    },
  ];
}
