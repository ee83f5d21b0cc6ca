import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import golden from '../golden/agreement.json';
import {
  brennanPrediger,
  cohensKappa,
  commonSpans,
  countCodePoints,
  gwetsAc1,
  inCodePoints,
  krippendorffsAlpha,
  lengthOf,
  masi,
  percentAgreement,
  tableOf,
  unitedSpans,
  unitizingAlpha,
  type CodedUnits,
  type Distance,
  type Figure,
  type Span,
} from './index.ts';

function valueOf(figure: Figure): number {
  if (figure.value === null) throw new Error(`no value: ${figure.because}`);
  return figure.value;
}

/** A table that R wrote as coders × units, with "NA" where a coder did not code, as coded units. */
function unitsOf(coders: readonly (readonly (number | string)[])[]): CodedUnits[] {
  return (coders[0] ?? []).map((_, unit) => ({
    values: coders.flatMap((row) => (typeof row[unit] === 'number' ? [row[unit]] : [])),
    count: 1,
  }));
}

describe('coefficients of two coders agree with R and with published examples', () => {
  test.each(golden.twoCoders.map((one) => [one.name, one] as const))('[F61] %s', (_, { rows, ...expected }) => {
    const kappa = cohensKappa(rows);
    const ac1 = gwetsAc1(rows);
    expect(valueOf(percentAgreement(rows))).toBeCloseTo(expected.percent, 10);
    expect(valueOf(brennanPrediger(rows))).toBeCloseTo(expected.brennanPrediger, 10);
    expect(kappa).toEqual({
      value: expect.closeTo(expected.kappa, 10),
      low: expect.closeTo(expected.kappaLow, 8),
      high: expect.closeTo(expected.kappaHigh, 8),
    });
    expect(ac1).toEqual({
      value: expect.closeTo(expected.ac1, 10),
      low: expect.closeTo(expected.ac1Low, 8),
      high: expect.closeTo(expected.ac1High, 8),
    });
  });

  test('[F61] the numbers in print: Feinstein & Cicchetti 1990, Fleiss et al. 1969, NVivo, and where a product stands for a sum elsewhere', () => {
    const paradox = tableOf({ both: 80, onlyFirst: 10, onlySecond: 5, neither: 5 });
    expect([percentAgreement(paradox), cohensKappa(paradox), gwetsAc1(paradox)].map(valueOf).map((one) => one.toFixed(2))).toEqual([
      '0.85',
      '0.32',
      '0.81',
    ]);
    expect(
      valueOf(
        cohensKappa([
          [75, 1, 4],
          [5, 4, 1],
          [0, 0, 10],
        ]),
      ).toFixed(3),
    ).toBe('0.676');
    expect(valueOf(percentAgreement(tableOf({ both: 50, onlyFirst: 100, onlySecond: 50, neither: 800 })))).toBe(0.85);
    const ofCharacters = (both: number, first: number, second: number, all: number): string =>
      valueOf(
        cohensKappa(tableOf({ both, onlyFirst: first - both, onlySecond: second - both, neither: all - first - second + both })),
      ).toFixed(4);
    expect([ofCharacters(25, 50, 50, 1000), ofCharacters(120, 200, 150, 5000), ofCharacters(0, 100, 100, 1000)]).toEqual([
      '0.4737',
      '0.6746',
      '-0.1111',
    ]);
  });
});

describe("Krippendorff's alpha agrees with R and with published examples", () => {
  const interval: Distance = (a, b) => (a - b) ** 2;

  test('[F62] any number of coders, missing values', () => {
    for (const { coders, nominal, interval: expected } of golden.reliability) {
      const units = unitsOf(coders);
      expect(valueOf(krippendorffsAlpha(units))).toBeCloseTo(nominal, 10);
      expect(valueOf(krippendorffsAlpha(units, interval))).toBeCloseTo(expected, 10);
    }
  });

  test('[F62] the four coders of Krippendorff: nominal .743, ordinal .815, interval .849', () => {
    const [classic] = golden.reliability;
    const units = unitsOf(classic?.coders ?? []);
    const counts = units.filter(({ values }) => values.length > 1).flatMap(({ values }) => values);
    const between = (low: number, high: number): number => counts.filter((value) => value >= low && value <= high).length;
    const ordinal: Distance = (a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      return (between(low, high) - (between(low, low) + between(high, high)) / 2) ** 2;
    };
    expect([krippendorffsAlpha(units), krippendorffsAlpha(units, ordinal), krippendorffsAlpha(units, interval)].map(valueOf)).toEqual([
      expect.closeTo(0.743421, 6),
      expect.closeTo(0.815388, 6),
      expect.closeTo(0.849107, 6),
    ]);
  });

  test('[F62] several codes on one unit, with the distance MASI', () => {
    const sets = Array.from({ length: 16 }, (_, bits) => new Set(['A', 'B', 'C', 'D'].filter((_letter, at) => (bits >> at) % 2 === 1)));
    const distance: Distance = (a, b) => masi(sets[a] ?? new Set(), sets[b] ?? new Set());
    for (const { coders, alpha } of golden.several) expect(valueOf(krippendorffsAlpha(unitsOf(coders), distance))).toBeCloseTo(alpha, 10);
    expect(masi(new Set(['a', 'b']), new Set(['a', 'b', 'c', 'd']))).toBeCloseTo(1 - (1 / 2) * (2 / 3), 12);
  });
});

