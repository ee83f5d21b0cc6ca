import type { CountTable } from '../../../shared/disclosure/index.ts';
import { makeBanner, type Banner } from './banner.ts';
import type { Mask } from './count.ts';
import type { Column } from './stored-answers.ts';
import { assemble, tally } from './tally.ts';

/**
 * Counts a variable under a banner that is ready, one table per part. `rowTotals` and `total` are of everybody who is counted and has an
 * answer, in a group of the part or in none, and so the same in every part: the shared "Alle" column. Columns of a part that is a
 * set overlap.
 */
export function countUnder(rows: Column, banner: Banner): readonly CountTable[] {
  const { parts, rowTotals, total } = assemble(banner, rows.categories.length, (joint) => tally(rows, joint));
  return parts.map(({ counts, columnTotals }) => ({ counts, columnTotals, rowTotals, total }));
}

/** Counts a variable under the parts of a banner in one pass; many variables under one banner go by `makeBanner` and `countUnder`. */
export function countBanner(rows: Column, parts: readonly Column[], { mask }: { readonly mask: Mask }): readonly CountTable[] {
  return countUnder(rows, makeBanner(rows.values.length, parts, mask));
}

/** What means and standard deviations of one group are made of. */
export interface FigureSums {
  /** Persons (units) with a number, never weighted. */
  readonly n: number;
  /** Sum of the weights; n where there are none. */
  readonly weight: number;
  /** Σ w x. */
  readonly sum: number;
  /** Σ w x². */
  readonly squares: number;
  /** Σ w². */
  readonly weightSquares: number;
}

interface Sums {
  n: number;
  weight: number;
  sum: number;
  squares: number;
  weightSquares: number;
}

function nothing(): Sums {
  return { n: 0, weight: 0, sum: 0, squares: 0, weightSquares: 0 };
}

function take(into: Sums, number: number, weight: number): void {
  into.n += 1;
  into.weight += weight;
  into.sum += weight * number;
  into.squares += weight * number * number;
  into.weightSquares += weight * weight;
}

/** Sums of the numbers (NaN: none) of the units that are counted, by group. For everybody give a column with one group. */
export function countFigures(numbers: Float64Array, part: Column, mask: Mask, weights: Float64Array | null = null): readonly FigureSums[] {
  const groups = part.categories.map(nothing);
  for (let unit = 0; unit < numbers.length; unit += 1) {
    const number = numbers[unit] ?? Number.NaN;
    const value = part.values[unit] ?? -1;
    if (Number.isNaN(number) || value < 0 || (mask !== null && mask[unit] === 0)) continue;
    const weight = weights === null ? 1 : (weights[unit] ?? 0);
    if (part.kind === 'codes') {
      const group = groups[value];
      if (group !== undefined) take(group, number, weight);
      continue;
    }
    for (const [at, group] of groups.entries()) if (part.indicators[at]?.[unit] === 1) take(group, number, weight);
  }
  return groups;
}

/**
 * The same sums for the score of a scale, from the counts of its answers: no second pass over the persons. One entry per column.
 * `scores` are parallel to the rows.
 */
export function figuresOfCounts(
  { counts, columnTotals }: Pick<CountTable, 'counts' | 'columnTotals'>,
  scores: readonly number[],
): readonly FigureSums[] {
  return columnTotals.map((_, column) => {
    const sums = nothing();
    for (const [row, score] of scores.entries()) {
      const count = counts[row]?.[column] ?? 0;
      sums.n += count;
      sums.sum += count * score;
      sums.squares += count * score * score;
    }
    return { ...sums, weight: sums.n, weightSquares: sums.n };
  });
}
