import { logFactorial } from './gamma.ts';
import { forEachPlacement } from './placements.ts';

/** The margins of a table, and what counts as "no likelier": Σ −log(cell!) at most `threshold`; `fixed` is the log of the common factor. */
export interface TailQuestion {
  readonly fixed: number;
  readonly threshold: number;
  /** Steps (ways to place one column) before giving up. */
  readonly limit: number;
}

/** Every state after some columns: the row totals that are still open, rising, because rows with equal totals are alike. */
interface Stage {
  readonly nodes: (readonly number[])[];
  /** Where the ways on from each node begin; one more entry than nodes. */
  readonly starts: number[];
  readonly to: number[];
  readonly length: number[];
  readonly weight: number[];
  /** Largest and smallest Σ −log(cell!) of all that can still follow each node. */
  readonly longest: number[];
  readonly shortest: number[];
  /** log of Σ Π 1/cell! of all that can still follow each node. */
  readonly all: number[];
}

/** Ways to a node with one and the same Σ −log(cell!), and how many they are. */
interface Past {
  readonly length: number;
  weight: number;
}

/** Pasts this close in log chance are one past; far below what counts as a tie. */
const GRAIN = 1e10;

/**
 * P(Σ −log(cell!) ≤ threshold) over all tables with these margins: the network algorithm, where a node whose every way on is
 * counted, or none, is closed without walking on. Source: Mehta & Patel 1983.
 * @param rows the side with fewer categories. @param columns the other side, largest first.
 * @returns null when it would take more than `limit` steps
 */
export function networkTail(rows: readonly number[], columns: readonly number[], question: TailQuestion): number | null {
  const stages = buildStages(rows, columns, question.limit);
  if (stages === null) return null;
  let steps = 0;
  let tail = 0;
  let pasts = new Map<number, Map<number, Past>>([[0, new Map([[0, { length: 0, weight: 1 }]])]]);
  for (const [at, stage] of stages.entries()) {
    const walk = at === stages.length - 1 ? walkLast : walkOn;
    const next = new Map<number, Map<number, Past>>();
    for (const [node, lengths] of pasts) {
      steps += lengths.size * (at === stages.length - 1 ? 1 : (stage.starts[node + 1] ?? 0) - (stage.starts[node] ?? 0));
      if (steps > question.limit) return null;
      tail += walk({ stage, node, lengths, question, next, following: stages[at + 1] });
    }
    pasts = next;
  }
  return tail;
}

interface Walk {
  readonly stage: Stage;
  readonly node: number;
  readonly lengths: ReadonlyMap<number, Past>;
  readonly question: TailQuestion;
  readonly next: Map<number, Map<number, Past>>;
  readonly following: Stage | undefined;
}

/** Takes every past of a node one column further; returns the chance of what is counted at once. */
function walkOn({ stage, node, lengths, question: { fixed, threshold }, next, following }: Walk): number {
  const [from, end] = [stage.starts[node] ?? 0, stage.starts[node + 1] ?? 0];
  let tail = 0;
  for (let arc = from; arc < end; arc += 1) {
    const to = stage.to[arc] ?? 0;
    const [longest, shortest, all] = [following?.longest[to] ?? 0, following?.shortest[to] ?? 0, following?.all[to] ?? 0];
    const [step, ways] = [stage.length[arc] ?? 0, stage.weight[arc] ?? 0];
    for (const past of lengths.values()) {
      const length = past.length + step;
      if (length + longest <= threshold) tail += past.weight * ways * Math.exp(fixed + length + all);
      else if (length + shortest <= threshold) addPast(next, to, length, past.weight * ways);
    }
  }
  return tail;
}

/** The last two columns: their ways sorted by length, so that each past needs one search. */
function walkLast({ stage, node, lengths, question: { fixed, threshold } }: Walk): number {
  const [from, end] = [stage.starts[node] ?? 0, stage.starts[node + 1] ?? 0];
  const order = Uint32Array.from({ length: end - from }, (_, index) => from + index).sort(
    (a, b) => (stage.length[a] ?? 0) - (stage.length[b] ?? 0),
  );
  const sorted = Float64Array.from(order, (arc) => stage.length[arc] ?? 0);
  const sums = new Float64Array(order.length + 1);
  order.forEach((arc, rank) => {
    sums[rank + 1] = (sums[rank] ?? 0) + (stage.weight[arc] ?? 0) * Math.exp(stage.length[arc] ?? 0);
  });
  let tail = 0;
  for (const past of lengths.values()) {
    const counted = sums[countUpTo(sorted, threshold - past.length)] ?? 0;
    if (counted > 0) tail += past.weight * Math.exp(fixed + past.length + Math.log(counted));
  }
  return tail;
}

