import { divide, HAIR } from './tableau.ts';
import type { Tableau, Term } from './tableau.ts';
import { isSpent } from './work.ts';

/** Steps without gain after which the least index decides (Bland 1977), which cannot go in circles. */
const PATIENCE = 40;
/** More steps than any table needs; what has been reached by then is a possible value all the same. */
const MOST_STEPS = 20_000;

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

function pivot(
  { matrix, size, basis, place, columns, amounts, touched, work }: Tableau,
  row: number,
  entering: number,
  gain: Float64Array,
): void {
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
