/**
 * Counting over columns. A column holds one number per person: the place of the answer in the list of categories, or a
 * negative number for a reason why there is none (−1 for the first reason, −2 for the second, …).
 */
export type CodeValues = Int16Array;

/** 1 for persons that are counted, 0 for the others. Null counts everyone. */
export type Mask = Uint8Array | null;

/** Persons by answer, and those without one by reason. The two add up to the persons counted. */
export interface Frequency {
  readonly counts: number[];
  readonly missing: number[];
  /** Persons with an answer. */
  readonly base: number;
  /** Persons counted: base and all missing. */
  readonly persons: number;
}

/** Persons by answer and group. Only those who have both; the totals are over the same persons. */
export interface Crosstab {
  /** counts[row][column]. */
  readonly counts: number[][];
  readonly rowTotals: number[];
  readonly columnTotals: number[];
  readonly total: number;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, part) => whole + part, 0);
}

/** How many persons gave each of `size` answers, and how many none for each of `reasons` reasons. */
export function frequency(values: CodeValues, size: number, reasons: number, mask: Mask = null): Frequency {
  const counts = Array.from({ length: size }, () => 0);
  const missing = Array.from({ length: reasons }, () => 0);
  for (const [person, value] of values.entries()) {
    if (mask !== null && mask[person] === 0) continue;
    const into = value >= 0 ? counts : missing;
    const at = value >= 0 ? value : -value - 1;
    into[at] = (into[at] ?? 0) + 1;
  }
  const base = sum(counts);
  return { counts, missing, base, persons: base + sum(missing) };
}

/** Persons by answer (rows) and group (columns). Whoever lacks one of the two is left out of the totals as well. */
export function crosstab(rows: CodeValues, rowSize: number, columns: CodeValues, columnSize: number, mask: Mask = null): Crosstab {
  const flat = new Int32Array(rowSize * columnSize);
  for (const [person, row] of rows.entries()) {
    const column = columns[person] ?? -1;
    if (row < 0 || column < 0 || (mask !== null && mask[person] === 0)) continue;
    const at = row * columnSize + column;
    flat[at] = (flat[at] ?? 0) + 1;
  }
  const counts = Array.from({ length: rowSize }, (_, row) => [...flat.subarray(row * columnSize, (row + 1) * columnSize)]);
  const rowTotals = counts.map(sum);
  return {
    counts,
    rowTotals,
    columnTotals: Array.from({ length: columnSize }, (_, column) => sum(counts.map((row) => row[column] ?? 0))),
    total: sum(rowTotals),
  };
}

/**
 * Persons by chosen answer (rows, each a yes/no of its own) and group (columns). The base is those who answered at all
 * (`answered` ≥ 0) and have a group, so the rows may add up to more than the base.
 */
export function multiResponse(
  indicators: readonly Uint8Array[],
  answered: CodeValues,
  columns: CodeValues,
  columnSize: number,
  mask: Mask = null,
): Crosstab {
  const counts = indicators.map(() => Array.from({ length: columnSize }, () => 0));
  const columnTotals = Array.from({ length: columnSize }, () => 0);
  for (const [person, state] of answered.entries()) {
    const column = columns[person] ?? -1;
    if (state < 0 || column < 0 || (mask !== null && mask[person] === 0)) continue;
    columnTotals[column] = (columnTotals[column] ?? 0) + 1;
    for (const [row, indicator] of indicators.entries()) {
      const cells = counts[row];
      if (indicator[person] === 1 && cells !== undefined) cells[column] = (cells[column] ?? 0) + 1;
    }
  }
  return { counts, rowTotals: counts.map(sum), columnTotals, total: sum(columnTotals) };
}

/** A column that puts everyone in one group, for tables without groups. */
export function everyone(persons: number): CodeValues {
  return new Int16Array(persons);
}
