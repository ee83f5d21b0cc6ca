import { assertCounts } from './interval.ts';

/**
 * Percent of a base, rounded half up on whole numbers: floor((200·count + base) / (2·base)).
 * Floating-point rounding is wrong at the half (Math.round(23 / 40 * 100) gives 57; the answer is 58).
 * @param decimals 0–3; one decimal gives 57.5 for 23 of 40.
 * @throws RangeError for a base below 1, a count outside the base, or other decimals.
 */
export function percentOf(count: number, base: number, decimals = 0): number {
  assertCounts(count, base);
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 3) {
    throw new RangeError(`Decimals must be 0-3, got ${decimals}`);
  }
  const scale = 10 ** decimals;
  return Math.floor((200 * scale * count + base) / (2 * base)) / scale;
}
