import type { RawTable } from '../raw-table.ts';

/** Persons of one stratum in every cell of a table and in its base, by the rows and columns of the whole table. */
export interface StratumCounts {
  readonly cell: (row: number, column: number) => number;
  /** Those the cell's column is of; of a battery those who answered the item. */
  readonly columnBase: (row: number, column: number) => number;
}

/** Place of a column within its part; "Alle" has none. */
function placeInPart({ columns }: RawTable, column: number): { readonly part: number; readonly at: number } | null {
  const part = columns[column]?.part;
  if (part === undefined) return null;
  return { part, at: column - columns.findIndex((other) => other.part === part) };
}

/** Reads the counts of a stratum, whose table may lack rows that nobody in it is in. */
export function stratumCounts(whole: RawTable, own: RawTable): StratumCounts {
  const rowOf = new Map(own.rows.map(({ key }, at) => [key, at]));
  const places = whole.columns.map((_, column) => placeInPart(whole, column));
  if (whole.definition.kind === 'likert') {
    return {
      cell: (row, column) => own.tables[row]?.rowTotals[column] ?? 0,
      columnBase: (row) => own.tables[row]?.total ?? 0,
    };
  }
  return {
    cell: (row, column) => {
      const at = rowOf.get(whole.rows[row]?.key ?? '');
      const place = places[column];
      if (at === undefined) return 0;
      return (place == null ? own.tables[0]?.rowTotals[at] : own.tables[place.part]?.counts[at]?.[place.at]) ?? 0;
    },
    columnBase: (_, column) => {
      const place = places[column];
      return (place == null ? own.tables[0]?.total : own.tables[place.part]?.columnTotals[place.at]) ?? 0;
    },
  };
}
