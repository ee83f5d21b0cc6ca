import { useRef, useState } from 'react';
import type { GridRow, TextPlace } from '../../../shared/contract/coding.ts';
import type { GridRows } from './use-grid-rows.ts';
import { placeKey, placeOf } from './row-parts.ts';

/** Rows chosen for one deed on all of them, also those that are not on screen. */
export interface GridSelection {
  readonly places: ReadonlyMap<string, TextPlace>;
  /** All rows in scope were asked for, and there are more than one deed can take. */
  readonly total: number;
  readonly has: (row: GridRow | undefined) => boolean;
  /** From where it began to this row. */
  readonly extendTo: (from: number, to: number) => void;
  /** The next extending begins anew. */
  readonly letGo: () => void;
  readonly set: (places: readonly TextPlace[], total: number) => void;
  readonly clear: () => void;
}

const nothing: ReadonlyMap<string, TextPlace> = new Map();

export function useGridSelection(rows: GridRows): GridSelection {
  const [selected, setSelected] = useState({ places: nothing, total: 0 });
  const anchor = useRef<number | null>(null);
  const set = (places: readonly TextPlace[], total: number): void =>
    setSelected({ places: new Map(places.map((place) => [placeKey(place), place])), total });
  return {
    ...selected,
    has: (row) => {
      const place = row === undefined || selected.places.size === 0 ? null : placeOf(row);
      return place !== null && selected.places.has(placeKey(place));
    },
    extendTo: (from, to) => {
      anchor.current ??= from;
      const [first, last] = [Math.min(anchor.current, to), Math.max(anchor.current, to)];
      const found: TextPlace[] = [];
      for (let index = first; index <= last; index += 1) {
        const row = rows.rowAt(index);
        const place = row === undefined ? null : placeOf(row);
        if (place !== null) found.push(place);
      }
      set(found, found.length);
    },
    letGo: () => {
      anchor.current = null;
    },
    set,
    clear: () => {
      anchor.current = null;
      setSelected({ places: nothing, total: 0 });
    },
  };
}
