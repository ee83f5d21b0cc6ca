import { createAttack } from './linked-bounds.ts';
import { cellSafety, guardedCells } from './linked-safety.ts';
import { needOfCell, priceOfCell } from './linked-problem.ts';
import type { LinkedModel } from './linked-problem.ts';
import { maximise } from './simplex.ts';
import { createTableau } from './tableau.ts';
import type { Tableau, Term } from './tableau.ts';
import { isSpent } from './work.ts';

/** Attacks the clean-up may make. Counted, not timed: results must repeat. */
const CLEAN_UP_CHECKS = 1500;
/** How often the price per person is set anew to the price of the whole number. */
const SLOPES = 3;
/** More than any way to hide costs. */
const BONUS = 1e6;

/**
 * Hides further numbers until every hidden one is safe, then shows again what turns out not to be needed. Each step lets one number
 * move as far as it must at the least price (a linear program whose prices per person are adapted to the persons moved, the slope
 * scaling of fixed charges); numbers that cannot be made safe, or not before the work is
 * spent, are left for the audit to find. Returns 1 for each hidden cell.
 */
export function searchPattern(model: LinkedModel): Uint8Array {
  const hidden = Uint8Array.from(model.primary, Number);
  const rests = new Map<number, ReadonlySet<number>>();
  const given = new Set<number>();
  const { cells } = model.problem;
  const next = (): readonly number[] =>
    guardedCells(model, hidden)
      .filter((cell) => !rests.has(cell) && !given.has(cell))
      .toSorted((a, b) => (cells[b]?.value ?? 0) - (cells[a]?.value ?? 0) || a - b);
  for (let open = next(); open.length > 0; open = next()) {
    let attack = createAttack(model, hidden);
    for (const cell of open) {
      let safety = cellSafety(model, attack, cell);
      while (!safety.safe && widen(model, hidden, cell, safety.without)) {
        attack = createAttack(model, hidden);
        safety = cellSafety(model, attack, cell);
      }
      if (safety.safe) rests.set(cell, safety.used);
      else given.add(cell);
    }
  }
  cleanUp(model, hidden, rests);
  return hidden;
}

interface Way {
  readonly price: number;
  readonly cells: ReadonlySet<number>;
}

/** Hides the cheapest set found that gives the cell the room it needs; false when there is none. */
function widen(model: LinkedModel, hidden: Uint8Array, cell: number, without: number): boolean {
  const own = model.problem.cells[cell];
  if (own === undefined || isSpent(model.work)) return false;
  const { reach, width } = needOfCell(own, model.rule, without !== -1);
  const least = Math.min(width, Math.max(reach - own.value, width - own.value, 0));
  const ways = [...new Set([width, least])].flatMap((up) => wayFor(model, hidden, cell, without, up, width - up) ?? []);
  const best = ways.toSorted((a, b) => a.price - b.price)[0];
  if (best === undefined || best.cells.size === 0) return false;
  for (const one of best.cells) hidden[one] = 1;
  return true;
}

function wayFor(model: LinkedModel, hidden: Uint8Array, cell: number, without: number, up: number, down: number): Way | null {
  const tried = Uint8Array.from(hidden);
  const cells = new Set<number>();
  for (const [direction, amount] of [
    [1, up],
    [-1, down],
  ] as const) {
    if (amount === 0) continue;
    const moved = cheapestMove(model, tried, cell, without, direction * amount);
    if (moved === null) return null;
    for (const one of moved) {
      tried[one] = 1;
      cells.add(one);
    }
  }
  return { cells, price: priceOfAll(model, cells) };
}

function priceOfAll({ problem }: LinkedModel, cells: ReadonlySet<number>): number {
  let price = 0;
  for (const cell of cells) price += priceOfCell(problem.cells[cell] ?? { value: 0, print: 'open' });
  return price;
}

