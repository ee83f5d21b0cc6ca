import type { Weighting } from '../../../../../shared/contract/analysis-weights.ts';
import {
  designEffect,
  rake,
  weightObstacles,
  type RakedGroup,
  type WeightFailure,
  type WeightObstacle,
} from '../../../../../shared/statistics/index.ts';
import type { ColumnSource } from '../../../analysis/stored-answers.ts';
import { sampleMargin, type SampledMargin } from './margins.ts';

/** Persons who are alike on every margin, and their weight; weights average 1. */
export interface Stratum {
  readonly weight: number;
  /** By margin, the place in its counts. */
  readonly categories: readonly number[];
  readonly persons: number;
}

/** One reason why weights may not be used. Places are those of the margins and of their counts. */
export type Obstacle =
  | Exclude<WeightObstacle, { readonly because: 'small-cell' | 'no-weights' }>
  | { readonly because: 'small-cell' | 'empty-category'; readonly margin: number; readonly category: number }
  | { readonly because: Exclude<WeightFailure, 'empty-category'>; readonly margin: number | null; readonly category: number | null }
  | { readonly because: 'unknown' | 'gone' };

/** The weights of everybody who took part, and everything against using them. */
export interface SampleWeights {
  readonly margins: readonly SampledMargin[];
  /** By unit its place in `strata`. */
  readonly strataOf: Int32Array;
  /** The last one is of those whose answers to the margins are not known: they count as one person each. */
  readonly strata: readonly Stratum[];
  /** Persons known on every margin. */
  readonly known: number;
  readonly obstacles: readonly Obstacle[];
  /** Kish's; null where there are no weights. */
  readonly designEffect: number | null;
}

/** More than this share of the persons not known on the margins closes the gate, as it blocks a test (analysis.md 1.7). */
const mostUnknown = 0.3;

/** Groups of persons who are alike on the margins, in the order they are met. */
function groupUnits(margins: readonly SampledMargin[], units: number): { groups: RakedGroup[]; strataOf: Int32Array } {
  const places = new Map<string, number>();
  const groups: { categories: number[]; respondents: number }[] = [];
  const strataOf = Int32Array.from({ length: units }, (_, unit) => {
    const categories = margins.map((margin) => margin.places[unit] ?? -1);
    if (categories.some((category) => category < 0)) return -1;
    const key = categories.join(' ');
    const place = places.get(key) ?? groups.push({ categories, respondents: 0 }) - 1;
    places.set(key, place);
    const group = groups[place];
    if (group !== undefined) group.respondents += 1;
    return place;
  });
  return { groups, strataOf: strataOf.map((place) => (place === -1 ? groups.length : place)) };
}

/** Persons by line of each margin, in one list; and which margin and line each number is of. */
function cellsOf(margins: readonly SampledMargin[], groups: readonly RakedGroup[]) {
  const cells = margins.flatMap(({ margin }, at) => margin.counts.map((_, category) => ({ margin: at, category })));
  const counts = cells.map(({ margin, category }) =>
    groups.reduce((sum, { categories, respondents }) => sum + (categories[margin] === category ? respondents : 0), 0),
  );
  return { cells, counts };
}

/** A line with few persons, or with nobody although the frame has some. */
function smallCell(margins: readonly SampledMargin[], cell: { margin: number; category: number } | undefined, persons: number): Obstacle[] {
  if (cell === undefined) return [];
  const frame = margins[cell.margin]?.margin.counts[cell.category]?.count ?? 0;
  return [{ because: persons === 0 && frame > 0 ? 'empty-category' : 'small-cell', ...cell }];
}

/** Margins that somebody answered in a way the frame has no number for, or none. */
function outsideFrame(margins: readonly SampledMargin[]): Obstacle[] {
  return margins.flatMap(({ margin, places }, at): Obstacle[] => {
    const isOutside = places.some((place) => place >= 0 && (margin.counts[place]?.count ?? 0) === 0);
    return isOutside ? [{ because: 'category-outside-frame', margin: at, category: null }] : [];
  });
}

/** Weighs everybody who took part to the margins (raking; with one margin post-stratification), and asks the gate. */
export function weighSample(source: ColumnSource, { source: counted, countedOn, margins: wanted }: Weighting): SampleWeights {
  const margins = wanted.map((margin) => sampleMargin(source, margin)).filter((margin) => margin !== null);
  const { count } = source.units;
  const { groups, strataOf } = groupUnits(margins, count);
  const known = groups.reduce((sum, { respondents }) => sum + respondents, 0);
  // One more category for answers the frame has no number for: nobody may be in it.
  const raked = rake(
    groups,
    margins.map(({ margin }) => [...margin.counts.map((line) => line.count), 0]),
  );
  const weights = raked.ok ? raked.weights : groups.map(() => 1);
  const sum = groups.reduce((total, { respondents }, at) => total + respondents * (weights[at] ?? 0), 0);
  const strata = groups.map(({ categories, respondents }, at) => ({
    weight: sum > 0 ? ((weights[at] ?? 0) * known) / sum : 0,
    categories,
    persons: respondents,
  }));
  const { cells, counts } = cellsOf(margins, groups);
  const weighted = strata.map(({ weight, persons }) => ({ weight, respondents: persons }));
  const found = weightObstacles({ source: counted, date: countedOn, cells: counts, weights: raked.ok ? weighted : null });
  const outside = margins.map(({ margin }) => margin.counts.length);
  return {
    margins,
    strataOf,
    strata: [...strata, { weight: 1, categories: outside.map((place) => place + 1), persons: count - known }],
    known,
    obstacles: [
      ...(margins.length < wanted.length ? [{ because: 'gone' } as const] : []),
      ...found.flatMap((obstacle): Obstacle[] => {
        if (obstacle.because === 'no-weights') return [];
        return obstacle.because === 'small-cell' ? smallCell(margins, cells[obstacle.cell], counts[obstacle.cell] ?? 0) : [obstacle];
      }),
      ...outsideFrame(margins),
      // What is wrong with single lines has been said of each of them.
      ...(raked.ok || raked.because === 'empty-category' || raked.because === 'category-outside-frame'
        ? []
        : [{ because: raked.because, margin: raked.variable, category: raked.category }]),
      ...(count > 0 && (count - known) / count > mostUnknown ? [{ because: 'unknown' } as const] : []),
    ],
    designEffect: raked.ok ? designEffect(weighted) : null,
  };
}

/** Whether every group has so many that figures of the weights tell of nobody. */
export function mayTellWeights({ obstacles }: SampleWeights): boolean {
  return obstacles.every(({ because }) => !['small-cell', 'empty-category', 'category-outside-frame', 'gone'].includes(because));
}
