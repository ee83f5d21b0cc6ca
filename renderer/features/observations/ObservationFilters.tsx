import { ObservationKind, ObservationStatus, Perspective } from '../../../shared/contract/observations.ts';
import { ChipFilter } from '../../lib/fields/ChipFilter.tsx';
import { FilterBar } from '../../lib/filters/FilterBar.tsx';
import { useText } from '../../lib/text.ts';
import { ProjectFilter } from '../actions/index.ts';
import type { ObservationView } from './use-observation-view.ts';

export interface ObservationFiltersProps {
  readonly view: ObservationView;
  readonly counts: { readonly all: number; readonly byKind: Readonly<Partial<Record<ObservationKind, number>>> };
  readonly onFound: () => void;
}

/** Finding by words, and narrowing to a kind, a state, whose view it is, and a project. */
export function ObservationFilters({ view, counts, onFound }: ObservationFiltersProps) {
  const say = useText();
  return (
    <FilterBar isNarrow label={say('observations.search')} onFound={onFound} onText={(q) => view.set({ q })} text={view.text}>
      <ChipFilter
        every={say('observations.kinds.all')}
        everyDetail={String(counts.all)}
        label={say('observations.filter.kind')}
        onChange={(kind) => view.setKind(kind ?? 'all')}
        options={ObservationKind.options.map((id) => ({
          id,
          label: say(`observations.kinds.${id}`),
          detail: String(counts.byKind[id] ?? 0),
        }))}
        value={view.kind}
      />
      <ChipFilter
        every={say('observations.filter.all')}
        label={say('observations.filter.status')}
        onChange={(status) => view.set({ status })}
        options={ObservationStatus.options.map((id) => ({ id, label: say(`observations.status.${id}`) }))}
        value={view.status}
      />
      <ChipFilter
        every={say('observations.filter.all')}
        label={say('observations.perspective')}
        onChange={(who) => view.set({ who })}
        options={Perspective.options.map((id) => ({ id, label: say(`observations.perspective.${id}`) }))}
        value={view.perspective}
      />
      <ProjectFilter
        every={say('observations.filter.allProjects')}
        label={say('observations.filter.project')}
        onChange={(project) => view.set({ project })}
        value={view.projectId}
      />
    </FilterBar>
  );
}
