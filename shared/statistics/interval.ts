/** An estimate with its 95 % interval. Unit: whatever the estimate has (shares are 0–1, net scores −1–1). */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** Options of every interval that knows the finite population correction. */
export interface FrameOption {
  /** Number of persons in the frame that was actually approached; leave out when it is not known. */
  readonly frame?: number;
}

/** The 97.5 % point of the standard normal distribution, used by every 95 % interval. */
export const Z95 = 1.959963984540054;

/** Keeps a share inside [low, high]; rounding errors must never print a limit below 0 % or above 100 %. */
export function clip(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/**
 * Checks "count of base, from frame" before anything is computed.
 * @throws RangeError when they are not whole numbers with 0 ≤ count ≤ base, 1 ≤ base ≤ frame.
 */
export function assertCounts(count: number, base: number, frame?: number): void {
  if (!Number.isSafeInteger(count) || !Number.isSafeInteger(base) || base < 1 || count < 0 || count > base) {
    throw new RangeError(`Expected whole numbers with 0 <= count <= base and base >= 1, got ${count} of ${base}`);
  }
  if (frame !== undefined && (!Number.isSafeInteger(frame) || frame < base)) {
    throw new RangeError(`The frame must be a whole number of at least ${base}, got ${frame}`);
  }
}
