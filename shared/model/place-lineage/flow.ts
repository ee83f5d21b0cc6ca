import type { Extent, PlaceChange } from './place.ts';

/** How territory reached a later place: how much of the earlier one, and the day of the last change on the way. */
export interface Flow {
  readonly extent: Extent;
  readonly on: string;
}

interface Graph {
  readonly out: (from: string) => readonly PlaceChange[];
  readonly restored: (from: string) => readonly PlaceChange[];
}

interface Step {
  readonly at: string;
  /** The day the territory came here; only later changes carry it on. */
  readonly since: string;
  readonly extent: Extent;
  /** By day: where a declared restoration says that this territory went when its place was divided. */
  readonly restored: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Follows the territory of a place forward through whole and part changes. Dates only grow along the way, so it ends. Where a
 * restoration is declared for a day, the other parts of that day's division are left out, and the extent stays what it was.
 */
export function flowFrom(start: string, graph: Graph): ReadonlyMap<string, Flow> {
  const reached = new Map<string, Flow>();
  const seen = new Set<string>();
  const queue: Step[] = [{ at: start, since: '', extent: 'whole', restored: restoredFrom(graph, start, new Map()) }];
  for (let step = queue.pop(); step !== undefined; step = queue.pop()) {
    for (const change of graph.out(step.at)) {
      const next = follow(step, change, graph);
      if (next === null || next.at === start) continue;
      const key = `${next.at} ${next.since} ${next.extent} ${[...next.restored.keys()].join()}`;
      if (seen.has(key)) continue;
      seen.add(key);
      note(reached, next, change.on);
      queue.push(next);
    }
  }
  return reached;
}

function follow(step: Step, change: PlaceChange, graph: Graph): Step | null {
  if (change.on <= step.since) return null;
  const allowed = change.extent === 'part' ? step.restored.get(change.on) : undefined;
  if (allowed !== undefined && !allowed.has(change.toId)) return null;
  const extent = step.extent === 'whole' && (change.extent === 'whole' || allowed !== undefined) ? 'whole' : 'part';
  // What only a part of the place went to cannot say where the whole of it was restored.
  const restored = extent === 'whole' ? restoredFrom(graph, change.toId, step.restored) : new Map<string, ReadonlySet<string>>();
  return { at: change.toId, since: change.on, extent, restored };
}

function restoredFrom(graph: Graph, place: string, known: Step['restored']): Step['restored'] {
  const own = graph.restored(place);
  if (own.length === 0) return known;
  const days = Map.groupBy(own, (change) => change.on);
  return new Map([...known, ...[...days].map(([on, changes]) => [on, new Set(changes.map((change) => change.toId))] as const)]);
}

function note(reached: Map<string, Flow>, step: Step, on: string): void {
  const known = reached.get(step.at);
  if (known === undefined || (known.extent === 'part' && step.extent === 'whole')) reached.set(step.at, { extent: step.extent, on });
}
