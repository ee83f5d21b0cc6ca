import { useEffect, type RefObject } from 'react';
import { useSearchParam } from '../route.ts';
import { pageSize, type Pages } from '../use-pages.ts';
import type { VirtualTableHandle } from './VirtualTable.tsx';

/** How many pages are looked through for a row: it was in sight a moment ago. */
const pagesLookedThrough = 5;

/** Back from what was opened in a list, the list stands on its row: the one that `row` in the address names. */
export function useReturnTo(rows: Pages<{ readonly id: string }>, table: RefObject<VirtualTableHandle | null>): void {
  const wanted = useSearchParam('row');
  const isLoaded = !rows.isPending;
  useEffect(() => {
    if (!isLoaded || wanted === undefined) return;
    const last = Math.min(rows.total, pagesLookedThrough * pageSize);
    for (let index = 0; index < last; index += 1) if (rows.rowAt(index)?.id === wanted) return table.current?.focusRow(index);
    // oxlint-disable-next-line exhaustive-deps -- only when the list first stands: afterwards focus is the person's
  }, [isLoaded, wanted]);
}
