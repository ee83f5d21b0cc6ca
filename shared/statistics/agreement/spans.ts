/** A stretch of a text; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Spans of one coder and one theme as they are counted: in order, those that overlap or touch as one. */
export function unitedSpans(spans: readonly Span[]): Span[] {
  const united: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = united.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else united.push({ start, end });
  }
  return united;
}

/** What both have. Both lists united, as `unitedSpans` gives them. */
export function commonSpans(a: readonly Span[], b: readonly Span[]): Span[] {
  const found: Span[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [mine, theirs] = [a[i], b[j]];
    if (mine === undefined || theirs === undefined) return found;
    const start = Math.max(mine.start, theirs.start);
    const end = Math.min(mine.end, theirs.end);
    if (end > start) found.push({ start, end });
    if (mine.end < theirs.end) i += 1;
    else j += 1;
  }
}

/** Length of spans that do not overlap. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Spans in UTF-16 units, as they are stored, told in code points, so that a character outside the basic plane counts as one. */
export function inCodePoints(body: string, spans: readonly Span[]): Span[] {
  // Half of a pair of surrogates: without any, the two ways of counting agree.
  if (!/[\uD800-\uDBFF]/.test(body)) return [...spans];
  const points: number[] = [];
  let count = 0;
  for (const character of body) {
    for (let unit = 0; unit < character.length; unit++) points.push(count);
    count += 1;
  }
  return spans.map(({ start, end }) => ({ start: points[start] ?? count, end: points[end] ?? count }));
}

/** Number of code points. */
export function countCodePoints(body: string): number {
  let pairs = 0;
  for (const _ of body.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)) pairs += 1;
  return body.length - pairs;
}
