import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Language } from '../../../../shared/model/text.ts';

/** A place in the designer that focus is wanted at: a row, or a part of it. */
export interface FocusTarget {
  readonly key: string;
  /** "row" for the row itself, else the name of one of its parts. */
  readonly part: string;
  readonly index?: number | undefined;
  readonly language?: Language | undefined;
  /** Where the caret goes, in UTF-16 units; at the end without. */
  readonly at?: number | undefined;
}

const focusable = 'input, textarea, button:not(:disabled), [tabindex="0"]';

/** Puts focus where it was asked for as soon as the place is on the screen. */
export function useFocusTarget(frame: RefObject<HTMLElement | null>): (target: FocusTarget) => void {
  const wanted = useRef<FocusTarget | null>(null);
  const [, draw] = useState(0);
  useLayoutEffect(() => {
    if (wanted.current === null || frame.current === null) return;
    if (focusAt(frame.current, wanted.current)) wanted.current = null;
  });
  return useCallback((target) => {
    wanted.current = target;
    draw((turn) => turn + 1);
  }, []);
}

function focusAt(frame: HTMLElement, { key, part, index, language, at }: FocusTarget): boolean {
  const row = frame.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);
  if (row === null) return false;
  const found = part === 'row' ? row : findPart(row, part, index, language);
  if (found === null) return false;
  const target = found.matches(focusable) || found === row ? found : found.querySelector<HTMLElement>(focusable);
  if (target === null) return false;
  target.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
  // A row that is taller than the list shows where it begins, or the part that was asked for.
  (part === 'row' ? row.querySelector('[data-part]') : target.closest('[data-part]'))?.scrollIntoView({ block: 'nearest' });
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) {
    const place = at ?? target.value.length;
    target.setSelectionRange(place, place);
  }
  return document.activeElement === target;
}

/** The part itself; without the wanted index or language, the first of its kind. */
function findPart(row: HTMLElement, part: string, index: number | undefined, language: Language | undefined): HTMLElement | null {
  const parts = [...row.querySelectorAll<HTMLElement>(`[data-part="${part}"]`)];
  const fits = (element: HTMLElement, isExact: boolean): boolean =>
    (index === undefined || element.dataset['index'] === String(index)) &&
    (!isExact || language === undefined || element.dataset['lang'] === language);
  return parts.find((element) => fits(element, true)) ?? parts.find((element) => fits(element, false)) ?? null;
}
