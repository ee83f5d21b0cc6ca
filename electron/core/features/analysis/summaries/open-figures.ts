import { mayShowDerived, type BannerInput, type DerivedFigure, type ProtectedBanner } from '../../../../../shared/disclosure/index.ts';
import type { SummaryFigure } from '../../../../../shared/model/exhibit.ts';
import { inTableOrder } from './table-order.ts';
import type { GateTools } from '../gate-tools.ts';

/** A figure with the score of every row of the table it is made of; null for answers that do not count. */
export interface ScoredFigure {
  readonly figure: SummaryFigure;
  readonly scores: readonly (number | null)[];
}

/** What the gate was asked about a table and what it answered. */
export interface AskedBanner {
  readonly input: BannerInput;
  readonly released: ProtectedBanner;
  /** Column of the table, counted after "Alle", of every column that was asked about; as asked when left out. */
  readonly order?: readonly number[];
}

type Place = Pick<DerivedFigure, 'part' | 'column'>;

/**
 * What print tells of a figure. Beside a mean stand its standard deviation and its limits: they tell the mean of the squares, here with
 * more decimals than they do.
 */
function toldBy({ figure, scores }: ScoredFigure, place: Place): readonly DerivedFigure[] {
  if (figure === 'median') return [{ kind: 'median', ...place, scores, decimals: 1 }];
  if (figure !== 'mean') return [{ kind: 'mean', ...place, scores, decimals: 0 }];
  const squares = scores.map((score) => (score === null ? null : score * score));
  return [
    { kind: 'mean', ...place, scores, decimals: 1 },
    { kind: 'mean', ...place, scores: squares, decimals: 1 },
  ];
}

/**
 * Which figures may stand in which column, "Alle" first: open[figure][column]. Those whose answers are all told always, others where a reader
 * who knows them too cannot work out what is hidden.
 */
export function openFigures(
  { input, released, order }: AskedBanner,
  figures: readonly ScoredFigure[],
  { remember }: GateTools = {},
): readonly (readonly boolean[])[] {
  const places: Place[] = [
    { part: null, column: 'all' },
    ...input.parts.flatMap(({ columnTotals }, part) => columnTotals.map((_, column) => ({ part, column }))),
  ];
  const told = figures.flatMap((figure) => places.map((place) => toldBy(figure, place)));
  const workOut = (): readonly boolean[] => mayShowDerived(input, released, told.flat());
  const open = remember === undefined ? workOut() : remember(JSON.stringify(['derived', input, released.rule, told]), workOut);
  const ends = told.map((_, at) => told.slice(0, at + 1).reduce((sum, { length }) => sum + length, 0));
  const mayStand = told.map((own, at) => {
    const end = ends[at] ?? 0;
    return open.slice(end - own.length, end).every((is) => is);
  });
  return figures.map((_, figure) => {
    const [all = false, ...asked] = mayStand.slice(figure * places.length, (figure + 1) * places.length);
    return inTableOrder(all, asked, order);
  });
}
