import { normalQuantile, studentTwoSided } from '../distributions.ts';
import { midPOfShares } from '../fisher.ts';

/** Strength of a pair that cannot be tested; it is no member of its family. */
export const NOT_TESTABLE = -1;

/**
 * Strength of the difference of two shares as |z|: z on the pooled share of the two columns (as SPSS CTABLES). Where a share is 0 or
 * 100 % or an expected count is under 1 it is the |z| with the same p as Fisher's mid-p. Weighted counts are not whole and have no
 * exact test: such a pair is {@link NOT_TESTABLE}.
 */
export function sharePair(x1: number, n1: number, x2: number, n2: number): number {
  const pooled = (x1 + x2) / (n1 + n2);
  if (pooled === 0 || pooled === 1) return 0;
  const isEdge = x1 === 0 || x2 === 0 || x1 === n1 || x2 === n2 || Math.min(pooled, 1 - pooled) * Math.min(n1, n2) < 1;
  if (isEdge) {
    const isWhole = Number.isInteger(x1) && Number.isInteger(x2) && Number.isInteger(n1) && Number.isInteger(n2);
    return isWhole ? zOfP(midPOfShares(x1, n1, x2, n2)) : NOT_TESTABLE;
  }
  return Math.abs(x1 / n1 - x2 / n2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
}

/** One group's mean. */
export interface GroupMean {
  readonly mean: number;
  readonly deviation: number;
  readonly base: number;
}

/**
 * Strength of the difference of two means: the |z| with the same p as Welch's t test, which needs no equal spread. Groups of a survey
 * differ in size and spread, and only the two columns are used, as for shares. {@link NOT_TESTABLE} when neither group has any spread.
 * Source: Welch 1947.
 */
export function meanPair(first: GroupMean, second: GroupMean): number {
  const [v1, v2] = [first.deviation ** 2 / first.base, second.deviation ** 2 / second.base];
  const variance = v1 + v2;
  if (!(variance > 0) || first.base < 2 || second.base < 2) return NOT_TESTABLE;
  const t = (first.mean - second.mean) / Math.sqrt(variance);
  const df = variance ** 2 / (v1 ** 2 / (first.base - 1) + v2 ** 2 / (second.base - 1));
  return zOfP(studentTwoSided(t, df));
}

/** |z| with this two-sided p. From p = 0.5 up it is 0: no level lies there, and the quantile is what costs. */
function zOfP(p: number): number {
  return p >= 0.5 ? 0 : -normalQuantile(p / 2);
}
