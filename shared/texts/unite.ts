import { contains, overlaps, type TextRange } from './offsets.ts';

/** What becomes of the codings of one theme by one coder on one text when a range is added. */
export interface Union<R extends TextRange> {
  /** The range that stands afterwards. */
  readonly range: TextRange;
  /** The existing range that takes the new extent; null when a new one is needed. */
  readonly kept: R | null;
  /** Existing ranges that are now part of the kept one. */
  readonly absorbed: readonly R[];
  /** Nothing changes: an existing range holds all of the added one. */
  readonly isAlreadyThere: boolean;
}

/** The same theme on overlapping text of the same coder unites. Ranges that only touch stay apart. */
export function unite<R extends TextRange>(existing: readonly R[], added: TextRange): Union<R> {
  const holder = existing.find((range) => contains(range, added));
  if (holder !== undefined) return { range: holder, kept: holder, absorbed: [], isAlreadyThere: true };
  const touched = existing.filter((range) => overlaps(range, added)).toSorted((a, b) => a.start - b.start);
  const [kept = null, ...absorbed] = touched;
  const range = {
    start: Math.min(added.start, ...touched.map((other) => other.start)),
    end: Math.max(added.end, ...touched.map((other) => other.end)),
  };
  return { range, kept, absorbed, isAlreadyThere: false };
}
