import { logFactorial } from './gamma.ts';
import { assertCounts } from './interval.ts';
import type { Interval } from './interval.ts';

/** An interval of a share of the frame, with the same limits as whole persons of the frame. */
export interface PersonsInterval extends Interval {
  readonly lowPersons: number;
  readonly highPersons: number;
}

/** A tail of exactly 2.5 % is too small (one person asked of 400 gives one); rounding must not decide. */
const TAIL = 0.025 * (1 + 1e-9);

/**
 * Exact 95 % interval of how many of the `frame` persons would say yes, when `count` of the `base` asked did:
 * every K with P(X ≥ count | K) > 2.5 % and P(X ≤ count | K) > 2.5 % under the hypergeometric distribution.
 * Whole persons, never below 95 % coverage; offered when base / frame > 0.3. Source: Konijn 1973; Buonaccorsi 1987.
 * @throws RangeError unless 0 ≤ count ≤ base ≤ frame and base ≥ 1.
 */
export function hypergeometricInterval(count: number, base: number, frame: number): PersonsInterval {
  assertCounts(count, base, frame);
  const most = count + frame - base;
  const lowPersons = count === 0 ? 0 : firstTrue(count, most, (persons) => upperTail(count, base, persons, frame) > TAIL);
  const highPersons = count === base ? frame : firstTrue(count, most, (persons) => lowerTail(count + 1, base, persons + 1, frame) <= TAIL);
  return { estimate: count / base, low: lowPersons / frame, high: highPersons / frame, lowPersons, highPersons };
}

/** The smallest whole number from `low` to `high` where the rising condition holds; `high` when it holds nowhere. */
function firstTrue(low: number, high: number, holds: (value: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** P(X ≥ count) when `base` of `frame` are asked and `persons` of the frame would say yes. */
function upperTail(count: number, base: number, persons: number, frame: number): number {
  let sum = 0;
  for (let x = count; x <= Math.min(base, persons); x += 1) sum += chance(x, base, persons, frame);
  return sum;
}

/** P(X < count), summed on its own side. */
function lowerTail(count: number, base: number, persons: number, frame: number): number {
  let sum = 0;
  for (let x = Math.max(0, base - (frame - persons)); x < count; x += 1) sum += chance(x, base, persons, frame);
  return sum;
}

function chance(x: number, base: number, persons: number, frame: number): number {
  if (x > persons || base - x > frame - persons) return 0;
  return Math.exp(logChoose(persons, x) + logChoose(frame - persons, base - x) - logChoose(frame, base));
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}
