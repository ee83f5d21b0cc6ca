import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attackerIntervals } from './audit.ts';
import { completeTable } from './complete-table.ts';
import { protectTable } from './protect.ts';
import { wordRange } from './share-word.ts';
import { suppress } from './suppress.ts';
import type { CountTable, DisclosureRule, ProtectedCell, ProtectedTable } from './table.ts';

/** Adds the margins of exclusive answers; `unknown` persons per answer are in no group but in "Alle". */
function withMargins(counts: readonly (readonly number[])[], unknown: readonly number[] = []): CountTable {
  const sum = (values: readonly number[]): number => values.reduce((whole, value) => whole + value, 0);
  const rowTotals = counts.map((row, index) => sum(row) + (unknown[index] ?? 0));
  const columnTotals = (counts[0] ?? []).map((_, column) => sum(counts.map((row) => row[column] ?? 0)));
  return { counts, rowTotals, columnTotals, total: sum(rowTotals) };
}

/** Random tables with many small numbers: the largest cell differs per table. */
function tables(maxRows: number, maxColumns: number, largest: number): fc.Arbitrary<CountTable> {
  return fc
    .record({
      rows: fc.integer({ min: 2, max: maxRows }),
      columns: fc.integer({ min: 1, max: maxColumns }),
      most: fc.integer({ min: 1, max: largest }),
    })
    .chain(({ rows, columns, most }) =>
      fc.array(fc.array(fc.nat(most), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    )
    .map((counts) => withMargins(counts));
}

const rules: fc.Arbitrary<DisclosureRule> = fc.record({
  threshold: fc.integer({ min: 3, max: 10 }),
  minimumBase: fc.constant(10),
  protectZeros: fc.boolean(),
});

interface Possible {
  readonly low: number;
  readonly high: number;
}

/**
 * The attacker by brute force, from the released object alone: lowest and highest count of every inner cell over all
 * tables of whole persons that agree with what is printed.
 */
function bruteForce(released: ProtectedTable): { readonly cells: readonly (readonly Possible[])[]; readonly bases: readonly Possible[] } {
  const total = released.all.base ?? 0;
  const rows = released.cells.length;
  const columns = released.columns.length;
  const low = Array.from({ length: rows * columns }, () => Number.POSITIVE_INFINITY);
  const high = Array.from({ length: rows * columns }, () => Number.NEGATIVE_INFINITY);
  const baseRange = released.columns.map(() => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }));
  const chosen = Array.from({ length: rows * columns }, () => 0);
  const columnSum = Array.from({ length: columns }, () => 0);
  const allows = (cell: ProtectedCell | undefined, base: number | null | undefined, count: number): boolean => {
    if (cell?.state === 'shown') return cell.count === count;
    if (cell?.state === 'empty') return count === 0;
    if (cell?.state !== 'words' || typeof base !== 'number') return true;
    const range = wordRange(cell.words, base);
    return range.low <= count && count <= range.high;
  };

  function place(index: number, used: number, inRow: number): void {
    const row = Math.floor(index / columns);
    const column = index % columns;
    if (column === 0 && index > 0 && !allows(released.all.cells[row - 1], released.all.base, inRow)) return;
    if (row === rows) {
      const fits = used === total && columnSum.every((sum, position) => (released.columns[position]?.base ?? sum) === sum);
      if (!fits) return;
      chosen.forEach((count, position) => {
        low[position] = Math.min(low[position] ?? count, count);
        high[position] = Math.max(high[position] ?? count, count);
      });
      baseRange.forEach((range, position) => {
        range.low = Math.min(range.low, columnSum[position] ?? 0);
        range.high = Math.max(range.high, columnSum[position] ?? 0);
      });
      return;
    }
    const base = released.columns[column]?.base;
    const before = columnSum[column] ?? 0;
    const soFar = column === 0 ? 0 : inRow;
    for (let count = 0; count <= Math.min(total - used, (base ?? total) - before); count += 1) {
      if (!allows(released.cells[row]?.[column], base, count)) continue;
      chosen[index] = count;
      columnSum[column] = before + count;
      place(index + 1, used + count, soFar + count);
    }
    columnSum[column] = before;
  }

  place(0, 0, 0);
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => ({ low: low[row * columns + column] ?? 0, high: high[row * columns + column] ?? 0 })),
  );
  return { cells, bases: baseRange };
}

