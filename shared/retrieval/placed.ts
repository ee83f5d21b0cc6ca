import { contains, overlaps, type TextRange } from '../texts/index.ts';
import type { PlaceCondition } from './material.ts';

/** Whether any of the other ranges of the text stands where the condition says. */
export function isPlacedSo(
  segment: TextRange,
  others: readonly TextRange[],
  { place, words }: Pick<PlaceCondition, 'place' | 'words'>,
  body: () => string,
): boolean {
  if (others.length === 0) return false;
  switch (place) {
    case 'text':
      return true;
    case 'overlap':
      return others.some((other) => overlaps(other, segment));
    case 'inside':
      return others.some((other) => contains(other, segment));
    case 'paragraph': {
      const paragraph = paragraphAround(body(), segment);
      // A line break is of no paragraph; what lies on it is still beside whatever covers it too.
      return others.some((other) => overlaps(other, paragraph) || overlaps(other, segment));
    }
    case 'words':
      return isNear(segment, others, words, body);
    default:
      return place satisfies never;
  }
}

/** The lines that a range touches, from the first to the last, without the line break that ends them. */
function paragraphAround(body: string, { start, end }: TextRange): TextRange {
  const next = body.indexOf('\n', Math.max(start, end - 1));
  return { start: start === 0 ? 0 : body.lastIndexOf('\n', start - 1) + 1, end: next === -1 ? body.length : next };
}

/** Only the nearest before and the nearest after can be near enough: between any other lies more. */
function isNear(segment: TextRange, others: readonly TextRange[], words: number, body: () => string): boolean {
  let before = -1;
  let after = Number.POSITIVE_INFINITY;
  for (const other of others) {
    if (overlaps(other, segment)) return true;
    if (other.end <= segment.start) before = Math.max(before, other.end);
    else after = Math.min(after, other.start);
  }
  return (
    (before >= 0 && hasAtMost(body(), before, segment.start, words)) ||
    (after !== Number.POSITIVE_INFINITY && hasAtMost(body(), segment.end, after, words))
  );
}

/** Whether at most so many words, or parts of words, stand between two places. Stops counting once there are more. */
function hasAtMost(body: string, from: number, to: number, most: number): boolean {
  const word = /[\p{L}\p{M}\p{N}]+/gu;
  word.lastIndex = from;
  for (let count = 0; ; count++) {
    const hit = word.exec(body);
    if (hit === null || hit.index >= to) return true;
    if (count === most) return false;
  }
}
