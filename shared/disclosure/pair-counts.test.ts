import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayShowAlone, mayShowPair } from './pair-counts.ts';

const rule = { threshold: 5, minimumBase: 10, protectZeros: false };

describe('numbers of two themes', () => {
  it('[F59] leave no group of 1 to 4 persons, whatever is subtracted from what', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30), (both, onlyFirst, onlySecond, neither) => {
        const first = both + onlyFirst;
        const second = both + onlySecond;
        const base = both + onlyFirst + onlySecond + neither;
        const isShown = mayShowPair({ first, second, both, base }, rule);
        const isSafe =
          base >= 10 && [both, onlyFirst, onlySecond, neither, first, second, base - first, base - second].every((n) => n === 0 || n >= 5);
        expect(isShown).toBe(isSafe);
      }),
    );
  });

  it('are hidden under the smallest base', () => {
    expect(mayShowAlone(5, 9, rule)).toBe(false);
    expect(mayShowAlone(5, 10, rule)).toBe(true);
    expect(mayShowAlone(6, 10, rule)).toBe(false);
  });
});
