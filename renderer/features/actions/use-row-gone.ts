import { type RefObject, useEffect, useRef } from 'react';
import type { DataTableHandle } from '../../ui/data-table/DataTable.tsx';

export interface ChosenRow {
  readonly rows: readonly { readonly id: string }[];
  readonly key: string | null;
  /** A dialog has the focus. */
  readonly isBusy: boolean;
  /** The pane about the row is open. */
  readonly isOpen: boolean;
}

/**
 * What is done to a row may take it out of a narrowed list, and the focus with it. Focus then goes to what can be done next with the same
 * one when its pane is open, else to the row that took its place.
 */
export function useRowGone(
  { rows, key, isBusy, isOpen }: ChosenRow,
  table: RefObject<DataTableHandle | null>,
  deeds: RefObject<HTMLElement | null>,
): void {
  const place = useRef(0);
  useEffect(() => {
    const index = rows.findIndex((row) => row.id === key);
    if (index >= 0) place.current = index;
    if (index >= 0 || key === null || isBusy) return undefined;
    // A dialog that closes gives the focus back in the next frame.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const here = document.activeElement;
        // The shell's heading catches what nobody holds.
        if (here !== document.body && here?.tagName !== 'H1') return;
        const next = rows[Math.min(place.current, rows.length - 1)];
        if (isOpen) deeds.current?.querySelector('button')?.focus();
        else if (next !== undefined) table.current?.focusRow(next.id);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [rows, key, isBusy, isOpen, table, deeds]);
}
