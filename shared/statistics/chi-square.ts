import { marginsOf } from './counts-matrix.ts';
import type { CountMatrix, Margins } from './counts-matrix.ts';
import { chiSquareUpperTail } from './distributions.ts';

/** A chi-square test. */
export interface ChiSquareTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Pearson's chi-square without continuity correction. Empty rows and columns are left out.
 * Null when fewer than two rows or columns hold anybody.
 */
export function pearsonChiSquare(table: CountMatrix): ChiSquareTest | null {
  return fromMargins(marginsOf(table), 1);
}

/** The "N−1" chi-square, χ²·(N−1)/N, for 2×2 tables. Source: Campbell 2007. Null as for Pearson's. */
export function nMinusOneChiSquare(table: CountMatrix): ChiSquareTest | null {
  const margins = marginsOf(table);
  return fromMargins(margins, (margins.total - 1) / margins.total);
}

function fromMargins(margins: Margins, factor: number): ChiSquareTest | null {
  const df = (margins.rows.length - 1) * (margins.columns.length - 1);
  if (df < 1) return null;
  const statistic = chiSquareStatistic(margins) * factor;
  return { statistic, df, p: chiSquareUpperTail(statistic, df) };
}

function chiSquareStatistic({ counts, expected }: Margins): number {
  let statistic = 0;
  counts.forEach((row, i) =>
    row.forEach((count, j) => {
      const wanted = expected[i]?.[j] ?? 1;
      statistic += (count - wanted) ** 2 / wanted;
    }),
  );
  return statistic;
}

/**
 * Cramér's V corrected for bias (0–1). The raw V averages 0.27 in a 4×4 table of 40 independent answers, so it is
 * never shown. Source: Bergsma 2013. Null when fewer than two rows or columns hold anybody.
 */
export function cramersV(table: CountMatrix): number | null {
  const margins = marginsOf(table);
  const r = margins.rows.length;
  const k = margins.columns.length;
  const n = margins.total;
  if (r < 2 || k < 2) return null;
  const phi = Math.max(0, chiSquareStatistic(margins) / n - ((r - 1) * (k - 1)) / (n - 1));
  const smallest = Math.min(r - (r - 1) ** 2 / (n - 1), k - (k - 1) ** 2 / (n - 1));
  return smallest <= 1 ? null : Math.min(1, Math.sqrt(phi / (smallest - 1)));
}
