import type { KeyboardEvent, RefObject } from 'react';
import type { CodingId, ThemeId } from '../../../shared/model/ids.ts';
import { grow, rangeAt, sentences, trimmed, type TextRange } from '../../../shared/texts/index.ts';
import { hasCaret, isCommand } from '../../lib/commands.tsx';
import { platform } from '../../lib/platform.ts';
import { caretMove, moveCaret, select, selectionIn } from '../../texts/text-selection.ts';
import { gridKey, type GridKey } from './grid-keys.ts';
import { codingsOfChip } from './use-chip-menu.ts';
import type { CodingDeeds, Target } from './use-coding-deeds.ts';

/** What the keyboard of the grid acts on. */
export interface GridKeyboardOptions {
  readonly body: string;
  readonly language: string;
  readonly target: (range?: TextRange) => Target;
  readonly deeds: CodingDeeds;
  readonly quick: ReadonlyMap<number, ThemeId>;
  readonly textRef: RefObject<HTMLElement | null>;
  /** Offers the chosen words as the name of a new theme for them. */
  readonly onInVivo: (range: TextRange) => void;
  /** Takes a letter to the theme box; false when there is nothing to code. */
  readonly onFind: (range: TextRange | undefined) => boolean;
  readonly onMove: (to: { readonly by: number } | { readonly at: 'start' | 'end' }) => void;
  readonly onNext: (direction: 1 | -1, needs: 'uncoded' | 'attention') => void;
  readonly onExtend: (by: 1 | -1) => void;
  readonly onSelectAll: () => void;
  /** Answers whether there was a selection to take off. */
  readonly onClearSelection: () => boolean;
  readonly onReason: (codingId: CodingId) => void;
  /** Asks what codings are about: those of a chip, or of the last theme. */
  readonly onAbout: (codingIds: readonly CodingId[] | 'last') => void;
  /** Asks for a memo: on the row, or on the coding of a chip. */
  readonly onMemo: (codingId: CodingId | null) => void;
  readonly onChipMenu: (chip: HTMLElement) => void;
  readonly onAccept: (place: number) => void;
  readonly onReject: () => void;
  /** Opens the words for correction, the caret so many signs into the row. */
  readonly onCorrect: (caret: number) => void;
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
      if (!options.onFind(range)) event.preventDefault();
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
  if (isCommand(event.nativeEvent, 'coding.text')) {
    options.onCorrect(selectionIn(root)?.start ?? 0);
    return true;
  }
  const words = trimmed(options.body, selectionIn(root) ?? { start: 0, end: 0 });
  if (words !== null && isCommand(event.nativeEvent, 'text.theme')) {
    options.onInVivo(words);
    return true;
  }
  if (event.key === 'Escape') {
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
  if (isCommand(event.nativeEvent, 'coding.chipMenu')) {
    options.onChipMenu(chip);
    return true;
  }
  if (isCommand(event.nativeEvent, 'coding.about')) {
    options.onAbout(codingsOfChip(chip));
    return true;
  }
  if (isCommand(event.nativeEvent, 'coding.memo')) {
    options.onMemo(codingsOfChip(chip)[0] ?? null);
    return true;
  }
  if (event.key !== 'Delete') return false;
  const ids = codingsOfChip(chip);
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
      // Of a paragraph of a longer text it cannot be said that the text was read.
      if (target.read()?.isDone === false && target.places.every((place) => place.range === null)) deeds.noTheme(target);
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
    case 'about':
      options.onAbout('last');
      return true;
    case 'memo':
      options.onMemo(null);
      return true;
    case 'accept':
      options.onAccept(key.place);
      return true;
    case 'reject':
      options.onReject();
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
    case 'chipMenu': {
      const chip = at.closest('[role="row"]')?.querySelector<HTMLElement>('[data-chip]:last-of-type');
      if (chip != null) options.onChipMenu(chip);
      return true;
    }
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
