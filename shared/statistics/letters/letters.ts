import type { Adjustment } from '../adjust.ts';
import { criticalLevels } from './levels.ts';
import type { CriticalLevels } from './levels.ts';
import { meanPair, NOT_TESTABLE, sharePair } from './pair-tests.ts';

interface LetterRowBase {
  /** Persons (or effective answers, when weighted) per column. */
  readonly bases: ArrayLike<number>;
  /** Unweighted persons per column, when `bases` are not; the smallest base is judged by them. */
  readonly persons?: ArrayLike<number>;
  /** Columns whose cell is not shown: never tested and never named, because a letter leaks order. */
  readonly hidden?: ArrayLike<boolean>;
}

/** A row of shares: an answer, a net such as top-2, or a theme. Weighted: effective counts. */
export interface ShareRow extends LetterRowBase {
  readonly kind: 'share';
  readonly counts: ArrayLike<number>;
}

/** A row of means, tested like the others; a net score is the mean of 1, 0 and −1. */
export interface MeanRow extends LetterRowBase {
  readonly kind: 'mean';
  readonly means: ArrayLike<number>;
  readonly deviations: ArrayLike<number>;
}

export type LetterRow = ShareRow | MeanRow;

/** How letters are made; the defaults are Holm within each row at 5 %. */
export interface LetterOptions {
  readonly adjust?: Adjustment;
  /** `row`: the pairs of one row within one banner variable. `table`: every pair of every row that is given. */
  readonly family?: 'row' | 'table';
  /** Level, 0.05 unless given. */
  readonly alpha?: number;
  /** A smaller second level; what reaches it gets a capital letter, the rest a small one. */
  readonly strictAlpha?: number;
  /** Columns with fewer persons get and give no letter; 10 unless given. */
  readonly minimumBase?: number;
}

/** The larger of two columns; its cell carries the letter of the smaller. */
export interface LetterMark {
  readonly row: number;
  readonly column: number;
  readonly over: number;
  /** Capital: reached the smaller level, or there is only one. */
  readonly isStrict: boolean;
}

/**
 * Column letters of a table: every pair of columns of the same banner variable is tested within each row, and the larger gets a mark.
 * @param blocks per column the number of its banner variable; negative for columns that are not compared (the total)
 * Source of the design: IBM SPSS CTABLES COMPARETEST; Holm 1979.
 */
export function columnLetters(rows: readonly LetterRow[], blocks: ArrayLike<number>, options: LetterOptions = {}): LetterMark[] {
  const { adjust = 'holm', family = 'row', alpha = 0.05, strictAlpha, minimumBase = 10 } = options;
  const levels = criticalLevels(adjust, alpha);
  const strict = strictAlpha === undefined ? levels : criticalLevels(adjust, strictAlpha);
  const pairs = pairsOf(blocks);
  const marks: LetterMark[] = [];
  const whole = emptyFamily();
  rows.forEach((row, index) => {
    const usable = usableColumns(row, blocks.length, minimumBase);
    for (const block of pairs) {
      const tested = family === 'table' ? whole : emptyFamily();
      testPairs({ row, index, block, usable, least: levels.least }, tested);
      if (family === 'row') mark(tested, levels, strict, marks);
    }
  });
  if (family === 'table') mark(whole, levels, strict, marks);
  return marks;
}

/** Pairs that were tested together; those surely above the level are only counted. Parallel lists: there may be 100,000. */
interface Family {
  size: number;
  readonly strengths: number[];
  /** row, larger, smaller, row, larger, smaller … */
  readonly places: number[];
}

function emptyFamily(): Family {
  return { size: 0, strengths: [], places: [] };
}

/** Columns two and two within each banner variable, flat: first, second, first, second … */
function pairsOf(blocks: ArrayLike<number>): Int32Array[] {
  const byBlock = new Map<number, number[]>();
  for (let column = 0; column < blocks.length; column += 1) {
    const block = blocks[column] ?? -1;
    if (block >= 0) byBlock.set(block, [...(byBlock.get(block) ?? []), column]);
  }
  return [...byBlock.values()].map((columns) =>
    Int32Array.from(columns.flatMap((first, at) => columns.slice(at + 1).flatMap((second) => [first, second]))),
  );
}

function usableColumns(row: LetterRow, columns: number, minimumBase: number): Uint8Array {
  const usable = new Uint8Array(columns);
  for (let column = 0; column < columns; column += 1) {
    const persons = (row.persons ?? row.bases)[column] ?? 0;
    usable[column] = persons >= minimumBase && row.hidden?.[column] !== true ? 1 : 0;
  }
  return usable;
}

interface Pairs {
  readonly row: LetterRow;
  readonly index: number;
  readonly block: Int32Array;
  readonly usable: Uint8Array;
  readonly least: number;
}

function testPairs({ row, index, block, usable, least }: Pairs, family: Family): void {
  for (let at = 0; at < block.length; at += 2) {
    const [a, b] = [block[at] ?? 0, block[at + 1] ?? 0];
    if (usable[a] !== 1 || usable[b] !== 1) continue;
    const strength = row.kind === 'share' ? shareStrength(row, a, b) : meanPair(meanOf(row, a), meanOf(row, b));
    if (strength === NOT_TESTABLE) continue;
    family.size += 1;
    if (strength <= least) continue;
    family.strengths.push(strength);
    if (valueOf(row, a) > valueOf(row, b)) family.places.push(index, a, b);
    else family.places.push(index, b, a);
  }
}

function shareStrength({ counts, bases }: ShareRow, a: number, b: number): number {
  return sharePair(counts[a] ?? 0, bases[a] ?? 0, counts[b] ?? 0, bases[b] ?? 0);
}

function meanOf({ means, deviations, bases }: MeanRow, column: number): { mean: number; deviation: number; base: number } {
  return { mean: means[column] ?? 0, deviation: deviations[column] ?? 0, base: bases[column] ?? 0 };
}

function valueOf(row: LetterRow, column: number): number {
  return row.kind === 'share' ? (row.counts[column] ?? 0) / (row.bases[column] ?? 1) : (row.means[column] ?? 0);
}

function mark({ strengths, places, size }: Family, levels: CriticalLevels, strict: CriticalLevels, marks: LetterMark[]): void {
  if (strengths.length === 0) return;
  const threshold = levels.threshold(strengths, size);
  const strictThreshold = strict === levels ? threshold : strict.threshold(strengths, size);
  strengths.forEach((strength, index) => {
    if (strength <= threshold) return;
    const at = 3 * index;
    marks.push({ row: places[at] ?? 0, column: places[at + 1] ?? 0, over: places[at + 2] ?? 0, isStrict: strength > strictThreshold });
  });
}
