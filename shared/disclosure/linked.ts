import type { SolveLp } from './lp-text.ts';
import { exactPattern } from './linked-exact.ts';
import { priceOfCell, readProblem } from './linked-problem.ts';
import type { LinkedFinding, LinkedModel, LinkedProblem } from './linked-problem.ts';
import { auditLinked } from './linked-safety.ts';
import { searchPattern } from './linked-search.ts';
import type { DisclosureRule } from './table.ts';
import { tableWork } from './work.ts';

/** What linked tables hide. */
export interface LinkedProtection {
  /** Per cell; never for pinned and absent ones. */
  readonly hidden: readonly boolean[];
  /** Price of what is hidden beyond the primary cells. */
  readonly cost: number;
  /** `exact` when it is proved that nothing costs less. */
  readonly method: 'exact' | 'search';
  readonly audit: { readonly ok: boolean; readonly findings: readonly LinkedFinding[] };
}

/**
 * Decides what a set of linked tables hides, so that every hidden number is left with a possible value of at least the threshold and
 * threshold + 1 possible values for a reader of all of them, and one fewer for the one person in another hidden cell.
 * @param solve when given, small problems are solved exactly (Fischetti & Salazar 2001); else and beyond, a search and a clean-up.
 * @throws RangeError for numbers that do not fit together.
 */
export function protectLinked(problem: LinkedProblem, rule: DisclosureRule, solve?: SolveLp): LinkedProtection {
  const work = tableWork();
  const model = readProblem(problem, rule, work.search);
  const searched = searchPattern(model);
  const findings = auditLinked(model, searched);
  const cost = costOf(model, searched);
  if (solve === undefined) return protection(model, searched, 'search', findings);
  const { hidden, proved } = exactPattern(model, { solve, work: work.exact }, findings.length === 0 ? cost : null);
  if (hidden === null) return protection(model, searched, proved && findings.length === 0 ? 'exact' : 'search', findings);
  return protection(model, hidden, 'exact', auditLinked(model, hidden));
}

function protection(
  model: LinkedModel,
  hidden: Uint8Array,
  method: LinkedProtection['method'],
  findings: readonly LinkedFinding[],
): LinkedProtection {
  return {
    hidden: Array.from(hidden, (one) => one === 1),
    cost: costOf(model, hidden),
    method,
    audit: { ok: findings.length === 0, findings },
  };
}

/** Price of the cells that are hidden for the sake of others. */
export function costOf({ problem, primary }: LinkedModel, hidden: ArrayLike<number>): number {
  return problem.cells.reduce((sum, cell, at) => sum + (hidden[at] === 1 && primary[at] !== true ? priceOfCell(cell) : 0), 0);
}
