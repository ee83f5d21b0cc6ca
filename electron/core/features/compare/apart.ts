import { figureDecimals, type ReleasedCell, type ReleasedExhibit, type SummaryFigure } from '../../../../shared/model/exhibit.ts';
import { proportionDifference } from '../../../../shared/statistics/index.ts';

/** A change with its limits, in the unit of the figures. */
export interface ChangeLimits {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Rounds a change as its figures are printed. */
export function rounded(value: number, figure: SummaryFigure | undefined): number {
  const times = figure !== undefined && figureDecimals[figure] === 1 ? 10 : 1;
  // Adding 0 makes a negative zero plain.
  return Math.round(value * times) / times + 0;
}

interface Printed {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The difference of two independent figures, later minus earlier, made of nothing but what is printed of them: so it tells no more than they do.
 * Its limits are put together from theirs: d − √((x₂−l₂)²+(u₁−x₁)²) and d + √((u₂−x₂)²+(x₁−l₁)²). Of two shares with Wilson limits this is Newcombe's
 * method 10 (1998b); of means and net scores it is the same construction (Zou & Donner 2008).
 */
function fromLimits(before: Printed, after: Printed): ChangeLimits {
  const value = after.value - before.value;
  if (before.low === null || before.high === null || after.low === null || after.high === null) return { value, low: null, high: null };
  return {
    value,
    low: value - Math.hypot(after.value - after.low, before.high - before.value),
    high: value + Math.hypot(after.high - after.value, before.value - before.low),
  };
}

interface Base {
  readonly n: number | null;
}

/** Change between two released cells of one row, or null where one of them shows no number. Shares are compared by their counts, which stand in print. */
export function changeApart(
  before: { readonly cell: ReleasedCell | undefined; readonly base: Base | null | undefined },
  after: { readonly cell: ReleasedCell | undefined; readonly base: Base | null | undefined },
  figure: ReleasedExhibit['rows'][number]['figure'],
): ChangeLimits | null {
  const [first, last] = [before.cell, after.cell];
  const found = ((): ChangeLimits | null => {
    if (first?.state === 'figure' && last?.state === 'figure') return fromLimits(first, last);
    if (first?.state !== 'shown' || last?.state !== 'shown' || before.base?.n == null || after.base?.n == null) return null;
    // Where one of them has no limits the change has none either.
    if (first.low === null || last.low === null) return { value: last.percent - first.percent, low: null, high: null };
    const { estimate, low, high } = proportionDifference(last.count, after.base.n, first.count, before.base.n);
    return { value: 100 * estimate, low: 100 * low, high: 100 * high };
  })();
  if (found === null) return null;
  const limit = (value: number | null): number | null => (value === null ? null : rounded(value, figure));
  return { value: rounded(found.value, figure), low: limit(found.low), high: limit(found.high) };
}
