import { auditPattern } from './audit.ts';
import { exactPattern } from './linked-exact.ts';
import type { ExactTools } from './linked-exact.ts';
import { readProblem } from './linked-problem.ts';
import type { LinkedCell, LinkedModel, LinkedProblem } from './linked-problem.ts';
import type { Edge } from './network.ts';
import type { Pattern } from './safety.ts';
import { priceOf } from './secondary.ts';

/**
 * Puts the cheapest pattern in the place of a safe one of the heuristic, where the table is small enough to find it. The result is
 * audited by the flows of the two-way table like any other; when they do not agree, the heuristic's stays. Changes `pattern.cost`.
 */
export function improve(pattern: Pattern, exact: ExactTools): void {
  const model = modelOf(pattern);
  const before = pattern.cost.slice();
  const cost = secondaryCost(pattern);
  if (cost === 0) return;
  const { hidden } = exactPattern(model, exact, cost);
  if (hidden === null) return;
  for (const edge of pattern.network.edges) {
    if (hidden[edge.id] === 1) pattern.cost[edge.id] = 0;
    else if (before[edge.id] === 0) pattern.cost[edge.id] = priceOf(edge);
  }
  if (auditPattern(pattern).length > 0) pattern.cost.set(before);
}

/** Price of what a pattern hides for the sake of others. */
export function secondaryCost({ network, cost, primary }: Pattern): number {
  return network.edges.reduce((sum, edge) => sum + (cost[edge.id] === 0 && primary[edge.id] !== 1 ? priceOf(edge) : 0), 0);
}

/** The two-way table as a linked problem of one table, with the same numbers to guard. */
function modelOf(pattern: Pattern): LinkedModel {
  const { network, rule, sensitive } = pattern;
  const cells = network.edges.map((edge) => cellOf(pattern, edge));
  const problem: LinkedProblem = { cells: [...cells, totalCell(network.edges)], sums: sumsOf(pattern) };
  const model = readProblem(problem, { ...rule, minimumBase: rule.threshold });
  return {
    ...model,
    primary: problem.cells.map(({ print }) => print === 'hidden'),
    guarded: problem.cells.map(({ print }) => print !== 'pinned'),
    sensitive: [...sensitive.map((one, at) => one && cells[at]?.high === undefined), false],
    single: [...network.edges.map(({ single }) => single), false],
  };
}

function cellOf({ primary, cost }: Pattern, edge: Edge): LinkedCell {
  const known = edge.high === Number.POSITIVE_INFINITY ? {} : { low: edge.low, high: edge.high };
  if (primary[edge.id] === 1) return { value: edge.value, print: 'hidden', ...known };
  const isFixed = cost[edge.id] === Number.POSITIVE_INFINITY;
  return { value: edge.value, print: isFixed ? 'pinned' : 'open', price: priceOf(edge), ...known };
}

function totalCell(edges: readonly Edge[]): LinkedCell {
  return { value: edges.reduce((sum, { value, column }) => sum + (column === 'all' ? value : 0), 0), print: 'pinned' };
}

/** What enters a node leaves it; the total is at the end of the "Alle" column and of the bases. */
function sumsOf({ network }: Pattern): LinkedProblem['sums'] {
  const all = network.edges.filter(({ column }) => column === 'all').map(({ id }) => id);
  const bases = network.edges.filter(({ row }) => row === 'base').map(({ id }) => id);
  const total = network.edges.length;
  const sums = [{ total, parts: all }];
  if (bases.length === 0) return sums;
  const inner = network.edges.filter(({ row, column }) => row !== 'base' && column !== 'all');
  for (const id of all) sums.push({ total: id, parts: inner.filter(({ row }) => row === network.edges[id]?.row).map((edge) => edge.id) });
  for (const id of bases)
    sums.push({ total: id, parts: inner.filter(({ column }) => column === network.edges[id]?.column).map((edge) => edge.id) });
  return [...sums, { total, parts: bases }];
}
