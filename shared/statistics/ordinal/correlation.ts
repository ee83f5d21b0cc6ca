import type { CountMatrix } from '../counts-matrix.ts';

/** Pearson correlation of a table with a score per row and column; null when a score does not vary. Empty cells cost nothing. */
export function tableCorrelation(counts: CountMatrix, rowScores: readonly number[], columnScores: readonly number[]): number | null {
  let [n, x, y] = [0, 0, 0];
  eachCell(counts, (count, i, j) => {
    n += count;
    x += count * (rowScores[i] ?? 0);
    y += count * (columnScores[j] ?? 0);
  });
  let [xx, yy, xy] = [0, 0, 0];
  eachCell(counts, (count, i, j) => {
    const [dx, dy] = [(rowScores[i] ?? 0) - x / n, (columnScores[j] ?? 0) - y / n];
    xx += count * dx * dx;
    yy += count * dy * dy;
    xy += count * dx * dy;
  });
  return xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : null;
}

function eachCell(counts: CountMatrix, visit: (count: number, row: number, column: number) => void): void {
  counts.forEach((row, i) => {
    row.forEach((count, j) => {
      if (count > 0) visit(count, i, j);
    });
  });
}
