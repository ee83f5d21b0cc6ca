import { moveFlow } from './flow.ts';
import type { Flow, Passage } from './flow.ts';
import type { Edge, Network } from './network.ts';
import { FEWEST_VALUES } from './share-word.ts';
import type { AuditReason, DisclosureRule } from './table.ts';

/** Which numbers of a network are hidden, and which of them for their own sake. */
export interface Pattern {
  readonly network: Network;
  readonly rule: DisclosureRule;
  /** By edge id: 0 for a hidden number, Infinity or a price for a published one. */
  readonly cost: Float64Array;
  /** By edge id: 1 for what is hidden for its own sake or with its column. */
  readonly primary: ArrayLike<number>;
  /**
   * By edge id: a small number, or one in a small base, so that the one person in another cell must not learn it either.
   * A large number with a small complement is not among them: the persons of the complement have cells of their own.
   */
  readonly sensitive: readonly boolean[];
}

/** What a reader must be left with: a possible value of at least `reach`, and `width` + 1 possible values. */
export interface Need {
  readonly reach: number;
  readonly width: number;
}

/** A safe number with every edge its safety rests on, or why it is not safe and whose knowledge breaks it. */
export type Safety =
  | { readonly safe: true; readonly used: ReadonlySet<number> }
  | { readonly safe: false; readonly reason: AuditReason; readonly without: number };

/**
 * The need of an edge: a word says what it says and must say no more; a hidden number obeys the threshold. The one
 * person in another cell counts among the threshold's persons, so the others must leave one possible value fewer;
 * asking for more would forbid every base of exactly the threshold.
 */
export function needOf(edge: Edge, rule: DisclosureRule, without: number): Need {
  if (edge.high !== Number.POSITIVE_INFINITY) return { reach: 0, width: FEWEST_VALUES - 1 };
  const size = without === -1 ? rule.threshold : rule.threshold - 1;
  return { reach: size, width: size };
}

/**
 * Whether a hidden number is safe from a reader of everything published, and from one who is the only person in
 * another hidden cell. A cell of one matters only if the flow that protects the number runs through it.
 * The complement in a published base needs no rule of its own: a width of the threshold below the base gives it.
 */
export function safetyOf(pattern: Pattern, edge: Edge): Safety {
  const outside = safetyWithout(pattern, edge, -1);
  if (!outside.safe || pattern.sensitive[edge.id] !== true || edge.high !== Number.POSITIVE_INFINITY) return outside;
  const used = new Set(outside.used);
  for (const id of outside.used) {
    if (!isOutsider(pattern.network.edges[id], edge)) continue;
    const inside = safetyWithout(pattern, edge, id);
    if (!inside.safe) return { safe: false, reason: 'insider', without: id };
    for (const other of inside.used) used.add(other);
  }
  return { safe: true, used };
}

/** Whether the hidden number belongs to one person who is somebody else than those in the cell under attack. */
function isOutsider(single: Edge | undefined, target: Edge): boolean {
  if (single?.single !== true) return false;
  if (single.row === 'base') return single.column !== target.column;
  // A margin of one in the same row or column counts the same person.
  const margin = target.column === 'all' ? target.row === single.row : target.row === 'base' && target.column === single.column;
  return !(margin && target.value === 1);
}

function safetyWithout({ network, rule, cost }: Pattern, edge: Edge, without: number): Safety {
  const { reach, width } = needOf(edge, rule, without);
  const passage: Passage = { cost, without, hiddenOnly: true };
  const up = moveFlow(network, edge, 1, width, passage);
  const down: Flow = up.amount < width ? moveFlow(network, edge, -1, width - up.amount, passage) : { amount: 0, used: new Set() };
  if (up.amount + down.amount === 0) return { safe: false, reason: 'exact', without };
  if (edge.value + up.amount < reach) return { safe: false, reason: 'below-threshold', without };
  if (up.amount + down.amount < width) return { safe: false, reason: 'narrow', without };
  return { safe: true, used: up.used.union(down.used) };
}

/** Lowest and highest value a reader of everything published can give a hidden number (or its value when published). */
export function attackerInterval({ network, cost }: Pattern, edge: Edge, without = -1): { readonly low: number; readonly high: number } {
  if (cost[edge.id] !== 0) return { low: edge.value, high: edge.value };
  const passage: Passage = { cost, without, hiddenOnly: true };
  const up = moveFlow(network, edge, 1, Number.POSITIVE_INFINITY, passage);
  const down = moveFlow(network, edge, -1, Number.POSITIVE_INFINITY, passage);
  return { low: edge.value - down.amount, high: edge.value + up.amount };
}
