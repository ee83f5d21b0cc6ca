import { isSpent } from './work.ts';
import type { Work } from './work.ts';

/** A coefficient of a variable. */
export type Term = readonly [variable: number, coefficient: number];

/** Variables between limits, linear equations among them, and one point that fulfils all of it. */
export interface Program {
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
  /** The equations hold as they do here: each says that its sum stays what it is. */
  readonly start: ArrayLike<number>;
  readonly rows: readonly (readonly Term[])[];
}

/** The equations solved for one variable each (its row's), and a point that fulfils them. Changed by `maximise`. */
export interface Tableau {
  readonly size: number;
  /** Row after row, `size` coefficients each. */
  readonly matrix: Float64Array;
  /** Variable that each row is solved for. */
  readonly basis: Int32Array;
  /** Row of a variable, or −1. */
  readonly place: Int32Array;
  readonly x: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Room for what of a row is not zero, while it is being subtracted. Shared by copies. */
  readonly columns: Int32Array;
  readonly amounts: Float64Array;
  /** 1 for each row that has been changed since it was made or reset. */
  readonly touched: Uint8Array;
  /** What may be done with it. Shared by copies. */
  readonly work: Work;
}

/** Differences below this are rounding. */
export const HAIR = 1e-7;
/** Coefficients of one tableau: 64 MB. */
const MOST_COEFFICIENTS = 8e6;

/**
 * Solves the equations for as many variables as there are independent ones (Gauss–Jordan); no search for a first point is needed. When
 * the work is spent before, or there are too many equations, nothing of it can be moved.
 */
export function createTableau(program: Program, work: Work): Tableau {
  return solveRows(program, work, null);
}

/** The same with further equations and, after the others, variables; those of a tableau that has not been changed are not solved anew. */
export function extendTableau(solved: Tableau, program: Program): Tableau {
  return solveRows(program, solved.work, solved);
}

function solveRows({ low, high, start, rows }: Program, work: Work, solved: Tableau | null): Tableau {
  const size = start.length;
  const basis = Array.from(solved?.basis ?? []);
  const first = basis.length;
  const height = first + rows.length;
  work.left -= (height * size) / 8;
  if (isSpent(work) || height * size > MOST_COEFFICIENTS) return stiffTableau(start, work);
  const matrix = new Float64Array(height * size);
  const place = new Int32Array(size).fill(-1);
  if (solved !== null) {
    place.set(solved.place);
    for (let row = 0; row < first; row += 1) matrix.set(solved.matrix.subarray(row * solved.size, (row + 1) * solved.size), row * size);
  }
  rows.forEach((terms, row) => {
    for (const [variable, coefficient] of terms) {
      const at = (first + row) * size + variable;
      matrix[at] = (matrix[at] ?? 0) + coefficient;
    }
  });
  for (let row = first; row < height; row += 1) {
    if (isSpent(work)) return stiffTableau(start, work);
    const target = basis.length;
    work.left -= size;
    if (row !== target) matrix.copyWithin(target * size, row * size, (row + 1) * size);
    // Rows above are already solved: subtract them, then take the largest coefficient left.
    for (const [above, variable] of basis.entries()) subtract(matrix, size, work, target, above, matrix[target * size + variable] ?? 0);
    const column = largest(matrix, size, target);
    if (column === -1) continue;
    basis.push(column);
    place[column] = target;
    divide(matrix, size, target, matrix[target * size + column] ?? 1);
    for (let above = 0; above < target; above += 1) subtract(matrix, size, work, above, target, matrix[above * size + column] ?? 0);
  }
  return {
    size,
    matrix: matrix.slice(0, basis.length * size),
    basis: Int32Array.from(basis),
    place,
    x: Float64Array.from(start),
    low: Float64Array.from(low),
    high: Float64Array.from(high),
    columns: new Int32Array(size),
    amounts: new Float64Array(size),
    touched: new Uint8Array(basis.length),
    work,
  };
}

/** Every variable stays where it is: leaving out equations instead would let them go where they cannot. */
function stiffTableau(start: ArrayLike<number>, work: Work): Tableau {
  const at = (): Float64Array => Float64Array.from(start);
  const none = new Int32Array(0);
  return {
    size: start.length,
    matrix: new Float64Array(0),
    basis: none,
    place: new Int32Array(start.length).fill(-1),
    x: at(),
    low: at(),
    high: at(),
    columns: none,
    amounts: new Float64Array(0),
    touched: new Uint8Array(0),
    work,
  };
}

/** The same tableau to be changed apart from the first. */
export function copyTableau(tableau: Tableau): Tableau {
  const { matrix, basis, place, x, low, high, size, columns, amounts, work } = tableau;
  return {
    size,
    matrix: matrix.slice(),
    basis: basis.slice(),
    place: place.slice(),
    x: x.slice(),
    low: low.slice(),
    high: high.slice(),
    columns,
    amounts,
    touched: new Uint8Array(basis.length),
    work,
  };
}

/** Makes a copy that was changed equal to its original again; cheaper than a new one. */
export function resetTableau(copy: Tableau, { matrix, basis, place, x, low, high }: Tableau): void {
  const { size, touched, work } = copy;
  for (let row = 0; row < touched.length; row += 1) {
    if (touched[row] === 0) continue;
    // Copying is some eight times as fast as working.
    work.left -= size / 8;
    copy.matrix.set(matrix.subarray(row * size, (row + 1) * size), row * size);
    touched[row] = 0;
  }
  copy.basis.set(basis);
  copy.place.set(place);
  copy.x.set(x);
  copy.low.set(low);
  copy.high.set(high);
}

function largest(matrix: Float64Array, size: number, row: number): number {
  let best = -1;
  let most = HAIR;
  for (let column = 0; column < size; column += 1) {
    const amount = Math.abs(matrix[row * size + column] ?? 0);
    if (amount > most) {
      most = amount;
      best = column;
    }
  }
  return best;
}

/** Divides a row. */
export function divide(matrix: Float64Array, size: number, row: number, by: number): void {
  for (let at = row * size; at < (row + 1) * size; at += 1) matrix[at] = (matrix[at] ?? 0) / by;
}

function subtract(matrix: Float64Array, size: number, work: Work, from: number, row: number, times: number): void {
  if (times === 0) return;
  work.left -= size;
  const source = row * size;
  const target = from * size;
  for (let column = 0; column < size; column += 1) {
    const amount = matrix[source + column] ?? 0;
    if (amount === 0) continue;
    const left = (matrix[target + column] ?? 0) - times * amount;
    matrix[target + column] = Math.abs(left) < 1e-11 ? 0 : left;
  }
}
