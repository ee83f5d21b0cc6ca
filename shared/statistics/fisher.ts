import { marginsOf } from './counts-matrix.ts';
import type { CountMatrix } from './counts-matrix.ts';
import { logFactorial } from './gamma.ts';

/** Tables this close to the observed probability count as equal to it: rounding must not split ties. */
const TIE = 1e-7;

/** Largest number of placements an exact r×c test tries before it gives up; well under a second. */
export const FISHER_TABLE_LIMIT = 5_000_000;

/**
 * Two-sided Fisher mid-p of a 2×2 table: Σ P(tables less likely) + ½ Σ P(tables as likely as the observed).
 * Null when a row or column is empty.
 * @throws RangeError for a table that is not 2×2.
 */
export function fisherMidP(table: CountMatrix): number | null {
  if (table.length !== 2 || table.some((row) => row.length !== 2)) throw new RangeError('Fisher mid-p needs a 2x2 table');
  const { counts, rows, columns, total } = marginsOf(table);
  const observed = counts[0]?.[0];
  const [row1 = 0, row2 = 0] = rows;
  const [column1 = 0] = columns;
  if (rows.length < 2 || columns.length < 2 || observed === undefined) return null;
  const fixed = logFactorial(row1) + logFactorial(row2) + logFactorial(column1) + logFactorial(total - column1) - logFactorial(total);
  const chance = (x: number): number =>
    Math.exp(fixed - logFactorial(x) - logFactorial(row1 - x) - logFactorial(column1 - x) - logFactorial(row2 - column1 + x));
  const limit = chance(observed);
  let p = 0;
  for (let x = Math.max(0, column1 - row2); x <= Math.min(row1, column1); x += 1) {
    const probability = chance(x);
    if (probability < limit * (1 - TIE)) p += probability;
    else if (probability <= limit * (1 + TIE)) p += probability / 2;
  }
  return Math.min(1, p);
}

/**
 * Fisher–Freeman–Halton exact test of an r×c table: Σ P(table) over all tables with the same margins that are no
 * likelier than the observed one. Enumerates column by column.
 * Null when fewer than two rows or columns hold anybody, or when more than `limit` placements would be needed.
 */
export function fisherFreemanHalton(table: CountMatrix, limit = FISHER_TABLE_LIMIT): number | null {
  const margins = marginsOf(table);
  const { counts, total } = margins;
  if (margins.rows.length < 2 || margins.columns.length < 2) return null;
  // Only the margins and the observed probability matter, so one order serves all: whether the limit is met
  // must not depend on the order of the categories. The largest column comes last because it is never enumerated.
  const [columns = [], rows = []] = [margins.rows, margins.columns]
    .map((side) => side.toSorted((a, b) => a - b))
    .toSorted((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1));
  const fixed = logSum(rows) + logSum(columns) - logFactorial(total);
  const factorials = Array.from({ length: total + 1 }, (_, n) => logFactorial(n));
  const most = fixed - logSum(counts.flat()) + Math.log1p(TIE);
  const left = [...rows];
  let visited = 0;
  let p = 0;

  /** Places `rest` persons of one column in rows ≥ `row`; the last column is what the others left. */
  function place(column: number, row: number, rest: number, logChance: number): void {
    const room = left[row] ?? 0;
    visited += 1;
    if (visited > limit) return;
    if (column === columns.length - 1) {
      const chance = left.reduce((sum, count) => sum - (factorials[count] ?? 0), logChance);
      if (chance <= most) p += Math.exp(chance);
      return;
    }
    const last = row === rows.length - 1;
    if (last && rest > room) return;
    for (let count = last ? rest : Math.min(room, rest); count >= (last ? rest : 0); count -= 1) {
      left[row] = room - count;
      const next = logChance - (factorials[count] ?? 0);
      if (last) place(column + 1, 0, columns[column + 1] ?? 0, next);
      else place(column, row + 1, rest - count, next);
    }
    left[row] = room;
  }

  place(0, 0, columns[0] ?? 0, fixed);
  return visited > limit ? null : Math.min(1, p);
}

function logSum(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + logFactorial(count), 0);
}
