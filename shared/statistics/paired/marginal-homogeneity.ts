import type { CountMatrix } from '../counts-matrix.ts';
import { chiSquareUpperTail } from '../distributions.ts';
import type { Interval } from '../interval.ts';
import { netScore } from '../net.ts';
import { assertSquare } from './square-table.ts';

/** Change of a nominal answer between two linked waves. */
export interface MarginalHomogeneity {
  /** Stuart–Maxwell. */
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  /** Bhapkar, SM/(1 − SM/n); null when every person changed in one direction, where it has no value. */
  readonly bhapkar: { readonly statistic: number; readonly p: number } | null;
  /** Per category, share in the second wave minus the first, with the Bonett–Price interval. */
  readonly changes: readonly Interval[];
  readonly base: number;
}

/**
 * Stuart–Maxwell and Bhapkar tests of marginal homogeneity. Categories that nobody left or entered are dropped before inverting,
 * and one category of every set between which nobody moved, so that the covariance matrix always has an inverse.
 * Null when nobody changed. Sources: Stuart 1955; Maxwell 1970; Bhapkar 1966.
 * @param table rows first wave, columns second wave
 */
export function marginalHomogeneity(table: CountMatrix): MarginalHomogeneity | null {
  const base = assertSquare(table);
  const moved = table.map((row, i) => ({
    out: row.reduce((sum, count, j) => sum + (i === j ? 0 : count), 0),
    in: table.reduce((sum, other, j) => sum + (i === j ? 0 : (other[i] ?? 0)), 0),
  }));
  const kept = independentCategories(table);
  if (base === 0 || kept.length === 0) return null;
  const differences = kept.map((i) => (moved[i]?.in ?? 0) - (moved[i]?.out ?? 0));
  const covariance = kept.map((i) =>
    kept.map((j) => (i === j ? (moved[i]?.in ?? 0) + (moved[i]?.out ?? 0) : -((table[i]?.[j] ?? 0) + (table[j]?.[i] ?? 0)))),
  );
  const solved = solve(covariance, differences);
  const statistic = differences.reduce((sum, difference, i) => sum + difference * (solved[i] ?? 0), 0);
  const df = kept.length;
  const bhapkar = statistic / (1 - statistic / base);
  return {
    statistic,
    df,
    p: chiSquareUpperTail(statistic, df),
    bhapkar: base - statistic > 1e-9 * base ? { statistic: bhapkar, p: chiSquareUpperTail(bhapkar, df) } : null,
    changes: moved.map((category) => netScore(category.in, category.out, base)),
    base,
  };
}

/** All categories but the last of each set that moves connect; categories without moves form sets of one. */
function independentCategories(table: CountMatrix): number[] {
  const set = table.map((_, index) => index);
  const moves = table.flatMap((row, i) => row.flatMap((count, j) => (i !== j && count > 0 ? [[i, j] as const] : [])));
  for (const [i, j] of moves) {
    const [from, to] = [set[i], set[j]];
    set.forEach((name, index) => {
      if (name === from) set[index] = to ?? name;
    });
  }
  return set.flatMap((name, index) => (set.lastIndexOf(name) > index ? [index] : []));
}

/** Solves a symmetric positive definite system by Gauss elimination with pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const below = rows.slice(column).map((row) => Math.abs(row[column] ?? 0));
    const pivot = column + below.indexOf(Math.max(...below));
    const [top, other] = [rows[column] ?? [], rows[pivot] ?? []];
    rows[column] = other;
    rows[pivot] = top;
    rows.forEach((row, index) => {
      const factor = index === column ? 0 : (row[column] ?? 0) / (other[column] ?? 1);
      if (factor !== 0) row.forEach((value, at) => (row[at] = value - factor * (other[at] ?? 0)));
    });
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}
