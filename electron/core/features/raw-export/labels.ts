import type { RawCell } from './cells.ts';
import type { TableColumn } from './table.ts';

/** Puts words in the place of codes, where there are words: what people read in a spreadsheet. */
export function labelled(columns: readonly TableColumn[]): (row: readonly RawCell[]) => RawCell[] {
  const words = columns.map(({ values, reasons }) => new Map([...values, ...reasons].map(({ value, label }) => [value, label])));
  return (row) => row.map((cell, at) => (typeof cell === 'number' ? (words[at]?.get(cell) ?? cell) : cell));
}
