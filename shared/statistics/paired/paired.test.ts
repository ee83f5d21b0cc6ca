import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import golden from '../golden/paired.json';
import { netScore } from '../net.ts';
import { cochranQ } from './cochran-q.ts';
import { friedman } from './friedman.ts';
import { marginalHomogeneity } from './marginal-homogeneity.ts';
import { mcNemar } from './mcnemar.ts';
import { signedRank } from './signed-rank.ts';

const near = (wanted: number): unknown => expect.closeTo(wanted, 9);
const square = fc
  .integer({ min: 2, max: 5 })
  .chain((size) => fc.array(fc.array(fc.nat(5), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }));

/** Waves swapped. */
function turned(table: readonly (readonly number[])[]): number[][] {
  return table.map((_, column) => table.map((row) => row[column] ?? 0));
}

describe('yes and no in two linked waves', () => {
  test('[F83] mid-p agrees with R, and with the published 0.0391', () => {
    for (const { p, ...pairs } of golden.binary) expect(mcNemar(pairs)?.p).toBeCloseTo(p, 9);
    expect(mcNemar({ both: 1, onlyFirst: 1, onlySecond: 7, neither: 12 })?.p).toBeCloseTo(0.0391, 4);
  });

  test('[F83] change is second minus first with Bonett-Price; swapping waves turns it around', () => {
    const pairs = { both: 20, onlyFirst: 8, onlySecond: 20, neither: 12 };
    const found = mcNemar(pairs, { frame: 400 });
    expect(found?.change).toEqual(netScore(20, 8, 60, { frame: 400 }));
    const swapped = mcNemar({ ...pairs, onlyFirst: 20, onlySecond: 8 });
    expect(swapped?.p).toBe(found?.p);
    expect(swapped?.change.estimate).toBeCloseTo(-0.2, 12);
  });

  test('nobody, nobody changed, one person, everybody asked', () => {
    expect(mcNemar({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 })).toBeNull();
    expect(mcNemar({ both: 3, onlyFirst: 0, onlySecond: 0, neither: 4 })).toMatchObject({ p: 1, change: { estimate: 0 } });
    expect(mcNemar({ both: 0, onlyFirst: 1, onlySecond: 0, neither: 0 })).toMatchObject({ p: 0.5, change: { estimate: -1 } });
    expect(mcNemar({ both: 3, onlyFirst: 1, onlySecond: 2, neither: 4 }, { frame: 10 })?.change).toMatchObject({ low: 0.1, high: 0.1 });
    expect(() => mcNemar({ both: -1, onlyFirst: 1, onlySecond: 2, neither: 4 })).toThrow(RangeError);
    expect(() => mcNemar({ both: 1, onlyFirst: 1, onlySecond: 2, neither: 4 }, { frame: 5 })).toThrow(RangeError);
  });
});

describe('categories in two linked waves', () => {
  test('[F83] Stuart-Maxwell agrees with coin, Bhapkar with its own covariance in R, and vision with the published 11.96', () => {
    for (const { rows, statistic, p, bhapkar, bhapkarP } of golden.nominal) {
      expect(marginalHomogeneity(rows)).toMatchObject({
        statistic: near(statistic),
        p: near(p),
        bhapkar: { statistic: near(bhapkar), p: near(bhapkarP) },
      });
    }
    expect(golden.nominal[0]?.statistic).toBeCloseTo(11.96, 2);
  });

  test('[F83] change per category sums to nothing, and is that of McNemar for each category against the rest', () => {
    const rows = golden.nominal[1]?.rows ?? [];
    const changes = marginalHomogeneity(rows)?.changes ?? [];
    expect(changes.reduce((sum, { estimate }) => sum + estimate, 0)).toBeCloseTo(0, 12);
    const both = rows[0]?.[0] ?? 0;
    const first = rows[0]?.reduce((sum, count) => sum + count, 0) ?? 0;
    const second = rows.reduce((sum, row) => sum + (row[0] ?? 0), 0);
    const total = rows.flat().reduce((sum, count) => sum + count, 0);
    expect(changes[0]).toEqual(
      mcNemar({ both, onlyFirst: first - both, onlySecond: second - both, neither: total - first - second + both })?.change,
    );
  });

  test('empty categories, categories without moves and sets apart from each other never break the inverse', () => {
    const plain = marginalHomogeneity([
      [5, 3],
      [9, 4],
    ]);
    const padded = marginalHomogeneity([
      [5, 0, 3, 0],
      [0, 0, 0, 0],
      [9, 0, 4, 0],
      [0, 0, 0, 6],
    ]);
    expect(plain?.statistic).toBeCloseTo(3, 12);
    expect([padded?.statistic, padded?.df]).toEqual([near(3), 1]);
    const apart = marginalHomogeneity([
      [0, 1, 0, 0],
      [4, 0, 0, 0],
      [0, 0, 0, 2],
      [0, 0, 9, 0],
    ]);
    expect([apart?.statistic, apart?.df]).toEqual([near(9 / 5 + 49 / 11), 2]);
    expect(
      marginalHomogeneity([
        [7, 0],
        [0, 7],
      ]),
    ).toBeNull();
    expect(marginalHomogeneity([])).toBeNull();
    expect(
      marginalHomogeneity([
        [0, 6],
        [0, 0],
      ]),
    ).toMatchObject({ statistic: 6, bhapkar: null });
    expect(() => marginalHomogeneity([[1, 2]])).toThrow(RangeError);
  });

  test('order of the categories and swapping the waves do not matter', () => {
    fc.assert(
      fc.property(square, (rows) => {
        const found = marginalHomogeneity(rows);
        const reversed = rows.toReversed().map((row) => row.toReversed());
        for (const other of [reversed, turned(rows)]) {
          const again = marginalHomogeneity(other);
          expect([again?.df, again?.statistic]).toEqual([found?.df, found === null ? undefined : expect.closeTo(found.statistic, 7)]);
        }
      }),
    );
  });
});

