import type { LinkedModel } from './linked-problem.ts';
import { maximise } from './simplex.ts';
import { copyTableau, createTableau, extendTableau, resetTableau } from './tableau.ts';
import type { Program, Tableau, Term } from './tableau.ts';
import { isSpent } from './work.ts';

/** What a reader of the print is left to wonder about: one variable per number that is not known. */
export interface Attack {
  readonly program: Program;
  readonly tableau: Tableau;
  /** A copy to move in, made anew from the tableau for every question. */
  readonly scratch: Tableau;
  /** Cell of each variable; the variables after them are figures. */
  readonly cells: readonly number[];
  /** Variable of a cell, or −1 when it is known. */
  readonly variableOf: Int32Array;
}

/** How many persons a number could be away from the truth, and which other numbers would be another then. */
export interface Reach {
  readonly amount: number;
  readonly used: ReadonlySet<number>;
}

/** Where a branch has been cut: at most (1) or at least (−1) this many. */
interface Cut {
  readonly variable: number;
  readonly sign: 1 | -1;
  readonly limit: number;
}

/** Branches looked into for whole persons. Counted, not timed; what is not found in them counts as impossible, which hides more. */
const MOST_BRANCHES = 120;
/** Weighs more than any table has persons. */
const PENALTY = 1e5;

/** The reader's knowledge when these cells are hidden. */
export function createAttack({ problem, work }: LinkedModel, hidden: ArrayLike<number>): Attack {
  const { cells, sums, figures = [] } = problem;
  const variableOf = new Int32Array(cells.length).fill(-1);
  const unknown: number[] = [];
  cells.forEach(({ print }, cell) => {
    if (print !== 'absent' && hidden[cell] !== 1) return;
    variableOf[cell] = unknown.length;
    unknown.push(cell);
  });
  const values = unknown.map((cell) => cells[cell]?.value ?? 0);
  const low = unknown.map((cell) => cells[cell]?.low ?? 0);
  const high = unknown.map((cell) => cells[cell]?.high ?? Number.POSITIVE_INFINITY);
  const rows = sums.flatMap(({ total, parts }) => {
    const terms = [[total, -1] as const, ...parts.map((part) => [part, 1] as const)];
    const open = terms.flatMap(([cell, sign]): Term[] => ((variableOf[cell] ?? -1) < 0 ? [] : [[variableOf[cell] ?? 0, sign]]));
    return open.length === 0 ? [] : [open];
  });
  for (const figure of figures) {
    const open = figure.terms.flatMap(([cell, by]): Term[] => ((variableOf[cell] ?? -1) < 0 ? [] : [[variableOf[cell] ?? 0, by]]));
    if (open.length === 0) continue;
    const whole = open.reduce((sum, [variable, by]) => sum + by * (values[variable] ?? 0), 0);
    const known = figure.terms.reduce((sum, [cell, by]) => sum + by * (cells[cell]?.value ?? 0), 0) - whole;
    rows.push([...open, [values.length, -1]]);
    values.push(whole);
    low.push(figure.low - known);
    high.push(figure.high - known);
  }
  const program = { low, high, start: values, rows };
  const tableau = createTableau(program, work);
  return { program, tableau, scratch: copyTableau(tableau), cells: unknown, variableOf };
}

/**
 * How far a hidden number can go up (1) or down (−1), at most `limit` persons, while everything in print stays true and every number
 * is of whole persons. What is found is always possible; when the work is spent, less is found.
 * @param fixed a cell whose number this reader knows, or −1.
 */
