import type { RawCell } from './cells.ts';
import type { TableColumn } from './table.ts';

/** Headers of the codebook; the names do not change with the language, so that programs can read it. */
export const codebookHeader = ['file', 'column', 'question', 'label', 'type', 'value', 'value_label', 'missing'] as const;

/** Name of a column in a statistical program, where it had to be another one. */
export type NewNames = ReadonlyMap<string, string>;

function rowsOf(fileName: string, column: TableColumn): RawCell[][] {
  const about = [fileName, column.header, column.column?.form.number ?? null, column.label, column.kind];
  const lines = [
    ...column.values.map(({ value, label }) => [value, label, 0]),
    ...column.reasons.map(({ value, label }) => [value, label, 1]),
  ];
  return lines.length === 0 ? [[...about, null, null, null]] : lines.map((line) => [...about, ...line]);
}

/** What every column means: question, wording, codes, and which codes are reasons for no answer. */
export function codebookRows(files: readonly { readonly fileName: string; readonly columns: readonly TableColumn[] }[]): RawCell[][] {
  return files.flatMap(({ fileName, columns }) => columns.flatMap((column) => rowsOf(fileName, column)));
}

/** The codebook with the names that a statistical program knows the columns by, in a last column. */
export function withNames(rows: readonly RawCell[][], names: NewNames): RawCell[][] {
  return rows.map((row) => [...row, names.get(`${String(row[0])} ${String(row[1])}`) ?? row[1] ?? null]);
}