describe('ordered answers in two linked waves', () => {
  test('[F83] Wilcoxon with Pratt zeros agrees with coin, asymptotic and exact', () => {
    for (const { rows, ...wanted } of golden.ordinal) {
      const found = signedRank(rows);
      expect(found).toMatchObject({ z: near(wanted.z), rose: wanted.rose, fell: wanted.fell, rankBiserial: near(wanted.rankBiserial) });
      expect([found?.method, found?.p]).toEqual(
        typeof wanted.exactP === 'number' ? ['exact', near(wanted.exactP)] : ['asymptotic', near(wanted.p)],
      );
    }
  });

  test('swapping the waves turns the effect around and keeps p', () => {
    fc.assert(
      fc.property(square, (rows) => {
        const [found, swapped] = [signedRank(rows), signedRank(turned(rows))];
        expect(swapped?.p).toEqual(found === null ? undefined : near(found.p));
        expect((swapped?.rankBiserial ?? 0) + (found?.rankBiserial ?? 0)).toBeCloseTo(0, 12);
      }),
    );
  });

  test('nobody changed, one person, all one way, unequal steps', () => {
    expect(
      signedRank([
        [4, 0],
        [0, 3],
      ]),
    ).toBeNull();
    expect(
      signedRank([
        [0, 1],
        [0, 0],
      ]),
    ).toMatchObject({ p: 1, rankBiserial: 1 });
    expect(
      signedRank([
        [2, 6],
        [0, 3],
      ]),
    ).toMatchObject({ p: 2 / 64, rankBiserial: 1, unchanged: 5, base: 11 });
    const rows = [
      [0, 3, 0],
      [0, 0, 2],
      [1, 0, 0],
    ];
    expect(signedRank(rows, [0.1, 0.2, 0.3])).toEqual(signedRank(rows));
    expect(signedRank(rows, [1, 2, 10])?.z).not.toBeCloseTo(signedRank(rows)?.z ?? 0, 3);
  });
});

describe('three or more linked waves', () => {
  const persons = (values: readonly (readonly number[])[]): { values: readonly number[]; count: number }[] =>
    values.map((one) => ({ values: one, count: 1 }));

  test("[F83] Cochran's Q and Friedman with Kendall's W agree with R", () => {
    for (const { values, ...wanted } of golden.cochran)
      expect(cochranQ(persons(values))).toMatchObject({ statistic: near(wanted.statistic), df: wanted.df, p: near(wanted.p) });
    for (const { values, ...wanted } of golden.friedman)
      expect(friedman(persons(values))).toMatchObject({
        statistic: near(wanted.statistic),
        p: near(wanted.p),
        kendallW: near(wanted.kendallW),
      });
  });

  test('only complete cases count, and how many were lost is said', () => {
    const answers = [
      { values: [0, 1, 1], count: 7 },
      { values: [1, null, 1], count: 4 },
      { values: [0, 0, 1], count: 2 },
      { values: [null, null, null], count: 1 },
    ];
    const complete = answers.filter(({ values }) => !values.includes(null));
    expect(cochranQ(answers)).toEqual({ ...cochranQ(complete), lost: 5 });
    expect(friedman(answers)).toEqual({ ...friedman(complete), lost: 5 });
    expect(cochranQ(answers)).toMatchObject({ base: 9, shares: [0, 7 / 9, 1] });
  });

  test("Q on two waves is McNemar's chi-square; on yes and no Friedman is Q", () => {
    const answers = [
      { values: [0, 1], count: 20 },
      { values: [1, 0], count: 8 },
      { values: [1, 1], count: 9 },
    ];
    expect(cochranQ(answers)?.statistic).toBeCloseTo(144 / 28, 12);
    expect(friedman(answers)?.statistic).toBeCloseTo(144 / 28, 12);
  });

  test('nobody changed, nobody there, one wave, other answers', () => {
    expect([cochranQ([{ values: [1, 1, 1], count: 9 }]), friedman([{ values: [3, 3], count: 9 }])]).toEqual([null, null]);
    expect([cochranQ([]), friedman([]), friedman([{ values: [3], count: 4 }]), cochranQ([{ values: [1, null], count: 3 }])]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(() => cochranQ([{ values: [1, 2], count: 3 }])).toThrow(RangeError);
    expect(() =>
      friedman([
        { values: [1, 2], count: 3 },
        { values: [1], count: 3 },
      ]),
    ).toThrow(RangeError);
  });
});