function countUpTo(sorted: Float64Array, most: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

function addPast(next: Map<number, Map<number, Past>>, node: number, length: number, weight: number): void {
  const key = Math.round(length * GRAIN);
  const lengths = next.get(node);
  const past = lengths?.get(key);
  if (past !== undefined) past.weight += weight;
  else if (lengths !== undefined) lengths.set(key, { length, weight });
  else next.set(node, new Map([[key, { length, weight }]]));
}

/** One stage per column but the last, which takes what is left; null above `limit` steps. */
function buildStages(rows: readonly number[], columns: readonly number[], limit: number): Stage[] | null {
  const radix = Math.max(...rows) + 1;
  if (radix ** rows.length > Number.MAX_SAFE_INTEGER) return null;
  const stages: Stage[] = [];
  let nodes: (readonly number[])[] = [rows];
  let left = limit;
  for (let at = 0; at < columns.length - 1; at += 1) {
    const isLast = at === columns.length - 2;
    const stage: Stage = { nodes, starts: [0], to: [], length: [], weight: [], longest: [], shortest: [], all: [] };
    const index: Index = { radix, found: new Map(), nodes: [], sorted: rows.map(() => 0) };
    for (const open of nodes) {
      const inTime = forEachPlacement(open, columns[at] ?? 0, left - stage.length.length, (after, length, ways) => {
        stage.weight.push(ways);
        stage.length.push(isLast ? length - logSum(after) : length);
        if (!isLast) stage.to.push(nodeOf(after, index));
      });
      if (!inTime) return null;
      stage.starts.push(stage.length.length);
    }
    left -= stage.length.length;
    stages.push(stage);
    nodes = index.nodes;
  }
  for (let at = stages.length - 1; at >= 0; at -= 1) fillBounds(stages, at, columns.slice(at));
  return stages;
}

interface Index {
  readonly radix: number;
  readonly found: Map<number, number>;
  readonly nodes: (readonly number[])[];
  readonly sorted: number[];
}

function nodeOf(after: readonly number[], { radix, found, nodes, sorted }: Index): number {
  // Insertion sort in one array that is used again: this runs for every placement, on a handful of rows.
  for (let row = 0; row < after.length; row += 1) {
    const count = after[row] ?? 0;
    let place = row;
    while (place > 0 && (sorted[place - 1] ?? 0) > count) {
      sorted[place] = sorted[place - 1] ?? 0;
      place -= 1;
    }
    sorted[place] = count;
  }
  let key = 0;
  for (const count of sorted) key = key * radix + count;
  const known = found.get(key);
  if (known !== undefined) return known;
  nodes.push([...sorted]);
  found.set(key, nodes.length - 1);
  return nodes.length - 1;
}

function logSum(counts: readonly number[]): number {
  let sum = 0;
  for (const count of counts) sum += logFactorial(count);
  return sum;
}

function fillBounds(stages: readonly Stage[], at: number, columns: readonly number[]): void {
  const stage = stages[at];
  const following = stages[at + 1];
  if (stage === undefined) return;
  const columnLogs = columns.reduce((sum, count) => sum + logFactorial(count), 0);
  const total = columns.reduce((sum, count) => sum + count, 0);
  stage.nodes.forEach((open, node) => {
    let [longest, shortest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let arc = stage.starts[node] ?? 0; arc < (stage.starts[node + 1] ?? 0); arc += 1) {
      const [step, to] = [stage.length[arc] ?? 0, stage.to[arc] ?? 0];
      longest = Math.max(longest, step + (following?.longest[to] ?? 0));
      shortest = Math.min(shortest, step + (following?.shortest[to] ?? 0));
    }
    stage.longest.push(longest);
    stage.shortest.push(shortest);
    stage.all.push(open.reduce((sum, count) => sum - logFactorial(count), logFactorial(total) - columnLogs));
  });
}
