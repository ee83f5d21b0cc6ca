import type { RawCell } from './cells.ts';
import type { TableColumn, TableShape } from './table.ts';

/** Header of a long file: where the answer was given, to what, and the answer or the reason why there is none. */
export const longHeader = ['interview', 'round_key', 'column', 'value', 'value_label', 'missing'] as const;

interface Answered {
  readonly at: number;
  readonly column: TableColumn;
  readonly labels: ReadonlyMap<number, string>;
  readonly reasons: ReadonlySet<number>;
}

/** One row per answer of a wide row: the same values, one below the other. */
export function longRows({ columns }: TableShape): (row: readonly RawCell[]) => RawCell[][] {
  const interview = columns.findIndex(({ header, kind }) => kind === 'fact' && (header === 'interview' || header === 'number'));
  const round = columns.findIndex(({ header, kind }) => kind === 'fact' && header === 'round_key');
  const answered = columns.flatMap((column, at): Answered[] => {
    if (column.kind === 'fact') return [];
    const { values, reasons } = column;
    return [
      {
        at,
        column,
        labels: new Map([...values, ...reasons].map(({ value, label }) => [value, label])),
        reasons: new Set(reasons.map(({ value }) => value)),
      },
    ];
  });
  return (row) => {
    const where = [row[interview] ?? null, round === -1 ? null : (row[round] ?? null)];
    return answered.map(({ at, column, labels, reasons }) => {
      const cell = row[at] ?? null;
      const isNumber = typeof cell === 'number';
      return [...where, column.header, cell, isNumber ? (labels.get(cell) ?? null) : null, isNumber && reasons.has(cell) ? 1 : 0];
    });
  };
}

/** The columns of a wide file that stay beside a long one: facts. */
export function factsOf(shape: TableShape): {
  readonly columns: readonly TableColumn[];
  readonly cut: (row: readonly RawCell[]) => RawCell[];
} {
  const kept = shape.columns.flatMap((column, at) => (column.kind === 'fact' ? [at] : []));
  return {
    columns: shape.columns.filter(({ kind }) => kind === 'fact'),
    cut: (row) => kept.map((at) => row[at] ?? null),
  };
}
