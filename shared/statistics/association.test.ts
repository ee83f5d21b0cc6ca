import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { associationTest } from './association.ts';
import { cramersV, nMinusOneChiSquare, pearsonChiSquare } from './chi-square.ts';
import { fisherFreemanHalton, fisherMidP } from './fisher.ts';
import golden from './golden/comparison.json';

const table = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.nat(6), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );

describe('tests of association', () => {
  test('[F75] every statistic agrees with R (asymptotic 1e-10, exact 1e-9)', () => {
    for (const { rows, ...wanted } of golden.cases) {
      const pearson = pearsonChiSquare(rows);
      expect(pearson?.statistic).toBeCloseTo(wanted.statistic, 10);
      expect(pearson?.df).toBe(wanted.df);
      expect(pearson?.p).toBeCloseTo(wanted.p, 10);
      expect(cramersV(rows)).toBeCloseTo(wanted.cramersV, 10);
      expect(fisherFreemanHalton(rows)).toBeCloseTo(wanted.exactP, 9);
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

  test('[F75] too many tables for the exact test is said, not guessed', () => {
    const row = [1, 2, 0, 3, 1, 2, 1, 4];
    expect(associationTest(Array.from({ length: 8 }, () => row))).toMatchObject({ test: 'none', reason: 'too-many-tables' });
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
      { numRuns: 40 },
    );
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
