import type { ExhibitRow, ReleasedCell } from '../../../../shared/model/exhibit.ts';
import { manyMissing, nonResponse } from './non-response.ts';
import type { RawTable } from './raw-table.ts';
import { shareBase } from './shares.ts';

function isByItem({ definition, summary }: RawTable): boolean {
  return definition.kind === 'likert' || summary !== undefined;
}

/** The share (0–1) of those asked who did not answer what a row is of: its own question in a battery or a summary, else that of the table. */
export function missingOfRow(raw: RawTable, key: string): number {
  // Of rounds nobody knows how many there should be; an index counts whoever answered half of its questions.
  if (raw.rounds !== null) return 0;
  return nonResponse(isByItem(raw) ? { ...raw, missing: raw.missing.filter(({ item }) => item === key) } : raw);
}

/** So many gave no answer that neither an interval nor a test says anything of everybody (analysis.md 1.7). */
export function isTooThin(raw: RawTable, key: string): boolean {
  return missingOfRow(raw, key) > manyMissing.uncertain;
}

function withoutLimits(cell: ReleasedCell): ReleasedCell {
  return cell.state === 'shown' || cell.state === 'figure' ? { ...cell, low: null, high: null } : cell;
}

/** Everybody in the frame of a cell has answered: what they said is not uncertain. */
function isWhole(raw: RawTable, row: number, column: number): boolean {
  const { definition, frames, columnFrames, tables, summary } = raw;
  if (definition.kind === 'likert') return frames[row] != null && frames[row] === tables[row]?.total;
  const item = summary?.items[row];
  if (item !== undefined) return item.frames[column] != null && item.frames[column] === item.columns[column]?.n;
  const base = shareBase(definition);
  if (base === 'total' || column === 0) return frames[0] != null && frames[0] === tables[0]?.total;
  const frame = columnFrames[column - 1];
  return base === 'column' && frame != null && frame === tables.flatMap(({ columnTotals }) => columnTotals)[column - 1];
}

/** Everybody in the frame has answered, every question of a battery. */
export function isEverybody(raw: RawTable): boolean {
  return raw.summary === undefined && raw.rows.length > 0 && raw.rows.every((_, row) => isWhole(raw, row, 0));
}

/** Of waves beside each other: whether some have intervals that speak of their own frame, and whether in some everybody has answered. */
export function framedWaves(raw: RawTable): { readonly hasFrames: boolean; readonly hasEverybody: boolean } {
  const framed = raw.columnFrames.flatMap((frame, at) => (frame === null ? [] : [isWhole(raw, 0, at + 1)]));
  return { hasFrames: shareBase(raw.definition) === 'column' && framed.includes(false), hasEverybody: framed.includes(true) };
}

/** Rows without the limits that would say nothing: of questions too many left unanswered, and of everybody where everybody answered. */
export function withSureIntervals(raw: RawTable, rows: readonly ExhibitRow[]): ExhibitRow[] {
  return rows.map((row, at) => {
    const isThin = isTooThin(raw, row.key);
    return { ...row, cells: row.cells.map((cell, column) => (isThin || isWhole(raw, at, column) ? withoutLimits(cell) : cell)) };
  });
}
