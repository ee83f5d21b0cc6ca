import { fairCoinQuantile } from './distributions.ts';
import type { Interval } from './interval.ts';

/** The middle value; the mean of the two middle ones for an even number. Null for no values. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  if (upper === undefined) return null;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return lower === undefined ? upper : (lower + upper) / 2;
}

/**
 * Interpolated median of an ordered scale with the values 1, 2, 3 … and a class width of one:
 * L + (n/2 − below)/f, where L is the lower boundary of the class that holds the middle.
 * When exactly half lies below a boundary, the answer is the middle of the gap to the next used class.
 * @param counts answers per category, lowest first. Null for no answers.
 */
export function interpolatedMedian(counts: readonly number[]): number | null {
  const half = counts.reduce((total, count) => total + count, 0) / 2;
  if (half === 0) return null;
  let below = 0;
  for (const [index, count] of counts.entries()) {
    if (below + count > half) return index + 0.5 + (half - below) / count;
    below += count;
    if (below === half) {
      const next = counts.findIndex((later, position) => position > index && later > 0);
      return (index + 1.5 + next + 0.5) / 2;
    }
  }
  return null;
}

/**
 * Order-statistic 95 % interval of the median: x(k) to x(n−k+1) with k = qbinom(.025, n, ½).
 * Coverage is at least 95 % (n = 40 uses ranks 14 and 27: 96.2 %). Null below six values: none exists.
 */
export function medianInterval(values: readonly number[]): Interval | null {
  const estimate = median(values);
  const rank = fairCoinQuantile(0.025, values.length);
  if (estimate === null || values.length < 6) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[rank - 1];
  const high = sorted[values.length - rank];
  return low === undefined || high === undefined ? null : { estimate, low, high };
}

/**
 * Median and its order-statistic 95 % interval from answers per category (lowest first): as {@link medianInterval}, at
 * the cost of the categories. Null below six answers.
 * @param scores the value of each category; 1, 2, 3 … unless given. Must rise.
 */
export function medianIntervalOfCounts(counts: readonly number[], scores?: readonly number[]): Interval | null {
  const base = counts.reduce((total, count) => total + count, 0);
  if (base < 6) return null;
  const rank = fairCoinQuantile(0.025, base);
  const at = (position: number): number => valueAt(counts, scores, position);
  return {
    estimate: (at(Math.ceil(base / 2)) + at(Math.floor(base / 2) + 1)) / 2,
    low: at(rank),
    high: at(base - rank + 1),
  };
}

/** The value of the answer at a rank (1 = lowest). */
function valueAt(counts: readonly number[], scores: readonly number[] | undefined, rank: number): number {
  let below = 0;
  const index = counts.findIndex((count) => (below += count) >= rank);
  return scores?.[index] ?? index + 1;
}
