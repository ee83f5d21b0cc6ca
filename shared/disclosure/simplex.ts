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
const HAIR = 1e-7;
/** Steps without gain after which the least index decides (Bland 1977), which cannot go in circles. */
const PATIENCE = 40;
/** More steps than any table needs; what has been reached by then is a possible value all the same. */
const MOST_STEPS = 20_000;
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
    for (let row = 0; row < first; row += 1)
      matrix.set(solved.matrix.subarray(row * solved.size, (row + 1) * solved.size), row * size);
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

/**
 * Moves the point to where the objective is largest, or until it has grown to `goal` (primal simplex with limits on the variables;
 * a variable outside the basis may stand between its limits, as at the start). Returns the objective, Infinity when it has no end. When the
 * work is spent, what has been reached is possible all the same.
 */
export function maximise(tableau: Tableau, objective: readonly Term[], goal = Number.POSITIVE_INFINITY): number {
  const { x, size, work } = tableau;
  const gain = reducedCosts(tableau, objective);
  const worth = (): number => objective.reduce((sum, [variable, coefficient]) => sum + coefficient * (x[variable] ?? 0), 0);
  let value = worth();
  let idle = 0;
  for (let step = 0; step < MOST_STEPS && value < goal - HAIR && !isSpent(work); step += 1) {
    work.left -= size + tableau.basis.length;
    const entering = pickEntering(tableau, gain, idle > PATIENCE);
    if (entering === -1) break;
    const rate = gain[entering] ?? 0;
    const sign = rate > 0 ? 1 : -1;
    const { length, row } = ratioTest(tableau, entering, sign);
    const wanted = (goal - value) / Math.abs(rate);
    if (length === Number.POSITIVE_INFINITY && wanted === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
    const moved = Math.min(length, wanted);
    shift(tableau, entering, sign * moved);
    idle = moved * Math.abs(rate) > HAIR ? 0 : idle + 1;
    if (row !== -1 && wanted >= length) pivot(tableau, row, entering, gain);
    value = worth();
  }
  for (let variable = 0; variable < size; variable += 1) {
    const near = Math.round(x[variable] ?? 0);
    if (Math.abs((x[variable] ?? 0) - near) < HAIR) x[variable] = near;
  }
  return worth();
}

/** What one more of each variable outside the basis adds to the objective; those of the basis are 0. */
export function reducedCosts({ matrix, size, place }: Tableau, objective: readonly Term[]): Float64Array {
  const gain = new Float64Array(size);
  for (const [variable, coefficient] of objective) gain[variable] = (gain[variable] ?? 0) + coefficient;
  for (const [variable, coefficient] of objective) {
    const row = place[variable] ?? -1;
    if (row === -1) continue;
    const from = row * size;
    for (let column = 0; column < size; column += 1) gain[column] = (gain[column] ?? 0) - coefficient * (matrix[from + column] ?? 0);
  }
  return gain;
}

function pickEntering({ x, low, high, place, size }: Tableau, gain: Float64Array, first: boolean): number {
  let best = -1;
  let most = HAIR;
  for (let variable = 0; variable < size; variable += 1) {
    if (place[variable] !== -1) continue;
    const rate = gain[variable] ?? 0;
    if (Math.abs(rate) <= most) continue;
    const now = x[variable] ?? 0;
    const room = rate > 0 ? (high[variable] ?? 0) - now : now - (low[variable] ?? 0);
    if (room <= HAIR) continue;
    if (first) return variable;
    best = variable;
    most = Math.abs(rate);
  }
  return best;
}

/** How far the entering variable can go, and the row whose variable stops it (−1: its own limit). */
function ratioTest(tableau: Tableau, entering: number, sign: 1 | -1): { readonly length: number; readonly row: number } {
  const { matrix, size, basis, x, low, high } = tableau;
  const now = x[entering] ?? 0;
  let length = sign === 1 ? (high[entering] ?? 0) - now : now - (low[entering] ?? 0);
  let row = -1;
  let strongest = 0;
  for (let at = 0; at < basis.length; at += 1) {
    const slope = -sign * (matrix[at * size + entering] ?? 0);
    if (Math.abs(slope) < 1e-9) continue;
    const variable = basis[at] ?? 0;
    const here = x[variable] ?? 0;
    const room = Math.max(0, slope > 0 ? (high[variable] ?? 0) - here : here - (low[variable] ?? 0)) / Math.abs(slope);
    // Among equals the largest coefficient keeps the numbers sound.
    if (room < length - HAIR || (room < length + HAIR && row !== -1 && Math.abs(slope) > strongest)) {
      length = Math.min(length, room);
      row = at;
      strongest = Math.abs(slope);
    }
  }
  return { length, row };
}

function shift({ matrix, size, basis, x }: Tableau, entering: number, change: number): void {
  if (change === 0) return;
  x[entering] = (x[entering] ?? 0) + change;
  for (let row = 0; row < basis.length; row += 1) {
    const coefficient = matrix[row * size + entering] ?? 0;
    if (coefficient === 0) continue;
    const variable = basis[row] ?? 0;
    x[variable] = (x[variable] ?? 0) - coefficient * change;
  }
}

function pivot({ matrix, size, basis, place, columns, amounts, touched, work }: Tableau, row: number, entering: number, gain: Float64Array): void {
  place[basis[row] ?? 0] = -1;
  basis[row] = entering;
  place[entering] = row;
  touched[row] = 1;
  divide(matrix, size, row, matrix[row * size + entering] ?? 1);
  // Sums have few parts: most of a row is zero, and what is zero changes nothing.
  const source = row * size;
  let used = 0;
  for (let column = 0; column < size; column += 1) {
    const amount = matrix[source + column] ?? 0;
    if (amount === 0) continue;
    columns[used] = column;
    amounts[used] = amount;
    used += 1;
  }
  for (let other = 0; other < basis.length; other += 1) {
    const times = matrix[other * size + entering] ?? 0;
    if (other === row || times === 0) continue;
    const target = other * size;
    work.left -= used;
    touched[other] = 1;
    for (let index = 0; index < used; index += 1) {
      const at = target + (columns[index] ?? 0);
      const left = (matrix[at] ?? 0) - times * (amounts[index] ?? 0);
      matrix[at] = Math.abs(left) < 1e-11 ? 0 : left;
    }
  }
  const rate = gain[entering] ?? 0;
  for (let index = 0; index < used; index += 1) {
    const column = columns[index] ?? 0;
    gain[column] = (gain[column] ?? 0) - rate * (amounts[index] ?? 0);
  }
  gain[entering] = 0;
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

function divide(matrix: Float64Array, size: number, row: number, by: number): void {
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