describe('an attacker with the released object', () => {
  test('[F38] finds at least threshold + 1 values, one of them the threshold, for every hidden number (brute force)', () => {
    const small = tables(3, 2, 9).filter(({ total, columnTotals }) => total >= 10 && total <= 22 && columnTotals.length === 2);
    fc.assert(
      fc.property(small, fc.constantFrom(3, 4, 5), (table, threshold) => {
        const released = protectTable(table, { threshold, minimumBase: 8, protectZeros: false });
        fc.pre(released.audit.ok);
        const possible = bruteForce(released);
        released.cells.forEach((row, i) =>
          row.forEach((cell, j) => {
            const all = released.all.cells[i];
            const range = possible.cells[i]?.[j] ?? { low: 0, high: 0 };
            // Nobody gave this answer and "Alle" says so: hidden for the small base, but known to be 0.
            if (cell.state !== 'hidden' || (all?.state === 'shown' && all.count === 0)) return;
            expect(range.high).toBeGreaterThanOrEqual(threshold);
            expect(range.high - range.low).toBeGreaterThanOrEqual(threshold);
          }),
        );
        released.columns.forEach(({ base }, column) => {
          const range = possible.bases[column] ?? { low: 0, high: 0 };
          if (base === null) expect(range.high - range.low).toBeGreaterThanOrEqual(threshold);
        });
      }),
      { numRuns: 150 },
    );
  });

  test('[F38] the interval of the audit is exactly what brute force finds', () => {
    const small = tables(3, 2, 9).filter(({ total, columnTotals }) => total >= 10 && total <= 20 && columnTotals.length === 2);
    fc.assert(
      fc.property(small, (table) => {
        const rule = { threshold: 3, minimumBase: 5, protectZeros: false };
        const released = protectTable(table, rule);
        const possible = bruteForce(released);
        for (const { row, column, low, high } of attackerIntervals(suppress(completeTable(table), rule, new Set()).pattern)) {
          if (row === 'base' || column === 'all') continue;
          expect({ low, high }).toEqual(possible.cells[row]?.[column]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('[F38] 500 random tables: every hidden number is safe or the audit says no', () => {
    let refused = 0;
    fc.assert(
      fc.property(tables(8, 6, 30), rules, (table, rule) => {
        fc.pre(table.total >= rule.threshold);
        const { pattern, findings } = suppress(completeTable(table), rule, new Set());
        if (findings.length > 0) refused += 1;
        const named = new Set(findings.map(({ row, column }) => `${row} ${column}`));
        for (const { row, column, low, high } of attackerIntervals(pattern)) {
          const truth = pattern.network.edges.find((edge) => edge.row === row && edge.column === column);
          expect(low <= (truth?.value ?? -1) && (truth?.value ?? -1) <= high).toBe(true);
          if (named.has(`${row} ${column}`) || truth?.high !== Number.POSITIVE_INFINITY) continue;
          expect(high).toBeGreaterThanOrEqual(rule.threshold);
          expect(high - low).toBeGreaterThanOrEqual(rule.threshold);
        }
      }),
      { numRuns: 500 },
    );
    expect(refused).toBeLessThan(25);
  });

  test('[F38] no line of the table has exactly one unknown, so nothing leaks through totals', () => {
    fc.assert(
      fc.property(tables(8, 6, 30), rules, (table, rule) => {
        fc.pre(table.total >= rule.threshold);
        const { pattern, findings } = suppress(completeTable(table), rule, new Set());
        fc.pre(findings.length === 0);
        for (const incident of pattern.network.incident) {
          // The node of a one-way table's total and the "Alle" node see the same edges; each is one line.
          expect(incident.filter((id) => pattern.cost[id] === 0).length).not.toBe(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('[F38] the order of the answers does not matter for what is safe', () => {
    fc.assert(
      fc.property(tables(6, 4, 25), (table) => {
        const rule = { threshold: 5, minimumBase: 10, protectZeros: false };
        const turned = { ...table, counts: table.counts.toReversed(), rowTotals: table.rowTotals.toReversed() };
        const first = protectTable(table, rule);
        const second = protectTable(turned, rule);
        expect(second.audit.ok).toBe(first.audit.ok);
        expect(second.columns).toEqual(first.columns);
      }),
      { numRuns: 200 },
    );
  });
});
