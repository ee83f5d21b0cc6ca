import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import golden from '../golden/ordinal.json';
import { Z95 } from '../interval.ts';
import { kendallTauB, somersD } from './kendall.ts';
import { kruskalWallis } from './kruskal-wallis.ts';
import { linearByLinear } from './linear-by-linear.ts';
import { mannWhitney } from './mann-whitney.ts';
import { exactRankSumP } from './rank-sum-distribution.ts';
import { spearman } from './spearman.ts';
import { superiority } from './superiority.ts';

const near = (wanted: number): unknown => expect.closeTo(wanted, 9);
const twoGroups = fc.integer({ min: 2, max: 5 }).chain((categories) => {
  const group = fc.array(fc.nat(8), { minLength: categories, maxLength: categories });
  return fc.tuple(group, group);
});
const table = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.nat(6), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );

describe('two groups on an ordered scale', () => {
  test('[F75] Mann-Whitney agrees with coin and R, exact with ties up to 40 persons', () => {
    for (const { first, second, ...wanted } of golden.twoGroups) {
      const result = mannWhitney(first, second);
      expect(result?.u).toBe(wanted.u);
      expect(result?.z).toBeCloseTo(wanted.z, 9);
      expect(result?.probability).toBeCloseTo(wanted.probability, 9);
      expect([result?.method, result?.p]).toEqual(
        typeof wanted.exactP === 'number' ? ['exact', near(wanted.exactP)] : ['asymptotic', near(wanted.asymptoticP)],
      );
      expect(result?.superiority).toEqual({ estimate: near(wanted.probability), low: near(wanted.low), high: near(wanted.high) });
    }
  });

  test('[F77] Brunner and Munzel publish 0.789, 0.595 to 0.983 for their pain scores', () => {
    const found = superiority([3, 1, 4, 2, 1], [11, 2, 0, 1, 0]);
    expect([found?.estimate, found?.low, found?.high].map((one) => one?.toFixed(3))).toEqual(['0.789', '0.595', '0.983']);
  });

  test('the exact p is the share of all choices, counted one by one', () => {
    const pooled = [2, 3, 1, 2];
    const ranks = [1.5, 1.5, 4, 4, 4, 6, 7.5, 7.5];
    const sums = Array.from({ length: 256 }, (_, bits) => ranks.filter((__, index) => (bits >> index) & 1))
      .filter((chosen) => chosen.length === 3)
      .map((chosen) => chosen.reduce((sum, rank) => sum + rank, 0));
    for (const observed of [7, 9, 13.5, 19])
      expect(exactRankSumP(pooled, 3, observed)).toBeCloseTo(
        sums.filter((sum) => Math.abs(sum - 13.5) >= Math.abs(observed - 13.5)).length / sums.length,
        12,
      );
  });

  test('turning groups or scale around changes the sign, nothing else', () => {
    fc.assert(
      fc.property(twoGroups, ([first, second]) => {
        const [one, swapped, upside] = [
          mannWhitney(first, second),
          mannWhitney(second, first),
          mannWhitney(first.toReversed(), second.toReversed()),
        ];
        expect(swapped?.p).toEqual(one === null ? undefined : near(one.p));
        expect(upside?.p).toEqual(one === null ? undefined : near(one.p));
        if (one === null) return;
        expect(swapped?.probability).toBeCloseTo(1 - one.probability, 12);
        expect(upside?.z).toBeCloseTo(-one.z, 9);
        expect(one.p).toBeLessThanOrEqual(1 + 1e-12);
        if (one.superiority !== null) {
          expect(one.superiority.low).toBeLessThanOrEqual(one.probability);
          expect(one.superiority.high).toBeGreaterThanOrEqual(one.probability);
        }
      }),
    );
  });

  test('nobody in a group, all alike, one person each and no overlap', () => {
    expect(mannWhitney([0, 0], [3, 4])).toBeNull();
    expect(mannWhitney([0, 5, 0], [0, 9, 0])).toBeNull();
    expect(mannWhitney([1, 0], [0, 1])).toMatchObject({ p: 1, probability: 0, superiority: null });
    expect(mannWhitney([5, 0], [0, 5])).toMatchObject({ method: 'exact', p: expect.closeTo(2 / 252, 12), superiority: null });
    expect(() => mannWhitney([1, 2], [3])).toThrow(RangeError);
    expect(() => mannWhitney([1.5, 2], [3, 1])).toThrow(RangeError);
  });
});

