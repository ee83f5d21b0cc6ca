import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import golden from '../golden/trend.json';
import { proportionDifference } from '../newcombe.ts';
import { mannWhitney } from '../ordinal/mann-whitney.ts';
import { cochranArmitage } from './cochran-armitage.ts';
import { jonckheereTerpstra } from './jonckheere.ts';

const near = (wanted: number): unknown => expect.closeTo(wanted, 9);

describe('share over independent waves', () => {
  test('[F83] Cochran-Armitage with real years agrees with R, and so do slope and interval', () => {
    for (const { waves, statistic, p, slope, low, high } of golden.shares) {
      const found = cochranArmitage(waves);
      expect((found?.z ?? 0) ** 2).toBeCloseTo(statistic, 9);
      expect(found).toMatchObject({ p: near(p), slope: { estimate: near(slope), low: near(low), high: near(high) } });
    }
  });

  test("[F83] two waves are Newcombe's difference per year", () => {
    const { estimate, low, high } = proportionDifference(56, 70, 48, 80);
    const found = cochranArmitage([
      { year: 2020, count: 48, base: 80 },
      { year: 2024, count: 56, base: 70 },
    ]);
    expect(found?.slope).toEqual({ estimate: near(estimate / 4), low: near(low / 4), high: near(high / 4) });
  });

  test('years apart matter, their zero does not, and turning the answer turns the slope', () => {
    const wave = fc.record({
      year: fc.integer({ min: 2000, max: 2030 }),
      base: fc.integer({ min: 1, max: 60 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(wave, { minLength: 2, maxLength: 5 }), (given) => {
        const waves = given.map(({ year, base, share }) => ({ year, base, count: Math.round(base * share) }));
        const found = cochranArmitage(waves);
        const later = cochranArmitage(waves.map((one) => ({ ...one, year: one.year + 100 })));
        const turned = cochranArmitage(waves.map((one) => ({ ...one, count: one.base - one.count })));
        expect(later?.z).toEqual(found === null ? undefined : expect.closeTo(found.z, 6));
        expect(turned?.slope.low).toEqual(found === null ? undefined : expect.closeTo(-found.slope.high, 6));
      }),
    );
    const even = cochranArmitage([
      { year: 1, count: 2, base: 20 },
      { year: 2, count: 8, base: 20 },
      { year: 3, count: 9, base: 20 },
    ]);
    const uneven = cochranArmitage([
      { year: 1, count: 2, base: 20 },
      { year: 2, count: 8, base: 20 },
      { year: 9, count: 9, base: 20 },
    ]);
    expect(uneven?.p).not.toBeCloseTo(even?.p ?? 0, 3);
  });

  test('one year, nobody, all alike; an empty wave is left out', () => {
    expect(
      cochranArmitage([
        { year: 2020, count: 3, base: 9 },
        { year: 2020, count: 5, base: 9 },
      ]),
    ).toBeNull();
    expect(
      cochranArmitage([
        { year: 2020, count: 9, base: 9 },
        { year: 2022, count: 8, base: 8 },
      ]),
    ).toBeNull();
    expect(cochranArmitage([])).toBeNull();
    const two = [
      { year: 2020, count: 3, base: 9 },
      { year: 2022, count: 5, base: 9 },
    ];
    expect(cochranArmitage([...two, { year: 2030, count: 0, base: 0 }])).toEqual(cochranArmitage(two));
    expect(() =>
      cochranArmitage([
        { year: 2020, count: 10, base: 9 },
        { year: 2021, count: 1, base: 9 },
      ]),
    ).toThrow(RangeError);
  });
});

describe('ordered answers over independent waves', () => {
  test('[F83] Jonckheere-Terpstra with ties agrees with R', () => {
    for (const { groups, ...wanted } of golden.ordinal)
      expect(jonckheereTerpstra(groups)).toMatchObject({
        statistic: near(wanted.statistic),
        z: near(wanted.z),
        p: near(wanted.p),
        probability: near(wanted.probability),
      });
  });

  test('two waves are Mann-Whitney; time turned around turns the sign; no spread gives no test', () => {
    const [before, after] = [
      [3, 6, 9],
      [8, 4, 1],
    ];
    const [trend, pair] = [jonckheereTerpstra([before, after]), mannWhitney(after, before)];
    expect([trend?.z, trend?.probability]).toEqual([near(pair?.z ?? 0), near(pair?.probability ?? 0)]);
    expect(jonckheereTerpstra([after, before])?.z).toBeCloseTo(-(trend?.z ?? 0), 9);
    expect([
      jonckheereTerpstra([
        [0, 4],
        [0, 9],
      ]),
      jonckheereTerpstra([
        [3, 4],
        [0, 0],
      ]),
      jonckheereTerpstra([]),
    ]).toEqual([null, null, null]);
  });
});
