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

/**
 * Counts by value, the negative ones first. Four lists of counts take turns: most neighbours have the same answer, and a processor
 * waits when it adds to the same place twice in a row.
 */
function countValues(values: CodeValues, offset: number, width: number): Int32Array {
  const all = new Int32Array(4 * width);
  const [b, c, d] = [offset + width, offset + 2 * width, offset + 3 * width];
  let person = 0;
  for (const last = values.length - 3; person < last; person += 4) {
    const first = offset + (values[person] ?? 0);
    const second = b + (values[person + 1] ?? 0);
    const third = c + (values[person + 2] ?? 0);
    const fourth = d + (values[person + 3] ?? 0);
    all[first] = (all[first] ?? 0) + 1;
    all[second] = (all[second] ?? 0) + 1;
    all[third] = (all[third] ?? 0) + 1;
    all[fourth] = (all[fourth] ?? 0) + 1;
  }
  for (; person < values.length; person += 1) {
    const at = offset + (values[person] ?? 0);
    all[at] = (all[at] ?? 0) + 1;
  }
  const counts = all.subarray(0, width);
  for (let at = width; at < all.length; at += 1) counts[at % width] = (counts[at % width] ?? 0) + (all[at] ?? 0);
  return counts;
}

function countMasked(values: CodeValues, offset: number, width: number, mask: Uint8Array): Int32Array {
  const counts = new Int32Array(width);
  for (let person = 0; person < values.length; person += 1) {
    const at = offset + (values[person] ?? 0);
    counts[at] = (counts[at] ?? 0) + (mask[person] ?? 0);
  }
  return counts;
}

/** How many persons gave each of `size` answers, and how many none for each of `reasons` reasons. */
export function frequency(values: CodeValues, size: number, reasons: number, mask: Mask = null): Frequency {
  const all = mask === null ? countValues(values, reasons, reasons + size) : countMasked(values, reasons, reasons + size, mask);
  const counts = [...all.subarray(reasons)];
  const missing = [...all.subarray(0, reasons)].toReversed();
  const base = sum(counts);
  return { counts, missing, base, persons: base + sum(missing) };
}

/** Persons by answer (rows) and group (columns). Whoever lacks one of the two is left out of the totals as well. */
export function crosstab(rows: CodeValues, rowSize: number, columns: CodeValues, columnSize: number, mask: Mask = null): Crosstab {
  const flat = new Int32Array(rowSize * columnSize);
  for (let person = 0; person < rows.length; person += 1) {
    const row = rows[person] ?? -1;
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
  for (let person = 0; person < answered.length; person += 1) {
    const column = columns[person] ?? -1;
    if ((answered[person] ?? -1) < 0 || column < 0 || (mask !== null && mask[person] === 0)) continue;
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
