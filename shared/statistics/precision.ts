import { normalQuantile } from './distributions.ts';
import type { FrameOption } from './interval.ts';
import { wilsonEffective } from './proportion.ts';

/** Half of the width of the Wilson 95 % interval of 50 % of `base` answers, as a share (0.15 is ± 15 points). */
export function halfWidth(base: number, { frame }: FrameOption = {}): number {
  if (frame === base) return 0;
  const { low, high } = wilsonEffective(0.5, frame === undefined ? base : (base * (frame - 1)) / (frame - base));
  return (high - low) / 2;
}

/** What may be chosen for a detectable difference. */
export interface DetectableOptions {
  /** Share in the first group; 0.5 unless given. */
  readonly from?: number;
  /** Chance to find the difference; 0.8 unless given. */
  readonly power?: number;
  /** Two-sided level of the test; 0.05 unless given. */
  readonly alpha?: number;
}

/**
 * The smallest difference (as a share, 0.27 is 27 points) that a comparison of two groups would find with 80 % power,
 * upwards from 50 % unless told otherwise. Null when not even a share of 1 in the second group would be found.
 * Source: the normal approximation with a pooled share under no difference (Fleiss, Levin & Paik 2003, 4.2), as R's power.prop.test.
 * @throws RangeError for groups of nobody.
 */
export function detectableDifference(base1: number, base2: number, options: DetectableOptions = {}): number | null {
  const { from = 0.5, power = 0.8, alpha = 0.05 } = options;
  if (!(base1 >= 1 && base2 >= 1)) throw new RangeError(`Each group needs at least one person, got ${base1} and ${base2}`);
  const critical = -normalQuantile(alpha / 2);
  const wanted = normalQuantile(power);
  const excess = (difference: number): number => {
    const to = from + difference;
    const pooled = (base1 * from + base2 * to) / (base1 + base2);
    const none = Math.sqrt(pooled * (1 - pooled) * (1 / base1 + 1 / base2));
    const some = Math.sqrt((from * (1 - from)) / base1 + (to * (1 - to)) / base2);
    return difference - critical * none - wanted * some;
  };
  if (excess(1 - from) < 0) return null;
  let [low, high] = [0, 1 - from];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (excess(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** One line of the table of precision in the method note. */
export interface PrecisionLine {
  readonly base: number;
  /** Half-width at 50 %, as a share. */
  readonly halfWidth: number;
  /** The same with the finite population correction; null without a frame, or when the frame is smaller than the base. */
  readonly framedHalfWidth: number | null;
  /** Detectable difference between two groups of this size each; null when none is. */
  readonly detectable: number | null;
}

/** The table of analysis method notes: half-widths and detectable differences for 10 to 200 answers. */
export function precisionTable(
  { frame }: FrameOption = {},
  bases: readonly number[] = [10, 20, 30, 40, 50, 60, 100, 200],
): PrecisionLine[] {
  return bases.map((base) => ({
    base,
    halfWidth: halfWidth(base),
    framedHalfWidth: frame === undefined || frame < base ? null : halfWidth(base, { frame }),
    detectable: detectableDifference(base, base),
  }));
}
