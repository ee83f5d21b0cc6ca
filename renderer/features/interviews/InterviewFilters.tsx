import { useRef, useState } from 'react';
import { InterviewSort, InterviewStatus } from '../../../shared/contract/interviews.ts';
import { InterviewMode } from '../../../shared/model/questionnaire.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import type { orpc } from '../../lib/client.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Select, type SelectOption } from '../../ui/select/Select.tsx';
import { LiveSearch } from '../fieldwork/index.ts';
import styles from './InterviewsScreen.module.css';
import { writeSort, type InterviewView } from './use-interview-view.ts';

/** What the list can be filtered by, as the core answers it. */
export type Facets = Awaited<ReturnType<typeof orpc.interviews.facets.call>>;

const all = 'all';

/** Finding, filtering and sorting: F finds by code, S opens the orders. */
export function InterviewFilters({
  view,
  facets,
  shown,
  onFound,
}: {
  readonly view: InterviewView;
  readonly facets: Facets;
  readonly shown: number;
  /** Enter in the field that finds: on to the first hit. */
  readonly onFound: () => void;
}) {
  const say = useText();
  const search = useRef<HTMLInputElement>(null);
  const [isSortOpen, setSortOpen] = useState(false);
  const { filter, sort } = view;
  useCommand('lists.filter', () => search.current?.focus());
  useCommand('filter', () => search.current?.focus());
  // "Go to R017" on this screen is finding it here.
  useCommand('goTo', () => search.current?.focus());
  useCommand('lists.sort', () => setSortOpen(true));
  const every: SelectOption = { id: all, label: say('interviews.filter.all') };
  const counted = (rows: readonly { readonly id: string; readonly name: string; readonly count?: number }[]): SelectOption[] => [
    every,
    ...rows.map((row) => ({ id: row.id, label: row.name, ...(row.count === undefined ? {} : { detail: String(row.count) }) })),
  ];
  const statuses = InterviewStatus.options.flatMap((status): SelectOption[] => {
    const count = facets.statuses.find((one) => one.status === status)?.count ?? 0;
    return count === 0 && status !== filter.status
      ? []
      : [{ id: status, label: say(`interviews.status.${status}`), detail: String(count) }];
  });
  const chosen = (id: string): string | undefined => (id === all ? undefined : id);
  return (
    <div className={styles.filters}>
      <span className={styles.search}>
        <LiveSearch
          inputRef={search}
          label={say('fieldwork.list.search')}
          onChange={(text) => view.set({ q: text === '' ? undefined : text }, 'replace')}
          onSubmit={onFound}
          value={filter.search ?? ''}
        />
      </span>
      <Select
        label={say('interviews.filter.wave')}
        look="chip"
        onChange={(id) => view.set({ wave: chosen(id) })}
        options={counted(facets.waves)}
        value={filter.waveId ?? all}
      />
      <Select
        label={say('interviews.filter.status')}
        look="chip"
        onChange={(id) => view.set({ status: chosen(id) })}
        options={[every, ...statuses]}
        value={filter.status ?? all}
      />
      <Select
        label={say('interviews.fact.interviewer')}
        look="chip"
        onChange={(id) => view.set({ who: chosen(id) })}
        options={counted(facets.interviewers)}
        value={filter.interviewerId ?? all}
      />
      {facets.services.length < 2 ? null : (
        <Select
          label={say('interviews.fact.service')}
          look="chip"
          onChange={(id) => view.set({ service: chosen(id) })}
          options={counted(facets.services)}
          value={filter.serviceId ?? all}
        />
      )}
      {facets.places.length < 2 ? null : (
        <Select
          label={say('interviews.fact.place')}
          look="chip"
          onChange={(id) => view.set({ place: chosen(id) })}
          options={counted(facets.places)}
          value={filter.placeId ?? all}
        />
      )}
      <Select
        label={say('interviews.fact.mode')}
        look="chip"
        onChange={(id) => view.set({ mode: chosen(id) })}
        options={[every, ...InterviewMode.options.map((mode) => ({ id: mode as string, label: say(`interviews.mode.${mode}`) }))]}
        value={filter.mode ?? all}
      />
      <Select
        label={say('fieldwork.list.show')}
        look="chip"
        onChange={(id) => view.set({ flagged: id === all ? undefined : 'yes' })}
        options={[every, { id: 'flagged', label: say('fieldwork.list.flagged') }]}
        value={filter.isFlagged === true ? 'flagged' : all}
      />
      <Select
        isOpen={isSortOpen}
        label={say('fieldwork.list.sort')}
        look="chip"
        onChange={(id) => {
          const by = InterviewSort.shape.by.parse(id);
          view.set({ sort: writeSort({ by, direction: by === 'newest' ? 'descending' : 'ascending' }) });
        }}
        onOpenChange={setSortOpen}
        options={InterviewSort.shape.by.options.map((by) => ({ id: by as string, label: say(`fieldwork.list.sort.${by}`) }))}
        value={sort?.by ?? 'newest'}
      />
      {view.isFiltered ? (
        <>
          <span aria-live="polite" className={styles.shown}>
            {say('fieldwork.list.shown', { count: shown })}
          </span>
          <Button onPress={view.clear} size="bar" variant="quiet">
            {say('interviews.filter.clear')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
