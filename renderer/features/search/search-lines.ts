import type { SearchGroup, SearchHit } from '../../../shared/contract/search.ts';

export interface FoundGroup {
  readonly group: SearchGroup;
  readonly total: number;
  readonly hits: readonly SearchHit[];
}

/** What the arrow keys walk through: hits, and at the end of a group what shows more of it. */
export type SearchLine =
  | { readonly kind: 'hit'; readonly key: string; readonly hit: SearchHit }
  | { readonly kind: 'all' | 'next' | 'previous'; readonly key: string; readonly group: SearchGroup; readonly total: number };

/** Hits of one group alone, so many at a time. */
export const pageSize = 50;

/** Lines of a group. Alone (`from` is not null) it is read page by page; among others it ends with a way to all of it. */
export function linesOf({ group, total, hits }: FoundGroup, from: number | null): SearchLine[] {
  const lines: SearchLine[] = hits.map((hit) => ({ kind: 'hit', key: `${group} ${hit.kind} ${hit.id}`, hit }));
  if (from === null) {
    if (total > hits.length) lines.push({ kind: 'all', key: `${group} all`, group, total });
    return lines;
  }
  if (from > 0) lines.unshift({ kind: 'previous', key: `${group} previous`, group, total });
  if (from + hits.length < total) lines.push({ kind: 'next', key: `${group} next`, group, total });
  return lines;
}
