import { makeBanner, type Banner } from './banner.ts';
import type { Mask } from './count.ts';
import type { Column } from './stored-answers.ts';
import { assemble, tallyWeights, type TalliedBanner } from './tally.ts';

/** Sums of weights by answer and group, Σ w; shaped as a table of counts, but no counts: the gate never reads it. */
export interface WeightedSums {
  /** counts[row][column]. */
  readonly counts: readonly (readonly number[])[];
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  readonly total: number;
}

export interface WeightedTable extends WeightedSums {
  /** Σ w² of those with an answer, per column and of everybody: Kish's effective base is (Σ w)² / Σ w². */
  readonly columnSquares: readonly number[];
  readonly totalSquares: number;
}

/**
 * Sums of weights of a variable under a banner that is ready, one table per part, as `countUnder` counts persons.
 * @param weights one per unit, 0 for units without one
 */
export function weighUnder(rows: Column, banner: Banner, weights: Float64Array): readonly WeightedSums[] {
  const { parts, rowTotals, total } = assemble(banner, rows.categories.length, (joint) => tallyWeights(rows, joint, weights));
  return parts.map(({ counts, columnTotals }) => ({ counts, columnTotals, rowTotals, total }));
}

/** Σ w² of those with an answer; no rows. */
function squaresUnder({ values }: Column, banner: Banner, weights: Float64Array): TalliedBanner {
  const squares = weights.map((weight) => weight * weight);
  return assemble(banner, 0, (joint) => tallyWeights({ kind: 'set', categories: [], indicators: [], values }, joint, squares));
}

/** Sums of weights and of their squares of a variable under the parts of a banner. */
export function weightedBanner(
  rows: Column,
  parts: readonly Column[],
  { mask, weights }: { readonly mask: Mask; readonly weights: Float64Array },
): readonly WeightedTable[] {
  const banner = makeBanner(rows.values.length, parts, mask);
  const squares = squaresUnder(rows, banner, weights);
  return weighUnder(rows, banner, weights).map((table, part) => ({
    ...table,
    columnSquares: squares.parts[part]?.columnTotals ?? [],
    totalSquares: squares.total,
  }));
}
