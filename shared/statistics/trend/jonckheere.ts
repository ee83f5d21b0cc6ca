import { normalTwoSided } from '../distributions.ts';
import { concordance } from '../ordinal/concordance.ts';
import { rankedGroups } from '../ordinal/groups.ts';
import type { OrdinalGroups } from '../ordinal/groups.ts';

/** Trend of an ordered answer over independent waves. */
export interface OrdinalTrend {
  /** Σ of Mann–Whitney counts over all pairs of waves, later above earlier, ties counted half. */
  readonly statistic: number;
  readonly z: number;
  readonly p: number;
  /** Effect: chance that a person of a later wave lies higher than one of an earlier, ties counted half. */
  readonly probability: number;
}

/**
 * Jonckheere–Terpstra test over ordered groups (waves in order of time), tie-corrected, without continuity correction.
 * Null when fewer than two groups hold anybody or everybody answered alike.
 * Sources: Terpstra 1952; Jonckheere 1954; Kendall 1970 for the variance with ties, of which it is a special case.
 */
export function jonckheereTerpstra(groups: OrdinalGroups): OrdinalTrend | null {
  const { sizes, total } = rankedGroups(groups);
  const { doubleScore, variance } = concordance(groups);
  if (!(variance > 0)) return null;
  const pairs = (total ** 2 - sizes.reduce((sum, size) => sum + size ** 2, 0)) / 2;
  const score = doubleScore / 2;
  const z = score / Math.sqrt(variance);
  return { statistic: (pairs + score) / 2, z, p: normalTwoSided(z), probability: (pairs + score) / 2 / pairs };
}
