import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { orpc } from '../../lib/client.ts';
import { pageSize } from './search-lines.ts';
import { searchState } from './search-text.ts';

/** Hits shown of each group while all groups stand together. */
const fewHits = 5;

/** What is looked for and what was found. The list follows the typing and never holds it up. */
export function useSearch() {
  const state = searchState.use();
  const wanted = useDeferredValue(state);
  const text = wanted.text.slice(0, 400);
  const query = useQuery({
    ...orpc.search.find.queryOptions({
      input: {
        text,
        isTyping: true,
        from: wanted.from,
        limit: wanted.group === null ? fewHits : pageSize,
        ...(wanted.projectId === null ? {} : { projectId: wanted.projectId }),
        ...(wanted.group === null ? {} : { groups: [wanted.group] }),
      },
    }),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
    // What was looked for is not kept longer than it stands on the screen.
    gcTime: 0,
  });
  const isEmpty = state.text.trim() === '';
  // What is shown may still be the answer to the letter before.
  const isStale = wanted !== state || query.isPlaceholderData || query.isFetching;
  return { state, query, isEmpty, isStale, found: isEmpty ? undefined : query.data };
}
