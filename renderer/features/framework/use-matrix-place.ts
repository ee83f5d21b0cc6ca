import { useRef, useState, type RefObject } from 'react';
import { useCommand } from '../../lib/commands.tsx';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { nextInLine, type GridPlace } from './grid-moves.ts';
import type { MatrixData } from './use-matrix.ts';

/** Where the hand is in a matrix, and whether it writes there. */
export interface MatrixPlace {
  readonly at: GridPlace;
  readonly isEditing: boolean;
  /** Focus has yet to follow to the current cell. */
  readonly wantsFocusRef: RefObject<boolean>;
  /** The cell after or before the current one; null at the ends. */
  readonly next: (step: 1 | -1) => GridPlace | null;
  /** Makes a cell the current one, in whatever is going on. */
  readonly stand: (place: GridPlace) => void;
  /** Goes to a cell, to read. */
  readonly go: (place: GridPlace) => void;
  /** Goes to a cell, to write; what is done is not written in. */
  readonly edit: (place: GridPlace) => void;
  /** Ends the writing, and with a step goes on to write in the next cell. */
  readonly leave: (step: 1 | -1 | null) => void;
}

/** Moves the hand about in a matrix; beyond its edges it stays on them. */
export function useMatrixPlace(data: MatrixData): MatrixPlace {
  const say = useText();
  const { matrix, pages } = data;
  const [chosen, setAt] = useState<GridPlace>({ row: 0, column: 0 });
  const [isEditing, setEditing] = useState(false);
  const wantsFocusRef = useRef(false);
  const at = { row: Math.min(chosen.row, pages.total - 1), column: Math.min(chosen.column, matrix.themeIds.length - 1) };
  const next = (step: 1 | -1): GridPlace | null => nextInLine(at, step, { rows: pages.total, columns: matrix.themeIds.length, page: 5 });
  function stand(place: GridPlace): void {
    wantsFocusRef.current = true;
    setAt(place);
  }
  function go(place: GridPlace): void {
    setEditing(false);
    stand(place);
  }
  function edit(place: GridPlace): void {
    if (data.cellAt(place)?.isDone === true) {
      notice.set({ text: say('framework.cell.locked'), tone: 'neutral' });
      return go(place);
    }
    setAt(place);
    setEditing(data.placeOf(place) !== null);
  }
  function leave(step: 1 | -1 | null): void {
    const place = step === null ? null : next(step);
    if (place === null) go(at);
    else edit(place);
  }
  useCommand('framework.edit', () => edit(at), !isEditing);
  return { at, isEditing, wantsFocusRef, next, stand, go, edit, leave };
}
