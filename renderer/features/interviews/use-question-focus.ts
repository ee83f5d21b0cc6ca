import { useLayoutEffect, type RefObject } from 'react';
import { isTyped } from './entry-field.ts';
import { currentSpot, type Desk } from './entry-store.ts';
import type { Entry } from './use-entry.ts';

/** Focus follows the place: the question, its field, or the option that the arrows have reached; and what waits for a digit. */
export function useQuestionFocus(block: RefObject<HTMLElement | null>, { spot, stay, waits }: Entry, isCurrent: boolean): void {
  const isField =
    spot !== null && spot.kind === 'question' && (isTyped(spot.question) || spot.question.type === 'register') && waits === null;
  const isAway = stay.isRemarkOpen || stay.isGoToOpen || stay.takesWords;
  const key = spot?.key ?? '';
  const { roving } = stay;
  useLayoutEffect(() => {
    if (!isCurrent || isAway) return;
    const part = roving !== null ? `[data-stop="${roving}"]` : isField ? '[data-answer-field], [data-answer-field] input' : null;
    const target =
      part === null ? (block.current?.querySelector<HTMLElement>('[data-current-row]') ?? block.current) : findLast(block.current, part);
    if (target === document.activeElement) return;
    target?.focus({ preventScroll: true });
    placeCaret(target);
  }, [block, key, isField, roving, isAway, isCurrent, waits]);
}

/**
 * Lets go of what is left before the next question is drawn. An element that is taken away, or changed, while it has focus makes
 * the browser lay out the half-drawn column at once, and then a second time when all of it stands.
 */
export function useLettingGo(column: RefObject<HTMLElement | null>, { store }: Desk): void {
  useLayoutEffect(() => {
    let key = currentSpot(store.get())?.key;
    return store.follow(() => {
      const before = key;
      key = currentSpot(store.get())?.key;
      const focused = document.activeElement;
      if (key === before || !(focused instanceof HTMLElement)) return;
      if (focused.closest('[data-current]') !== null && column.current?.contains(focused) === true) focused.blur();
    });
  }, [column, store]);
}

/** A number, date or name that one comes back to is typed anew; words are gone on with. */
function placeCaret(target: HTMLElement | null): void {
  if (target instanceof HTMLInputElement) target.select();
  else if (target instanceof HTMLTextAreaElement) target.setSelectionRange(target.value.length, target.value.length);
}

/** The innermost match: a picker's own input stands inside the marked box. */
function findLast(block: HTMLElement | null, selector: string): HTMLElement | null {
  return [...(block?.querySelectorAll<HTMLElement>(selector) ?? [])].at(-1) ?? null;
}
