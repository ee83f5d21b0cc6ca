import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustP, screeningList } from './adjust.ts';
import golden from './golden/estimation.json';
import { hypergeometricInterval } from './hypergeometric.ts';
import { meanInterval, meanIntervalOfCounts } from './mean.ts';
import { medianInterval, medianIntervalOfCounts } from './median.ts';
import { netScore } from './net.ts';
import { printedP } from './p-value.ts';
import { detectableDifference, halfWidth, precisionTable } from './precision.ts';
import { wilson, wilsonEffective, wilsonOfUnasked } from './proportion.ts';
import { reliabilityFlags } from './reliability.ts';
import { BASE_PRINTING, mostPercentDecimals } from './base-rule.ts';

const counts = fc.array(fc.nat(30), { minLength: 2, maxLength: 7 });

/** Answers one by one from answers per category. */
function spread(perCategory: readonly number[]): number[] {
  return perCategory.flatMap((count, index) => Array.from({ length: count }, () => index + 1));
}

describe('exact interval in whole persons', () => {
  test('[F78] agrees with trying every number of persons in R', () => {
    for (const { x, n, N, lowPersons, highPersons } of golden.frame)
      expect(hypergeometricInterval(x, n, N), `${x} of ${n} from ${N}`).toEqual({
        estimate: x / n,
        low: lowPersons / N,
        high: highPersons / N,
        lowPersons,
        highPersons,
      });
  });

  test('[F78] everybody asked leaves one number; nobody of one in a large frame leaves nearly all', () => {
    expect(hypergeometricInterval(7, 20, 20)).toMatchObject({ lowPersons: 7, highPersons: 7 });
    expect(hypergeometricInterval(0, 1, 400)).toMatchObject({ lowPersons: 0, highPersons: 389 });
    expect(() => hypergeometricInterval(3, 20, 19)).toThrow(RangeError);
  });

  /** P(X = x) when n of N are asked and K say yes, by a product that needs no logarithms. */
  function chance(x: number, n: number, K: number, N: number): number {
    if (x > K || n - x > N - K) return 0;
    let result = 1;
    for (let i = 0; i < n; i += 1) {
      const draw = i < x ? (K - i) / (i + 1) : (N - K - (i - x)) / (i - x + 1);
      result *= (draw * (i + 1)) / (N - i);
    }
    return result;
  }

  test.each([
    [400, 60, [0.967, 0.85], [0.951, 0.85], [0.969, 0.951]],
    [400, 40, [0.963, 0.9], [0.952, 0.9], [0.972, 0.953]],
    [120, 40, [0.985, 0.965], [0.954, 0.891], [0.974, 0.957]],
    [60, 30, [0.996, 0.99], [0.955, 0.888], [0.981, 0.953]],
  ])('[F78] coverage over every possible frame of %i with %i asked is what the analysis document says', (N, n, plain, framed, exact) => {
    const ways = [(x: number) => wilson(x, n), (x: number) => wilson(x, n, { frame: N }), (x: number) => hypergeometricInterval(x, n, N)];
    [plain, framed, exact].forEach((wanted, index) => {
      const limits = Array.from({ length: n + 1 }, (_, x) => ways[index]?.(x) ?? wilson(x, n));
      const covered = Array.from({ length: N + 1 }, (_, K) =>
        limits.reduce((sum, { low, high }, x) => sum + (low <= K / N + 1e-12 && K / N <= high + 1e-12 ? chance(x, n, K, N) : 0), 0),
      );
      expect(covered.reduce((sum, share) => sum + share, 0) / (N + 1)).toBeCloseTo(wanted[0] ?? 0, 2);
      expect(Math.min(...covered)).toBeCloseTo(wanted[1] ?? 0, 2);
    });
  });
});

