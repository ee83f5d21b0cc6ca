import { firstTypes, moreDigit, moreTypes, type StripType } from './question-types.ts';

/** What of a key event the designer's small key machines need. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What a key does in the strip of types. */
export type StripDeed =
  | { readonly do: 'choose'; readonly type: StripType }
  | { readonly do: 'turn' | 'cancel' }
  | { readonly do: 'step'; readonly by: -1 | 1 };

/** Digits choose and 9 turns the page; arrows walk; Enter and Space are the marked button's own. */
export function stripDeed(event: Pressed, isMore: boolean): StripDeed | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === String(moreDigit)) return { do: 'turn' };
  const chosen = /^[1-8]$/u.test(event.key) ? (isMore ? moreTypes : firstTypes)[Number(event.key) - 1] : undefined;
  if (chosen !== undefined) return { do: 'choose', type: chosen };
  if (event.key === 'ArrowRight' || event.key === 'ArrowDown') return { do: 'step', by: 1 };
  if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') return { do: 'step', by: -1 };
  return event.key === 'Escape' ? { do: 'cancel' } : null;
}

/** Where the caret stands among the answers of a question. */
export interface OptionPlace {
  readonly index: number;
  /** Answers that are there; the line after the last is for a new one. */
  readonly count: number;
  /** Nothing stands in the field. */
  readonly isEmpty: boolean;
  /** The answer has words in some language. */
  readonly hasWords: boolean;
  /** The answers of yes and no are two and stay two. */
  readonly isFixed: boolean;
  /** Option and an arrow move the caret by paragraphs there. */
  readonly isMac: boolean;
}

/** What a key does in the words of an answer; `dropsThis` takes the empty answer away first. */
export type OptionDeed =
  | { readonly do: 'end'; readonly dropsThis: boolean }
  | { readonly do: 'go'; readonly to: number }
  | { readonly do: 'move'; readonly to: number }
  | { readonly do: 'remove' };

/** Enter goes on to the next answer, and ends on an empty last one; arrows walk, Alt and an arrow order; Backspace takes an empty one away. */
export function optionDeed(event: Pressed, place: OptionPlace): OptionDeed | null {
  const { index, count, isEmpty, hasWords, isFixed } = place;
  if (event.ctrlKey || event.metaKey) return null;
  if (event.key === 'Enter') {
    if (isFixed) return index < count - 1 ? { do: 'go', to: index + 1 } : { do: 'end', dropsThis: false };
    const isLastAndEmpty = isEmpty && !hasWords && index >= count - 1;
    return isLastAndEmpty ? { do: 'end', dropsThis: index < count } : { do: 'go', to: index + 1 };
  }
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
  if (by !== 0 && event.altKey) return place.isMac || isFixed || index >= count ? null : { do: 'move', to: index + by };
  if (by !== 0) return index + by < 0 || index + by > (isFixed ? count - 1 : count) ? null : { do: 'go', to: index + by };
  return event.key === 'Backspace' && isEmpty && !hasWords && index < count && !isFixed ? { do: 'remove' } : null;
}
