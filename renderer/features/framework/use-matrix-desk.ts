import { useCallback, useRef, useState, type RefObject } from 'react';
import { localised } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { notice } from '../../lib/status.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { moved, nextInLine, type GridPlace } from './grid-moves.ts';
import { keepLook, keptLook, nextWidth, usualWidth, type MatrixLook } from './kept-look.ts';
import type { MatrixData } from './use-matrix.ts';

/** Everything a matrix on screen knows and can do. */
export interface MatrixDesk {
  readonly data: MatrixData;
  readonly at: GridPlace;
  readonly isEditing: boolean;
  readonly look: MatrixLook;
  readonly wantsFocus: RefObject<boolean>;
  /** Cells chosen for a finding, by their ids. */
  readonly selected: ReadonlySet<string>;
  readonly isSelected: (place: GridPlace) => boolean;
  readonly nameOf: (row: number) => string;
  readonly go: (place: GridPlace) => void;
  readonly edit: (place: GridPlace) => void;
  readonly leave: (step: 1 | -1 | null) => void;
  readonly toggle: (place: GridPlace) => void;
  readonly clear: () => void;
  readonly onVisible: (from: number, to: number) => void;
  readonly setDone: (isDone: boolean) => void;
  readonly doneAndOn: () => void;
  readonly nextEmpty: () => void;
  readonly resize: (direction: 1 | -1) => void;
  readonly freeze: () => void;
  readonly move: (step: 1 | -1) => void;
}

/** The current cell of a matrix and what can be done with it. */
export function useMatrixDesk(data: MatrixData): MatrixDesk {
  const say = useText();
  const save = useSave();
  const language = useLanguage();
  const { matrix, scope, pages } = data;
  const [chosen, setAt] = useState<GridPlace>({ row: 0, column: 0 });
  const [isEditing, setEditing] = useState(false);
  const [look, setLook] = useState(() => keptLook(matrix.id));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const wantsFocus = useRef(false);
  const at = { row: Math.min(chosen.row, pages.total - 1), column: Math.min(chosen.column, matrix.themeIds.length - 1) };
  const place = data.placeOf(at);
  const size = { rows: pages.total, columns: matrix.themeIds.length, page: 5 };
  const { onVisible: fetchVisible } = pages;
  const seen = useRef('');
  const onVisible = useCallback(
    (from: number, to: number): void => {
      const mark = `${Math.floor(from / 10)} ${Math.floor(to / 10)}`;
      if (mark === seen.current) return;
      seen.current = mark;
      fetchVisible(from, to);
    },
    [fetchVisible],
  );
  function go(next: GridPlace): void {
    wantsFocus.current = true;
    setEditing(false);
    setAt(next);
  }
  function edit(next: GridPlace): void {
    if (data.cellAt(next)?.isDone === true) {
      notice.set({ text: say('framework.cell.locked'), tone: 'neutral' });
      return go(next);
    }
    setAt(next);
    setEditing(data.placeOf(next) !== null);
  }
  function leave(step: 1 | -1 | null): void {
    const next = step === null ? null : nextInLine(at, step, size);
    if (next === null) go(at);
    else edit(next);
  }
  function toggle(next: GridPlace): void {
    const id = data.cellAt(next)?.cellId;
    if (id === undefined) return notice.set({ text: say('framework.cell.emptyNoFinding'), tone: 'neutral' });
    setSelected((known) => new Set(known.has(id) ? [...known].filter((one) => one !== id) : [...known, id]));
  }
  async function toNextEmpty(): Promise<void> {
    const found = await client.framework.nextEmpty({ ...scope, ...at });
    if (found.place === null) notice.set({ text: say('framework.noneEmpty'), tone: 'neutral' });
    else go(found.place);
  }
  async function setDone(isDone: boolean): Promise<void> {
    if (place === null) return;
    // What is being typed arrives first: leaving the field saves it.
    if (isEditing) go(at);
    await Promise.resolve();
    await data.finish(place, isDone);
  }
  async function doneAndOn(): Promise<void> {
    const words = data.wordsAt(at);
    const field = document.activeElement;
    const typed = isEditing && field instanceof HTMLTextAreaElement ? field.value : words;
    if (place === null) return;
    if (typed !== words) await data.write(place, typed);
    if (data.cellAt(at)?.isDone !== true) await data.finish(place, true);
    const next = nextInLine(at, 1, size);
    if (next === null) go(at);
    else if (isEditing) edit(next);
    else go(next);
  }
  function keep(next: MatrixLook): void {
    setLook(next);
    keepLook(matrix.id, next);
  }
  const themeId = matrix.themeIds[at.column];
  function resize(direction: 1 | -1): void {
    if (themeId === undefined) return;
    keep({ ...look, widths: { ...look.widths, [themeId]: nextWidth(look.widths[themeId] ?? usualWidth, direction) } });
  }
  function freeze(): void {
    if (themeId === undefined) return;
    const isFrozen = look.frozen.includes(themeId);
    keep({ ...look, frozen: isFrozen ? look.frozen.filter((id) => id !== themeId) : [...look.frozen, themeId] });
    wantsFocus.current = true;
  }
  function move(step: 1 | -1): void {
    const next = moved(matrix.themeIds, at.column, step);
    if (next[at.column] === themeId) return;
    wantsFocus.current = true;
    setAt({ row: at.row, column: at.column + step });
    void save(() => client.framework.setThemes({ frameworkId: matrix.id, themeIds: next }));
  }
  useCommand('framework.done', () => void doneAndOn());
  useCommand('framework.nextEmpty', () => void toNextEmpty());
  useCommand('framework.edit', () => edit(at), !isEditing);
  useCommand('framework.open', () => void setDone(false));
  useCommand('framework.wider', () => resize(1));
  useCommand('framework.narrower', () => resize(-1));
  useCommand('framework.freeze', freeze);
  useCommand('framework.moveLeft', () => move(-1));
  useCommand('framework.moveRight', () => move(1));
  return {
    data,
    at,
    isEditing,
    look,
    wantsFocus,
    selected,
    isSelected: (one) => selected.has(data.cellAt(one)?.cellId ?? ''),
    nameOf: (row) => {
      const found = pages.rowAt(row);
      return found === undefined ? '' : found.code === '' ? localised(found.answer, language) : found.code;
    },
    go,
    edit,
    leave,
    toggle,
    clear: () => setSelected(new Set()),
    onVisible,
    setDone: (isDone) => void setDone(isDone),
    doneAndOn: () => void doneAndOn(),
    nextEmpty: () => void toNextEmpty(),
    resize,
    freeze,
    move,
  };
}
