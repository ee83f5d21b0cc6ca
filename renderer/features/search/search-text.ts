import type { SearchGroup } from '../../../shared/contract/search.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { createStore } from '../../lib/store.ts';

/** What is looked for, and where. */
export interface SearchState {
  readonly text: string;
  readonly projectId: ProjectId | null;
  readonly group: SearchGroup | null;
  /** The first hit shown of a single group. */
  readonly from: number;
}

const nothing: SearchState = { text: '', projectId: null, group: null, from: 0 };

/**
 * What was looked for last, so that the way back from a hit leads to the same list. Only in the window's memory: what somebody looks
 * for may be what somebody said, and so stands neither in the address nor in a log.
 */
export const searchState = createStore<SearchState>(nothing);

/** Looks for a text everywhere. */
export function searchFor(text: string): void {
  searchState.set({ ...nothing, text });
}
