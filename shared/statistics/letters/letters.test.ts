import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Adjustment } from '../adjust.ts';
import golden from '../golden/letters.json';
import { columnNames, letterCells } from './letter-names.ts';
import { columnLetters, type LetterMark, type LetterOptions, type LetterRow } from './letters.ts';

/** The words R wrote are among these. */
const options = (adjust: string, family: string): LetterOptions => ({
  adjust: adjust as Adjustment,
  family: family as 'row' | 'table',
});

/** As R writes them. */
function written(marks: readonly LetterMark[]): string[] {
  return marks.map(({ row, column, over }) => `${row} ${column} ${over}`).toSorted();
}

const share = (counts: readonly number[], bases: readonly number[], rest: Partial<LetterRow> = {}): LetterRow => ({
  kind: 'share',
  counts,
  bases,
  ...(rest as object),
});

const table = fc.integer({ min: 2, max: 6 }).chain((columns) =>
  fc.record({
    bases: fc.array(fc.integer({ min: 1, max: 80 }), { minLength: columns, maxLength: columns }),
    shares: fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: columns, maxLength: columns }), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
);

function rowsOf({ bases, shares }: { bases: number[]; shares: number[][] }): LetterRow[] {
  return shares.map((row) =>
    share(
      row.map((part, column) => Math.round(part * (bases[column] ?? 0))),
      bases,
    ),
  );
}

