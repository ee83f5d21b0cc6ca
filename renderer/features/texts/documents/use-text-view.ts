import { useNavigate } from '@tanstack/react-router';
import { ListedKind, TextSort } from '../../../../shared/contract/texts-documents.ts';
import { ThemeId, type ProjectId } from '../../../../shared/model/ids.ts';
import { useSearchParam } from '../../../lib/route.ts';

/** What can be changed about the list, by the names that stand in the address. Undefined takes a filter away. */
export interface TextViewChange {
  readonly status?: string | undefined;
  readonly filter?: string | undefined;
  readonly theme?: string | undefined;
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
}

/** Filters and sorting of the list of texts, as they stand in the address. */
export function useTextView(projectId: ProjectId) {
  const navigate = useNavigate();
  const kind = ListedKind.safeParse(useSearchParam('status')).data;
  const themeId = ThemeId.safeParse(useSearchParam('theme')).data;
  const isUncoded = useSearchParam('filter') === 'uncoded';
  const search = useSearchParam('q') ?? '';
  const sortText = useSearchParam('sort');
  const sort = TextSort.safeParse({
    by: sortText?.replace(/^-/u, ''),
    direction: sortText?.startsWith('-') === true ? 'descending' : 'ascending',
  }).data;
  const set = (change: TextViewChange, how?: 'replace'): void =>
    void navigate({
      to: '.',
      replace: how === 'replace',
      search: (old: Readonly<Record<string, unknown>>) => ({ ...old, row: undefined, ...change }),
    });
  const filter = {
    ...(kind === undefined ? {} : { kind }),
    ...(themeId === undefined ? {} : { themeId }),
    ...(isUncoded ? { isUncoded } : {}),
    ...(search === '' ? {} : { search }),
  };
  return {
    input: { projectId, ...filter, ...(sort === undefined ? {} : { sort }) },
    kind,
    themeId,
    isUncoded,
    search,
    sort,
    isFiltered: Object.keys(filter).length > 0,
    set,
    clear: () => set({ status: undefined, filter: undefined, theme: undefined, q: undefined }),
  };
}

export type TextListView = ReturnType<typeof useTextView>;
