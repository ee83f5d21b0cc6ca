import type { DisclosureRule } from '../../../../shared/disclosure/index.ts';
import type { SummaryFigure } from '../../../../shared/model/exhibit.ts';
import { meanIntervalOfCounts, netScore } from '../../../../shared/statistics/index.ts';
import type { Units } from '../../analysis/units.ts';
import { protect } from '../analysis/gate.ts';
import type { GateTools } from '../analysis/gate-tools.ts';
import { lowBase } from '../analysis/raw-table.ts';
import { openFigures } from '../analysis/summaries/open-figures.ts';
import { rounded, type ChangeLimits } from './apart.ts';

/** Everyone's number in a figure; NaN where there is none. In the order of the units. */
export type Scores = Float64Array;

/** The answers of persons who are in two waves. */
export interface Pairs {
  /** Persons with an answer in both, by how much theirs has changed. */
  readonly counts: ReadonlyMap<number, number>;
  readonly both: number;
  /** Persons with an answer in one of them alone; those of groups, who cannot be told apart, among them. */
  readonly onlyFirst: number;
  readonly onlyLast: number;
  /** Somebody is in both, whether or not both answers can be told to be theirs. */
  readonly isLinked: boolean;
}

interface Known {
  first: number[];
  last: number[];
}

/** Answers person by person. Persons of a group have one key between them: they cannot be followed. */
export function pairsOf({ respondentIds, waveIndex }: Units, scores: Scores, first: number, last: number): Pairs {
  const persons = new Map<string, Known>();
  for (const [unit, id] of respondentIds.entries()) {
    const wave = waveIndex[unit] ?? -1;
    const score = scores[unit] ?? Number.NaN;
    if ((wave !== first && wave !== last) || Number.isNaN(score)) continue;
    const known = persons.get(id) ?? { first: [], last: [] };
    (wave === first ? known.first : known.last).push(score);
    persons.set(id, known);
  }
  const counts = new Map<number, number>();
  let [both, onlyFirst, onlyLast, isLinked] = [0, 0, 0, false];
  for (const known of persons.values()) {
    const [[before, ...others], [after, ...more]] = [known.first, known.last];
    isLinked ||= before !== undefined && after !== undefined;
    if (before === undefined || after === undefined || others.length > 0 || more.length > 0) {
      onlyFirst += known.first.length;
      onlyLast += known.last.length;
      continue;
    }
    both += 1;
    counts.set(after - before, (counts.get(after - before) ?? 0) + 1);
  }
  return { counts, both, onlyFirst, onlyLast, isLinked };
}

/** Fewest persons in both waves whose change is told: as many as a figure needs. */
function fewest(figure: SummaryFigure | undefined, { minimumBase }: DisclosureRule): number {
  return Math.max(minimumBase, figure === 'mean' ? lowBase : 10);
}

/** Of yes and no the net score of those who went over (Bonett–Price), of anything else the t interval of the persons' own changes. */
function limitsOf(scores: readonly number[], counts: readonly number[], isYesNo: boolean): ChangeLimits | null {
  const of = (wanted: number): number => counts[scores.indexOf(wanted)] ?? 0;
  if (isYesNo) {
    const base = counts.reduce((sum, count) => sum + count, 0);
    const { estimate, low, high } = netScore(of(100), of(-100), base);
    return { value: 100 * estimate, low: 100 * low, high: 100 * high };
  }
  const found = meanIntervalOfCounts(counts, scores);
  return found === null ? null : { value: found.estimate, low: found.low, high: found.high };
}

/**
 * The change of the persons who are in both waves, or why it is not told. It passes the gate as a table of its own, of persons by how much they have
 * changed; and since the waves' figures stand beside it, those who are in one wave alone must be none or enough for figures of their own.
 */
export function linkedChange(
  pairs: Pairs,
  figure: SummaryFigure | undefined,
  rule: DisclosureRule,
  tools: GateTools,
): (ChangeLimits & { readonly persons: number }) | 'few-linked' | 'hidden-linked' {
  const { both, onlyFirst, onlyLast } = pairs;
  if (both < fewest(figure, rule)) return 'few-linked';
  if ([onlyFirst, onlyLast].some((alone) => alone > 0 && alone < rule.minimumBase)) return 'hidden-linked';
  const isYesNo = figure === undefined || figure === 'top2' || figure === 'bottom2';
  const found = [...pairs.counts].toSorted(([a], [b]) => a - b);
  // Nobody who went over counts too: the three outcomes are always asked about.
  const scores = isYesNo ? [-100, 0, 100] : found.map(([score]) => score);
  const counts = scores.map((score) => pairs.counts.get(score) ?? 0);
  const input = { rowTotals: counts, total: both, parts: [] };
  const released = protect(input, { rule, frame: null, isExclusive: true }, tools);
  // The limits tell the squares too, as those of a mean do.
  const [[isOpen = false] = []] = openFigures({ input, released }, [{ figure: 'mean', scores }], tools);
  const limits = limitsOf(scores, counts, isYesNo);
  if (!isOpen || !released.audit.ok || limits === null) return 'hidden-linked';
  const round = (value: number | null): number | null => (value === null ? null : rounded(value, figure));
  return { value: rounded(limits.value, figure), low: round(limits.low), high: round(limits.high), persons: both };
}
