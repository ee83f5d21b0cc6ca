import type { Edge, Network } from './network.ts';

/** What a search may use. */
export interface Passage {
  /** Cost of moving persons over an edge: 0 for hidden ones, more for those that would have to be hidden, Infinity for never. */
  readonly cost: ArrayLike<number>;
  /** An attacker moves hidden numbers only; a search for what to hide may pay for others. */
  readonly hiddenOnly: boolean;
  /** Id of an edge whose number the attacker knows, or −1. */
  readonly without: number;
}

/** How many persons could be moved, and over which edges. */
export interface Flow {
  readonly amount: number;
  readonly used: ReadonlySet<number>;
}

/**
 * How far a number can go up (+1) or down (−1) while every published number stays true: a maximum flow of at most
 * `limit` persons over the passable edges (successive cheapest paths, so paths over hidden edges come first).
 * Exact for two-way tables, because flows of whole persons reach the bounds of the linear program.
 * @param leastStep only paths that can carry this many persons are used.
 */
export function moveFlow(network: Network, edge: Edge, direction: 1 | -1, limit: number, passage: Passage, leastStep = 1): Flow {
  const most = Math.min(limit, direction === 1 ? edge.high - edge.value : edge.value - edge.low);
  const [start, end] = direction === 1 ? [edge.to, edge.from] : [edge.from, edge.to];
  const moved = new Map<number, number>();
  let amount = 0;
  while (amount < most) {
    const path = cheapestPath({ network, passage, moved, closed: edge.id, start, end, leastStep: Math.min(leastStep, most - amount) });
    if (path === null) break;
    const step = Math.min(most - amount, ...path.map(({ room }) => room));
    for (const { id, sign } of path) moved.set(id, (moved.get(id) ?? 0) + sign * step);
    amount += step;
  }
  const used = new Set<number>();
  for (const [id, change] of moved) if (change !== 0) used.add(id);
  return { amount, used };
}

interface Search {
  readonly network: Network;
  readonly passage: Passage;
  readonly moved: ReadonlyMap<number, number>;
  readonly closed: number;
  readonly start: number;
  readonly end: number;
  readonly leastStep: number;
}

interface Step {
  readonly id: number;
  readonly sign: 1 | -1;
  readonly room: number;
  readonly from: number;
}

/** Distance of a node that has not been reached. */
const FAR = Number.POSITIVE_INFINITY;

/** Dijkstra on the residual graph; tables have at most some sixty nodes, so a linear scan beats a heap. */
function cheapestPath(search: Search): readonly Step[] | null {
  const size = search.network.incident.length;
  const distance = new Float64Array(size).fill(FAR);
  const done = new Uint8Array(size);
  const arrival: Step[] = [];
  distance[search.start] = 0;
  if (search.passage.hiddenOnly) return widePath(search, distance, arrival);
  for (;;) {
    const node = nearest(distance, done);
    if (node === -1) return null;
    if (node === search.end) return walkBack(arrival, search.start, search.end);
    done[node] = 1;
    expand(search, node, distance, arrival);
  }
}

/** The same when every open edge costs nothing: breadth first, ending as soon as the goal is seen. */
function widePath(search: Search, distance: Float64Array, arrival: Step[]): readonly Step[] | null {
  const queue = [search.start];
  for (const node of queue) {
    expand(search, node, distance, arrival, queue);
    if (distance[search.end] !== FAR) return walkBack(arrival, search.start, search.end);
  }
  return null;
}

/** Improves the distances of a node's neighbours; in a queue, adds those seen for the first time. */
function expand(search: Search, node: number, distance: Float64Array, arrival: Step[], queue?: number[]): void {
  const { network, passage, moved, closed, leastStep } = search;
  for (const id of network.incident[node] ?? []) {
    const price = passage.cost[id] ?? FAR;
    const edge = network.edges[id];
    if (edge === undefined || id === closed || id === passage.without || price === FAR) continue;
    if (price > 0 && passage.hiddenOnly) continue;
    const sign = edge.from === node ? 1 : -1;
    const next = sign === 1 ? edge.to : edge.from;
    const known = distance[next] ?? 0;
    if (queue !== undefined && known !== FAR) continue;
    const change = moved.get(id);
    const now = edge.value + (change ?? 0);
    const room = sign === 1 ? edge.high - now : now - edge.low;
    // A hair per step keeps free walks short; whole prices are far larger.
    const reached = (distance[node] ?? 0) + (change === undefined ? price : 0) + 1e-6;
    if (room < leastStep || reached >= known) continue;
    distance[next] = reached;
    arrival[next] = { id, sign, room, from: node };
    queue?.push(next);
  }
}

function nearest(distance: Float64Array, done: Uint8Array): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let node = 0; node < distance.length; node += 1) {
    const here = distance[node] ?? Number.POSITIVE_INFINITY;
    if (done[node] === 0 && here < least) {
      least = here;
      best = node;
    }
  }
  return best;
}

function walkBack(arrival: readonly Step[], start: number, end: number): readonly Step[] {
  const path: Step[] = [];
  for (let node = end; node !== start;) {
    const step = arrival[node];
    if (step === undefined) break;
    path.push(step);
    node = step.from;
  }
  return path;
}
