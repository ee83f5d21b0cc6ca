import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { associationTest } from './association.ts';
import { cramersV, nMinusOneChiSquare, pearsonChiSquare } from './chi-square.ts';
import { fisherFreemanHalton, fisherMidP } from './fisher.ts';
import golden from './golden/comparison.json';
import { seededRandom } from './random.ts';

const table = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.nat(4), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );

describe('tests of association', () => {
  test('[F75] every statistic agrees with R (asymptotic 1e-10, exact 1e-9)', () => {
    for (const { rows, ...wanted } of golden.cases) {
      const pearson = pearsonChiSquare(rows);
      expect(pearson?.statistic).toBeCloseTo(wanted.statistic, 10);
      expect(pearson?.df).toBe(wanted.df);
      expect(pearson?.p).toBeCloseTo(wanted.p, 10);
      expect(cramersV(rows)).toBeCloseTo(wanted.cramersV, 10);
      expect(fisherFreemanHalton(rows)?.p).toBeCloseTo(wanted.exactP, 9);
      expect(associationTest(rows).smallestExpected).toBeCloseTo(wanted.smallestExpected, 10);
      if (wanted.midP === null) continue;
      expect(fisherMidP(rows)).toBeCloseTo(wanted.midP, 9);
      expect(nMinusOneChiSquare(rows)?.p).toBeCloseTo(wanted.nMinusOneP, 10);
    }
  });

  test('[F75] a 2x2 table uses the N-1 chi-square down to an expected count of 1, and says so', () => {
    const large = associationTest([
      [9, 3],
      [1, 11],
    ]);
    expect([large.test, large.reason, large.df]).toEqual(['n-minus-1-chi-square', 'expected-large-enough', 1]);
    expect(large.difference?.estimate).toBeCloseTo(0.9 - 3 / 14, 12);
    const small = associationTest([
      [2, 0],
      [1, 60],
    ]);
    expect([small.test, small.reason, small.statistic]).toEqual(['fisher-mid-p', 'expected-too-small', null]);
    expect(small.p).toBe(
      fisherMidP([
        [2, 0],
        [1, 60],
      ]),
    );
  });

  test('[F75] a larger table switches when more than a fifth of the expected counts are below 5', () => {
    expect(
      associationTest([
        [30, 25, 12],
        [20, 18, 8],
        [25, 42, 20],
      ]).test,
    ).toBe('pearson-chi-square');
    const sparse = associationTest([
      [3, 1, 1],
      [0, 4, 2],
      [2, 0, 5],
    ]);
    expect([sparse.test, sparse.reason, sparse.shareBelowFive]).toEqual(['fisher-freeman-halton', 'expected-too-small', 1]);
  });

  test('empty categories are left out, and one category gives no test', () => {
    expect(
      associationTest([
        [9, 0, 3],
        [0, 0, 0],
        [1, 0, 11],
      ]),
    ).toEqual(
      associationTest([
        [9, 3],
        [1, 11],
      ]),
    );
    expect(associationTest([[9, 3]])).toMatchObject({ test: 'none', reason: 'too-few-categories', p: null });
    expect(associationTest([])).toMatchObject({ test: 'none' });
  });

  test('[F75] order of rows and columns does not matter, nor does transposing', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const turned = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0));
        const { p } = associationTest(rows);
        for (const other of [rows.toReversed(), rows.map((row) => row.toReversed()), turned]) {
          const again = associationTest(other).p;
          expect(again === null).toBe(p === null);
          expect(again ?? 0).toBeCloseTo(p ?? 0, 8);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('[F75] the raw V of 40 independent answers in a 4x4 table averages 0.27, the corrected one a third of it', () => {
    const random = seededRandom(11);
    const values = Array.from({ length: 1000 }, () => {
      const drawn = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
      for (let person = 0; person < 40; person += 1) {
        const row = drawn[Math.floor(random() * 4)];
        const column = Math.floor(random() * 4);
        if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
      }
      return { raw: Math.sqrt((pearsonChiSquare(drawn)?.statistic ?? 0) / 40 / 3), corrected: cramersV(drawn) ?? 0 };
    });
    const mean = (of: 'raw' | 'corrected'): number => values.reduce((sum, value) => sum + value[of], 0) / values.length;
    expect(mean('raw')).toBeCloseTo(0.27, 2);
    expect(mean('corrected')).toBeLessThan(0.1);
  });

  test('refuses ragged tables and parts of persons', () => {
    expect(() => associationTest([[1, 2], [3]])).toThrow(RangeError);
    expect(() =>
      associationTest([
        [1, 2.5],
        [3, 4],
      ]),
    ).toThrow(RangeError);
    expect(() => fisherMidP([[1, 2, 3]])).toThrow(RangeError);
  });
});
