import { type RefCallback, type RefObject, useCallback, useRef } from 'react';
import type { VirtualTableHandle } from './VirtualTable.tsx';

export interface TableHandle {
  readonly table: RefObject<VirtualTableHandle | null>;
  /** For the list's `handleRef`. */
  readonly handleRef: RefCallback<VirtualTableHandle>;
  /** Gives a row the focus, also when the list does not stand yet: then as soon as it comes, unless another key was pressed meanwhile. */
  readonly focusRow: (index: number) => void;
}

/** The handle of a list that is still being fetched when somebody who types fast already asks for its first row. */
export function useTableHandle(): TableHandle {
  const table = useRef<VirtualTableHandle | null>(null);
  const wanted = useRef<number | null>(null);
  const handleRef = useCallback((handle: VirtualTableHandle | null): void => {
    table.current = handle;
    const index = wanted.current;
    if (handle === null || index === null) return;
    wanted.current = null;
    handle.focusRow(index);
  }, []);
  const focusRow = useCallback((index: number): void => {
    if (table.current !== null) return table.current.focusRow(index);
    wanted.current = index;
    const forget = (): void => void (wanted.current = null);
    // The key that asked is still on its way through the page.
    setTimeout(() => window.addEventListener('keydown', forget, { capture: true, once: true }));
  }, []);
  return { table, handleRef, focusRow };
}
