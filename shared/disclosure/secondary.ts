import { moveFlow } from './flow.ts';
import type { Flow, Passage } from './flow.ts';
import type { Edge } from './network.ts';
import { needOf, safetyOf } from './safety.ts';
import type { Pattern } from './safety.ts';

/** Checks the clean-up may spend; keeps a 30 × 30 table well under a second. Counted, not timed: results must repeat. */
const CLEAN_UP_CHECKS = 3000;

/**
 * What hiding a number costs: few numbers before many, small before large, the "Alle" column late. Bases never, and
 * neither an answer that nobody gave: "Alle 0" also tells that every cell of its row is 0.
 */
export function priceOf(edge: Edge): number {
  if (edge.row === 'base' || (edge.column === 'all' && edge.value === 0)) return Number.POSITIVE_INFINITY;
  if (edge.column === 'all') return 200 + 5 * edge.value;
  // A zero protects in one direction only and is worth more to the reader than it looks.
  return edge.value === 0 ? 60 : 20 + edge.value;
}

/**
 * Hides further numbers until every hidden one is safe, then shows again what turns out not to be needed.
 * Each step hides the cheapest closed walk of cells that lets the number move far enough; the four corners of the
 * hypercube method (Giessing & Repsilber 2002, GHMITER) are its shortest case. A heuristic: the least possible total
 * price needs a mixed integer program. Changes `pattern.cost`; numbers that cannot be made safe are left for the audit to find.
 */
export function hideSecondary(pattern: Pattern): void {
  const before = pattern.cost.map((price) => price);
  const rests = new Map<number, ReadonlySet<number>>();
  const given = new Set<number>();
  for (let open = openEdges(pattern, rests, given); open.length > 0; open = openEdges(pattern, rests, given)) {
    for (const edge of open) {
      let safety = safetyOf(pattern, edge);
      while (!safety.safe && widen(pattern, edge, safety.without)) safety = safetyOf(pattern, edge);
      if (safety.safe) rests.set(edge.id, safety.used);
      else given.add(edge.id);
    }
  }
  cleanUp(pattern, before, rests);
}

/** Hidden numbers not looked at yet, largest first. Hiding more never makes a safe number unsafe. */
function openEdges({ network, cost }: Pattern, rests: ReadonlyMap<number, unknown>, given: ReadonlySet<number>): readonly Edge[] {
  return network.edges
    .filter(({ id }) => cost[id] === 0 && !rests.has(id) && !given.has(id))
    .toSorted((a, b) => b.value - a.value || a.id - b.id);
}

/** Hides the cheapest set that gives the edge the room it needs; false when there is none. */
function widen(pattern: Pattern, edge: Edge, without: number): boolean {
  const { reach, width } = needOf(edge, pattern.rule, without);
  let best: { readonly price: number; readonly used: ReadonlySet<number> } | null = null;
  for (let up = Math.max(0, reach - edge.value); up <= width; up += 1) {
    const option = routes(pattern, edge, without, up, width - up);
    if (option !== null && (best === null || option.price < best.price)) best = option;
  }
  // Nothing new to hide means the check and the search disagree about this edge; give up rather than loop.
  if (best === null || best.price === 0) return false;
  for (const id of best.used) pattern.cost[id] = 0;
  return true;
}

function routes(
  pattern: Pattern,
  edge: Edge,
  without: number,
  up: number,
  down: number,
): { price: number; used: ReadonlySet<number> } | null {
  const cost = Float64Array.from(pattern.cost);
  let price = 0;
  let used: ReadonlySet<number> = new Set();
  for (const [direction, amount] of [
    [1, up],
    [-1, down],
  ] as const) {
    const flow = route(pattern, edge, direction, amount, { cost, without, hiddenOnly: false });
    if (flow.amount < amount) return null;
    for (const id of flow.used) {
      price += cost[id] ?? 0;
      cost[id] = 0;
    }
    used = used.union(flow.used);
  }
  return { price, used };
}

/** One walk that carries the whole amount if there is one, else as many as it takes. */
function route(pattern: Pattern, edge: Edge, direction: 1 | -1, amount: number, passage: Passage): Flow {
  const whole = moveFlow(pattern.network, edge, direction, amount, passage, amount);
  return whole.amount >= amount ? whole : moveFlow(pattern.network, edge, direction, amount, passage);
}

function cleanUp(pattern: Pattern, before: Float64Array, rests: Map<number, ReadonlySet<number>>): void {
  const { cost, network } = pattern;
  const extra = network.edges
    .filter(({ id }) => cost[id] === 0 && before[id] !== 0)
    .toSorted((a, b) => priceOf(b) - priceOf(a) || a.id - b.id);
  let checks = 0;
  for (const { id } of extra) {
    const price = before[id];
    if (price === undefined || checks > CLEAN_UP_CHECKS) return;
    cost[id] = price;
    const renewed = new Map<number, ReadonlySet<number>>();
    const affected = network.edges.filter((edge) => edge.id !== id && rests.get(edge.id)?.has(id));
    const fine = affected.every((edge) => {
      checks += 1;
      const safety = safetyOf(pattern, edge);
      if (safety.safe) renewed.set(edge.id, safety.used);
      return safety.safe;
    });
    if (fine) {
      rests.delete(id);
      for (const [key, used] of renewed) rests.set(key, used);
    } else cost[id] = 0;
  }
}
