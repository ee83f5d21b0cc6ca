import type { Interval } from './interval.ts';
import { wilson } from './proportion.ts';

/**
 * Difference of two independent shares, first minus second (−1–1), with Newcombe's hybrid score 95 % interval
 * built from the two Wilson intervals. Source: Newcombe 1998b, method 10.
 * @throws RangeError for counts outside their base.
 */
export function proportionDifference(count1: number, base1: number, count2: number, base2: number): Interval {
  const first = wilson(count1, base1);
  const second = wilson(count2, base2);
  const estimate = first.estimate - second.estimate;
  return {
    estimate,
    low: estimate - Math.hypot(first.estimate - first.low, second.high - second.estimate),
    high: estimate + Math.hypot(first.high - first.estimate, second.estimate - second.low),
  };
}
