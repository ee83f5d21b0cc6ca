import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBanner, countFigures, figuresOfCounts } from './count-banner.ts';
import { crosstab } from './count.ts';
import { nestColumns } from './nest-columns.ts';
import type { AnswerOption } from './questions.ts';
import type { CodeColumn, Column, SetColumn } from './stored-answers.ts';
import { weightedBanner } from './weights.ts';

const persons = 60;
const options = (count: number): AnswerOption[] =>
  Array.from({ length: count }, (_, code) => ({ code: code + 1, label: { nb: `Svar ${code + 1}` } }));
const marks = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: persons, maxLength: persons });

const codes = (count: number): fc.Arbitrary<CodeColumn> =>
  fc
    .array(fc.integer({ min: -3, max: count - 1 }), { minLength: persons, maxLength: persons })
    .map((values) => ({ kind: 'codes', categories: options(count), values: Int16Array.from(values) }));
const sets = (count: number): fc.Arbitrary<SetColumn> =>
  fc
    .tuple(
      fc.array(marks, { minLength: count, maxLength: count }),
      fc.array(fc.integer({ min: -2, max: 0 }), { minLength: persons, maxLength: persons }),
    )
    .map(([indicators, values]) => ({
      kind: 'set',
      categories: options(count),
      indicators: indicators.map((each) => Uint8Array.from(each, (mark, person) => ((values[person] ?? -1) < 0 ? 0 : mark))),
      values: Int16Array.from(values),
    }));
const column = (count: number): fc.Arbitrary<Column> => fc.oneof(codes(count), sets(count));
const weights = fc
  .array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: persons, maxLength: persons })
  .map((each) => Float64Array.from(each));

/** Whether a person is in a category, asked one by one. */
const isIn = (each: Column, person: number, at: number): boolean =>
  each.kind === 'codes' ? each.values[person] === at : (each.values[person] ?? -1) >= 0 && each.indicators[at]?.[person] === 1;
const has = (each: Column, person: number): boolean => (each.values[person] ?? -1) >= 0;
const everybody = Array.from({ length: persons }, (_, person) => person);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

describe('counting a banner', () => {
  it('[F73, F74] equals asking person by person, for every part beside the others', () => {
    fc.assert(
      fc.property(column(3), fc.array(column(4), { maxLength: 4 }), marks, (rows, parts, mask) => {
        const asked = everybody.filter((person) => mask[person] === 1 && has(rows, person));
        const found = countBanner(rows, parts, { mask: Uint8Array.from(mask) });
        expect(found).toEqual(
          parts.map((part) => ({
            counts: rows.categories.map((_, row) =>
              part.categories.map((__, at) => asked.filter((person) => isIn(rows, person, row) && isIn(part, person, at)).length),
            ),
            columnTotals: part.categories.map((_, at) => asked.filter((person) => isIn(part, person, at)).length),
            rowTotals: rows.categories.map((_, row) => asked.filter((person) => isIn(rows, person, row)).length),
            total: asked.length,
          })),
        );
      }),
    );
  });

  it('counts parts with more combinations than fit together, one after the other', () => {
    const spread = (step: number): CodeColumn => ({
      kind: 'codes',
      categories: options(100),
      values: Int16Array.from({ length: 20_000 }, (_, person) => Math.floor(person / step) % 100),
    });
    const [rows, parts] = [spread(7), [spread(1), spread(100), spread(3)]];
    for (const [at, table] of countBanner(rows, parts, { mask: null }).entries()) {
      const { counts, columnTotals } = crosstab(rows.values, 100, parts[at]?.values ?? new Int16Array(0), 100);
      expect({ counts: table.counts, columnTotals: table.columnTotals }).toEqual({ counts, columnTotals });
    }
  });

  it('[F80] sums weights as it counts persons', () => {
    fc.assert(
      fc.property(column(3), column(4), marks, weights, (rows, part, mask, weight) => {
        const [found] = weightedBanner(rows, [part], { mask: Uint8Array.from(mask), weights: weight });
        const asked = everybody.filter((person) => mask[person] === 1 && has(rows, person));
        const of = (who: readonly number[], power = 1): number => sum(who.map((person) => (weight[person] ?? 0) ** power));
        for (const [row, cells] of (found?.counts ?? []).entries())
          for (const [at, cell] of cells.entries())
            expect(cell).toBeCloseTo(of(asked.filter((person) => isIn(rows, person, row) && isIn(part, person, at))), 9);
        expect(found?.total).toBeCloseTo(of(asked), 9);
        expect(found?.totalSquares).toBeCloseTo(of(asked, 2), 9);
        for (const [at, squares] of (found?.columnSquares ?? []).entries())
          expect(squares).toBeCloseTo(
            of(
              asked.filter((person) => isIn(part, person, at)),
              2,
            ),
            9,
          );
      }),
    );
  });

  it('[F75] the sums behind a mean are the same from the persons and from the counts', () => {
    fc.assert(
      fc.property(codes(5), column(3), marks, (rows, part, mask) => {
        const numbers = Float64Array.from(rows.values, (value) => (value < 0 ? Number.NaN : value + 1));
        const [table] = countBanner(rows, [part], { mask: Uint8Array.from(mask) });
        expect(countFigures(numbers, part, Uint8Array.from(mask))).toEqual(
          figuresOfCounts(
            table ?? { counts: [], columnTotals: [] },
            rows.categories.map(({ code }) => code),
          ),
        );
      }),
    );
  });

  it('weighs every number with its person', () => {
    const part: CodeColumn = { kind: 'codes', categories: options(2), values: Int16Array.of(0, 0, 1, -1) };
    const found = countFigures(Float64Array.of(2, 4, Number.NaN, 9), part, null, Float64Array.of(1, 3, 1, 1));
    expect(found).toEqual([
      { n: 2, weight: 4, sum: 14, squares: 52, weightSquares: 10 },
      { n: 0, weight: 0, sum: 0, squares: 0, weightSquares: 0 },
    ]);
  });
});

describe('one grouping within another', () => {
  it('[F73] has every pair as a group, and whoever lacks one of the two in none', () => {
    const outer: CodeColumn = { kind: 'codes', categories: options(2), values: Int16Array.of(0, 1, 1, -2, 0) };
    const inner: CodeColumn = { kind: 'codes', categories: options(3), values: Int16Array.of(2, 0, -4, 1, -1) };
    const nested = nestColumns(outer, inner);
    expect(nested.categories.map(({ key }) => key)).toEqual(['1/1', '1/2', '1/3', '2/1', '2/2', '2/3']);
    expect([...nested.values]).toEqual([2, 3, -4, -2, -1]);
    expect(nested.categories[2]?.label).toEqual({ nb: 'Svar 1 · Svar 3' });
  });
});
