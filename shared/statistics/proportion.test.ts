import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import golden from './golden/proportion.json';
import { bottomTwo, netScore, topTwo } from './net.ts';
import { proportionDifference } from './newcombe.ts';
import { agrestiCoull, clopperPearson, jeffreys, wilson } from './proportion.ts';
import { percentOf } from './round.ts';

const TOLERANCE = 9; // digits after the decimal point

/** Counts with 0 ≤ x ≤ n ≤ N and n ≥ 1. */
const counts = fc
  .tuple(fc.nat(300), fc.nat(300), fc.nat(400))
  .filter(([x, rest]) => x + rest > 0)
  .map(([x, rest, unasked]) => ({ x, n: x + rest, frame: x + rest + unasked }));

describe('interval of a share', () => {
  test('[F77] all four intervals agree with R', () => {
    for (const { x, n, ...limits } of golden.one) {
      expect(wilson(x, n).low).toBeCloseTo(limits.wilsonLow, TOLERANCE);
      expect(wilson(x, n).high).toBeCloseTo(limits.wilsonHigh, TOLERANCE);
      expect(clopperPearson(x, n).low).toBeCloseTo(limits.clopperPearsonLow, TOLERANCE);
      expect(clopperPearson(x, n).high).toBeCloseTo(limits.clopperPearsonHigh, TOLERANCE);
      expect(jeffreys(x, n).low).toBeCloseTo(limits.jeffreysLow, TOLERANCE);
      expect(jeffreys(x, n).high).toBeCloseTo(limits.jeffreysHigh, TOLERANCE);
      expect(agrestiCoull(x, n).low).toBeCloseTo(limits.agrestiCoullLow, TOLERANCE);
      expect(agrestiCoull(x, n).high).toBeCloseTo(limits.agrestiCoullHigh, TOLERANCE);
    }
  });

  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('[F77] Newcombe 1998 publishes %i of %i as %f to %f', (x, n, low, high) => {
    expect(wilson(x, n).low).toBeCloseTo(low, 4);
    expect(wilson(x, n).high).toBeCloseTo(high, 4);
  });

  test('[F78] the finite population correction agrees with the effective sample size', () => {
    for (const { x, n, N, low, high } of golden.frame) {
      expect(wilson(x, n, { frame: N }).low).toBeCloseTo(low, TOLERANCE);
      expect(wilson(x, n, { frame: N }).high).toBeCloseTo(high, TOLERANCE);
    }
  });

  test('[F78] 27 of 60 from 400 is 33.9-56.6 %, and 33.1-57.5 % without the frame', () => {
    const { low, high } = wilson(27, 60, { frame: 400 });
    expect([percentOf(27, 60), Math.round(low * 1000), Math.round(high * 1000)]).toEqual([45, 339, 566]);
    expect(Math.round(wilson(27, 60).low * 1000)).toBe(331);
    expect(Math.round(wilson(27, 60).high * 1000)).toBe(575);
  });

  test('[F78][R12] "about 400" is good enough: 360 or 440 moves no limit by more than 0.15 points', () => {
    const limits = [360, 440].map((frame) => wilson(27, 60, { frame }));
    const about = wilson(27, 60, { frame: 400 });
    for (const { low, high } of limits) {
      expect(Math.abs(low - about.low)).toBeLessThan(0.0015);
      expect(Math.abs(high - about.high)).toBeLessThan(0.0015);
    }
  });

  test('[F78] limits never leave what is certain, and a full count has no width', () => {
    expect(wilson(5, 20, { frame: 25 }).low).toBe(0.2);
    expect(wilson(7, 20, { frame: 20 })).toEqual({ estimate: 0.35, low: 0.35, high: 0.35 });
  });

  test('[F77] stays within 0 to 1 around the estimate', () => {
    fc.assert(
      fc.property(counts, ({ x, n, frame }) => {
        for (const { estimate, low, high } of [
          wilson(x, n),
          wilson(x, n, { frame }),
          jeffreys(x, n),
          agrestiCoull(x, n),
          clopperPearson(x, n),
        ]) {
          expect(0 <= low && low <= high && high <= 1).toBe(true);
          expect(low <= estimate + 1e-12 && estimate <= high + 1e-12).toBe(true);
        }
      }),
    );
  });

  test('[F77] grows with the count', () => {
    fc.assert(
      fc.property(counts, ({ x, n, frame }) => {
        fc.pre(x < n);
        for (const option of [{}, { frame }]) {
          expect(wilson(x + 1, n, option).low).toBeGreaterThanOrEqual(wilson(x, n, option).low);
          expect(wilson(x + 1, n, option).high).toBeGreaterThanOrEqual(wilson(x, n, option).high);
        }
      }),
    );
  });

  test('[F78] a known frame never widens the interval', () => {
    fc.assert(
      fc.property(counts, ({ x, n, frame }) => {
        const plain = wilson(x, n);
        const corrected = wilson(x, n, { frame });
        expect(corrected.high - corrected.low).toBeLessThanOrEqual(plain.high - plain.low + 1e-12);
      }),
    );
  });

  test('mirrors when yes and no change places', () => {
    fc.assert(
      fc.property(counts, ({ x, n, frame }) => {
        expect(wilson(n - x, n, { frame }).low).toBeCloseTo(1 - wilson(x, n, { frame }).high, 10);
      }),
    );
  });

  test.each([
    [1, 0],
    [-1, 5],
    [6, 5],
    [1.5, 5],
  ])('refuses %d of %d', (x, n) => {
    expect(() => wilson(x, n)).toThrow(RangeError);
  });

  test('refuses a frame smaller than the base', () => {
    expect(() => wilson(3, 20, { frame: 19 })).toThrow(RangeError);
  });
});

