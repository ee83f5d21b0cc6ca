import { isSameRow, type Image, type Value } from './shapes.ts';

/** Columns that only make sense together: whoever wrote the last of them wrote all of them. */
const groups: Readonly<Record<string, readonly (readonly string[])[]>> = {
  answer: [['code', 'num', 'txt', 'text_id', 'missing', 'precision', 'sort_on', 'state', 'override_reason', 'override_by', 'override_at']],
  second_answer: [['code', 'num', 'txt', 'missing', 'sort_on', 'precision', 'specify']],
  interview: [['status', 'completed_at']],
  coding: [['start_offset', 'end_offset', 'is_whole']],
  quote: [['start_offset', 'end_offset', 'cleared_body', 'status', 'cleared_by', 'cleared_at', 'proposed_by', 'attributes']],
  action: [['due_as_said', 'due_sort_on', 'due_precision']],
};

export interface ColumnConflict {
  /** The columns in question; the first names them. */
  readonly columns: readonly string[];
}

/** A row after merging, with what could not be settled: there, ours stands until somebody has chosen. */
export interface MergedRow {
  readonly image: Image;
  readonly conflicts: readonly ColumnConflict[];
}

/** Puts two changes of one row together, column by column (or group by group); `base` is what both began with, null when both made it. */
export function mergeRows(table: string, base: Image | null, ours: Image, theirs: Image): MergedRow {
  const image: Record<string, Value> = { ...ours };
  const conflicts: ColumnConflict[] = [];
  for (const columns of unitsOf(table, Object.keys(ours))) {
    const [b, o, t] = [base, ours, theirs].map((row) =>
      row === null ? null : columns.map((column) => row[column] ?? null).join('\u0000'),
    );
    if (o === t || t === b) continue;
    if (o === b) for (const column of columns) image[column] = theirs[column] ?? null;
    else conflicts.push({ columns });
  }
  return { image, conflicts };
}

function unitsOf(table: string, columns: readonly string[]): readonly (readonly string[])[] {
  const together = groups[table] ?? [];
  const single = columns.filter((column) => !together.some((group) => group.includes(column)));
  return [...together, ...single.map((column) => [column])];
}

/** What is to be done with one row that the copy changed. */
export type RowVerdict =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'write'; readonly image: Image }
  | { readonly kind: 'remove' }
  | { readonly kind: 'merge'; readonly merged: MergedRow }
  | { readonly kind: 'deleted-here' | 'deleted-there' };

export interface RowVersions {
  readonly base: Image | null;
  readonly ours: Image | null;
  readonly theirs: Image | null;
  /** Whether a state was once here (or there): then it is known and was moved on from. */
  readonly wasHere: (image: Image | null) => boolean;
  readonly wasThere: (image: Image | null) => boolean;
}

/** Judges one row. Everything is in this file's terms already. */
export function judgeRow(table: string, { base, ours, theirs, wasHere, wasThere }: RowVersions): RowVerdict {
  if (isSameRow(ours, theirs) || isSameRow(theirs, base)) return { kind: 'nothing' };
  if (isSameRow(ours, base)) return theirs === null ? { kind: 'remove' } : { kind: 'write', image: theirs };
  // Both have moved on from the base, but one of them already knows what the other has: it has come by here before.
  if (wasHere(theirs)) return { kind: 'nothing' };
  if (wasThere(ours)) return theirs === null ? { kind: 'remove' } : { kind: 'write', image: theirs };
  if (ours === null) return { kind: 'deleted-here' };
  if (theirs === null) return { kind: 'deleted-there' };
  return { kind: 'merge', merged: mergeRows(table, base, ours, theirs) };
}
