import type { CountMatrix } from '../counts-matrix.ts';
import { normalTwoSided } from '../distributions.ts';
import { clip, Z95 } from '../interval.ts';
import type { Interval } from '../interval.ts';
import { concordance } from './concordance.ts';
import type { Concordance } from './concordance.ts';

/** An ordinal association: effect (−1–1) with its interval, then the test. */
export interface OrdinalAssociation extends Interval {
  /** Of the permutation test. */
  readonly z: number;
  readonly p: number;
  readonly base: number;
}

/**
 * Kendall's tau-b of a table of two ordered variables (both from lowest to highest), with its asymptotic standard error interval
 * clipped to −1–1. The p value is from the tie-corrected permutation variance of the score, without continuity correction.
 * Null when either variable has fewer than two used categories. Sources: Kendall 1970; Brown & Benedetti 1977 for the error.
 */
export function kendallTauB(table: CountMatrix): OrdinalAssociation | null {
  const pairs = concordance(table);
  const { counts, rows, columns, total, doubleScore, net, untiedRows, untiedColumns } = pairs;
  if (rows.length < 2 || columns.length < 2) return null;
  const root = Math.sqrt(untiedRows * untiedColumns);
  const tau = doubleScore / root;
  const variance =
    sumCells(counts, (i, j) => {
      const margin = (rows[i] ?? 0) * untiedColumns + (columns[j] ?? 0) * untiedRows;
      return (2 * root * (net[i]?.[j] ?? 0) + tau * margin) ** 2;
    }) -
    total ** 3 * tau ** 2 * (untiedRows + untiedColumns) ** 2;
  return { ...limits(tau, Math.sqrt(Math.max(0, variance)) / root ** 2), ...scoreTest(pairs), base: total };
}

/** Which variable of the table is the outcome. */
export type SomersOutcome = 'rows' | 'columns';

/**
 * Somers' d with the named variable as the outcome: concordant minus discordant, of all pairs that differ on the other variable.
 * Interval from the asymptotic standard error, clipped to −1–1; p as for tau-b. Null as for tau-b.
 * Sources: Somers 1962; Goodman & Kruskal 1972 for the error.
 */
export function somersD(table: CountMatrix, outcome: SomersOutcome): OrdinalAssociation | null {
  const pairs = concordance(table);
  const { counts, rows, columns, total, doubleScore, net } = pairs;
  if (rows.length < 2 || columns.length < 2) return null;
  const untied = outcome === 'rows' ? pairs.untiedColumns : pairs.untiedRows;
  const variance = sumCells(counts, (i, j) => {
    const given = (outcome === 'rows' ? columns[j] : rows[i]) ?? 0;
    return (untied * (net[i]?.[j] ?? 0) - doubleScore * (total - given)) ** 2;
  });
  return { ...limits(doubleScore / untied, (2 * Math.sqrt(variance)) / untied ** 2), ...scoreTest(pairs), base: total };
}

function limits(estimate: number, standardError: number): Interval {
  const half = Z95 * standardError;
  return { estimate, low: clip(estimate - half, -1, 1), high: clip(estimate + half, -1, 1) };
}

function scoreTest({ doubleScore, variance }: Concordance): { z: number; p: number } {
  const z = doubleScore / 2 / Math.sqrt(variance);
  return { z, p: normalTwoSided(z) };
}

/** Σ count × term over the cells. */
function sumCells(counts: CountMatrix, term: (row: number, column: number) => number): number {
  let sum = 0;
  counts.forEach((row, i) => row.forEach((count, j) => (sum += count === 0 ? 0 : count * term(i, j))));
  return sum;
}
