import { mover } from './moved.ts';
import type { TextRange } from './offsets.ts';
import { wordReplacer } from './pseudonyms.ts';

/** A mark with what stands in its place; null while nobody has decided, or where the words stay. */
export interface DecidedMark extends TextRange {
  readonly instead: string | null;
}

/** What stands where words were taken out. */
export const leftOutSign = '[…]';

/** A quote with what was decided about its marks. They come in the order of the text, never overlapping. */
export function clearedWords(raw: string, marks: readonly DecidedMark[]): string {
  return pieces(raw, marks)
    .map(({ words }) => words)
    .join('');
}

/**
 * Somebody's own wording after something was decided anew: what stood for the mark before is replaced where it still stands, the rest
 * stays as it was written. A word that is to go goes from wherever the wording has it by now. A wording that nobody changed is made anew.
 * @param before, after the same marks, decided as they were and as they are
 */
export function movedWording(raw: string, own: string, before: readonly DecidedMark[], after: readonly DecidedMark[]): string {
  const made = clearedWords(raw, before);
  if (own === made) return clearedWords(raw, after);
  const place = mover(made, own);
  const old = pieces(raw, before).filter(({ isMark }) => isMark);
  const fresh = pieces(raw, after).filter(({ isMark }) => isMark);
  let words = own;
  const moved: { find: string; with: string }[] = [];
  for (const [at, piece] of old.entries().toArray().toReversed()) {
    const instead = fresh[at]?.words ?? piece.words;
    if (instead === piece.words) continue;
    const { start, end } = place({ start: piece.at, end: piece.at + piece.words.length });
    if (own.slice(start, end) === piece.words) words = words.slice(0, start) + instead + words.slice(end);
    else if (before[at]?.instead === null) moved.push({ find: piece.words, with: instead });
  }
  return moved.length === 0 ? words : wordReplacer(moved)(words).text;
}

function pieces(raw: string, marks: readonly DecidedMark[]): { at: number; words: string; isMark: boolean }[] {
  const all: { at: number; words: string; isMark: boolean }[] = [];
  let from = 0;
  let at = 0;
  const put = (words: string, isMark: boolean): void => {
    all.push({ at, words, isMark });
    at += words.length;
  };
  for (const { start, end, instead } of marks) {
    put(raw.slice(from, start), false);
    put(instead ?? raw.slice(start, end), true);
    from = end;
  }
  put(raw.slice(from), false);
  return all;
}
