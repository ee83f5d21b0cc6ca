import type { CountMatrix } from '../counts-matrix.ts';

/**
 * A table of linked answers: rows are the first wave, columns the second, with the same categories.
 * @returns number of persons
 * @throws RangeError unless square, with whole numbers of at least 0
 */
export function assertSquare(table: CountMatrix): number {
  const valid = table.every((row) => row.length === table.length && row.every((count) => Number.isSafeInteger(count) && count >= 0));
  if (!valid) throw new RangeError('Linked answers need a square table with whole numbers of at least 0');
  return table.reduce((sum, row) => sum + row.reduce((all, count) => all + count, 0), 0);
}
