/** A contingency table of persons, rows × columns. */
export type CountMatrix = readonly (readonly number[])[];

/** A table without its empty rows and columns, and what every test needs from it. */
export interface Margins {
  readonly counts: CountMatrix;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly total: number;
  /** Expected count of each cell under independence. */
  readonly expected: CountMatrix;
}

/**
 * Drops empty rows and columns (they carry no information but break the expected counts) and adds margins.
 * @throws RangeError for ragged tables or counts that are not whole numbers ≥ 0.
 */
export function marginsOf(table: CountMatrix): Margins {
  const width = table[0]?.length ?? 0;
  const valid = table.every((row) => row.length === width && row.every((count) => Number.isSafeInteger(count) && count >= 0));
  if (!valid) throw new RangeError('A contingency table needs rows of one length with whole numbers of at least 0');
  const used = Array.from({ length: width }, (_, column) => table.some((row) => (row[column] ?? 0) > 0));
  const counts = table.filter((row) => row.some((count) => count > 0)).map((row) => row.filter((_, column) => used[column]));
  const rows = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = (counts[0] ?? []).map((_, column) => counts.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const total = rows.reduce((sum, count) => sum + count, 0);
  const expected = rows.map((row) => columns.map((column) => (row * column) / total));
  return { counts, rows, columns, total, expected };
}
