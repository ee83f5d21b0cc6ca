import { adjustP } from '../adjust.ts';
import { chiSquareUpperTail, normalTwoSided } from '../distributions.ts';
import { rankedGroups } from './groups.ts';
import type { OrdinalGroups, RankedGroups } from './groups.ts';

/** Comparison of three or more groups on an ordered scale. */
export interface KruskalWallis {
  /** Tie-corrected. */
  readonly h: number;
  readonly df: number;
  readonly p: number;
  /** Effect, 0–1: H/(N−1). */
  readonly epsilonSquared: number;
  readonly base: number;
  /** Dunn's comparison of every pair of groups, Holm-adjusted within this test. */
  readonly pairs: readonly DunnPair[];
}

/** One pair of groups after Kruskal–Wallis, by their places in what was given. */
export interface DunnPair {
  readonly first: number;
  readonly second: number;
  /** Mean rank of the first minus that of the second. */
  readonly difference: number;
  readonly z: number;
  readonly p: number;
  readonly adjustedP: number;
}

/**
 * Kruskal–Wallis test with ε² and Dunn's pairs, from the number of persons per group and category (lowest first).
 * Empty groups are left out. Null when fewer than two groups hold anybody or everybody answered alike.
 * Sources: Kruskal & Wallis 1952; Kelley 1935 for ε²; Dunn 1964; Holm 1979.
 */
export function kruskalWallis(groups: OrdinalGroups): KruskalWallis | null {
  const ranked = rankedGroups(groups);
  const { sizes, total, rankSums, ties } = ranked;
  const used = sizes.flatMap((size, group) => (size > 0 ? [group] : []));
  const correction = 1 - ties / (total ** 3 - total);
  if (used.length < 2 || !(correction > 0)) return null;
  const spread = used.reduce((sum, group) => sum + (rankSums[group] ?? 0) ** 2 / (sizes[group] ?? 1), 0);
  const h = Math.max(0, ((12 / (total * (total + 1))) * spread - 3 * (total + 1)) / correction);
  const df = used.length - 1;
  return { h, df, p: chiSquareUpperTail(h, df), epsilonSquared: h / (total - 1), base: total, pairs: dunnPairs(ranked, used) };
}

function dunnPairs({ sizes, rankSums, total, ties }: RankedGroups, used: readonly number[]): DunnPair[] {
  const variance = (total * (total + 1)) / 12 - ties / (12 * (total - 1));
  const raw = used.flatMap((first, at) =>
    used.slice(at + 1).map((second) => {
      const [n1, n2] = [sizes[first] ?? 1, sizes[second] ?? 1];
      const difference = (rankSums[first] ?? 0) / n1 - (rankSums[second] ?? 0) / n2;
      const z = difference / Math.sqrt(variance * (1 / n1 + 1 / n2));
      return { first, second, difference, z, p: normalTwoSided(z) };
    }),
  );
  const adjusted = adjustP(
    raw.map(({ p }) => p),
    'holm',
  );
  return raw.map((pair, index) => ({ ...pair, adjustedP: adjusted[index] ?? 1 }));
}
