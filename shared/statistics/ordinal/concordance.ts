import { marginsOf } from '../counts-matrix.ts';
import type { CountMatrix } from '../counts-matrix.ts';

/** Pairs of persons in a table of two ordered variables; empty rows and columns are left out, which changes nothing. */
export interface Concordance {
  readonly counts: CountMatrix;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly total: number;
  /** Concordant minus discordant pairs, each pair counted twice (once from either person). */
  readonly doubleScore: number;
  /** Persons concordant with a cell minus those discordant with it. */
  readonly net: CountMatrix;
  /** n² − Σ rows² and n² − Σ columns². */
  readonly untiedRows: number;
  readonly untiedColumns: number;
  /** Variance of the score S = doubleScore / 2 over all permutations, with ties. Source: Kendall 1970, 4.4. */
  readonly variance: number;
}

/** Counts concordant and discordant pairs in one pass of running sums, and the permutation variance of their difference. */
export function concordance(table: CountMatrix): Concordance {
  const { counts, rows, columns, total } = marginsOf(table);
  const net = netOf(counts, columns, total);
  let doubleScore = 0;
  net.forEach((row, i) => row.forEach((value, j) => (doubleScore += value * (counts[i]?.[j] ?? 0))));
  const squares = (margin: readonly number[]): number => total ** 2 - margin.reduce((sum, count) => sum + count ** 2, 0);
  return {
    counts,
    rows,
    columns,
    total,
    doubleScore,
    net,
    untiedRows: squares(rows),
    untiedColumns: squares(columns),
    variance: scoreVariance(rows, columns, total),
  };
}

/** For each cell: those above-left and below-right of it minus those above-right and below-left. */
function netOf(counts: CountMatrix, columns: readonly number[], total: number): number[][] {
  const above = columns.map(() => 0);
  let aboveTotal = 0;
  return counts.map((row) => {
    const rowTotal = row.reduce((sum, count) => sum + count, 0);
    const belowTotal = total - aboveTotal - rowTotal;
    let [aboveLeft, belowLeft] = [0, 0];
    const result = row.map((count, j) => {
      const [up, whole] = [above[j] ?? 0, columns[j] ?? 0];
      const down = whole - up - count;
      const value = aboveLeft + (belowTotal - belowLeft - down) - (aboveTotal - aboveLeft - up) - belowLeft;
      aboveLeft += up;
      belowLeft += down;
      return value;
    });
    row.forEach((count, j) => (above[j] = (above[j] ?? 0) + count));
    aboveTotal += rowTotal;
    return result;
  });
}

function scoreVariance(rows: readonly number[], columns: readonly number[], n: number): number {
  const sum = (margin: readonly number[], term: (count: number) => number): number => margin.reduce((all, count) => all + term(count), 0);
  const slope = (t: number): number => t * (t - 1) * (2 * t + 5);
  const triples = (t: number): number => t * (t - 1) * (t - 2);
  const twos = (t: number): number => t * (t - 1);
  const first = (slope(n) - sum(rows, slope) - sum(columns, slope)) / 18;
  const second = n < 3 ? 0 : (sum(rows, triples) * sum(columns, triples)) / (9 * triples(n));
  return first + second + (n < 2 ? 0 : (sum(rows, twos) * sum(columns, twos)) / (2 * twos(n)));
}
