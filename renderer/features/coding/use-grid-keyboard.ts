import type { KeyboardEvent, RefObject } from 'react';
import { CodingId } from '../../../shared/model/ids.ts';
import type { ThemeId } from '../../../shared/model/ids.ts';
import { grow, rangeAt, sentences, trimmed, type TextRange } from '../../../shared/texts/index.ts';
import { hasCaret, isCommand } from '../../lib/commands.tsx';
import { platform } from '../../lib/platform.ts';
import { caretMove, moveCaret, select, selectionIn } from '../../texts/text-selection.ts';
import { gridKey, type GridKey } from './grid-keys.ts';
import type { CodingDeeds, Target } from './use-coding-deeds.ts';

/** What the keyboard of the grid acts on. */
export interface GridKeyboardOptions {
  readonly body: string;
  readonly language: string;
  readonly target: (range?: TextRange) => Target;
  readonly deeds: CodingDeeds;
  readonly quick: ReadonlyMap<number, ThemeId>;
  readonly textRef: RefObject<HTMLElement | null>;
  /** Takes a letter to the theme box; false when the letter must not be typed there now. */
  readonly onFind: (range: TextRange | undefined, letter: string) => boolean;
  readonly onMove: (to: { readonly by: number } | { readonly at: 'start' | 'end' }) => void;
  readonly onNext: (direction: 1 | -1, needs: 'uncoded' | 'attention') => void;
  readonly onExtend: (by: 1 | -1) => void;
  readonly onSelectAll: () => void;
  /** Answers whether there was a selection to take off. */
  readonly onClearSelection: () => boolean;
  readonly onReason: (codingId: CodingId) => void;
  readonly onNoQuick: (digit: number) => void;
  readonly onOpenTheme: (themeId: string) => void;
  readonly focusRow: () => void;
}

const pageRows = 8;

/** Keys on a row, on a chip of it, and in its text. Fields inside the row keep their own. */
export function useGridKeyboard(options: GridKeyboardOptions): (event: KeyboardEvent<HTMLElement>) => void {
  const { deeds, textRef } = options;
  return (event) => {
    const at = event.target;
    if (!(at instanceof HTMLElement) || hasCaret(at)) return;
    const isReading = at === textRef.current;
    if (isReading && readingKey(event, at, options)) return done(event);
    const range = isReading ? chosenWords(at, options) : undefined;
    const chip = at.closest<HTMLElement>('[data-chip]');
    if (chip !== null && chipKey(event, chip, options)) return done(event);
    const key = gridKey(event.nativeEvent);
    if (key === null) return undefined;
    if (key.kind === 'find') {
      // Not prevented: focus has moved to the box, and the browser types the character there.
      if (!options.onFind(range, event.key)) event.preventDefault();
      return undefined;
    }
    if (act(key, range, options, deeds, at)) done(event);
    return undefined;
  };
}

function done(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** The selected words; with none, the sentence under the caret, which is shown first. */
function chosenWords(root: HTMLElement, { body, language }: GridKeyboardOptions): TextRange | undefined {
  const selected = selectionIn(root);
  if (selected === null) return undefined;
  const words = trimmed(body, selected);
  return words ?? rangeAt(sentences(body, language), selected.start) ?? undefined;
}

function readingKey(event: KeyboardEvent, root: HTMLElement, options: GridKeyboardOptions): boolean {
  if (isCommand(event.nativeEvent, 'text.grow')) {
    select(root, grow(options.body, options.language, selectionIn(root) ?? { start: 0, end: 0 }));
    return true;
  }
  if (event.key === 'Escape' || isCommand(event.nativeEvent, 'coding.text')) {
    document.getSelection()?.removeAllRanges();
    options.focusRow();
    return true;
  }
  const move = caretMove(event, platform);
  if (move === null) return false;
  moveCaret(root, move);
  return true;
}

function chipKey(event: KeyboardEvent, chip: HTMLElement, options: GridKeyboardOptions): boolean {
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
    options.onOpenTheme(chip.dataset['themeId'] ?? '');
    return true;
  }
  if (event.key !== 'Delete') return false;
  const ids = (chip.dataset['chip'] ?? '').split(' ').map((id) => CodingId.parse(id));
  const neighbour = chip.nextElementSibling ?? chip.previousElementSibling;
  if (neighbour instanceof HTMLElement && neighbour.dataset['chip'] !== undefined) neighbour.focus();
  else options.focusRow();
  options.deeds.remove(ids);
  return true;
}

function act(key: GridKey, range: TextRange | undefined, options: GridKeyboardOptions, deeds: CodingDeeds, at: HTMLElement): boolean {
  const target = options.target(range);
  switch (key.kind) {
    case 'quick': {
      const themeId = options.quick.get(key.digit);
      if (themeId === undefined) options.onNoQuick(key.digit);
      else deeds.put(target, themeId);
      return true;
    }
    case 'noTheme':
      deeds.noTheme(target);
      return true;
    case 'same':
      deeds.same(target);
      return true;
    case 'done':
      if (target.read()?.isDone === false) deeds.noTheme(target);
      options.onNext(1, 'uncoded');
      return true;
    case 'next':
      options.onNext(1, 'uncoded');
      return true;
    case 'needy':
      options.onNext(key.by, 'attention');
      return true;
    case 'removeLast':
      deeds.removeLast(target);
      return true;
    case 'polarity':
      deeds.polarity(target, key.polarity);
      return true;
    case 'inferred':
      deeds.certainty(target, options.onReason);
      return true;
    default:
      return moves(key, options, at);
  }
}

function moves(key: GridKey, options: GridKeyboardOptions, at: HTMLElement): boolean {
  switch (key.kind) {
    case 'move':
      options.onMove({ by: key.by });
      return true;
    case 'page':
      options.onMove({ by: key.by * pageRows });
      return true;
    case 'edge':
      options.onMove({ at: key.at });
      return true;
    case 'extend':
      options.onExtend(key.by);
      return true;
    case 'selectAll':
      options.onSelectAll();
      return true;
    case 'text':
      return enterText(options.textRef.current);
    case 'chip':
      return moveToChip(at, key.by);
    case 'escape':
      if (at.closest('[data-chip]') !== null) options.focusRow();
      else return options.onClearSelection();
      return true;
    default:
      return false;
  }
}

function enterText(root: HTMLElement | null): boolean {
  if (root === null) return false;
  root.focus();
  select(root, { start: 0, end: 0 });
  return true;
}

/** Left and right: row, then its chips. */
function moveToChip(at: HTMLElement, by: 1 | -1): boolean {
  const row = at.closest<HTMLElement>('[role="row"]');
  if (row === null) return false;
  const stops = [row, ...row.querySelectorAll<HTMLElement>('[data-chip]')];
  stops[stops.indexOf(at) + by]?.focus();
  return true;
}
