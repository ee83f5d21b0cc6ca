import { studentQuantile } from './distributions.ts';
import type { FrameOption, Interval } from './interval.ts';

/** A mean with what must be printed beside it. Unit: the unit of the values. */
export interface MeanEstimate extends Interval {
  readonly base: number;
  readonly standardDeviation: number;
  readonly standardError: number;
}

/**
 * Mean with its t interval, x̄ ± t(n−1)·s/√n·√(1−n/N). The correction differs from Wilson's on purpose:
 * s² already divides by n−1. Null for fewer than two values, which have no spread.
 * @throws RangeError when the frame is smaller than the number of values.
 */
export function meanInterval(values: readonly number[], option: FrameOption = {}): MeanEstimate | null {
  const base = values.length;
  const estimate = values.reduce((total, value) => total + value, 0) / base;
  return estimateOf(
    base,
    estimate,
    values.reduce((total, value) => total + (value - estimate) ** 2, 0),
    option,
  );
}

/**
 * The same from answers per category (lowest first), at the cost of the categories.
 * @param scores the value of each category; 1, 2, 3 … when undefined.
 * @throws RangeError when the frame is smaller than the number of answers.
 */
export function meanIntervalOfCounts(
  counts: readonly number[],
  scores: readonly number[] | undefined,
  option: FrameOption = {},
): MeanEstimate | null {
  const base = counts.reduce((total, count) => total + count, 0);
  const score = (index: number): number => scores?.[index] ?? index + 1;
  const estimate = counts.reduce((total, count, index) => total + count * score(index), 0) / base;
  return estimateOf(
    base,
    estimate,
    counts.reduce((total, count, index) => total + count * (score(index) - estimate) ** 2, 0),
    option,
  );
}

function estimateOf(base: number, estimate: number, squares: number, { frame }: FrameOption): MeanEstimate | null {
  if (frame !== undefined && frame < base) throw new RangeError(`The frame must be at least ${base}, got ${frame}`);
  if (base < 2) return null;
  const standardDeviation = Math.sqrt(squares / (base - 1));
  const correction = frame === undefined ? 1 : Math.sqrt(1 - base / frame);
  const standardError = (standardDeviation / Math.sqrt(base)) * correction;
  const half = studentQuantile(0.975, base - 1) * standardError;
  return { base, estimate, standardDeviation, standardError, low: estimate - half, high: estimate + half };
}
