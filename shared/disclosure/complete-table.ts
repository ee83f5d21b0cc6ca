import type { CountTable } from './table.ts';

/** A table whose inner cells add up to every margin, and how much of it is printed. */
export interface CompleteTable extends CountTable {
  /** Rows and columns after these numbers are never printed, but a reader can work them out by subtraction. */
  readonly printedRows: number;
  readonly printedColumns: number;
  /** No groups: only the "Alle" column exists. */
  readonly oneWay: boolean;
}

/**
 * Adds what a reader can subtract: a last row for answers that are not printed and a last column for persons in no
 * printed group. They are protected like the others.
 * @throws RangeError for ragged tables, parts of persons, or parts larger than their whole.
 */
export function completeTable(table: CountTable): CompleteTable {
  assertShape(table);
  const { counts, rowTotals, columnTotals, total } = table;
  const printed = { printedRows: counts.length, printedColumns: columnTotals.length };
  const oneWay = columnTotals.length === 0 || (columnTotals.length === 1 && isSingleColumn(table));
  const restRow = [...columnTotals.map((base, column) => base - sum(counts.map((row) => row[column] ?? 0))), total - sum(rowTotals)];
  const rows = counts.map((row, index) => [...row, rowTotals[index] ?? 0]);
  const bases = [...columnTotals, total];
  const withRow = restRow.some((count) => count !== 0) ? [...rows, restRow] : rows;
  const restColumn = [...withRow, bases].map((row) => (row.at(-1) ?? 0) - sum(row.slice(0, -1)));
  if (restRow.some((count) => count < 0)) throw new RangeError('A part of the table is larger than its whole');
  if (!oneWay && restColumn.some((count) => count < 0)) throw new RangeError('A part of the table is larger than its whole');
  const wide = !oneWay && restColumn.some((count) => count > 0);
  return {
    ...printed,
    oneWay,
    counts: withRow.map((row, index) => (oneWay ? [] : [...row.slice(0, -1), ...(wide ? [restColumn[index] ?? 0] : [])])),
    rowTotals: withRow.map((row) => row.at(-1) ?? 0),
    columnTotals: oneWay ? [] : [...columnTotals, ...(wide ? [restColumn.at(-1) ?? 0] : [])],
    total,
  };
}

function isSingleColumn({ counts, rowTotals, columnTotals, total }: CountTable): boolean {
  return columnTotals[0] === total && counts.every((row, index) => row[0] === rowTotals[index]);
}

/** Checks that the table is rectangular and counts whole persons. */
export function assertShape({ counts, rowTotals, columnTotals, total }: CountTable): void {
  const whole = [...counts.flat(), ...rowTotals, ...columnTotals, total].every((count) => Number.isSafeInteger(count) && count >= 0);
  const rectangular = rowTotals.length === counts.length && counts.every((row) => row.length === columnTotals.length);
  if (!whole || !rectangular) throw new RangeError('A table needs rows of one length, a total for each, and whole numbers of at least 0');
}

function sum(counts: readonly number[]): number {
  return counts.reduce((whole, count) => whole + count, 0);
}
