import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { QuoteGroup, QuoteScope, QuoteSearch } from '../../../shared/contract/quotes.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useSearchParam } from '../../lib/route.ts';
import { readGroup, readSearch, writeSearch } from './quote-address.ts';

/** A search in which what is undefined is not asked for. */
export type LooseSearch = { readonly [K in keyof QuoteSearch]: QuoteSearch[K] | undefined };

export interface QuotesView {
  readonly scope: QuoteScope;
  readonly isEverything: boolean;
  /** Takes the place of the search. */
  readonly setSearch: (search: LooseSearch) => void;
  readonly setGroup: (group: QuoteGroup) => void;
}

/** What is looked for and how it is grouped: all of it lives in the address, so that back and forward walk it. */
export function useQuotesView(projectId: ProjectId): QuotesView {
  const navigate = useNavigate();
  const text = useSearchParam('only');
  const group = readGroup(useSearchParam('rows'));
  const scope = useMemo<QuoteScope>(() => ({ projectId, search: readSearch(text), group }), [projectId, text, group]);
  const change = (to: Readonly<Record<string, string | undefined>>): void =>
    void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, ...to }) });
  return {
    scope,
    isEverything: Object.keys(scope.search).length === 0,
    setSearch: (search) => {
      // Without what is undefined it is a search.
      const given = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as QuoteSearch;
      const written = writeSearch(given);
      change({ only: written === '' ? undefined : written });
    },
    setGroup: (next) => change({ rows: next }),
  };
}