describe('more groups on an ordered scale', () => {
  test('[F75] Kruskal-Wallis with effect and Dunn-Holm agree with R', () => {
    for (const { groups, ...wanted } of golden.manyGroups) {
      const result = kruskalWallis(groups);
      expect(result).toMatchObject({ h: near(wanted.h), df: wanted.df, p: near(wanted.p), epsilonSquared: near(wanted.epsilonSquared) });
      expect(result?.pairs.map(({ z }) => z)).toEqual(wanted.z.map(near));
      expect(result?.pairs.map(({ adjustedP }) => adjustedP)).toEqual(wanted.adjusted.map(near));
    }
  });

  test('empty groups are left out but keep their places; two groups are Mann-Whitney squared', () => {
    const result = kruskalWallis([
      [3, 6, 9],
      [0, 0, 0],
      [8, 4, 1],
    ]);
    expect(result?.pairs).toMatchObject([{ first: 0, second: 2 }]);
    expect(result?.h).toBeCloseTo((mannWhitney([3, 6, 9], [8, 4, 1])?.z ?? 0) ** 2, 9);
    expect(
      kruskalWallis([
        [3, 6],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      kruskalWallis([
        [0, 6],
        [0, 2],
        [0, 9],
      ]),
    ).toBeNull();
    expect(kruskalWallis([])).toBeNull();
  });
});

describe('two ordered variables', () => {
  test("[F75] tau-b, Somers' d, Spearman and linear-by-linear agree with R", () => {
    for (const { rows, ...wanted } of golden.association) {
      const tau = kendallTauB(rows);
      expect(tau).toMatchObject({ estimate: near(wanted.tau), z: near(wanted.z), p: near(wanted.p) });
      expect(tau?.low).toBeCloseTo(Math.max(-1, wanted.tau - Z95 * wanted.tauError), 9);
      expect(tau?.high).toBeCloseTo(Math.min(1, wanted.tau + Z95 * wanted.tauError), 9);
      const [ofRows, ofColumns] = [somersD(rows, 'rows'), somersD(rows, 'columns')];
      expect([ofRows?.estimate, ofRows?.low]).toEqual([
        near(wanted.somersRows),
        near(Math.max(-1, wanted.somersRows - Z95 * wanted.somersRowsError)),
      ]);
      expect([ofColumns?.estimate, ofColumns?.high]).toEqual([
        near(wanted.somersColumns),
        near(Math.min(1, wanted.somersColumns + Z95 * wanted.somersColumnsError)),
      ]);
      expect(spearman(rows)).toMatchObject({
        estimate: near(wanted.rho),
        p: near(wanted.rhoP),
        interval: { low: near(wanted.rhoLow), high: near(wanted.rhoHigh) },
      });
      expect(linearByLinear(rows)).toMatchObject({ statistic: near(wanted.linear), p: near(wanted.linearP) });
    }
  });

  test('tau-b lies between the two d, squares to their product, and knows neither order nor empty categories', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const tau = kendallTauB(rows);
        const [a, b] = [somersD(rows, 'rows'), somersD(rows, 'columns')];
        expect(a === null).toBe(tau === null);
        if (tau === null || a === null || b === null) return;
        expect(tau.estimate ** 2).toBeCloseTo(a.estimate * b.estimate, 9);
        const turned = rows.map((row) => row.toReversed());
        expect(kendallTauB(turned)?.estimate).toBeCloseTo(-tau.estimate, 9);
        expect(kendallTauB(rows.flatMap((row) => [row, row.map(() => 0)]))).toEqual(tau);
        expect(tau.low).toBeLessThanOrEqual(tau.estimate + 1e-12);
        expect(tau.high).toBeGreaterThanOrEqual(tau.estimate - 1e-12);
      }),
    );
  });

  test('perfect order, no variation and too few persons', () => {
    expect(
      kendallTauB([
        [5, 0],
        [0, 7],
      ]),
    ).toMatchObject({ estimate: 1, low: 1, high: 1 });
    expect(
      spearman([
        [5, 0],
        [0, 7],
      ]),
    ).toMatchObject({ estimate: 1, interval: null, p: 0 });
    expect([kendallTauB([[5, 7]]), somersD([[5], [7]], 'rows'), spearman([[5, 7]]), linearByLinear([[5, 7]])]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect([
      kendallTauB([]),
      spearman([
        [1, 0],
        [0, 1],
      ]),
    ]).toEqual([null, null]);
    expect(
      linearByLinear(
        [
          [5, 7],
          [9, 3],
        ],
        [1, 1],
      ),
    ).toBeNull();
  });
});
