import type { ExhibitRow, ReleasedCell } from '../../../../shared/model/exhibit.ts';
import { manyMissing, nonResponse } from './non-response.ts';
import type { RawTable } from './raw-table.ts';

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

/** Everybody in the frame has answered: what they said is not uncertain. */
export function isEverybody(raw: RawTable): boolean {
  const [frame = null] = raw.frames;
  return !isByItem(raw) && frame !== null && frame === raw.tables[0]?.total;
}

/** Rows without the limits that would say nothing: of questions too many left unanswered, and of everybody where everybody answered. */
export function withSureIntervals(raw: RawTable, rows: readonly ExhibitRow[]): ExhibitRow[] {
  const isWhole = isEverybody(raw);
  return rows.map((row) => {
    if (isTooThin(raw, row.key)) return { ...row, cells: row.cells.map(withoutLimits) };
    return isWhole ? { ...row, cells: row.cells.map((cell, at) => (at === 0 ? withoutLimits(cell) : cell)) } : row;
  });
}
