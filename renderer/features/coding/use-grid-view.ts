import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { GridFilter, GridScope, GridSort, GridSource } from '../../../shared/contract/coding.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useSearchParam } from '../../lib/route.ts';
import { readFilter, readSort, writeFilter, writeSort, writeSource } from './grid-address.ts';

/** What can be chosen above the grid. All but the words looked for lives in the address, so that back and forward walk it. */
export interface GridView {
  readonly source: GridSource;
  readonly filter: GridFilter;
  readonly sort: GridSort | null;
}

export interface GridViewing {
  readonly view: GridView;
  readonly scope: GridScope;
  readonly showSource: (source: GridSource) => void;
  /** Takes the place of the filter; what is undefined in it is not asked for. */
  readonly setFilter: (filter: { readonly [K in keyof GridFilter]: GridFilter[K] | undefined }) => void;
  readonly setSort: (sort: GridSort | null) => void;
}

/** The view of a source in the address, the scope it means, and how to change it. */
export function useGridView(projectId: ProjectId, source: GridSource): GridViewing {
  const navigate = useNavigate();
  const filterText = useSearchParam('only');
  const sortText = useSearchParam('order');
  // What is looked for may be a name: it is not written into an address.
  const [words, setWords] = useState('');
  const view = useMemo<GridView>(
    () => ({
      source,
      filter: { ...readFilter(filterText), ...(words === '' ? {} : { words }) },
      sort: readSort(sortText) ?? null,
    }),
    [source, filterText, sortText, words],
  );
  const scope = useMemo<GridScope>(
    () => ({
      projectId,
      source,
      ...(Object.keys(view.filter).length === 0 ? {} : { filter: view.filter }),
      ...(view.sort === null ? {} : { sort: view.sort }),
    }),
    [projectId, source, view],
  );
  const change = (to: Readonly<Record<string, string | undefined>>): void =>
    void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, ...to }) });
  return {
    view,
    scope,
    showSource: (next) => {
      const isOne = next.kind === 'answers' && next.variableIds.length === 1;
      // Meetings are asked for in minutes only, and services nowhere but in what persons said.
      change({
        question: isOne ? writeSource(next) : undefined,
        from: isOne ? undefined : writeSource(next),
        only: undefined,
        order: undefined,
      });
      setWords('');
    },
    setFilter: (next) => {
      // What is undefined is left out, which the type cannot say.
      const given = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as GridFilter;
      const text = writeFilter(given);
      setWords(given.words ?? '');
      if (text !== (filterText ?? '')) change({ only: text === '' ? undefined : text });
    },
    setSort: (next) => change({ order: next === null ? undefined : writeSort(next) }),
  };
}

/**
 * The scope with the moment it was opened: what is coded from then on leaves its rows where they are. For a component that is made
 * anew for each view.
 */
export function useFrozenScope(scope: GridScope): GridScope {
  const [asOf] = useState(() => new Date().toISOString());
  return useMemo(() => ({ ...scope, asOf }), [scope, asOf]);
}
