import { characters } from './edge-characters.ts';

/** Of a very long text only so many units for each character wanted are looked at: a long answer is not taken apart for its first words. */
const looked = 64;

/**
 * A text in one line of at most so many characters, the last an ellipsis where more is said; never through a character. Thirty is what the
 * names of deeds hold.
 */
export function cut(text: string, length = 30): string {
  const own = text.trim();
  const isSeenWhole = own.length <= length * looked;
  const line = own
    .slice(0, length * looked)
    .toWellFormed()
    .replaceAll(/\s+/gu, ' ');
  if (isSeenWhole && line.length <= length) return line;
  const all = characters(line);
  return isSeenWhole && all.length <= length ? line : `${all.slice(0, length - 1).join('')}…`;
}
