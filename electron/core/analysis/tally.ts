import type { Banner, Joint } from './banner.ts';
import { missingReasons } from './missing-reasons.ts';
import type { Column } from './stored-answers.ts';

/** Units, or the sum of their weights, by row and combination of groups: `cells[row × size + combination]`. */
export interface Tally {
  readonly cells: Int32Array | Float64Array;
  /** By combination those who have an answer at all. */
  readonly bases: Int32Array | Float64Array;
}

/** The tables of a banner, part by part, before they are given their names. Parts share what is said of everybody. */
export interface TalliedBanner {
  readonly parts: readonly { readonly counts: number[][]; readonly columnTotals: number[] }[];
  readonly rowTotals: number[];
  readonly total: number;
}

/** Combination of every unit with an answer, 0 for the others. */
function answered({ of }: Joint, { values }: Column): Uint16Array {
  const found = new Uint16Array(of.length);
  for (let unit = 0; unit < found.length; unit += 1) found[unit] = (values[unit] ?? -1) < 0 ? 0 : (of[unit] ?? 0);
  return found;
}

function tallySet(rows: Extract<Column, { kind: 'set' }>, joint: Joint): Tally {
  const { size } = joint;
  const of = answered(joint, rows);
  const bases = new Int32Array(size);
  for (let unit = 0; unit < of.length; unit += 1) {
    const at = of[unit] ?? 0;
    bases[at] = (bases[at] ?? 0) + 1;
  }
  const cells = new Int32Array(rows.indicators.length * size);
  for (const [row, indicator] of rows.indicators.entries()) {
    const own = cells.subarray(row * size, (row + 1) * size);
    for (let unit = 0; unit < of.length; unit += 1) {
      const at = of[unit] ?? 0;
      own[at] = (own[at] ?? 0) + (indicator[unit] ?? 0);
    }
  }
  return { cells, bases };
}

/** Rows before the answers, for whoever has none: so that the loop over the units has no branch. */
const reasons = missingReasons.length;

function tallyCodes({ values, categories: { length: height } }: Extract<Column, { kind: 'codes' }>, { of, size }: Joint): Tally {
  const all = new Int32Array((reasons + height) * size);
  for (let unit = 0; unit < of.length; unit += 1) {
    const at = ((values[unit] ?? 0) + reasons) * size + (of[unit] ?? 0);
    all[at] = (all[at] ?? 0) + 1;
  }
  const cells = all.subarray(reasons * size);
  return { cells, bases: sumOfRows(cells, new Int32Array(size)) };
}

function sumOfRows<T extends Int32Array | Float64Array>(cells: T, bases: T): T {
  const size = bases.length;
  for (let start = 0; start < cells.length; start += size)
    for (let at = 0; at < size; at += 1) bases[at] = (bases[at] ?? 0) + (cells[start + at] ?? 0);
  return bases;
}

/** Counts the units of a joint by answer. */
export function tally(rows: Column, joint: Joint): Tally {
  return rows.kind === 'set' ? tallySet(rows, joint) : tallyCodes(rows, joint);
}

/** Sums the weights of the units of a joint by answer. */
export function tallyWeights(rows: Column, joint: Joint, weights: Float64Array): Tally {
  const { size } = joint;
  const height = rows.categories.length;
  if (rows.kind === 'codes') {
    const { values } = rows;
    const { of } = joint;
    const all = new Float64Array((reasons + height) * size);
    for (let unit = 0; unit < of.length; unit += 1) {
      const at = ((values[unit] ?? 0) + reasons) * size + (of[unit] ?? 0);
      all[at] = (all[at] ?? 0) + (weights[unit] ?? 0);
    }
    const cells = all.subarray(reasons * size);
    return { cells, bases: sumOfRows(cells, new Float64Array(size)) };
  }
  const of = answered(joint, rows);
  const cells = new Float64Array(height * size);
  const bases = new Float64Array(size);
  for (let unit = 0; unit < of.length; unit += 1) bases[of[unit] ?? 0] = (bases[of[unit] ?? 0] ?? 0) + (weights[unit] ?? 0);
  for (const [row, indicator] of rows.indicators.entries()) {
    const own = cells.subarray(row * size, (row + 1) * size);
    for (let unit = 0; unit < of.length; unit += 1)
      if (indicator[unit] === 1) own[of[unit] ?? 0] = (own[of[unit] ?? 0] ?? 0) + (weights[unit] ?? 0);
  }
  return { cells, bases };
}

function sumAt(numbers: Int32Array | Float64Array, start: number, combinations: readonly number[]): number {
  let sum = 0;
  for (const combination of combinations) sum += numbers[start + combination] ?? 0;
  return sum;
}

/** Puts the combinations of a banner together again: every column of every part, and everybody. */
export function assemble({ joints, widths }: Banner, height: number, tallyOf: (joint: Joint) => Tally): TalliedBanner {
  const parts = widths.map((width) => ({
    counts: Array.from({ length: height }, () => Array.from({ length: width }, () => 0)),
    columnTotals: Array.from({ length: width }, () => 0),
  }));
  const tallies = joints.map((joint) => ({ joint, found: tallyOf(joint) }));
  for (const { joint, found } of tallies) {
    for (const { part, column, combinations } of joint.columns) {
      const into = parts[part];
      if (into === undefined) continue;
      into.columnTotals[column] = sumAt(found.bases, 0, combinations);
      for (const [row, cells] of into.counts.entries()) cells[column] = sumAt(found.cells, row * joint.size, combinations);
    }
  }
  const [first] = tallies;
  if (first === undefined) return { parts, rowTotals: [], total: 0 };
  const { size } = first.joint;
  const everybody = Array.from({ length: size - 1 }, (_, at) => at + 1);
  return {
    parts,
    rowTotals: Array.from({ length: height }, (_, row) => sumAt(first.found.cells, row * size, everybody)),
    total: sumAt(first.found.bases, 0, everybody),
  };
}
