import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_RULE, protectTable } from './index.ts';
import type { CountTable, PersonsBehind } from './index.ts';

/** A round: whose it is, and its answer. A person's group is the person's number modulo the groups. */
type Round = readonly [person: number, answer: number];

const answers = 3;

function counted(rounds: readonly Round[], groups: number): { table: CountTable; persons: PersonsBehind } {
  const rows = Array.from({ length: answers }, (_, row) => row);
  const columns = Array.from({ length: groups }, (_, column) => column);
  const inColumn = (column: number | null): readonly Round[] => rounds.filter(([person]) => column === null || person % groups === column);
  const distinct = (some: readonly Round[]): number => new Set(some.map(([person]) => person)).size;
  const having = (row: number, column: number | null): readonly Round[] => inColumn(column).filter(([, answer]) => answer === row);
  const lacking = (row: number, column: number | null): readonly Round[] => inColumn(column).filter(([, answer]) => answer !== row);
  return {
    table: {
      counts: rows.map((row) => columns.map((column) => having(row, column).length)),
      rowTotals: rows.map((row) => having(row, null).length),
      columnTotals: columns.map((column) => inColumn(column).length),
      total: rounds.length,
    },
    persons: {
      counts: rows.map((row) => columns.map((column) => distinct(having(row, column)))),
      outside: rows.map((row) => columns.map((column) => distinct(lacking(row, column)))),
      rowTotals: rows.map((row) => distinct(having(row, null))),
      outsideTotals: rows.map((row) => distinct(lacking(row, null))),
      columnTotals: columns.map((column) => distinct(inColumn(column))),
      total: distinct(rounds),
    },
  };
}

const someRounds = fc.array(fc.tuple(fc.nat(39), fc.nat(answers - 1)), { minLength: 20, maxLength: 160 });

describe('a table of rounds', () => {
  test('[F38] shows no number that fewer persons than the threshold are behind, nor one that few are outside of', () => {
    fc.assert(
      fc.property(someRounds, fc.constantFrom(1, 2, 3), (rounds, groups) => {
        const { table, persons } = counted(rounds, groups);
        const found = protectTable(table, DEFAULT_RULE, { persons });
        found.cells.forEach((row, at) =>
          row.forEach((cell, column) => {
            if (cell.state !== 'shown') return;
            for (const size of [persons.counts[at]?.[column] ?? -1, persons.outside[at]?.[column] ?? -1])
              expect(size === 0 || size >= DEFAULT_RULE.threshold).toBe(true);
          }),
        );
        found.all.cells.forEach((cell, at) => {
          if (cell.state !== 'shown') return;
          for (const size of [persons.rowTotals[at] ?? -1, persons.outsideTotals[at] ?? -1])
            expect(size === 0 || size >= DEFAULT_RULE.threshold).toBe(true);
        });
        found.columns.forEach(({ base }, column) => {
          if (base !== null && base > 0) expect(persons.columnTotals[column]).toBeGreaterThanOrEqual(DEFAULT_RULE.minimumBase);
        });
      }),
    );
  });

  test('[F38] never hides one number alone, which the others would give away', () => {
    fc.assert(
      fc.property(someRounds, (rounds) => {
        const { table, persons } = counted(rounds, 1);
        const found = protectTable(table, DEFAULT_RULE, { persons });
        expect(found.cells.filter(([cell]) => cell?.state === 'hidden')).not.toHaveLength(1);
      }),
    );
  });

  test('has intervals as wide as if each person counted once, around the share of the rounds', () => {
    const rounds = Array.from({ length: 120 }, (_, at): Round => [at % 40, at % 2]);
    const { table, persons } = counted(rounds, 1);
    const cell = protectTable(table, DEFAULT_RULE, { persons }).cells[0]?.[0];
    const alone = protectTable({ counts: [[20], [20]], rowTotals: [20, 20], columnTotals: [40], total: 40 }, DEFAULT_RULE).cells[0]?.[0];
    expect(cell).toMatchObject({ state: 'shown', count: 60, percent: 50 });
    expect(cell).toMatchObject(alone?.state === 'shown' ? { low: alone.low, high: alone.high } : {});
  });
});
