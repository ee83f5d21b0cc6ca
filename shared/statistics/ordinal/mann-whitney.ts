import { normalTwoSided } from '../distributions.ts';
import type { Interval } from '../interval.ts';
import { rankedGroups } from './groups.ts';
import { exactRankSumP } from './rank-sum-distribution.ts';
import { superiority } from './superiority.ts';

/** Up to this many persons together the permutation distribution is counted out. */
export const EXACT_RANK_LIMIT = 40;

/** Comparison of two groups on an ordered scale; print the effect first, p last. */
export interface MannWhitney {
  readonly method: 'exact' | 'asymptotic';
  /** U of the first group: pairs in which the first is higher, ties counted half. */
  readonly u: number;
  /** Tie-corrected, without continuity correction. */
  readonly z: number;
  readonly p: number;
  /** Effect: chance that a person of the first group lies higher than one of the second, ties counted half. */
  readonly probability: number;
  /** The same with its Brunner–Munzel interval; null where there is none (see {@link superiority}). */
  readonly superiority: Interval | null;
  readonly bases: readonly [number, number];
}

/**
 * Mann–Whitney test of two groups on an ordered scale, from the number of persons per category (lowest first).
 * Exact permutation test over the tied ranks when both groups together are at most 40, else normal with tie correction.
 * Null when a group is empty or everybody answered alike. Sources: Mann & Whitney 1947; Lehmann 1975 for the ties.
 */
export function mannWhitney(first: readonly number[], second: readonly number[]): MannWhitney | null {
  const { sizes, total, pooled, rankSums, ties } = rankedGroups([first, second]);
  const [n1 = 0, n2 = 0] = sizes;
  const [rankSum = 0] = rankSums;
  const variance = ((n1 * n2) / 12) * (total + 1 - ties / (total * (total - 1)));
  if (n1 === 0 || n2 === 0 || !(variance > 0)) return null;
  const u = rankSum - (n1 * (n1 + 1)) / 2;
  const z = (u - (n1 * n2) / 2) / Math.sqrt(variance);
  const isExact = total <= EXACT_RANK_LIMIT;
  return {
    method: isExact ? 'exact' : 'asymptotic',
    u,
    z,
    p: isExact ? exactRankSumP(pooled, n1, rankSum) : normalTwoSided(z),
    probability: u / (n1 * n2),
    superiority: superiority(first, second),
    bases: [n1, n2],
  };
}
