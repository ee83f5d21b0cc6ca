import type { ReleasedCell, SummaryFigure } from '../../../../../shared/model/exhibit.ts';
import { meanIntervalOfCounts, medianIntervalOfCounts, netScore, percentOf, wilson } from '../../../../../shared/statistics/index.ts';
import { countOf, type Distribution } from './distribution.ts';

/** The two best and the two worst answers of a scale, by their scores. */
export interface ScaleEnds {
  readonly best: readonly number[];
  readonly worst: readonly number[];
}

/** What a figure is made of beside the numbers themselves. */
export interface FigureFacts {
  /** Null where there are no ends to speak of: numbers, and scales of fewer than four answers. */
  readonly ends: ScaleEnds | null;
  /** Measured or counted, so that a single number may stand for a person. */
  readonly isNumber: boolean;
  /** Persons in the frame, where it is known. */
  readonly frame: number | null;
  readonly threshold: number;
  readonly minimumBase: number;
  readonly lowBase: number;
}

const missing: ReleasedCell = { state: 'missing' };
const hidden: ReleasedCell = { state: 'hidden' };
const notApplicable: ReleasedCell = { state: 'not-applicable' };

/** Rounds half up; what a double holds as a hair under the half (62.5 as 62.499…) is the half. Adding 0 makes a negative zero plain. */
function rounded(value: number, times = 1): number {
  return Math.round(Math.round(value * times * 1e9) / 1e9) / times + 0;
}

function tenth(value: number): number {
  return rounded(value, 10);
}

function frameOption({ n }: Distribution, { frame }: FigureFacts): { readonly frame?: number } {
  return frame === null || frame < n ? {} : { frame };
}

/** One person's number is more than half of the sum: the mean would tell it (the dominance rule of magnitude tables). */
function isDominated({ scores, counts }: Distribution): boolean {
  const sum = scores.reduce((whole, score, at) => whole + Math.abs(score) * (counts[at] ?? 0), 0);
  const most = scores.reduce((largest, score) => Math.max(largest, Math.abs(score)), 0);
  return most > 0 && 2 * most > sum;
}

function meanCell(found: Distribution, facts: FigureFacts, places: (value: number) => number): ReleasedCell {
  const estimate = meanIntervalOfCounts(found.counts, found.scores, frameOption(found, facts));
  if (estimate === null) return missing;
  const { standardDeviation, low, high } = estimate;
  return {
    state: 'figure',
    value: places(estimate.estimate),
    low: places(low),
    high: places(high),
    spread: tenth(standardDeviation),
  };
}

/** Limits of a median are answers of persons: of numbers they are told only where enough persons are at or beyond them. */
function medianCell(found: Distribution, { isNumber, threshold }: FigureFacts): ReleasedCell {
  const estimate = medianIntervalOfCounts(found.counts, found.scores);
  if (estimate === null) return missing;
  const { low, high } = estimate;
  const beyond = (isBeyond: (score: number) => boolean): number => countOf(found, found.scores.filter(isBeyond));
  const isRoomy = !isNumber || (beyond((score) => score <= low) >= threshold && beyond((score) => score >= high) >= threshold);
  return { state: 'figure', value: tenth(estimate.estimate), low: isRoomy ? tenth(low) : null, high: isRoomy ? tenth(high) : null };
}

function shareCell(found: Distribution, wanted: readonly number[], facts: FigureFacts): ReleasedCell {
  const count = countOf(found, wanted);
  const { low, high } = wilson(count, found.n, frameOption(found, facts));
  return { state: 'figure', value: percentOf(count, found.n), low: Math.round(100 * low), high: Math.round(100 * high) };
}

/** Points between two shares, rounded on whole numbers like a share. */
export function netPoints(best: number, worst: number, n: number): number {
  const points = percentOf(Math.abs(best - worst), n);
  return best < worst ? -points : points;
}

function netCell(found: Distribution, { best, worst }: ScaleEnds, facts: FigureFacts): ReleasedCell {
  const [b, w] = [countOf(found, best), countOf(found, worst)];
  const { low, high } = netScore(b, w, found.n, frameOption(found, facts));
  return { state: 'figure', value: netPoints(b, w, found.n), low: Math.round(100 * low) + 0, high: Math.round(100 * high) + 0 };
}

/**
 * A figure of everybody in a column, as far as their number allows: nothing under the minimum base, no mean under the low base, limits always
 * (analysis.md 1.8). Whether what it is made of may be told is asked before.
 */
export function figureCell(figure: SummaryFigure, found: Distribution, facts: FigureFacts): ReleasedCell {
  if (found.n === 0) return missing;
  if (found.n < facts.minimumBase) return hidden;
  if (figure === 'median') return medianCell(found, facts);
  if (figure === 'index') return meanCell(found, facts, (value) => rounded(value));
  if (figure === 'mean') {
    if (found.n < facts.lowBase) return missing;
    return facts.isNumber && isDominated(found) ? hidden : meanCell(found, facts, tenth);
  }
  if (facts.ends === null) return notApplicable;
  if (figure === 'net') return netCell(found, facts.ends, facts);
  return shareCell(found, figure === 'top2' ? facts.ends.best : facts.ends.worst, facts);
}
