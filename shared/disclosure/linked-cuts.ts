import { needOfCell, priceOfCell } from './linked-problem.ts';
import type { LinkedModel } from './linked-problem.ts';
import type { LpRow } from './lp-text.ts';
import { maximise, reducedCosts } from './simplex.ts';
import { copyTableau, createTableau, resetTableau } from './tableau.ts';
import type { Tableau, Term } from './tableau.ts';

/** A number that must be able to move, and whose knowledge must not stop it (−1: nobody's). */
export interface Guard {
  readonly cell: number;
  readonly without: number;
}

/** All movements of a problem around the truth, whatever is hidden. */
export interface Movements {
  readonly model: LinkedModel;
  readonly tableau: Tableau;
  /** A copy to move in, made anew from the tableau for every question. */
  readonly scratch: Tableau;
  /** Cells that may be hidden and need not be. */
  readonly choices: readonly number[];
  readonly isChoice: readonly boolean[];
}

export function createMovements(model: LinkedModel): Movements {
  const { cells, sums, figures = [] } = model.problem;
  const rows = sums.map(({ total, parts }) => [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]);
  const size = cells.length + figures.length;
  const low = new Float64Array(size);
  const high = new Float64Array(size);
  figures.forEach((figure, at) => {
    rows.push([...figure.terms.map(([cell, by]) => [cell, by] as const), [cells.length + at, -1]] as never);
    const sum = figure.terms.reduce((whole, [cell, by]) => whole + by * (cells[cell]?.value ?? 0), 0);
    low[cells.length + at] = figure.low - sum;
    high[cells.length + at] = figure.high - sum;
  });
  const isChoice = cells.map((cell, at) => cell.print === 'open' && model.primary[at] !== true && Number.isFinite(priceOfCell(cell)));
  const tableau = createTableau({ low, high, start: new Float64Array(size), rows }, model.work);
  return {
    model,
    tableau,
    scratch: copyTableau(tableau),
    choices: [...cells.keys()].filter((at) => isChoice[at]),
    isChoice,
  };
}

/** How far a cell can move, and by how much each cell's hiding allows more of it. */
interface Move {
  readonly amount: number;
  /** What the figures and the numbers that are hidden anyway allow. */
  readonly sure: number;
  /** By choice. */
  readonly allows: Float64Array;
}

/**
 * Inequalities that every safe pattern fulfils and this one does not (capacity constraints, Fischetti & Salazar 2001): the limits of a
 * number are a sum of what the other hidden numbers allow, by the duals of the attacker's linear program.
 * @param shares per cell how much of it is hidden: 0 or 1, or between in a relaxed program.
 */
export function violatedCuts(movements: Movements, { cell, without }: Guard, shares: ArrayLike<number>): readonly LpRow[] {
  const { model, isChoice } = movements;
  const own = model.problem.cells[cell];
  const share = shares[cell] ?? 0;
  if (own === undefined) return [];
  const { reach, width } = needOfCell(own, model.rule, without !== -1);
  const rise = reach - own.value;
  const up = move(movements, cell, without, 1, shares, width);
  const cuts: LpRow[] = [];
  const when = isChoice[cell] ? `y${cell}` : null;
  const add = (needed: number, allows: Float64Array): void => {
    const terms = movements.choices.flatMap((at) => {
      const most = Math.min(needed, allows[at] ?? 0);
      return most > 1e-9 && at !== cell ? [[Math.round(most * 1e6) / 1e6, `y${at}`] as const] : [];
    });
    cuts.push({ terms: when === null ? terms : [...terms, [-needed, when]], sign: '>=', right: when === null ? needed : 0 });
  };
  if (rise > 0 && up.amount < rise * share - 1e-6 && rise > up.sure) add(rise - up.sure, up.allows);
  if (up.amount >= width * share - 1e-6) return cuts;
  const down = move(movements, cell, without, -1, shares, width);
  const sure = up.sure + down.sure;
  if (up.amount + down.amount < width * share - 1e-6 && width > sure)
    add(
      width - sure,
      up.allows.map((most, at) => most + (down.allows[at] ?? 0)),
    );
  return cuts;
}

function move(
  { model, tableau: base, scratch: tableau, isChoice }: Movements,
  cell: number,
  without: number,
  direction: 1 | -1,
  shares: ArrayLike<number>,
  width: number,
): Move {
  const { cells } = model.problem;
  resetTableau(tableau, base);
  const downOf = (at: number): number => (cells[at]?.value ?? 0) - (cells[at]?.low ?? 0);
  const upOf = (at: number): number => (cells[at]?.high ?? Number.POSITIVE_INFINITY) - (cells[at]?.value ?? 0);
  cells.forEach(({ print }, at) => {
    if (print === 'pinned' || at === without) return;
    const isFree = print === 'absent' || model.primary[at] === true || at === cell;
    const share = isFree ? 1 : isChoice[at] ? (shares[at] ?? 0) : 0;
    if (share <= 0) return;
    tableau.low[at] = -share * downOf(at);
    tableau.high[at] = isFree ? upOf(at) : share * Math.min(upOf(at), 2 * width);
  });
  // The number itself cannot fall below what it is known to be, nor need it move further than asked.
  tableau.low[cell] = direction === 1 ? 0 : -downOf(cell);
  tableau.high[cell] = direction === 1 ? upOf(cell) : 0;
  const objective: readonly Term[] = [[cell, direction]];
  const amount = maximise(tableau, objective, width);
  const gain = reducedCosts(tableau, objective);
  const allows = new Float64Array(cells.length);
  let sure = 0;
  gain.forEach((rate, at) => {
    if (Math.abs(rate) < 1e-9 || tableau.place[at] !== -1 || at === without) return;
    if (at >= cells.length || !isChoice[at] || at === cell) {
      const limit = rate > 0 ? (tableau.high[at] ?? 0) : -(tableau.low[at] ?? 0);
      if (limit !== 0) sure += Math.abs(rate) * limit;
      return;
    }
    const room = rate > 0 ? upOf(at) : downOf(at);
    allows[at] = room === 0 ? 0 : Math.abs(rate) * room;
  });
  return { amount, sure, allows };
}
