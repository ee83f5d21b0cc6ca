import type { Grid } from './banner-grid.ts';
import { bannerProblem, closeColumns, wordColumns } from './banner-problem.ts';
import type { ColumnChoice } from './banner-problem.ts';
import type { BannerOptions, CrossCount } from './banner-types.ts';
import { costOf } from './linked.ts';
import { exactPattern } from './linked-exact.ts';
import type { ExactTools } from './linked-exact.ts';
import { readProblem } from './linked-problem.ts';
import type { LinkedFinding, LinkedModel } from './linked-problem.ts';
import { auditLinked } from './linked-safety.ts';
import { searchPattern } from './linked-search.ts';
import type { DisclosureRule } from './table.ts';
import { isSpent, tableWork } from './work.ts';

/** What a banner hides, by cell of its grid, and whether it is safe. */
export interface BannerSuppression extends ColumnChoice {
  readonly hidden: ArrayLike<number>;
  readonly model: LinkedModel;
  readonly findings: readonly LinkedFinding[];
}

/**
 * Decides what a banner of exclusive answers hides. As for one table, words are tried first and taken back where they would give more
 * away than they say; then small columns lose their base, and last other columns of a family whose hidden base is not safe. When the work
 * is spent before the attack has come to its end, the numbers it has not come to are findings.
 * @param first columns whose base is hidden elsewhere in the same release.
 */
export function suppressBanner(
  grid: Grid,
  rule: DisclosureRule,
  first: ReadonlySet<number>,
  cross: readonly CrossCount[],
  { solve, work = tableWork() }: Pick<BannerOptions, 'solve' | 'work'>,
): BannerSuppression {
  const exact = solve === undefined ? null : { solve, work: work.exact };
  let closed = closeColumns(grid, rule, first);
  let words = wordColumns(grid, rule, closed);
  for (;;) {
    const model = readProblem(bannerProblem(grid, rule, { closed, words }, cross), rule, work.search);
    const hidden = searchPattern(model);
    const findings = auditLinked(model, hidden);
    const found: BannerSuppression = { closed, words, hidden, model, findings };
    if (findings.length === 0) return cheapest(found, exact);
    if (isSpent(work.search)) return found;
    const unsafe = new Set(findings.map(({ cell }) => Math.floor(cell / (grid.rows + 1))));
    if (words.size > 0) {
      const kept = words.difference(unsafe);
      words = kept.size < words.size ? kept : new Set();
      continue;
    }
    const next = closeMore(grid, rule, closed, unsafe);
    if (next.size === closed.size) return cheapest(found, exact);
    closed = next;
  }
}

/** The exact program's pattern where there is one and it costs no more. */
function cheapest(found: BannerSuppression, exact: ExactTools | null): BannerSuppression {
  if (exact === null) return found;
  const cost = costOf(found.model, found.hidden);
  const isSafe = found.findings.length === 0;
  if (isSafe && cost === 0) return found;
  const { hidden } = exactPattern(found.model, exact, isSafe ? cost : null);
  if (hidden === null) return found;
  const findings = auditLinked({ ...found.model, work: exact.work }, hidden);
  return findings.length === 0 ? { ...found, hidden, findings } : found;
}

function closeMore(grid: Grid, rule: DisclosureRule, closed: ReadonlySet<number>, unsafe: ReadonlySet<number>): ReadonlySet<number> {
  const open = (column: number): boolean => column > 0 && !closed.has(column);
  const small = [...unsafe].filter((column) => open(column) && (grid.columns[column]?.base ?? 0) < rule.minimumBase);
  if (small.length > 0) return closeColumns(grid, rule, closed.union(new Set(small)));
  const siblings = grid.families
    .filter(({ members }) => members.some((member) => unsafe.has(member) && closed.has(member)))
    .flatMap(({ members }) => members.filter(open))
    .toSorted((a, b) => (grid.columns[a]?.base ?? 0) - (grid.columns[b]?.base ?? 0) || a - b);
  const [next] = siblings;
  return next === undefined ? closed : closeColumns(grid, rule, closed.union(new Set([next])));
}
