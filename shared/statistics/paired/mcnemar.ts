import { logFactorial } from '../gamma.ts';
import { assertCounts } from '../interval.ts';
import type { FrameOption, Interval } from '../interval.ts';
import { netScore } from '../net.ts';

/** The same persons asked the same yes/no question twice. */
export interface BinaryPairs {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/** Change of a yes/no answer between two linked waves. */
export interface McNemar {
  /** Share of yes in the second wave minus that in the first, with the Bonett–Price interval. */
  readonly change: Interval;
  /** Mid-p; 1 when nobody changed. */
  readonly p: number;
  readonly base: number;
}

/**
 * McNemar's mid-p test with the change and its Bonett–Price interval. Mid-p is the exact two-sided p minus P(X = min(b, c)) for
 * X ~ Binomial(b + c, ½), and 1 − ½·P(X = b) when b = c. Sources: Fagerland, Lydersen & Laake 2013; Bonett & Price 2012.
 * Only for waves with a key that links the persons. Null for nobody.
 * @throws RangeError for counts that are not whole numbers ≥ 0, or a frame smaller than the base
 */
export function mcNemar({ both, onlyFirst, onlySecond, neither }: BinaryPairs, option: FrameOption = {}): McNemar | null {
  const base = both + onlyFirst + onlySecond + neither;
  if (base === 0) return null;
  for (const count of [both, onlyFirst, onlySecond, neither]) assertCounts(count, base, option.frame);
  return { change: netScore(onlySecond, onlyFirst, base, option), p: midP(onlyFirst, onlySecond), base };
}

function midP(b: number, c: number): number {
  const n = b + c;
  const least = Math.min(b, c);
  if (n === 0) return 1;
  const chance = (k: number): number => Math.exp(logFactorial(n) - logFactorial(k) - logFactorial(n - k) - n * Math.LN2);
  if (b === c) return 1 - chance(b) / 2;
  let below = 0;
  for (let k = 0; k < least; k += 1) below += chance(k);
  return Math.min(1, 2 * below + chance(least));
}
