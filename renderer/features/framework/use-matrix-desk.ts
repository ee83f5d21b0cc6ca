import { useCallback, useRef, useState } from 'react';
import { localised } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { notice } from '../../lib/status.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import type { GridPlace } from './grid-moves.ts';
import { useMatrixColumns, type MatrixColumns } from './use-matrix-columns.ts';
import { useMatrixPlace, type MatrixPlace } from './use-matrix-place.ts';
import type { MatrixData } from './use-matrix.ts';

/** Everything a matrix on screen knows and can do. */
export interface MatrixDesk extends MatrixPlace, MatrixColumns {
  readonly data: MatrixData;
  /** Cells chosen for a finding, by their ids. */
  readonly selected: ReadonlySet<string>;
  readonly isSelected: (place: GridPlace) => boolean;
  readonly nameOf: (row: number) => string;
  readonly toggle: (place: GridPlace) => void;
  readonly clear: () => void;
  readonly onVisible: (from: number, to: number) => void;
  readonly setDone: (isDone: boolean) => void;
  readonly doneAndOn: () => void;
  readonly nextEmpty: () => void;
}

/** The current cell of a matrix and what can be done with it. */
export function useMatrixDesk(data: MatrixData): MatrixDesk {
  const say = useText();
  const language = useLanguage();
  const place = useMatrixPlace(data);
  const columns = useMatrixColumns(data, place);
  const finishing = useFinishing(data, place);
  const onVisible = useSeldomVisible(data.pages.onVisible);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  function toggle(next: GridPlace): void {
    const id = data.cellAt(next)?.cellId;
    if (id === undefined) return notice.set({ text: say('framework.cell.emptyNoFinding'), tone: 'neutral' });
    setSelected((known) => new Set(known.has(id) ? [...known].filter((one) => one !== id) : [...known, id]));
  }
  return {
    ...place,
    ...columns,
    ...finishing,
    data,
    selected,
    isSelected: (one) => selected.has(data.cellAt(one)?.cellId ?? ''),
    nameOf: (row) => {
      const found = data.pages.rowAt(row);
      return found === undefined ? '' : found.code === '' ? localised(found.answer, language) : found.code;
    },
    toggle,
    clear: () => setSelected(new Set()),
    onVisible,
  };
}

/** Marking cells as done, and going on to what is not. */
function useFinishing(data: MatrixData, { at, isEditing, next, go, edit }: MatrixPlace) {
  const say = useText();
  const cell = data.placeOf(at);
  async function toNextEmpty(): Promise<void> {
    const found = await client.framework.nextEmpty({ ...data.scope, ...at });
    if (found.place === null) notice.set({ text: say('framework.noneEmpty'), tone: 'neutral' });
    else go(found.place);
  }
  async function setDone(isDone: boolean): Promise<void> {
    if (cell === null) return;
    // What is being typed arrives first: leaving the field saves it.
    if (isEditing) go(at);
    await Promise.resolve();
    await data.finish(cell, isDone);
  }
  async function doneAndOn(): Promise<void> {
    const words = data.wordsAt(at);
    const field = document.activeElement;
    const typed = isEditing && field instanceof HTMLTextAreaElement ? field.value : words;
    if (cell === null) return;
    if (typed !== words) await data.write(cell, typed);
    if (data.cellAt(at)?.isDone !== true) await data.finish(cell, true);
    const after = next(1);
    if (after === null) go(at);
    else if (isEditing) edit(after);
    else go(after);
  }
  useCommand('framework.done', () => void doneAndOn());
  useCommand('framework.nextEmpty', () => void toNextEmpty());
  useCommand('framework.open', () => void setDone(false));
  return {
    setDone: (isDone: boolean): void => void setDone(isDone),
    doneAndOn: (): void => void doneAndOn(),
    nextEmpty: (): void => void toNextEmpty(),
  };
}

/** Tells what is in sight only when it is other tens of rows: scrolling calls it at every pixel. */
function useSeldomVisible(tell: (from: number, to: number) => void): (from: number, to: number) => void {
  const seen = useRef('');
  return useCallback(
    (from, to) => {
      const mark = `${Math.floor(from / 10)} ${Math.floor(to / 10)}`;
      if (mark === seen.current) return;
      seen.current = mark;
      tell(from, to);
    },
    [tell],
  );
}
