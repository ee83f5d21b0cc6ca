import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { associationTest } from './association.ts';
import { fisherFreemanHalton } from './fisher.ts';
import { logFactorial } from './gamma.ts';
import golden from './golden/exact.json';
import { randomTables } from './random-table.ts';
import { seededRandom } from './random.ts';

const eightByEight = Array.from({ length: 8 }, (_, row) => Array.from({ length: 8 }, (__, column) => (row * 3 + column * column + 1) % 5));

describe('Fisher-Freeman-Halton', () => {
  test('[F75] agrees with the network algorithm of R', () => {
    for (const { rows, p } of golden.cases) {
      const result = fisherFreemanHalton(rows);
      expect(result?.method).toBe('exact');
      expect(result?.p).toBeCloseTo(p, 9);
    }
    expect(golden.cases.at(-2)?.p).toBeCloseTo(0.4857, 4);
    expect(golden.cases.at(-1)?.p).toBeCloseTo(0.7827, 4);
  });

  /** All tables by brute force: what the network must give. */
  function brute(table: readonly (readonly number[])[]): number {
    const width = table[0]?.length ?? 0;
    const open = Array.from({ length: width }, (_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0));
    const lengths: number[] = [];
    const place = (row: number, column: number, rest: number, length: number): void => {
      if (row === table.length - 1) lengths.push(open.reduce((sum, count) => sum - logFactorial(count), length));
      else if (column === width - 1) {
        const room = open[column] ?? 0;
        if (rest > room) return;
        open[column] = room - rest;
        place(row + 1, 0, table[row + 1]?.reduce((sum, count) => sum + count, 0) ?? 0, length - logFactorial(rest));
        open[column] = room;
      } else {
        const room = open[column] ?? 0;
        for (let count = 0; count <= Math.min(room, rest); count += 1) {
          open[column] = room - count;
          place(row, column + 1, rest - count, length - logFactorial(count));
        }
        open[column] = room;
      }
    };
    place(0, 0, table[0]?.reduce((sum, count) => sum + count, 0) ?? 0, 0);
    const observed = table.flat().reduce((sum, count) => sum - logFactorial(count), 0) + 1e-7;
    const all = lengths.reduce((sum, length) => sum + Math.exp(length), 0);
    return lengths.filter((length) => length <= observed).reduce((sum, length) => sum + Math.exp(length), 0) / all;
  }

  test('[F75] is the sum over every table, also with equal margins', () => {
    const table = fc
      .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 3 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.nat(3), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const result = fisherFreemanHalton(rows);
        if (result !== null) expect(result.p).toBeCloseTo(brute(rows), 9);
      }),
      { numRuns: 150 },
    );
  });

  test('[F75] random tables say the same within three standard errors, with seed and number of tables', () => {
    for (const { rows, p } of golden.cases) {
      const drawn = fisherFreemanHalton(rows, { limit: 0, samples: 20_000, seed: 7 });
      if (drawn?.method !== 'monte-carlo') throw new Error('random tables were asked for');
      expect(drawn).toMatchObject({ samples: 20_000, seed: 7 });
      expect(Math.abs(drawn.p - p)).toBeLessThan(3 * Math.sqrt((p * (1 - p)) / 20_000) + 2 / 20_001);
    }
  });

  test('[F75] too many tables: random ones take over, say so, and give the same p again and in any order', () => {
    const result = associationTest(eightByEight);
    expect(result).toMatchObject({ test: 'fisher-freeman-halton', reason: 'expected-too-small', monteCarlo: { samples: 100_000 } });
    const turned = eightByEight.map((_, column) => eightByEight.map((row) => row[column] ?? 0).toReversed());
    expect(associationTest(turned).p).toBe(result.p);
    expect(fisherFreemanHalton(eightByEight, { seed: 8 })?.p).not.toBe(result.p);
  });

  test('one row, one column and nobody have no test', () => {
    expect([
      fisherFreemanHalton([[3, 4]]),
      fisherFreemanHalton([[3], [4]]),
      fisherFreemanHalton([
        [0, 0],
        [0, 0],
      ]),
    ]).toEqual([null, null, null]);
  });
});

describe('random tables and numbers', () => {
  test('a seed gives one sequence, spread evenly over 0 to 1', () => {
    const [one, same, other] = [seededRandom(1), seededRandom(1), seededRandom(2)];
    const drawn = Array.from({ length: 10_000 }, one);
    expect(Array.from({ length: 10_000 }, same)).toEqual(drawn);
    expect(other()).not.toBe(drawn[0]);
    const tenths = Array.from({ length: 10 }, (_, tenth) => drawn.filter((value) => Math.floor(value * 10) === tenth).length);
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  test('tables come as often as their chance says', () => {
    // Margins 3+3 and 2+4: the first cell is 0, 1 or 2 with chances 1/5, 3/5 and 1/5; Σ log(cell!) tells the middle one apart.
    const draw = randomTables([3, 3], [2, 4], seededRandom(5));
    const middle = Array.from({ length: 20_000 }, draw).filter((length) => Math.abs(length - 2 * Math.log(2)) < 1e-9).length;
    expect(Math.abs(middle / 20_000 - 0.6)).toBeLessThan(3 * Math.sqrt((0.6 * 0.4) / 20_000));
  });
});
