import { createAttack } from './linked-bounds.ts';
import { createMovements, violatedCuts } from './linked-cuts.ts';
import type { Guard, Movements } from './linked-cuts.ts';
import { priceOfCell } from './linked-problem.ts';
import type { LinkedModel } from './linked-problem.ts';
import { cellSafety, guardedCells } from './linked-safety.ts';
import { writeLp } from './lp-text.ts';
import type { LpRow, LpSolution, LpTerm, SolveLp } from './lp-text.ts';
import { isSpent } from './work.ts';
import type { Work } from './work.ts';

/** Beyond these the search is used; counted, so that the same table always goes the same way. */
const MOST_CHOICES = 120;
const MOST_RELAXED = 30;
const MOST_WHOLE = 10;
const MOST_NODES = 300;
/** What a call of the solver counts as, and what each character of its program does: about as long as it takes, from hundreds of them. */
const RELAXED_WORK = 1e6;
const WHOLE_WORK = 5e6;
const TEXT_WORK = 100;

/** What the exact program needs. */
export interface ExactTools {
  readonly solve: SolveLp;
  /** Counts down; when it is spent nothing is found. */
  readonly work: Work;
}

/** What the exact program found. */
export interface ExactPattern {
  /** A safe pattern that costs less than the known one, 1 for each hidden cell; null when none was found. */
  readonly hidden: Uint8Array | null;
  /** Whether it is proved that nothing costs less, than this or than the known one. */
  readonly proved: boolean;
}

const NOT_FOUND: ExactPattern = { hidden: null, proved: false };

/**
 * The cheapest pattern (Fischetti & Salazar 2001): a program that only chooses what to hide, to which inequalities are added for every
 * number that the attacker still breaks, first with parts of cells hidden and then with whole ones. Prices are whole numbers.
 * @param known price of a pattern that is safe, or null.
 */
export function exactPattern(read: LinkedModel, tools: ExactTools, known: number | null): ExactPattern {
  const model: LinkedModel = { ...read, work: tools.work };
  const movements = createMovements(model);
  if (movements.choices.length > MOST_CHOICES) return NOT_FOUND;
  const rows = [...firstRows(movements, known === null ? null : known - 1)];
  for (let round = 0; round < MOST_RELAXED; round += 1) {
    const solution = choose(movements, tools, rows, false);
    if (solution.status !== 'optimal') return { hidden: null, proved: solution.status === 'none' };
    const cuts = cutsOf(movements, sharesOf(model, solution.values));
    if (cuts.length === 0) break;
    rows.push(...cuts);
  }
  for (let round = 0; round < MOST_WHOLE; round += 1) {
    const solution = choose(movements, tools, rows, true);
    if (solution.status !== 'optimal') return { hidden: null, proved: solution.status === 'none' };
    const shares = sharesOf(model, solution.values).map(Math.round);
    const cuts = cutsOf(movements, shares);
    rows.push(...cuts);
    if (cuts.length > 0) continue;
    const hidden = Uint8Array.from(shares);
    const broken = brokenGuards(model, hidden);
    if (broken.length === 0) return { hidden, proved: true };
    rows.push(...broken.flatMap((guard) => breakers(movements, guard, hidden)));
  }
  return NOT_FOUND;
}

/** What was worked out before the work was spent may be wrong, so that it is not built on. */
function choose(movements: Movements, { solve, work }: ExactTools, rows: readonly LpRow[], whole: boolean): LpSolution {
  if (isSpent(work)) return { status: 'unknown' };
  const program = chooseProgram(movements, rows, whole);
  work.left -= (whole ? WHOLE_WORK : RELAXED_WORK) + TEXT_WORK * program.length;
  return solve(program, { nodes: MOST_NODES });
}

function sharesOf(model: LinkedModel, values: Readonly<Record<string, number>>): readonly number[] {
  return model.primary.map((primary, cell) => (primary ? 1 : (values[`y${cell}`] ?? 0)));
}

function cutsOf(movements: Movements, shares: readonly number[]): readonly LpRow[] {
  const { model } = movements;
  return model.problem.cells.flatMap(({ print }, cell) => {
    if (model.guarded[cell] !== true || (print !== 'absent' && (shares[cell] ?? 0) < 1e-6)) return [];
    return violatedCuts(movements, { cell, without: -1 }, print === 'absent' ? withOne(shares, cell) : shares);
  });
}

function withOne(shares: readonly number[], cell: number): readonly number[] {
  return shares.map((share, at) => (at === cell ? 1 : share));
}

/** What the linear programs do not see: an insider's knowledge, or that persons are whole. Then something more must be hidden. */
function breakers(movements: Movements, guard: Guard, hidden: Uint8Array): readonly LpRow[] {
  const cuts = guard.without === -1 ? [] : violatedCuts(movements, guard, hidden);
  if (cuts.length > 0) return cuts;
  const others = movements.choices.filter((at) => hidden[at] !== 1).map((at): LpTerm => [1, `y${at}`]);
  return [
    movements.isChoice[guard.cell]
      ? { terms: [...others, [-1, `y${guard.cell}`]], sign: '>=', right: 0 }
      : { terms: others, sign: '>=', right: 1 },
  ];
}

function brokenGuards(model: LinkedModel, hidden: Uint8Array): readonly Guard[] {
  const attack = createAttack(model, hidden);
  return guardedCells(model, hidden).flatMap((cell): readonly Guard[] => {
    const safety = cellSafety(model, attack, cell);
    return safety.safe ? [] : [{ cell, without: safety.without }];
  });
}

/** The program as text: y is 1 for a cell that is hidden. */
function chooseProgram({ model, choices }: Movements, rows: readonly LpRow[], whole: boolean): string {
  const names = choices.map((at) => `y${at}`);
  return writeLp({
    objective: objectiveOf(model, choices),
    rows,
    bounds: whole ? [] : names.map((name) => ({ name, low: 0, high: 1 })),
    binaries: whole ? names : [],
  });
}

function objectiveOf({ problem }: LinkedModel, choices: readonly number[]): readonly LpTerm[] {
  return choices.map((at): LpTerm => [priceOfCell(problem.cells[at] ?? { value: 0, print: 'open' }), `y${at}`]);
}

/** Nothing can hide alone in a sum: true of every safe pattern, and tells the solver much. */
function firstRows({ model, choices, isChoice }: Movements, most: number | null): readonly LpRow[] {
  const rows: LpRow[] = most === null ? [] : [{ terms: objectiveOf(model, choices), sign: '<=', right: most }];
  for (const { total, parts } of model.problem.sums) {
    const line = [total, ...parts];
    const sure = line.filter((cell) => model.primary[cell] === true || model.problem.cells[cell]?.print === 'absent').length;
    const open = line.filter((cell) => isChoice[cell]);
    if (sure > 0) continue;
    for (const cell of open)
      rows.push({ terms: open.map((other): LpTerm => [other === cell ? -1 : 1, `y${other}`]), sign: '>=', right: 0 });
  }
  return rows;
}
