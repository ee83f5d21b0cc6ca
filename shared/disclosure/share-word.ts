import type { ShareWord } from './table.ts';

/** Fewest values a word must leave possible; fewer would give the count away. */
export const FEWEST_VALUES = 3;

/** The word for a share: under a third, from one to two thirds, over two thirds. */
export function shareWord(count: number, base: number): ShareWord {
  if (3 * count < base) return 'few';
  return 3 * count <= 2 * base ? 'half' : 'most';
}

/** Lowest and highest count a reader of the word knows to be possible. */
export function wordRange(word: ShareWord, base: number): { readonly low: number; readonly high: number } {
  const counts = Array.from({ length: base + 1 }, (_, count) => count).filter((count) => shareWord(count, base) === word);
  return { low: counts[0] ?? 0, high: counts.at(-1) ?? 0 };
}
