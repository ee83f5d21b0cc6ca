import type { Term } from './tableau.ts';
import { isPrimary, isSmall } from './primary.ts';
import { FEWEST_VALUES } from './share-word.ts';
import type { AuditReason, DisclosureRule } from './table.ts';
import { tableWork } from './work.ts';
import type { Work } from './work.ts';

/**
 * One number of a set of linked tables. `open` is to be printed and may be hidden; `pinned` is in print already or known otherwise;
 * `hidden` is hidden whatever its size; `absent` is never printed, but readers know that there is such a number.
 */
export interface LinkedCell {
  /** Persons. */
  readonly value: number;
  readonly print: 'open' | 'pinned' | 'hidden' | 'absent';
  /** Cell that is its base, for the rules on complements and small bases. */
  readonly base?: number;
  /** Hidden for a reason of its own, beside those of the rule. */
  readonly primary?: boolean;
  /** Holds one person, who may be the attacker; when left out, whether the value is 1. */
  readonly single?: boolean;
  /** What a reader knows before subtracting: the range of a word in print. Such a number needs three possible values only. */
  readonly low?: number;
  readonly high?: number;
  /** What hiding it costs; Infinity for never. */
  readonly price?: number;
}

/** A total and its parts, by cell. */
export interface LinkedSum {
  readonly total: number;
  readonly parts: readonly number[];
}

/** A published figure that is linear in the numbers, as the limits that its print leaves: low ≤ Σ coefficient · cell ≤ high. */
export interface LinkedFigure {
  readonly terms: readonly Term[];
  readonly low: number;
  readonly high: number;
}

/** Tables of the same persons that are read together. Inside view: never leaves the program. */
export interface LinkedProblem {
  readonly cells: readonly LinkedCell[];
  readonly sums: readonly LinkedSum[];
  readonly figures?: readonly LinkedFigure[];
}

/** One hidden number that is not safe. */
export interface LinkedFinding {
  readonly cell: number;
  readonly reason: AuditReason;
}

/** A problem read for the rule: which numbers must stay secret, and who is whose part. */
export interface LinkedModel {
  readonly problem: LinkedProblem;
  readonly rule: DisclosureRule;
  /** Per cell: hidden from the start. */
  readonly primary: readonly boolean[];
  /** Per cell: must be safe when it is hidden. Numbers that are never printed must only if they are small themselves. */
  readonly guarded: readonly boolean[];
  /** Per cell: the one person in another cell must not learn it either. */
  readonly sensitive: readonly boolean[];
  readonly single: readonly boolean[];
  /** Per cell: the totals that count its persons, directly or through another total. */
  readonly within: readonly ReadonlySet<number>[];
  /** What may still be done for it. Counts down. */
  readonly work: Work;
}

/**
 * @throws RangeError where a number is no whole number of persons, a sum does not add up or a figure is outside its limits.
 */
export function readProblem(problem: LinkedProblem, rule: DisclosureRule, work: Work = tableWork().search): LinkedModel {
  assertProblem(problem);
  const { cells } = problem;
  const baseOf = ({ base }: LinkedCell): number | null => (base === undefined ? null : (cells[base]?.value ?? 0));
  const own = cells.map((cell) => cell.primary === true || isPrimaryCell(cell.value, baseOf(cell), rule));
  const primary = cells.map((cell, at) => cell.print === 'hidden' || (cell.print === 'open' && own[at] === true));
  return {
    problem,
    rule,
    primary,
    guarded: cells.map((cell, at) => (cell.print === 'absent' ? own[at] === true : cell.print !== 'pinned')),
    sensitive: cells.map((cell) => {
      const base = baseOf(cell);
      return cell.high === undefined && (cell.primary === true || isSmall(cell.value, rule) || (base !== null && base < rule.minimumBase));
    }),
    single: cells.map((cell) => cell.print !== 'pinned' && (cell.single ?? cell.value === 1)),
    within: totalsOf(problem),
    work,
  };
}

function isPrimaryCell(value: number, base: number | null, rule: DisclosureRule): boolean {
  return base === null ? isSmall(value, rule) : isPrimary(value, base, rule);
}

function totalsOf({ cells, sums }: LinkedProblem): readonly ReadonlySet<number>[] {
  const direct = cells.map(() => new Set<number>());
  for (const { total, parts } of sums) for (const part of parts) direct[part]?.add(total);
  return direct.map((first) => {
    const found = new Set(first);
    for (const total of found) for (const next of direct[total] ?? []) found.add(next);
    return found;
  });
}

function assertProblem({ cells, sums, figures }: LinkedProblem): void {
  const value = (cell: number): number => cells[cell]?.value ?? Number.NaN;
  if (!cells.every((cell) => Number.isSafeInteger(cell.value) && cell.value >= 0))
    throw new RangeError('Linked tables count whole numbers of persons of at least 0');
  if (!sums.every(({ total, parts }) => parts.reduce((sum, part) => sum + value(part), 0) === value(total)))
    throw new RangeError('The parts of a linked table do not add up to their total');
  const outside = (figures ?? []).some(({ terms, low, high }) => {
    const sum = terms.reduce((whole, [cell, coefficient]) => whole + coefficient * value(cell), 0);
    return !(sum >= low - 1e-9 && sum <= high + 1e-9);
  });
  if (outside) throw new RangeError('A published figure is outside the limits of its own numbers');
}

/** What hiding a number costs: few numbers before many, small before large; a zero is worth more than it looks. */
export function priceOfCell({ price, value }: LinkedCell): number {
  return price ?? (value === 0 ? 60 : 20 + value);
}

/** What a reader must be left with, as `needOf` in safety.ts; `inside` when the reader is the one person in another cell. */
export function needOfCell(cell: LinkedCell, rule: DisclosureRule, inside: boolean): { readonly reach: number; readonly width: number } {
  if (cell.high !== undefined) return { reach: 0, width: FEWEST_VALUES - 1 };
  const size = inside ? rule.threshold - 1 : rule.threshold;
  return { reach: size, width: size };
}