describe('net score and difference', () => {
  test('[F77] Bonett-Price agrees with R, with and without a frame', () => {
    for (const { b, c, n, low, high, ...rest } of golden.net) {
      const score = netScore(b, c, n, 'N' in rest && typeof rest.N === 'number' ? { frame: rest.N } : {});
      expect(score.low).toBeCloseTo(low, TOLERANCE);
      expect(score.high).toBeCloseTo(high, TOLERANCE);
      expect(score.estimate).toBe((b - c) / n);
    }
    expect(netScore(20, 8, 40).low).toBeCloseTo(0.045, 3);
    expect(netScore(20, 8, 40).high).toBeCloseTo(0.526, 3);
  });

  test('[F78] a full count has no width, and the estimate always lies inside', () => {
    expect(netScore(20, 8, 40, { frame: 40 })).toEqual({ estimate: 0.3, low: 0.3, high: 0.3 });
    const almost = netScore(40, 0, 40, { frame: 41 });
    expect(almost.high).toBe(1);
    expect(() => netScore(30, 20, 40)).toThrow(RangeError);
  });

  test('top two and bottom two are shares of everybody who answered', () => {
    expect(topTwo([3, 6, 9, 14, 8])).toEqual(wilson(22, 40));
    expect(bottomTwo([3, 6, 9, 14, 8], { frame: 400 })).toEqual(wilson(9, 40, { frame: 400 }));
  });

  test('[F77] Newcombe difference agrees with R and with the published 56/70 against 48/80', () => {
    for (const { x1, n1, x2, n2, low, high } of golden.difference) {
      expect(proportionDifference(x1, n1, x2, n2).low).toBeCloseTo(low, TOLERANCE);
      expect(proportionDifference(x1, n1, x2, n2).high).toBeCloseTo(high, TOLERANCE);
    }
    expect(proportionDifference(56, 70, 48, 80).low).toBeCloseTo(0.0524, 4);
    expect(proportionDifference(56, 70, 48, 80).high).toBeCloseTo(0.3339, 4);
  });
});
