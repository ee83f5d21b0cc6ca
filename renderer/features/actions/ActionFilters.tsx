import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ActionStatus, DueFilter } from '../../../shared/contract/actions.ts';
import { orpc } from '../../lib/client.ts';
import { ChipFilter } from '../../lib/fields/ChipFilter.tsx';
import { FilterBar } from '../../lib/filters/FilterBar.tsx';
import { useText } from '../../lib/text.ts';
import type { SelectOption } from '../../ui/select/Select.tsx';
import { ProjectFilter } from './ProjectFilter.tsx';
import type { ActionView } from './use-action-view.ts';

export interface ActionFiltersProps {
  readonly view: ActionView;
  readonly counts: Readonly<Record<DueFilter | 'all', number>>;
  readonly shown: number;
  /** Enter in the field that finds: on to the first hit. */
  readonly onFound: () => void;
}

/** Finding and narrowing: the lists in which nothing is forgotten, by whom, where, in which project, and by words. */
export function ActionFilters({ view, counts, shown, onFound }: ActionFiltersProps) {
  const say = useText();
  const input = view.projectId === undefined ? {} : { projectId: view.projectId };
  const choices = useQuery({ ...orpc.actions.choices.queryOptions({ input }), placeholderData: keepPreviousData }).data;
  return (
    <FilterBar
      label={say('actions.search')}
      narrowed={
        view.isNarrowed
          ? { shown: say('actions.filter.shown', { n: shown }), clearLabel: say('actions.filter.clear'), onClear: view.clear }
          : null
      }
      onFound={onFound}
      onText={(q) => view.set({ q })}
      text={view.text}
    >
      <ChipFilter
        every={say('actions.filter.all')}
        everyDetail={String(counts.all)}
        label={say('actions.filter')}
        onChange={(filter) => view.set({ filter })}
        options={DueFilter.options.map((id) => ({ id, label: say(`actions.filter.${id}`), detail: String(counts[id]) }))}
        value={view.due}
      />
      <ChipFilter
        every={say('actions.filter.anyStatus')}
        label={say('actions.status')}
        onChange={(status) => view.set({ status })}
        options={ActionStatus.options.map((id) => ({ id, label: say(`actions.status.${id}`) }))}
        value={view.status}
      />
      <ChipFilter
        every={say('actions.filter.anyOwner')}
        label={say('actions.owner')}
        onChange={(who) => view.set({ who })}
        options={(choices?.owners ?? []).map(asOption)}
        value={view.ownerId}
      />
      <ChipFilter
        every={say('actions.filter.anyPlace')}
        label={say('actions.place')}
        onChange={(place) => view.set({ place })}
        options={(choices?.places ?? []).map(asOption)}
        value={view.placeId}
      />
      <ProjectFilter
        every={say('actions.filter.anyProject')}
        label={say('actions.project')}
        onChange={(project) => view.set({ project })}
        value={view.projectId}
      />
    </FilterBar>
  );
}

function asOption(choice: {
  readonly id: string;
  readonly name: string;
  readonly detail: string | null;
  readonly count: number;
}): SelectOption {
  const label = choice.detail === null ? choice.name : `${choice.name} (${choice.detail})`;
  return { id: choice.id, label, detail: String(choice.count) };
}
