import { none, plain, type Figure, type NoFigure } from './figure.ts';

/** A segment one coder marked on the continuum, with its value as a whole number from 0. */
export interface ValuedSegment {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** uα: boundaries and values together; |uα: whether anything is marked, whatever it is called; cuα: values, where both marked. */
export interface UnitizingAlpha {
  readonly whole: Figure;
  readonly marked: Figure;
  readonly coded: Figure;
}

/** One coder's continuum, cut into segments and the gaps between; the value of a gap is null. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly value: number | null;
}

/** Coincidences in brief: in all, in the same value, and per value the length and the sum of squared lengths of its segments. */
interface Coincidences {
  readonly total: number;
  readonly same: number;
  readonly lengths: ReadonlyMap<number, number>;
  readonly squares: ReadonlyMap<number, number>;
}

/**
 * Krippendorff's α for unitizing, of at least two coders of one continuum of `length` units. Each coder's segments must be in order
 * and free of each other; the continuum is cut into them and the gaps between. With ℓ_ck the mean length that values c and k share
 * among pairs of coders, ε_ck = ℓ.. (ℓ_c ℓ_k − [c=k] s_c) / (ℓ..² − Σs), where s sums the squared lengths of segments and the plain
 * lengths of gaps; α = 1 − (ℓ.. − Σℓ_cc) / (ℓ.. − Σε_cc). |uα takes the same sums over "marked" and "gap". cuα leaves the gaps
 * out and squares the mean length each segment shares with the others' segments.
 * Source: Krippendorff, Mathet, Bouvry & Widlöcher 2016; Krippendorff 2019, section 12.6.
 * @throws RangeError for fewer than two coders, and for segments that overlap or lie outside.
 */
export function unitizingAlpha(coders: readonly (readonly ValuedSegment[])[], length: number): UnitizingAlpha {
  if (coders.length < 2) throw new RangeError('expected two coders at least');
  if (length === 0) return { whole: none('no-units'), marked: none('no-units'), coded: none('no-units') };
  const parts = coders.map((segments) => partition(segments, length));
  const shared = shareOut(parts);
  return { whole: wholeAlpha(coders, length, shared), marked: markedAlpha(coders, length, shared), coded: codedAlpha(shared) };
}

function partition(segments: readonly ValuedSegment[], length: number): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const segment of segments) {
    if (segment.start < at || segment.end <= segment.start || segment.end > length) throw new RangeError('segments overlap or lie outside');
    if (segment.start > at) parts.push({ start: at, end: segment.start, value: null });
    parts.push(segment);
    at = segment.end;
  }
  if (at < length) parts.push({ start: at, end: length, value: null });
  return parts;
}

interface Shared {
  /** Length in the same value, gaps among themselves included; each pair of coders counted both ways and shared by m − 1. */
  readonly same: number;
  /** Of which gaps. */
  readonly gaps: number;
  /** What segments share with segments, whatever their values. */
  readonly marked: Coincidences;
}

/** Lays every coder's parts over every other's. */
function shareOut(coders: readonly (readonly Part[])[]): Shared {
  const others = coders.length - 1;
  let [same, gaps, both, alike] = [0, 0, 0, 0];
  const lengths = new Map<number, number>();
  const squares = new Map<number, number>();
  for (const [index, mine] of coders.entries()) {
    const pairableLengths = mine.map(() => 0);
    for (const [other, theirs] of coders.entries()) {
      if (other === index) continue;
      walk(mine, theirs, (at, value, theirValue, shared) => {
        if (value === theirValue) same += shared / others;
        if (value === null && theirValue === null) gaps += shared / others;
        if (value === null || theirValue === null) return;
        both += shared / others;
        if (value === theirValue) alike += shared / others;
        pairableLengths[at] = (pairableLengths[at] ?? 0) + shared / others;
      });
    }
    for (const [at, { value }] of mine.entries()) {
      const pairable = pairableLengths[at] ?? 0;
      if (value === null) continue;
      lengths.set(value, (lengths.get(value) ?? 0) + pairable);
      squares.set(value, (squares.get(value) ?? 0) + pairable ** 2);
    }
  }
  return { same, gaps, marked: { total: both, same: alike, lengths, squares } };
}

function walk(
  mine: readonly Part[],
  theirs: readonly Part[],
  found: (at: number, value: number | null, theirValue: number | null, shared: number) => void,
): void {
  let [i, j] = [0, 0];
  for (;;) {
    const [a, b] = [mine[i], theirs[j]];
    if (a === undefined || b === undefined) return;
    found(i, a.value, b.value, Math.min(a.end, b.end) - Math.max(a.start, b.start));
    if (a.end <= b.end) i += 1;
    if (b.end <= a.end) j += 1;
  }
}

function wholeAlpha(coders: readonly (readonly ValuedSegment[])[], length: number, shared: Shared): Figure {
  const { lengths, squares, gap } = ownLengths(coders, length);
  const same = [...lengths].map(([value, sum]) => sum ** 2 - (squares.get(value) ?? 0));
  return alpha({ total: coders.length * length, same: shared.same, chance: [...same, gap ** 2 - gap], correction: total(squares) + gap });
}

function markedAlpha(coders: readonly (readonly ValuedSegment[])[], length: number, shared: Shared): Figure {
  const { lengths, squares, gap } = ownLengths(coders, length);
  const chance = [total(lengths) ** 2 - total(squares), gap ** 2 - gap];
  const same = shared.gaps + shared.marked.total;
  return alpha({ total: coders.length * length, same, chance, correction: total(squares) + gap });
}

function codedAlpha({ marked }: Shared): Figure {
  const chance = [...marked.lengths].map(([value, sum]) => sum ** 2 - (marked.squares.get(value) ?? 0));
  return alpha({ total: marked.total, same: marked.same, chance, correction: total(marked.squares) });
}

/** Over all coders: length and squared lengths of the segments per value, and the length of the gaps. */
function ownLengths(
  coders: readonly (readonly ValuedSegment[])[],
  length: number,
): Pick<Coincidences, 'lengths' | 'squares'> & { readonly gap: number } {
  const lengths = new Map<number, number>();
  const squares = new Map<number, number>();
  for (const { start, end, value } of coders.flat()) {
    lengths.set(value, (lengths.get(value) ?? 0) + end - start);
    squares.set(value, (squares.get(value) ?? 0) + (end - start) ** 2);
  }
  return { lengths, squares, gap: coders.length * length - total(lengths) };
}

interface Terms {
  readonly total: number;
  readonly same: number;
  /** ℓ_c² − s_c per value. */
  readonly chance: readonly number[];
  readonly correction: number;
}

function alpha({ total: all, same, chance, correction }: Terms): Figure {
  const undefinedBecause = (because: NoFigure): Figure => none(because);
  if (all === 0) return undefinedBecause('no-units');
  const room = all ** 2 - correction;
  // A single segment each, covering everything: there is nothing else that chance could have paired it with.
  const expected = room <= 0 ? 0 : all - (all * chance.reduce((sum, one) => sum + one, 0)) / room;
  if (expected <= all * 1e-12) return undefinedBecause('one-category');
  return plain(1 - (all - same) / expected);
}

function total(values: ReadonlyMap<number, number>): number {
  return values.values().reduce((sum, value) => sum + value, 0);
}
