import { marginsOf } from '../counts-matrix.ts';
import type { CountMatrix } from '../counts-matrix.ts';
import { studentTwoSided } from '../distributions.ts';
import { Z95 } from '../interval.ts';
import type { Interval } from '../interval.ts';
import { tableCorrelation } from './correlation.ts';
import { midranksOf } from './groups.ts';

/** Spearman's correlation with its interval (null under four persons or at ±1) and test. */
export interface Spearman {
  readonly estimate: number;
  readonly interval: Interval | null;
  readonly t: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Spearman's rank correlation of a table of two ordered variables, with midranks. p from t with n − 2 degrees of freedom;
 * interval on Fisher's scale with variance (1 + r²/2)/(n − 3). Null under three persons or when a variable does not vary.
 * Sources: Spearman 1904; Bonett & Wright 2000 for the interval.
 */
export function spearman(table: CountMatrix): Spearman | null {
  const { counts, rows, columns, total } = marginsOf(table);
  const estimate = tableCorrelation(counts, midranksOf(rows), midranksOf(columns));
  if (estimate === null || total < 3) return null;
  const df = total - 2;
  const t = estimate * Math.sqrt(df / (1 - estimate ** 2));
  return { estimate, interval: fisherScale(estimate, total), t, df, p: Number.isFinite(t) ? studentTwoSided(t, df) : 0 };
}

function fisherScale(estimate: number, base: number): Interval | null {
  if (base < 4 || Math.abs(estimate) === 1) return null;
  const half = Z95 * Math.sqrt((1 + estimate ** 2 / 2) / (base - 3));
  return { estimate, low: Math.tanh(Math.atanh(estimate) - half), high: Math.tanh(Math.atanh(estimate) + half) };
}