describe('alpha for unitizing agrees with R and with the book', () => {
  test.each(golden.unitizing.map((one, at) => [at === 0 ? 'the example of Krippendorff 2019, figure 12.11' : `drawn ${at}`, one] as const))(
    '[F62] %s',
    (_, { length, coders, ...expected }) => {
      const segments = coders.map((rows) => rows.map(([first = 0, last = 0, value = 0]) => ({ start: first - 1, end: last, value })));
      const found = unitizingAlpha(segments, length);
      expect([found.whole, found.marked, found.coded].map(valueOf)).toEqual([
        expect.closeTo(expected.whole, 10),
        expect.closeTo(expected.marked, 10),
        expect.closeTo(expected.coded, 10),
      ]);
    },
  );

  test('[F62] as printed: 0.510, 0.414 and 0.724', () => {
    const [book] = golden.unitizing;
    expect([book?.whole, book?.marked, book?.coded].map((one) => one?.toFixed(3))).toEqual(['0.510', '0.414', '0.724']);
  });
});

describe('what cannot be computed says why', () => {
  test('[F61] nothing compared, and one category only', () => {
    const empty = tableOf({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 });
    for (const figure of [percentAgreement, cohensKappa, gwetsAc1, brennanPrediger])
      expect(figure(empty)).toEqual({ value: null, because: 'no-units' });
    for (const table of [
      { both: 40, neither: 0 },
      { both: 0, neither: 40 },
    ]) {
      const all = tableOf({ ...table, onlyFirst: 0, onlySecond: 0 });
      expect(cohensKappa(all)).toEqual({ value: null, because: 'one-category' });
      expect(valueOf(percentAgreement(all))).toBe(1);
      expect(valueOf(gwetsAc1(all))).toBe(1);
    }
  });

  test('[F62] alpha: one value only, nobody to pair with, nothing marked, everything marked', () => {
    expect(krippendorffsAlpha([{ values: [1, 1], count: 9 }])).toEqual({ value: null, because: 'one-category' });
    expect(krippendorffsAlpha([{ values: [1], count: 9 }])).toEqual({ value: null, because: 'no-units' });
    const nothing = unitizingAlpha([[], []], 20);
    expect([nothing.whole, nothing.marked]).toEqual([
      { value: null, because: 'one-category' },
      { value: null, because: 'one-category' },
    ]);
    expect(nothing.coded).toEqual({ value: null, because: 'no-units' });
    const everything = [{ start: 0, end: 20, value: 1 }];
    expect(unitizingAlpha([everything, everything], 20).whole).toEqual({ value: null, because: 'one-category' });
    expect(unitizingAlpha([[], []], 0).whole).toEqual({ value: null, because: 'no-units' });
  });

  test('segments out of order, tables that are not square', () => {
    const crossing = [
      { start: 4, end: 9, value: 1 },
      { start: 8, end: 12, value: 1 },
    ];
    expect(() => unitizingAlpha([crossing, []], 20)).toThrow(RangeError);
    expect(() => unitizingAlpha([[{ start: 4, end: 21, value: 1 }], []], 20)).toThrow(RangeError);
    expect(() => unitizingAlpha([[]], 20)).toThrow(RangeError);
    expect(() => cohensKappa([[1, 2]])).toThrow(RangeError);
    expect(() => cohensKappa(tableOf({ both: 1, onlyFirst: -1, onlySecond: 0, neither: 0 }))).toThrow(RangeError);
  });
});

const cell = fc.integer({ min: 0, max: 60 });
const table = fc.record({ both: cell, onlyFirst: cell, onlySecond: cell, neither: cell });
const coefficients = [percentAgreement, cohensKappa, gwetsAc1, brennanPrediger];
const length = 80;
const spans = fc
  .array(fc.tuple(fc.integer({ min: 0, max: length - 1 }), fc.integer({ min: 1, max: 12 })), { maxLength: 6 })
  .map((pairs): Span[] => pairs.map(([start, size]) => ({ start, end: Math.min(length, start + size) })));

