import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreCuts } from './score-cuts.ts';

describe('groups of a scale', () => {
  it('are the two outermost answers at each end and the rest; thirds of a long scale', () => {
    expect(scoreCuts([1, 2, 3, 4, 5])).toEqual([[1, 2], [3], [4, 5]]);
    expect(scoreCuts([1, 2, 3, 4])).toEqual([[1], [2, 3], [4]]);
    expect(scoreCuts([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6],
      [7, 8, 9, 10],
    ]);
    expect(scoreCuts([1])).toBeNull();
  });

  it('hold every answer once and in order, however they are cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (count, low, high) => {
        const codes = Array.from({ length: count }, (_, at) => at);
        const cuts = scoreCuts(codes, { low, high });
        if (low + high > count) expect(cuts).toBeNull();
        else expect(cuts?.flat()).toEqual(codes);
      }),
    );
  });
});
