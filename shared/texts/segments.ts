import type { TextRange } from './offsets.ts';

/** A stretch of text under one and the same set of ranges. */
export interface Segment<R extends TextRange> extends TextRange {
  /** Ranges that hold all of the stretch, longest first, so that the last is the innermost. */
  readonly covers: readonly R[];
}

/**
 * Cuts a text of `length` units at every edge of the given ranges. The segments follow each other without gap or overlap from
 * 0 to `length`; stretches under no range have an empty set. Ranges are cut to the text. One forward sweep, n log n in ranges.
 */
export function sweepSegments<R extends TextRange>(length: number, ranges: readonly R[]): Segment<R>[] {
  const usable = ranges.filter((range) => range.start < Math.min(range.end, length) && range.end > 0);
  const starts = usable.toSorted((a, b) => a.start - b.start);
  const edges = [...new Set([0, length, ...usable.flatMap((range) => [Math.max(0, range.start), Math.min(length, range.end)])])].toSorted(
    (a, b) => a - b,
  );
  const segments: Segment<R>[] = [];
  let open: R[] = [];
  let next = 0;
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined) break;
    open = open.filter((range) => range.end > start);
    for (let range = starts[next]; range !== undefined && range.start <= start; range = starts[next]) {
      open.push(range);
      next += 1;
    }
    segments.push({ start, end, covers: open.toSorted((a, b) => b.end - b.start - (a.end - a.start)) });
  }
  return segments;
}

/** Ranges in lanes, so that no two in one lane overlap: each takes the first lane that is free at its start. */
export function assignLanes<R extends TextRange>(ranges: readonly R[]): { readonly range: R; readonly lane: number }[] {
  const ends: number[] = [];
  return ranges
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map((range) => {
      const free = ends.findIndex((end) => end <= range.start);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = range.end;
      return { range, lane };
    });
}
