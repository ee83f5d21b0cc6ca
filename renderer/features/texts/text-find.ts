import type { TextRange } from '../../../shared/texts/index.ts';

/** More hits than this are not told apart; nobody walks through them. */
const most = 5000;

/** Places of words in a text, upper and lower case alike, in order. Every character is one unit of the text, so offsets are its own. */
export function findIn(text: string, words: string): TextRange[] {
  const wanted = alike(words.trim());
  if (wanted === '') return [];
  const body = alike(text);
  const found: TextRange[] = [];
  for (let at = body.indexOf(wanted); at !== -1 && found.length < most; at = body.indexOf(wanted, at + wanted.length))
    found.push({ start: at, end: at + wanted.length });
  return found;
}

/** Lower case where that keeps the length; some capitals are longer in lower case, and then nothing is changed. */
function alike(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** Which hit comes after (or with -1 before) a place, going round at the ends; -1 when there is none. */
export function nextHit(hits: readonly TextRange[], from: number, by: 1 | -1): number {
  if (hits.length === 0) return -1;
  const at = by === 1 ? hits.findIndex((hit) => hit.start > from) : hits.findLastIndex((hit) => hit.start < from);
  return at === -1 ? (by === 1 ? 0 : hits.length - 1) : at;
}
