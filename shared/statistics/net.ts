import { assertCounts, clip, Z95 } from './interval.ts';
import type { FrameOption, Interval } from './interval.ts';
import { wilson } from './proportion.ts';

/** Share of the two highest categories of an ordered scale (counts from lowest to highest), Wilson interval. */
export function topTwo(counts: readonly number[], option: FrameOption = {}): Interval {
  return wilson(sum(counts.slice(-2)), sum(counts), option);
}

/** Share of the two lowest categories of an ordered scale (counts from lowest to highest), Wilson interval. */
export function bottomTwo(counts: readonly number[], option: FrameOption = {}): Interval {
  return wilson(sum(counts.slice(0, 2)), sum(counts), option);
}

/**
 * Net score (positive − negative) / base, from −1 to 1, with the Bonett–Price 95 % interval; its half-width is
 * multiplied by √((N−n)/(N−1)) when the frame is given. The neutral share must be printed beside it.
 * Source: Bonett & Price 2012.
 * @throws RangeError when positive + negative exceed the base.
 */
export function netScore(positive: number, negative: number, base: number, { frame }: FrameOption = {}): Interval {
  assertCounts(positive, base, frame);
  assertCounts(negative, base, frame);
  assertCounts(positive + negative, base, frame);
  const p1 = (positive + 1) / (base + 2);
  const p2 = (negative + 1) / (base + 2);
  const centre = p1 - p2;
  const estimate = (positive - negative) / base;
  if (frame === base) return { estimate, low: estimate, high: estimate };
  const correction = frame === undefined ? 1 : Math.sqrt((frame - base) / (frame - 1));
  const half = correction * Z95 * Math.sqrt((p1 + p2 - centre * centre) / (base + 2));
  // The shrunken centre can leave the estimate outside a strongly corrected interval; it must stay inside.
  return {
    estimate,
    low: Math.min(estimate, clip(centre - half, -1, 1)),
    high: Math.max(estimate, clip(centre + half, -1, 1)),
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