describe('other sizes of a Wilson interval', () => {
  test('[F79] effective and unasked agree with R', () => {
    for (const { share, size, low, high } of golden.effective) {
      expect(wilsonEffective(share, size).low).toBeCloseTo(low, 10);
      expect(wilsonEffective(share, size).high).toBeCloseTo(high, 10);
    }
    for (const { x, n, N, low, high } of golden.unasked) {
      expect(wilsonOfUnasked(x, n, N)?.low).toBeCloseTo(low, 10);
      expect(wilsonOfUnasked(x, n, N)?.high).toBeCloseTo(high, 10);
    }
    expect(wilsonOfUnasked(3, 20, 20)).toBeNull();
    expect(() => wilsonEffective(0.5, 0)).toThrow(RangeError);
    expect(() => wilsonEffective(1.1, 20)).toThrow(RangeError);
  });

  test('a whole effective size is plain Wilson', () => {
    expect(wilsonEffective(27 / 60, 60)).toEqual(wilson(27, 60));
  });
});

describe('means and medians from counts', () => {
  test('[F80] agree with R', () => {
    for (const { counts: given, ...wanted } of golden.counted) {
      const mean = meanIntervalOfCounts(given, undefined);
      expect([mean?.estimate, mean?.low, mean?.high]).toEqual([wanted.mean, wanted.low, wanted.high].map((one) => expect.closeTo(one, 9)));
      const framed = meanIntervalOfCounts(given, undefined, { frame: 400 });
      expect([framed?.low, framed?.high]).toEqual([expect.closeTo(wanted.frameLow, 9), expect.closeTo(wanted.frameHigh, 9)]);
      expect(medianIntervalOfCounts(given)).toEqual({ estimate: wanted.median, low: wanted.medianLow, high: wanted.medianHigh });
    }
  });

  test('[F80] are those of the answers one by one', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const values = spread(given);
        const [one, other] = [meanInterval(values), meanIntervalOfCounts(given, undefined)];
        expect(other === null).toBe(one === null);
        expect(other?.low ?? 0).toBeCloseTo(one?.low ?? 0, 9);
        expect(medianIntervalOfCounts(given)).toEqual(medianInterval(values));
      }),
    );
    expect(medianIntervalOfCounts([3, 4], [0, 100])?.high).toBe(100);
    expect(meanIntervalOfCounts([5, 5], [0, 100])?.estimate).toBe(50);
  });

  test('nobody, one person and one answer only', () => {
    expect([meanIntervalOfCounts([0, 0], undefined), meanIntervalOfCounts([1, 0], undefined), medianIntervalOfCounts([2, 3])]).toEqual([
      null,
      null,
      null,
    ]);
    expect(meanIntervalOfCounts([0, 12], undefined)).toMatchObject({ estimate: 2, low: 2, high: 2 });
    expect(meanIntervalOfCounts([5, 7], undefined, { frame: 12 })).toMatchObject({ standardError: 0 });
    expect(() => meanIntervalOfCounts([5, 7], undefined, { frame: 11 })).toThrow(RangeError);
  });
});

describe('net score against its reference', () => {
  test('[F77] Bonett-Price stays within 0.03 of Tango, and 20/8/40 is what the analysis document says of both', () => {
    for (const { b, c, n, low, high } of golden.tango) {
      expect(Math.abs(netScore(b, c, n).low - low)).toBeLessThan(0.03);
      expect(Math.abs(netScore(b, c, n).high - high)).toBeLessThan(0.03);
    }
    expect(golden.tango[0]).toMatchObject({ b: 20, c: 8, low: expect.closeTo(0.042, 3), high: expect.closeTo(0.517, 3) });
  });
});