export function reachOf(attack: Attack, cell: number, direction: 1 | -1, limit: number, fixed = -1): Reach {
  const target = attack.variableOf[cell] ?? -1;
  if (target < 0 || limit <= 0 || isSpent(attack.tableau.work)) return { amount: 0, used: new Set() };
  const tableau = attack.scratch;
  resetTableau(tableau, attack.tableau);
  const known = fixed < 0 ? -1 : (attack.variableOf[fixed] ?? -1);
  fix(tableau, known);
  const start = attack.program.start[target] ?? 0;
  const found = maximise(tableau, [[target, direction]], direction * start + limit);
  if (Number.isFinite(found) && fractional(attack, tableau.x) === -1)
    return { amount: Math.round(found - direction * start), used: changed(attack, tableau.x) };
  return branch(attack, target, direction, limit, known);
}

function fix({ x, low, high }: Tableau, variable: number): void {
  if (variable < 0) return;
  low[variable] = x[variable] ?? 0;
  high[variable] = x[variable] ?? 0;
}

/** The first number that is not whole, or −1. */
function fractional({ cells }: Attack, x: Float64Array): number {
  return cells.findIndex((_, variable) => Math.abs((x[variable] ?? 0) - Math.round(x[variable] ?? 0)) > 1e-6);
}

function changed({ cells, program }: Attack, x: Float64Array): ReadonlySet<number> {
  return new Set(cells.filter((_, variable) => Math.abs((x[variable] ?? 0) - (program.start[variable] ?? 0)) > 0.5));
}

/** Branch and bound, the branch nearer to the goal first. */
function branch(attack: Attack, target: number, direction: 1 | -1, limit: number, known: number): Reach {
  const start = direction * (attack.program.start[target] ?? 0);
  let best: Reach = { amount: 0, used: new Set() };
  const open: (readonly Cut[])[] = [[]];
  for (let count = 0; count < MOST_BRANCHES && best.amount < limit && !isSpent(attack.tableau.work); count += 1) {
    const cuts = open.pop();
    if (cuts === undefined) break;
    const x = solveWithCuts(attack, cuts, [target, direction], start + limit, known);
    if (x === null) continue;
    const amount = Math.floor(direction * (x[target] ?? 0) - start + 1e-6);
    if (amount <= best.amount) continue;
    const at = fractional(attack, x);
    if (at === -1) {
      best = { amount, used: changed(attack, x) };
      continue;
    }
    const below = Math.floor(x[at] ?? 0);
    const down: Cut = { variable: at, sign: 1, limit: below };
    const up: Cut = { variable: at, sign: -1, limit: below + 1 };
    const isNearer = (x[at] ?? 0) - below >= 0.5;
    open.push([...cuts, isNearer ? down : up], [...cuts, isNearer ? up : down]);
  }
  return best;
}

/** Each cut is an equation with a slack and a fine for breaking it, so that the truth can be the first point. Null when a cut cannot be kept. */
function solveWithCuts(attack: Attack, cuts: readonly Cut[], [target, direction]: Term, goal: number, known: number): Float64Array | null {
  const { program } = attack;
  const size = program.start.length;
  const start = Array.from(program.start);
  const low = Array.from(program.low);
  const high = Array.from(program.high);
  const rows: Term[][] = [];
  for (const { variable, sign, limit } of cuts) {
    const over = sign * ((program.start[variable] ?? 0) - limit);
    rows.push([
      [variable, sign],
      [start.length, 1],
      [start.length + 1, -1],
    ]);
    start.push(Math.max(0, -over), Math.max(0, over));
    low.push(0, 0);
    high.push(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  }
  // No further than the goal, where the first number that keeps every cut is good enough.
  if (direction === 1) high[target] = Math.min(high[target] ?? 0, goal);
  else low[target] = Math.max(low[target] ?? 0, -goal);
  const tableau = extendTableau(attack.tableau, { low, high, start, rows });
  fix(tableau, known);
  maximise(tableau, [[target, direction], ...cuts.map((_, at): Term => [size + 2 * at + 1, -PENALTY])]);
  const broken = cuts.some((_, at) => (tableau.x[size + 2 * at + 1] ?? 0) > 1e-6);
  return broken ? null : tableau.x;
}
