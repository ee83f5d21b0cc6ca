import { studentQuantile } from '../distributions.ts';
import { clip } from '../interval.ts';
import type { Interval } from '../interval.ts';
import { midranksOf, rankedGroups } from './groups.ts';

/**
 * Probability of superiority, P(X > Y) + ½ P(X = Y), of a person of the first group over one of the second, with the
 * Brunner–Munzel 95 % interval clipped to 0–1. Source: Brunner & Munzel 2000; Neubert & Brunner 2007.
 * Null when a group has fewer than two persons, or when no overlap leaves no spread to build an interval on.
 */
export function superiority(first: readonly number[], second: readonly number[]): Interval | null {
  const { sizes, midranks } = rankedGroups([first, second]);
  const [n1 = 0, n2 = 0] = sizes;
  if (n1 < 2 || n2 < 2) return null;
  const v1 = placementVariance(first, n1, midranks);
  const v2 = placementVariance(second, n2, midranks);
  const spread = n1 * v1 + n2 * v2;
  if (!(spread > 0)) return null;
  const df = spread ** 2 / ((n1 * v1) ** 2 / (n1 - 1) + (n2 * v2) ** 2 / (n2 - 1));
  const rankSum = first.reduce((sum, count, category) => sum + count * (midranks[category] ?? 0), 0);
  const estimate = (rankSum - (n1 * (n1 + 1)) / 2) / (n1 * n2);
  const half = studentQuantile(0.975, df) * Math.sqrt(v1 / (n1 * n2 * n2) + v2 / (n2 * n1 * n1));
  return { estimate, low: clip(estimate - half, 0, 1), high: clip(estimate + half, 0, 1) };
}

/** Variance of the placements (rank among all minus rank within the own group) of one group. */
function placementVariance(group: readonly number[], size: number, midranks: readonly number[]): number {
  const own = midranksOf(group);
  const placement = (category: number): number => (midranks[category] ?? 0) - (own[category] ?? 0);
  const mean = group.reduce((sum, count, category) => sum + count * placement(category), 0) / size;
  return group.reduce((sum, count, category) => sum + count * (placement(category) - mean) ** 2, 0) / (size - 1);
}