function isSame(a: Figure, b: Figure): void {
  if (a.value === null || b.value === null) expect(a).toEqual(b);
  else expect(a.value).toBeCloseTo(b.value, 9);
}

function tableOfSpans(a: readonly Span[], b: readonly Span[]): number[] {
  const both = lengthOf(commonSpans(a, b));
  return [both, lengthOf(a) - both, lengthOf(b) - both, length - lengthOf(a) - lengthOf(b) + both];
}

describe('properties', () => {
  test('[F61] who is first, and what is called the theme, changes nothing; never above 1, never below −1', () => {
    fc.assert(
      fc.property(table, (one) => {
        const turned = { ...one, onlyFirst: one.onlySecond, onlySecond: one.onlyFirst };
        const reversed = { ...turned, both: one.neither, neither: one.both };
        for (const coefficient of coefficients) {
          const figure = coefficient(tableOf(one));
          isSame(figure, coefficient(tableOf(turned)));
          isSame(figure, coefficient(tableOf(reversed)));
          if (figure.value === null) continue;
          expect(figure.value).toBeLessThanOrEqual(1 + 1e-12);
          expect(figure.value).toBeGreaterThanOrEqual(-1 - 1e-12);
          if (figure.low !== null && figure.high !== null) {
            expect(figure.low).toBeLessThanOrEqual(figure.value + 1e-12);
            expect(figure.high).toBeGreaterThanOrEqual(figure.value - 1e-12);
          }
        }
      }),
    );
  });

  test('[F62] alpha: names of values and order of coders change nothing; coders who are of one mind have 1', () => {
    const units = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }), { maxLength: 25 });
    fc.assert(
      fc.property(units, (rows) => {
        const coded = rows.map((values) => ({ values, count: 1 }));
        const renamed = rows.map((values) => ({ values: values.map((value) => 3 - value).toReversed(), count: 1 }));
        const figure = krippendorffsAlpha(coded);
        isSame(figure, krippendorffsAlpha(renamed));
        const alike = krippendorffsAlpha(rows.flatMap(([value = 0]) => [{ values: [value, value, value], count: 1 }]));
        if (alike.value !== null) expect(alike.value).toBeCloseTo(1, 12);
        if (figure.value !== null) expect(figure.value).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test('[F62] unitizing: one mind is 1, order and names change nothing, never above 1', () => {
    const coder = spans.map((list) => unitedSpans(list).map((span, at) => ({ ...span, value: at % 3 })));
    fc.assert(
      fc.property(fc.array(coder, { minLength: 2, maxLength: 4 }), (coders) => {
        const found = unitizingAlpha(coders, length);
        const turned = unitizingAlpha(
          coders.toReversed().map((list) => list.map((one) => ({ ...one, value: 7 - one.value }))),
          length,
        );
        isSame(found.whole, turned.whole);
        isSame(found.marked, turned.marked);
        isSame(found.coded, turned.coded);
        for (const { value } of Object.values(found)) if (value !== null) expect(value).toBeLessThanOrEqual(1 + 1e-9);
        const [first = []] = coders;
        for (const { value } of Object.values(unitizingAlpha([first, first, first], length)))
          if (value !== null) expect(value).toBeCloseTo(1, 9);
      }),
    );
  });

  test('[F61] a span cut in two, or marked twice, counts as before', () => {
    fc.assert(
      fc.property(spans, spans, fc.integer({ min: 1, max: length - 1 }), (a, b, at) => {
        const cut = a.flatMap(({ start, end }) =>
          start < at && at < end
            ? [
                { start, end: at },
                { start: at, end },
                { start, end },
              ]
            : [{ start, end }],
        );
        expect(unitedSpans(cut)).toEqual(unitedSpans(a));
        const found = tableOfSpans(unitedSpans(a), unitedSpans(b));
        const marked = (list: readonly Span[], unit: number): boolean => list.some(({ start, end }) => start <= unit && unit < end);
        const counted = [0, 0, 0, 0];
        for (let unit = 0; unit < length; unit++) {
          const kind = marked(a, unit) ? (marked(b, unit) ? 0 : 1) : marked(b, unit) ? 2 : 3;
          counted[kind] = (counted[kind] ?? 0) + 1;
        }
        expect(found).toEqual(counted);
      }),
    );
  });
});

test('[F61] characters are code points: an emoji is one, and stored offsets are told in them', () => {
  const body = 'å😀bc😀';
  expect(countCodePoints(body)).toBe(5);
  expect(
    inCodePoints(body, [
      { start: 1, end: 3 },
      { start: 4, end: 7 },
    ]),
  ).toEqual([
    { start: 1, end: 2 },
    { start: 3, end: 5 },
  ]);
  expect(inCodePoints('abc', [{ start: 1, end: 2 }])).toEqual([{ start: 1, end: 2 }]);
});