describe('what the precision means', () => {
  test('detectable differences agree with power.prop.test, and are those of the method note', () => {
    for (const { base, difference } of golden.detectable) expect(detectableDifference(base, base)).toBeCloseTo(difference, 8);
    expect([20, 30, 40, 50, 100, 200].map((n) => Math.round(100 * (detectableDifference(n, n) ?? 0)))).toEqual([40, 33, 29, 27, 19, 14]);
  });

  test('18 against 22 persons finds 40 points or more, unequal groups less than equal ones, tiny groups nothing', () => {
    expect(detectableDifference(18, 22)).toBeGreaterThan(0.39);
    expect(detectableDifference(10, 70)).toBeGreaterThan(detectableDifference(40, 40) ?? 1);
    expect(detectableDifference(3, 3)).toBeNull();
    expect(() => detectableDifference(0, 3)).toThrow(RangeError);
  });

  test('half-widths are those of the method note, with and without 400 in the frame', () => {
    expect([10, 20, 30, 40, 60, 100, 200].map((n) => Math.round(100 * halfWidth(n)))).toEqual([26, 20, 17, 15, 12, 10, 7]);
    expect([60, 100, 200].map((n) => Math.round(100 * halfWidth(n, { frame: 400 })))).toEqual([11, 8, 5]);
    expect(halfWidth(400, { frame: 400 })).toBe(0);
    expect(precisionTable({ frame: 50 }).map(({ framedHalfWidth }) => framedHalfWidth === null)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  test('[F84] the flags of NCHS: at 50 % it takes 47 answers, a rare share is wide for its size', () => {
    const width = (n: number): boolean => reliabilityFlags(Math.round(n / 2), n).includes('wide');
    expect([44, 46, 48].map(width)).toEqual([true, true, false]);
    expect(reliabilityFlags(23, 47)).toEqual([]);
    expect(reliabilityFlags(4, 100)).toEqual(['wide-for-its-size']);
    expect(reliabilityFlags(5, 10)).toEqual(['few-answers', 'wide']);
    expect(reliabilityFlags(0, 200)).toEqual([]);
  });

  test('[F84] nothing but the base and words under ten, medians and exact tests under thirty', () => {
    expect(BASE_PRINTING.words).toMatchObject({ percent: 'words', count: 'base', hasInterval: false, test: 'none' });
    expect(BASE_PRINTING.low).toMatchObject({ percent: 'flagged', hasInterval: true, mean: 'median-only', test: 'exact', chart: 'marked' });
    expect([99, 100].map(mostPercentDecimals)).toEqual([0, 1]);
  });
});

describe('p values', () => {
  test('[F76] adjusted as p.adjust does', () => {
    for (const { p, ...wanted } of golden.adjusted)
      for (const method of ['holm', 'bonferroni', 'bh'] as const)
        expect(adjustP(p, method)).toEqual(wanted[method].map((one) => expect.closeTo(one, 12)));
    expect(adjustP([0.01, 0.3], 'none')).toEqual([0.01, 0.3]);
    expect(adjustP([], 'holm')).toEqual([]);
  });

  test('[F76] Holm lies between none and Bonferroni; order of the tests does not matter', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (p) => {
        const [holm, bonferroni] = [adjustP(p, 'holm'), adjustP(p, 'bonferroni')];
        p.forEach((one, index) => {
          expect(holm[index]).toBeGreaterThanOrEqual(one);
          expect(holm[index]).toBeLessThanOrEqual(bonferroni[index] ?? 0);
        });
        for (const method of ['holm', 'bh'] as const) expect(adjustP(p.toReversed(), method).toReversed()).toEqual(adjustP(p, method));
      }),
    );
  });

  test('the rest of a family may be left out when it could not matter', () => {
    const p = [0.001, 0.004, 0.02, 0.3, 0.6, 0.9];
    expect(adjustP(p.slice(0, 3), 'holm', 6)).toEqual(adjustP(p, 'holm').slice(0, 3));
  });

  test('a screening list is the false discovery rate of 10 %, smallest first', () => {
    expect(screeningList([0.2, 0.04, 0.001, 0.9]).map(({ index }) => index)).toEqual([2, 1]);
  });

  test('print never crosses 0.05', () => {
    const printed = (p: number): string => {
      const one = printedP(p);
      return 'below' in one ? `<${one.below}` : one.value.toFixed(one.decimals);
    };
    expect([0, 0.0009, 0.001, 0.0046, 0.0099, 0.02, 0.044, 0.046, 0.0496, 0.0499, 0.04999, 0.05, 0.0501, 0.2, 1].map(printed)).toEqual([
      '<0.001',
      '<0.001',
      '0.001',
      '0.005',
      '0.010',
      '0.02',
      '0.04',
      '0.046',
      '0.0496',
      '0.0499',
      '0.0499',
      '0.05',
      '0.05',
      '0.20',
      '1.00',
    ]);
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1, noNaN: true }), (p) => {
        expect(Number(printed(p)) < 0.05).toBe(p < 0.05);
      }),
    );
    expect(() => printedP(1.2)).toThrow(RangeError);
  });
});
