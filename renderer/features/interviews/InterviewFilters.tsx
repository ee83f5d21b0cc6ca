import { useState } from 'react';
import { InterviewSort, InterviewStatus } from '../../../shared/contract/interviews.ts';
import { InterviewMode } from '../../../shared/model/questionnaire.ts';
import { useCommand } from '../../lib/commands.tsx';
import { ChipFilter } from '../../lib/fields/ChipFilter.tsx';
import { FilterBar } from '../../lib/filters/FilterBar.tsx';
import { useText } from '../../lib/text.ts';
import type { orpc } from '../../lib/client.ts';
import { Select, type SelectOption } from '../../ui/select/Select.tsx';
import { writeSort, type InterviewView } from './use-interview-view.ts';

/** What the list can be filtered by, as the core answers it. */
export type Facets = Awaited<ReturnType<typeof orpc.interviews.facets.call>>;

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
  const [isSortOpen, setSortOpen] = useState(false);
  const { filter, sort } = view;
  useCommand('lists.sort', () => setSortOpen(true));
  const every = say('interviews.filter.all');
  const statuses = InterviewStatus.options.flatMap((status): SelectOption[] => {
    const count = facets.statuses.find((one) => one.status === status)?.count ?? 0;
    return count === 0 && status !== filter.status
      ? []
      : [{ id: status, label: say(`interviews.status.${status}`), detail: String(count) }];
  });
  return (
    <FilterBar
      isGoTo
      isNarrow
      label={say('fieldwork.list.search')}
      narrowed={
        view.isFiltered
          ? { shown: say('fieldwork.list.shown', { count: shown }), clearLabel: say('interviews.filter.clear'), onClear: view.clear }
          : null
      }
      onFound={onFound}
      onText={(q) => view.set({ q }, 'replace')}
      text={filter.search ?? ''}
    >
      <ChipFilter
        every={every}
        label={say('interviews.filter.wave')}
        onChange={(wave) => view.set({ wave })}
        options={counted(facets.waves)}
        value={filter.waveId}
      />
      <ChipFilter
        every={every}
        label={say('interviews.filter.status')}
        onChange={(status) => view.set({ status })}
        options={statuses}
        value={filter.status}
      />
      <ChipFilter
        every={every}
        label={say('interviews.fact.interviewer')}
        onChange={(who) => view.set({ who })}
        options={counted(facets.interviewers)}
        value={filter.interviewerId}
      />
      {facets.services.length < 2 ? null : (
        <ChipFilter
          every={every}
          label={say('interviews.fact.service')}
          onChange={(service) => view.set({ service })}
          options={counted(facets.services)}
          value={filter.serviceId}
        />
      )}
      {facets.places.length < 2 ? null : (
        <ChipFilter
          every={every}
          label={say('interviews.fact.place')}
          onChange={(place) => view.set({ place })}
          options={counted(facets.places)}
          value={filter.placeId}
        />
      )}
      <ChipFilter
        every={every}
        label={say('interviews.fact.mode')}
        onChange={(mode) => view.set({ mode })}
        options={InterviewMode.options.map((mode) => ({ id: mode, label: say(`interviews.mode.${mode}`) }))}
        value={filter.mode}
      />
      <ChipFilter
        every={every}
        label={say('fieldwork.list.show')}
        onChange={(id) => view.set({ flagged: id === undefined ? undefined : 'yes' })}
        options={[{ id: 'flagged', label: say('fieldwork.list.flagged') }]}
        value={filter.isFlagged === true ? 'flagged' : undefined}
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
    </FilterBar>
  );
}

function counted(rows: readonly { readonly id: string; readonly name: string; readonly count?: number }[]): SelectOption[] {
  return rows.map((row) => ({ id: row.id, label: row.name, ...(row.count === undefined ? {} : { detail: String(row.count) }) }));
}
