import { marginsOf } from '../counts-matrix.ts';
import type { CountMatrix } from '../counts-matrix.ts';
import { chiSquareUpperTail } from '../distributions.ts';
import { tableCorrelation } from './correlation.ts';

/** The linear-by-linear association test. */
export interface LinearByLinear {
  /** (N − 1)·r², with one degree of freedom. */
  readonly statistic: number;
  readonly p: number;
  /** The correlation of the scores. */
  readonly correlation: number;
}

/**
 * Linear-by-linear association (Mantel's test for trend) of a table of two ordered variables, with scores 1, 2, 3 … unless given.
 * Null when a score does not vary. Sources: Mantel 1963; Agresti 2013, 3.4.1.
 */
export function linearByLinear(
  table: CountMatrix,
  rowScores: readonly number[] = table.map((_, row) => row + 1),
  columnScores: readonly number[] = (table[0] ?? []).map((_, column) => column + 1),
): LinearByLinear | null {
  const { total } = marginsOf(table);
  const correlation = tableCorrelation(table, rowScores, columnScores);
  if (correlation === null) return null;
  const statistic = (total - 1) * correlation ** 2;
  return { statistic, p: chiSquareUpperTail(statistic, 1), correlation };
}
