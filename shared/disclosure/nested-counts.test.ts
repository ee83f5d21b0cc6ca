import { describe, expect, it } from 'vitest';
import { releasedSteps } from './nested-counts.ts';

const rule = { threshold: 5, minimumBase: 10, protectZeros: false };

/** Every funnel of so many steps from so many persons. */
function* worlds(first: number, steps: number): Generator<number[]> {
  if (steps === 1) {
    yield [first];
    return;
  }
  for (let next = 0; next <= first; next += 1) for (const rest of worlds(next, steps - 1)) yield [first, ...rest];
}

/** What a reader would like to know: each number, and each difference of two. */
function quantities(counts: readonly number[]): number[] {
  return [...counts, ...counts.flatMap((high, at) => counts.slice(at + 1).map((low) => high - low))];
}

describe('counts of which each is part of the one before', () => {
  it('issue 6.6: leave as they are when neither they nor what falls away is few', () => {
    expect(releasedSteps([120, 96, 60, 55], rule)).toEqual([120, 96, 60, 55]);
    expect(releasedSteps([120, 120, 60, 0], rule)).toEqual([120, 120, 60, 0]);
  });

  it('issue 6.6: hide what is few, and what is a few from another that is shown', () => {
    expect(releasedSteps([120, 96, 60, 4], rule)).toEqual([120, 96, 60, null]);
    expect(releasedSteps([120, 117, 60, 57], rule)).toEqual([120, null, null, 57]);
    expect(releasedSteps([120, 118, 118, 110], rule)).toEqual([120, null, null, 110]);
    expect(releasedSteps([120, 96, 60, 118 - 60], rule)).toEqual([120, 96, null, 58]);
    // What lies between two that are shown may be hidden on both sides.
    expect(releasedSteps([30, 27, 26, 23], rule)).toEqual([30, null, null, 23]);
  });

  it('issue 6.6: keep nobody and everybody to themselves where zeros are protected', () => {
    expect(releasedSteps([120, 120, 60, 0], { ...rule, protectZeros: true })).toEqual([120, null, 60, null]);
  });

  it('refuse a step that is greater than the one before', () => {
    expect(() => releasedSteps([10, 11], rule)).toThrow(RangeError);
  });

  it('issue 6.6: a reader who knows the rule and every world it could come from works out no number of 1 to threshold − 1', () => {
    for (const protectZeros of [false, true])
      for (const threshold of [3, 4, 5]) {
        const asked = 3 * threshold + 4;
        const strict = { threshold, minimumBase: 10, protectZeros };
        const possible = Map.groupBy(worlds(asked, 4), (world) => releasedSteps(world, strict).join());
        for (const [printed, same] of possible) {
          const values = same.map(quantities);
          for (const at of values[0]?.keys() ?? []) {
            const seen = new Set(values.map((row) => row[at] ?? 0));
            const [only = 0] = seen;
            if (seen.size === 1) expect(only > 0 && only < threshold, `${printed}: quantity ${at} is ${only}`).toBe(false);
          }
        }
      }
  });
});
