import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crosstab, everyone, frequency, multiResponse } from './count.ts';

const column = (size: number, persons: number) =>
  fc.array(fc.integer({ min: -3, max: size - 1 }), { minLength: persons, maxLength: persons });

describe('counting over columns', () => {
  it('[F72] counts and missing add up to the persons, whatever the column', () => {
    fc.assert(
      fc.property(column(4, 60), fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 60, maxLength: 60 }), (values, mask) => {
        const found = frequency(Int16Array.from(values), 4, 3, Uint8Array.from(mask));
        expect(found.persons).toBe(mask.filter((mark) => mark === 1).length);
        expect(found.counts).toEqual([0, 1, 2, 3].map((code) => values.filter((value, at) => value === code && mask[at] === 1).length));
        expect(found.missing).toEqual([-1, -2, -3].map((code) => values.filter((value, at) => value === code && mask[at] === 1).length));
      }),
    );
  });

  it('[F72] counts everybody as a filter that keeps everybody does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 40 }), (values) => {
        const column = Int16Array.from(values);
        expect(frequency(column, 4, 3)).toEqual(frequency(column, 4, 3, new Uint8Array(values.length).fill(1)));
      }),
    );
  });

  it('[F73] a crosstab equals counting pairs one by one, and its margins are its sums', () => {
    fc.assert(
      fc.property(column(3, 50), column(2, 50), (rows, columns) => {
        const found = crosstab(Int16Array.from(rows), 3, Int16Array.from(columns), 2);
        const pairs = rows.map((row, at) => [row, columns[at] ?? -1] as const).filter(([row, group]) => row >= 0 && group >= 0);
        expect(found.counts).toEqual(
          [0, 1, 2].map((row) => [0, 1].map((group) => pairs.filter(([r, g]) => r === row && g === group).length)),
        );
        expect(found.total).toBe(pairs.length);
        expect(found.rowTotals.reduce((sum, count) => sum + count, 0)).toBe(found.total);
        expect(found.columnTotals.reduce((sum, count) => sum + count, 0)).toBe(found.total);
      }),
    );
  });

  it('[F74] several answers: the base is those who answered, however many they chose', () => {
    const chosen = [Uint8Array.of(1, 1, 0, 0), Uint8Array.of(1, 0, 0, 1)];
    const found = multiResponse(chosen, Int16Array.of(0, 0, 0, -2), everyone(4), 1);
    expect(found).toEqual({ counts: [[2], [1]], rowTotals: [2, 1], columnTotals: [3], total: 3 });
  });
});
