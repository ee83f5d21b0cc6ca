import { betaQuantile } from './beta.ts';
import { assertCounts, clip, Z95 } from './interval.ts';
import type { FrameOption, Interval } from './interval.ts';

/**
 * Wilson 95 % interval of `count` of `base` (shares 0–1), with the finite population correction when the frame is given.
 * Source: Wilson 1927; O'Neill 2021 (arXiv 2109.12464) for the correction, equal to Wilson with
 * n(N−1)/(N−n) answers. Clipped to what is still possible, [x/N, (x+N−n)/N]; a full count has zero width.
 * @throws RangeError unless 0 ≤ count ≤ base ≤ frame and base ≥ 1.
 */
export function wilson(count: number, base: number, { frame }: FrameOption = {}): Interval {
  assertCounts(count, base, frame);
  const estimate = count / base;
  if (frame === base) return { estimate, low: estimate, high: estimate };
  const correction = frame === undefined ? 1 : (frame - base) / (frame - 1);
  const { low, high } = scoreInterval(estimate, base / correction);
  if (frame === undefined) return { estimate, low, high };
  const least = count / frame;
  const most = (count + frame - base) / frame;
  return { estimate, low: clip(low, least, most), high: clip(high, least, most) };
}

/**
 * Wilson 95 % interval of a share (0–1) that is worth `size` simple answers; the size need not be whole.
 * Used for weighted shares with their effective number of answers. Source: Wilson 1927; Korn & Graubard 1998 for the size.
 * @throws RangeError for a share outside 0–1 or a size that is not above 0.
 */
export function wilsonEffective(share: number, size: number): Interval {
  if (!(share >= 0 && share <= 1) || !(size > 0))
    throw new RangeError(`Expected a share of 0-1 and a size above 0, got ${share} and ${size}`);
  return scoreInterval(share, size);
}

/**
 * Wilson 95 % interval of the share among the `frame − base` persons who were NOT asked.
 * Source: O'Neill 2021, with ψ = (N−1)/(N−n)·z²/(2n). Null when everybody was asked.
 * @throws RangeError unless 0 ≤ count ≤ base ≤ frame and base ≥ 1.
 */
export function wilsonOfUnasked(count: number, base: number, frame: number): Interval | null {
  assertCounts(count, base, frame);
  return frame === base ? null : scoreInterval(count / base, (base * (frame - base)) / (frame - 1));
}

function scoreInterval(estimate: number, size: number): Interval {
  const psi = (Z95 * Z95) / (2 * size);
  const half = Math.sqrt(2 * psi * estimate * (1 - estimate) + psi * psi);
  return {
    estimate,
    low: estimate === 0 ? 0 : Math.max(0, (estimate + psi - half) / (1 + 2 * psi)),
    high: estimate === 1 ? 1 : Math.min(1, (estimate + psi + half) / (1 + 2 * psi)),
  };
}

/**
 * Agresti–Coull 95 % interval, clipped to [0, 1]; a cross-check of Wilson, never printed beside it.
 * The estimate is count / base, not the shifted centre. Source: Agresti & Coull 1998.
 */
export function agrestiCoull(count: number, base: number): Interval {
  assertCounts(count, base);
  const size = base + Z95 * Z95;
  const centre = (count + (Z95 * Z95) / 2) / size;
  const half = Z95 * Math.sqrt((centre * (1 - centre)) / size);
  return { estimate: count / base, low: clip(centre - half, 0, 1), high: clip(centre + half, 0, 1) };
}

/** Jeffreys 95 % interval: quantiles of Beta(x+½, n−x+½), with 0 and 1 at the ends. Source: Brown, Cai & DasGupta 2001. */
export function jeffreys(count: number, base: number): Interval {
  assertCounts(count, base);
  const a = count + 0.5;
  const b = base - count + 0.5;
  return {
    estimate: count / base,
    low: count === 0 ? 0 : betaQuantile(0.025, a, b),
    high: count === base ? 1 : betaQuantile(0.975, a, b),
  };
}

/** Clopper–Pearson ("exact") 95 % interval; used by reliability rules, not printed. Source: Clopper & Pearson 1934. */
export function clopperPearson(count: number, base: number): Interval {
  assertCounts(count, base);
  return {
    estimate: count / base,
    low: count === 0 ? 0 : betaQuantile(0.025, count, base - count + 1),
    high: count === base ? 1 : betaQuantile(0.975, count + 1, base - count),
  };
}
