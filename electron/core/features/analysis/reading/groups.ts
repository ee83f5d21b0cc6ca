import type { Sentence } from '../../../../../shared/contract/analysis.ts';
import type { ExhibitColumn, ExhibitRow, ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';
import { detectableDifference, proportionDifference } from '../../../../../shared/statistics/index.ts';
import type { ReadingFacts, ReadPart } from './facts.ts';
import { inSentence, points, printedBase, say, shown, type ShownCell } from './say.ts';

/** A column with a base in print. */
interface Group {
  readonly label: string;
  readonly n: number;
  readonly at: number;
}

/** One answer in two groups; of groups the larger share first, of waves the earlier one. */
interface Pair {
  readonly row: ExhibitRow;
  readonly groups: readonly [Group, Group];
  readonly cells: readonly [ShownCell, ShownCell];
}

/** So many parts are read; the rest is in the table. */
const mostParts = 4;

/** Raised figures at the end of a label point to a footnote of the table; a sentence has none. */
const footnoteMarks = /[¹²³⁰⁴-⁹\u2009]+$/u;

/** "Kvinner", and where a group stands within another "Kvinner, 30–49". */
export function nameOf({ label, headings }: ExhibitColumn): string {
  const outer = headings?.[1];
  const name = label.replace(footnoteMarks, '');
  return outer === undefined ? name : `${outer}, ${name}`;
}

function groupsOf({ columns }: ReleasedExhibit, part: ReadPart): Group[] {
  return columns.flatMap((column, at) => {
    const n = printedBase(column.base);
    return n !== null && part.columns.includes(column.key) ? [{ label: nameOf(column), n, at }] : [];
  });
}

/** The two largest groups, or the first and the last wave. */
function sides(groups: readonly Group[], kind: ReadPart['kind']): readonly [Group, Group] | null {
  const [a, b] = kind === 'waves' ? [groups[0], groups.at(-1)] : groups.toSorted((x, y) => y.n - x.n);
  return a === undefined || b === undefined || a === b ? null : [a, b];
}

function gap({ cells: [x, y], groups: [a, b] }: Pair, isWeighted: boolean): number {
  return isWeighted ? Math.abs(x.percent - y.percent) : Math.abs(x.count / a.n - y.count / b.n);
}

/** Every answer that is in print in both groups, the widest difference first. */
function pairsOf(exhibit: ReleasedExhibit, [a, b]: readonly [Group, Group]): Pair[] {
  const isWeighted = exhibit.weighting !== undefined;
  return exhibit.rows
    .flatMap((row): Pair[] => {
      const [left, right] = [shown(row.cells[a.at]), shown(row.cells[b.at])];
      return left === null || right === null ? [] : [{ row, groups: [a, b], cells: [left, right] }];
    })
    .toSorted((x, y) => gap(y, isWeighted) - gap(x, isWeighted));
}

/** Groups with the larger share first. */
function largerFirst({ row, groups: [a, b], cells: [x, y] }: Pair): Pair {
  const isFirst = x.percent > y.percent || (x.percent === y.percent && x.count / a.n >= y.count / b.n);
  return isFirst ? { row, groups: [a, b], cells: [x, y] } : { row, groups: [b, a], cells: [y, x] };
}

/** How wide a difference has to be with so many persons before it usually shows; for whoever thinks of a test. */
function detectable(n1: number, n2: number): Sentence {
  const found = detectableDifference(n1, n2);
  return found === null ? say('groupsDetectableNone', { n1, n2 }) : say('groupsDetectable', { n1, n2, points: points(found) });
}

/** Weighted shares have intervals of their own; a difference of them is only called clear where those do not meet. */
function weightedSentence({ row, groups: [a, b], cells: [x, y] }: Pair): Sentence {
  const params = { answer: inSentence(row.label), group1: a.label, group2: b.label, percent1: x.percent, percent2: y.percent };
  const areApart = x.low !== null && y.high !== null && y.low !== null && x.high !== null && (x.low > y.high || y.low > x.high);
  return say(areApart ? 'groupsWeightedClear' : 'groupsWeightedUncertain', params);
}

/** @param isClear the interval of the difference leaves out no difference */
function groupSentence(exhibit: ReleasedExhibit, pair: Pair): { readonly sentences: Sentence[]; readonly isClear: boolean } {
  const { row, groups, cells } = largerFirst(pair);
  const [{ label: group1, n: n1 }, { label: group2, n: n2 }] = groups;
  const [x, y] = cells;
  const common = { answer: inSentence(row.label), group1, group2, percent1: x.percent, percent2: y.percent };
  const { estimate, low, high } = proportionDifference(x.count, n1, y.count, n2);
  const kind = exhibit.kind === 'themes' ? 'groupsMention' : 'groups';
  if (low <= 0) return { sentences: [say(`${kind}Uncertain`, { ...common, n1, n2 }), detectable(n1, n2)], isClear: false };
  return {
    sentences: [say(`${kind}Clear`, { ...common, difference: points(estimate), low: points(low), high: points(high) })],
    isClear: true,
  };
}

/** What makes the waves hard to compare. */
export function brokenWaves({ isLinked, broken }: ReadingFacts): Sentence[] {
  return [
    ...(isLinked ? [say('groupsWaveLinked')] : []),
    ...broken.map((what) => say(what === 'wording' ? 'groupsWaveWording' : 'groupsWavePlaces')),
  ];
}

/** The change from the first wave to the last, with its interval. */
function waveSentence(pair: Pair, facts: ReadingFacts): { readonly sentences: Sentence[]; readonly isClear: boolean } {
  const [{ label: wave1, n: n1 }, { label: wave2, n: n2 }] = pair.groups;
  const [x, y] = pair.cells;
  const { estimate, low, high } = proportionDifference(y.count, n2, x.count, n1);
  const isClear = low > 0 || high < 0;
  const params = { answer: inSentence(pair.row.label), wave1, wave2, percent1: x.percent, percent2: y.percent };
  const limits = { difference: points(estimate), low: points(low), high: points(high) };
  const change = isClear
    ? say(estimate > 0 ? 'groupsWaveUp' : 'groupsWaveDown', { ...params, ...limits })
    : say('groupsWaveUncertain', { ...params, ...limits });
  return {
    sentences: [change, ...(isClear ? [] : [detectable(n1, n2)]), ...brokenWaves(facts)],
    isClear,
  };
}

function readPart(exhibit: ReleasedExhibit, facts: ReadingFacts, part: ReadPart, row: string | null) {
  const nothing = { sentences: [], compared: 0, isClear: false };
  const two = part.isOverlapping ? null : sides(groupsOf(exhibit, part), part.kind);
  if (two === null) return nothing;
  const pairs = pairsOf(exhibit, two).filter((pair) => row === null || pair.row.key === row);
  const [widest] = pairs;
  if (widest === undefined) return nothing;
  // Where even the widest is none there is no difference to speak of; that waves are hard to compare is said all the same.
  if (part.kind !== 'waves' && gap(widest, exhibit.weighting !== undefined) === 0) return { ...nothing, compared: pairs.length };
  // Where a share has no limits, how sure the difference is cannot be told either.
  if (widest.cells.some(({ low }) => low === null)) return { ...nothing, sentences: part.kind === 'waves' ? brokenWaves(facts) : [] };
  if (exhibit.weighting !== undefined)
    return { sentences: [weightedSentence(largerFirst(widest))], compared: pairs.length, isClear: false };
  const found = part.kind === 'waves' ? waveSentence(widest, facts) : groupSentence(exhibit, widest);
  return { ...found, compared: pairs.length };
}

/**
 * Where groups differ most, part by part of the columns: the two largest groups, or the first and the last wave. Shares of answers by column only, since
 * others are of other persons.
 * @param row key of the only answer to look at; null for all
 */
export function groupReading(exhibit: ReleasedExhibit, facts: ReadingFacts, row: string | null = null): Sentence[] {
  if (exhibit.unit !== 'percent' || exhibit.percentOf !== undefined) return [];
  const parts = facts.parts.slice(0, mostParts).map((part) => readPart(exhibit, facts, part, row));
  const compared = parts.reduce((sum, part) => sum + part.compared, 0);
  // The widest of several looks clearer than it is.
  const picked = row === null && compared > 1 && parts.some(({ isClear }) => isClear) ? [say('groupsPicked', { count: compared })] : [];
  return [...parts.flatMap(({ sentences }) => sentences), ...picked];
}
