import { SearchGroup } from '../../../shared/contract/search.ts';
import { useCurrentProject } from '../../lib/current-project.ts';
import { ChipFilter } from '../../lib/fields/ChipFilter.tsx';
import { useText } from '../../lib/text.ts';
import { searchState, type SearchState } from './search-text.ts';

/** In which project, and what kind of thing. */
export function SearchFilters({ state }: { readonly state: SearchState }) {
  const say = useText();
  const { all } = useCurrentProject();
  return (
    <>
      <ChipFilter
        every={say('search.filter.everything')}
        label={say('search.filter.kind')}
        onChange={(id) => searchState.set({ ...state, group: SearchGroup.safeParse(id).data ?? null, from: 0 })}
        options={SearchGroup.options.map((group) => ({ id: group, label: say(`search.group.${group}`) }))}
        value={state.group ?? undefined}
      />
      <ChipFilter
        every={say('search.filter.allProjects')}
        label={say('search.filter.project')}
        onChange={(id) => searchState.set({ ...state, projectId: all.find((project) => project.id === id)?.id ?? null, from: 0 })}
        options={all.map((project) => ({ id: project.id, label: project.name }))}
        value={state.projectId ?? undefined}
      />
    </>
  );
}
