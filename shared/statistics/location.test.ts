import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseRule } from './base-rule.ts';
import golden from './golden/location.json';
import { meanInterval } from './mean.ts';
import { interpolatedMedian, median, medianInterval } from './median.ts';
import { percentOf } from './round.ts';

describe('mean and median', () => {
  test('agree with R to nine decimals, with and without a frame of 400', () => {
    for (const { values, ...wanted } of golden.cases) {
      const plain = meanInterval(values);
      const framed = meanInterval(values, { frame: 400 });
      expect(plain?.estimate).toBeCloseTo(wanted.mean, 9);
      expect(plain?.standardDeviation).toBeCloseTo(wanted.sd, 9);
      expect(plain?.low).toBeCloseTo(wanted.low, 9);
      expect(plain?.high).toBeCloseTo(wanted.high, 9);
      expect(framed?.low).toBeCloseTo(wanted.frameLow, 9);
      expect(framed?.high).toBeCloseTo(wanted.frameHigh, 9);
      expect(median(values)).toBe(wanted.median);
      expect(medianInterval(values)?.low ?? null).toBe(wanted.medianLow);
      expect(medianInterval(values)?.high ?? null).toBe(wanted.medianHigh);
    }
  });

  test('[F78] standard error .0316 of 71 % of 200 from 6194, .0322 without the frame', () => {
    const values = Array.from({ length: 200 }, (_, index) => (index < 142 ? 1 : 0));
    expect(meanInterval(values, { frame: 6194 })?.estimate).toBeCloseTo(0.71, 12);
    expect(meanInterval(values, { frame: 6194 })?.standardError).toBeCloseTo(0.0316, 4);
    expect(meanInterval(values)?.standardError).toBeCloseTo(0.0322, 4);
  });

  test('say nothing about too few values', () => {
    expect([median([]), medianInterval([1, 2, 3, 4, 5]), meanInterval([3]), interpolatedMedian([0, 0])]).toEqual([null, null, null, null]);
  });

  test('interpolated median lies inside the class that holds the middle', () => {
    expect(interpolatedMedian([3, 6, 9, 14, 8])).toBeCloseTo(3.5 + 2 / 14, 12);
    expect(interpolatedMedian([5, 5])).toBe(1.5);
    expect(interpolatedMedian([5, 0, 5])).toBe(2);
    expect(interpolatedMedian([0, 0, 7])).toBe(3);
  });
});

describe('rounding and the base rule', () => {
  test('percent rounds half up on whole numbers', () => {
    expect(percentOf(23, 40)).toBe(58);
    expect(percentOf(23, 40, 1)).toBe(57.5);
    expect(percentOf(1, 3, 1)).toBe(33.3);
    expect([percentOf(0, 7), percentOf(7, 7)]).toEqual([0, 100]);
    expect(() => percentOf(1, 0)).toThrow(RangeError);
  });

  test('percent is never more than half a point off, and yes and no sum to 100 or 101', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (x, rest) => {
        fc.pre(x + rest > 0);
        const n = x + rest;
        expect(Math.abs(percentOf(x, n) * n - 100 * x) * 2).toBeLessThanOrEqual(n);
        expect([100, 101]).toContain(percentOf(x, n) + percentOf(rest, n));
      }),
    );
  });

  test('[F84] what may be printed for a base', () => {
    const limits = { threshold: 5, minimumBase: 10 };
    expect([0, 1, 4, 5, 9, 10, 29, 30, 400].map((base) => baseRule(base, limits))).toEqual([
      'empty',
      'hidden',
      'hidden',
      'words',
      'words',
      'low',
      'low',
      'normal',
      'normal',
    ]);
    expect(baseRule(45, { ...limits, lowBase: 50 })).toBe('low');
  });
});
