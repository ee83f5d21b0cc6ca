/** A source of chance that gives the same row of numbers for the same seed, on every machine (whole-number arithmetic only). */
export interface Chance {
  /** A number from 0 up to, but not including, 1. */
  readonly next: () => number;
  /** A whole number from 0 up to, but not including, `limit`. */
  readonly below: (limit: number) => number;
  /** True in `percent` of 100 calls. */
  readonly happens: (percent: number) => boolean;
  /** The same items in another order; the given list is left as it was. */
  readonly shuffled: <T>(items: readonly T[]) => T[];
  readonly bytes: (count: number) => Uint8Array;
}

/** A row of chance from a seed, by the mulberry32 generator. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const word = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const next = (): number => word() / 0x1_0000_0000;
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    happens: (percent) => next() * 100 < percent,
    shuffled: (items) => {
      const left = [...items];
      const out: (typeof left)[number][] = [];
      while (left.length > 0) out.push(...left.splice(below(left.length), 1));
      return out;
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
  };
}

/** `count` quantiles between 0 and 1, one from each equal part, in random order. */
export function spreadQuantiles(count: number, chance: Chance): number[] {
  return chance.shuffled(Array.from({ length: count }, (_, part) => (part + chance.next()) / count));
}

/**
 * The place in a row of shares where the quantile `at` (0 to 1) falls: 0 for the first share. Shares need not add up to 100.
 */
export function placeInShares(shares: readonly number[], at: number): number {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let reached = 0;
  for (const [place, share] of shares.entries()) {
    reached += share / total;
    if (at < reached) return place;
  }
  return shares.length - 1;
}