/** The cells that must be hidden so that one can move by so many persons; null when it cannot. */
function cheapestMove(
  model: LinkedModel,
  hidden: ArrayLike<number>,
  cell: number,
  without: number,
  change: number,
): ReadonlySet<number> | null {
  const search = createSearch(model, hidden, cell, without, change);
  const rates = search.prices.map((price) => price / Math.abs(change));
  let best: Way | null = null;
  for (let round = 0; round < SLOPES; round += 1) {
    const tableau: Tableau = createTableau(search.program, model.work);
    const objective = rates.flatMap((rate, variable): Term[] => (rate > 0 ? [[variable, -rate]] : []));
    maximise(tableau, [...objective, [search.target, Math.sign(change) * BONUS]]);
    if (Math.abs((tableau.x[search.target] ?? 0) - change) > 1e-6) return null;
    const cells = new Set<number>();
    search.owners.forEach((owner, variable) => {
      const moved = Math.abs(tableau.x[variable] ?? 0);
      if ((search.prices[variable] ?? 0) <= 0) return;
      if (moved > 1e-6) {
        cells.add(owner);
        rates[variable] = (search.prices[variable] ?? 0) / moved;
      }
    });
    const price = priceOfAll(model, cells);
    if (best !== null && price >= best.price) break;
    best = { price, cells };
  }
  return best?.cells ?? null;
}

interface Search {
  readonly program: { low: number[]; high: number[]; start: number[]; rows: Term[][] };
  /** By variable. */
  readonly prices: readonly number[];
  readonly owners: readonly number[];
  readonly target: number;
}

/** Changes from the truth as variables: one for what is hidden already, one up and one down for what would have to be. */
function createSearch({ problem }: LinkedModel, hidden: ArrayLike<number>, cell: number, without: number, change: number): Search {
  const program = { low: [] as number[], high: [] as number[], start: [] as number[], rows: [] as Term[][] };
  const prices: number[] = [];
  const owners: number[] = [];
  const termsOf: Term[][] = problem.cells.map(() => []);
  const add = (owner: number, price: number, sign: number, low: number, high: number): void => {
    termsOf[owner]?.push([program.start.length, sign]);
    program.start.push(0);
    program.low.push(low);
    program.high.push(high);
    prices.push(price);
    owners.push(owner);
  };
  problem.cells.forEach((one, at) => {
    const down = one.value - (one.low ?? 0);
    const up = (one.high ?? Number.POSITIVE_INFINITY) - one.value;
    if (at === cell) add(at, 0, 1, change < 0 ? Math.max(change, -down) : 0, change > 0 ? Math.min(change, up) : 0);
    else if (at === without || one.print === 'pinned') return;
    else if (one.print === 'absent' || hidden[at] === 1) add(at, 0, 1, -down, up);
    else if (priceOfCell(one) !== Number.POSITIVE_INFINITY) {
      add(at, priceOfCell(one), 1, 0, up);
      if (down > 0) add(at, priceOfCell(one), -1, 0, down);
    }
  });
  const expand = (terms: readonly Term[]): Term[] =>
    terms.flatMap(([one, by]) => (termsOf[one] ?? []).map(([variable, sign]): Term => [variable, by * sign]));
  for (const { total, parts } of problem.sums) {
    const terms = expand([[total, -1], ...parts.map((part): Term => [part, 1])]);
    if (terms.length > 0) program.rows.push(terms);
  }
  for (const { terms, low, high } of problem.figures ?? []) {
    const sum = terms.reduce((whole, [one, by]) => whole + by * (problem.cells[one]?.value ?? 0), 0);
    program.rows.push([...expand(terms), [program.start.length, -1]]);
    program.start.push(0);
    program.low.push(low - sum);
    program.high.push(high - sum);
    prices.push(0);
    owners.push(-1);
  }
  return { program, prices, owners, target: owners.indexOf(cell) };
}

/** Shows again what the safety of no number rests on, the dearest first. */
function cleanUp(model: LinkedModel, hidden: Uint8Array, rests: Map<number, ReadonlySet<number>>): void {
  const { cells } = model.problem;
  const extra = cells
    .flatMap((cell, at) => (hidden[at] === 1 && model.primary[at] !== true ? [{ at, price: priceOfCell(cell) }] : []))
    .toSorted((a, b) => b.price - a.price || a.at - b.at);
  let checks = 0;
  for (const { at } of extra) {
    if (checks > CLEAN_UP_CHECKS || isSpent(model.work)) return;
    hidden[at] = 0;
    const attack = createAttack(model, hidden);
    const renewed = new Map<number, ReadonlySet<number>>();
    const fine = [...rests].every(([cell, used]) => {
      if (cell === at || !used.has(at)) return true;
      checks += 1;
      const safety = cellSafety(model, attack, cell);
      if (safety.safe) renewed.set(cell, safety.used);
      return safety.safe;
    });
    if (!fine) hidden[at] = 1;
    else {
      rests.delete(at);
      for (const [cell, used] of renewed) rests.set(cell, used);
    }
  }
}
