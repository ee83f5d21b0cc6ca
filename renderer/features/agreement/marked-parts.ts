/** A stretch of a text with UTF-16 offsets; the end is exclusive. */
export interface Marking {
  readonly start: number;
  readonly end: number;
}

/** A piece of a text as one coder's column shows it. */
export type MarkedPart =
  | { readonly kind: 'text'; readonly start: number; readonly text: string; readonly isMarked: boolean; readonly isAlone: boolean }
  /** Words that nobody has marked, left out: how many characters. */
  | { readonly kind: 'gap'; readonly start: number; readonly length: number };

/** Words shown before and after what is marked; a longer stretch that nobody marked is folded. */
const around = 300;

/**
 * Cuts a text where one coder's marks or the other's begin and end: marked by this one, and alone in it. Of long texts only what is
 * near somebody's marks, so that two columns stand beside each other.
 */
export function markedParts(body: string, own: readonly Marking[], other: readonly Marking[]): MarkedPart[] {
  const edges = [0, body.length, ...own.flatMap(({ start, end }) => [start, end]), ...other.flatMap(({ start, end }) => [start, end])];
  const cuts = [...new Set(edges)].filter((at) => at >= 0 && at <= body.length).toSorted((a, b) => a - b);
  const isIn = (spans: readonly Marking[], at: number): boolean => spans.some(({ start, end }) => start <= at && at < end);
  return cuts.slice(0, -1).flatMap((start, index): MarkedPart[] => {
    const end = cuts[index + 1] ?? body.length;
    const isMarked = isIn(own, start);
    const isAlone = isMarked && !isIn(other, start);
    if (isMarked || isIn(other, start)) return [{ kind: 'text', start, text: body.slice(start, end), isMarked, isAlone }];
    return unmarked(body, start, end);
  });
}

function unmarked(body: string, start: number, end: number): MarkedPart[] {
  const [before, after] = [start === 0 ? 0 : around, end === body.length ? 0 : around];
  const from = before === 0 ? start : wordEdge(body, start + before, end);
  const to = wordEdge(body, Math.max(from, end - after), end);
  const plain = (at: number, until: number): MarkedPart[] =>
    until > at ? [{ kind: 'text', start: at, text: body.slice(at, until), isMarked: false, isAlone: false }] : [];
  if (to - from <= around) return plain(start, end);
  return [...plain(start, from), { kind: 'gap', start: from, length: to - from }, ...plain(to, end)];
}

/** The next white space from here on, so that no word is cut. */
function wordEdge(body: string, from: number, end: number): number {
  if (from >= end) return end;
  const found = body.slice(from, end).search(/\s/u);
  return found < 0 ? end : from + found;
}

/** Where a place in a text field lies in the stored text: a field holds one unit for every line break, whatever it was. */
export function storedOffset(body: string, offset: number): number {
  let [stored, shown] = [0, 0];
  while (shown < offset && stored < body.length) {
    stored += body.startsWith('\r\n', stored) ? 2 : 1;
    shown += 1;
  }
  return stored;
}