describe('column letters', () => {
  test('[F76] of shares agree with R: every adjustment, row and table, one and two levels', () => {
    for (const { blocks, bases, counts, sets } of golden.shares) {
      for (const { adjust, family, letters, strict } of sets) {
        const rows = counts.map((row) => share(row, bases));
        const marks = columnLetters(rows, blocks, { ...options(adjust, family), strictAlpha: 0.01 });
        expect(written(marks)).toEqual(letters);
        expect(written(marks.filter(({ isStrict }) => isStrict))).toEqual(strict);
      }
    }
  });

  test('[F80] of means agree with Welch tests in R', () => {
    for (const { blocks, bases, means, deviations, sets } of golden.means) {
      for (const { adjust, family, letters } of sets) {
        const rows = means.map((row, index): LetterRow => ({ kind: 'mean', means: row, deviations: deviations[index] ?? [], bases }));
        expect(written(columnLetters(rows, blocks, options(adjust, family)))).toEqual(letters);
      }
    }
  });

  test('[F76] only the larger of two columns carries the letter, never both', () => {
    fc.assert(
      fc.property(table, (given) => {
        const rows = rowsOf(given);
        const marks = columnLetters(
          rows,
          given.bases.map(() => 0),
          { adjust: 'none', alpha: 0.2 },
        );
        const names = new Set(written(marks));
        for (const { row, column, over } of marks) {
          expect(names.has(`${row} ${over} ${column}`)).toBe(false);
          const [larger = 0, smaller = 0] = [given.shares[row]?.[column], given.shares[row]?.[over]].map((part, index) =>
            Math.round((part ?? 0) * (given.bases[index === 0 ? column : over] ?? 0)),
          );
          expect(larger * (given.bases[over] ?? 0)).toBeGreaterThan(smaller * (given.bases[column] ?? 0));
        }
      }),
    );
  });

  test('[F76] Holm gives all letters of Bonferroni and none that no adjustment does not; the strict level gives a part', () => {
    fc.assert(
      fc.property(table, (given) => {
        const rows = rowsOf(given);
        const of = (adjust: Adjustment, alpha = 0.05): Set<string> =>
          new Set(
            written(
              columnLetters(
                rows,
                given.bases.map(() => 0),
                { adjust, alpha },
              ),
            ),
          );
        expect(of('bonferroni').isSubsetOf(of('holm'))).toBe(true);
        expect(of('holm').isSubsetOf(of('bh'))).toBe(true);
        expect(of('bh').isSubsetOf(of('none'))).toBe(true);
        expect(of('holm', 0.01).isSubsetOf(of('holm'))).toBe(true);
      }),
    );
  });

  test('[F76] the order of the columns does not matter', () => {
    fc.assert(
      fc.property(table, (given) => {
        const last = given.bases.length - 1;
        const turned = { bases: given.bases.toReversed(), shares: given.shares.map((row) => row.toReversed()) };
        const blocks = given.bases.map(() => 0);
        const back = columnLetters(rowsOf(turned), blocks).map((mark) => ({ ...mark, column: last - mark.column, over: last - mark.over }));
        expect(written(back)).toEqual(written(columnLetters(rowsOf(given), blocks)));
      }),
    );
  });

  test('[F76] bases under ten, hidden cells, the total and other banner variables give and get no letter', () => {
    const counts = [90, 10, 90, 9, 90, 5];
    const bases = [100, 100, 100, 9, 100, 100];
    const blocks = [-1, 0, 0, 0, 1, 1];
    expect(written(columnLetters([share(counts, bases)], blocks))).toEqual(['0 2 1', '0 4 5']);
    expect(written(columnLetters([share(counts, bases, { hidden: [false, false, true, false, false, false] })], blocks))).toEqual([
      '0 4 5',
    ]);
    expect(written(columnLetters([share(counts, bases, { persons: [100, 9, 100, 9, 100, 100] })], blocks))).toEqual(['0 4 5']);
    expect(columnLetters([], blocks)).toEqual([]);
  });

  test('[F76] a hidden cell leaves the family, so letters say nothing about it', () => {
    const bases = [60, 60, 60, 60];
    const hidden = [false, false, false, true];
    const without = columnLetters([share([12, 24, 30], bases)], [0, 0, 0]);
    for (const secret of [0, 30, 60])
      expect(columnLetters([share([12, 24, 30, secret], bases, { hidden })], [0, 0, 0, 0])).toEqual(without);
  });

  test('[F76] 0 % and 100 % are tested by Fisher mid-p; all alike is not different; parts of persons have no exact test', () => {
    const mark = (counts: readonly number[]): string[] => written(columnLetters([share(counts, [20, 20])], [0, 0]));
    expect(mark([0, 6])).toEqual(['0 1 0']);
    expect(mark([0, 1])).toEqual([]);
    expect([mark([0, 0]), mark([20, 20])]).toEqual([[], []]);
    expect(written(columnLetters([share([0, 6], [20.5, 20.5])], [0, 0]))).toEqual([]);
    expect(written(columnLetters([share([2.25, 12.5], [20.5, 20.5])], [0, 0]))).toEqual(['0 1 0']);
  });

  test('[F80] means without any spread are not tested', () => {
    const row: LetterRow = { kind: 'mean', means: [3, 4], deviations: [0, 0], bases: [20, 20] };
    expect(columnLetters([row], [0, 0])).toEqual([]);
    expect(written(columnLetters([{ ...row, deviations: [0, 0.5] }], [0, 0]))).toEqual(['0 1 0']);
  });

  test('[F76] letters begin anew with every banner variable; capital is the smaller level', () => {
    expect(columnNames([-1, 0, 0, 1, 1, 1])).toEqual(['', 'A', 'B', 'A', 'B', 'C']);
    expect(columnNames(Array.from({ length: 28 }, () => 0)).slice(25)).toEqual(['Z', 'AA', 'AB']);
    const marks = columnLetters([share([5, 28, 16], [50, 50, 50])], [0, 0, 0], { strictAlpha: 0.01 });
    expect(letterCells(marks, [0, 0, 0], 1)).toEqual([['', 'A c', 'a']]);
    expect(letterCells(columnLetters([share([5, 28, 16], [50, 50, 50])], [0, 0, 0]), [0, 0, 0], 1)).toEqual([['', 'A C', 'A']]);
  });
});
