import { logFactorial } from './gamma.ts';

/**
 * Visits every way to place `amount` persons of one column in rows with `open` places each (rising). Rows with equal totals are
 * alike, so only rising placements among them are visited, with the number of ways they stand for.
 * @param visit gets what stays open (reused, to be copied), Σ −log(cell!), and the number of ways
 * @returns false when more than `limit` placements were met
 */
export function forEachPlacement(
  open: readonly number[],
  amount: number,
  limit: number,
  visit: (after: readonly number[], length: number, ways: number) => void,
): boolean {
  const after = [...open];
  const last = open.length - 1;
  // roomAfter[row]: places in the rows behind it.
  const roomAfter = open.map((_, row) => open.slice(row + 1).reduce((sum, count) => sum + count, 0));
  let visits = 0;

  /** `run` rows with this total stand before `row`, `same` of them at the end with the cell `previous`. */
  function place(row: number, rest: number, length: number, ways: number, run: number, same: number, previous: number): void {
    if (visits > limit) return;
    const room = open[row] ?? 0;
    const alike = row > 0 && open[row - 1] === room;
    const inRun = alike ? run + 1 : 1;
    const least = Math.max(rest - (roomAfter[row] ?? 0), alike ? previous : 0);
    const most = Math.min(room, rest);
    for (let count = row === last ? Math.max(least, rest) : least; count <= most; count += 1) {
      const equals = alike && count === previous ? same + 1 : 1;
      const nextWays = (ways * inRun) / equals;
      const nextLength = length - logFactorial(count);
      after[row] = room - count;
      if (row === last) {
        visits += 1;
        visit(after, nextLength, nextWays);
      } else place(row + 1, rest - count, nextLength, nextWays, inRun, equals, count);
    }
  }

  place(0, amount, 0, 1, 0, 0, 0);
  return visits <= limit;
}
