import type { Sentence } from '../../../../../shared/contract/analysis.ts';
import type { ExhibitRow, ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';
import { percentOf, wilson } from '../../../../../shared/statistics/index.ts';
import type { ReadingFacts } from './facts.ts';
import { inSentence, limitsOf, points, printedBase, say, shown } from './say.ts';

/** Answers at the welcome end that count as agreement: two of five and more, else one. */
function endSize({ columns }: ReleasedExhibit): number {
  return columns.length >= 5 ? 2 : 1;
}

function welcomeEnd<T>(exhibit: ReleasedExhibit, all: readonly T[]): readonly T[] {
  return exhibit.scale?.welcomeEnd === 'low' ? all.slice(0, endSize(exhibit)) : all.slice(-endSize(exhibit));
}

/** The answers at the welcome end, summed over released counts. */
function welcomeShare(exhibit: ReleasedExhibit, row: ExhibitRow): { readonly count: number; readonly n: number } | null {
  const n = printedBase(row.base);
  const counts = welcomeEnd(exhibit, row.cells).map((cell) => shown(cell)?.count ?? null);
  if (n === null || exhibit.columns.length < 3 || counts.some((count) => count === null)) return null;
  return { count: counts.reduce<number>((sum, count) => sum + (count ?? 0), 0), n };
}

/** The items that most and fewest answer well, and whether the order of those two is sure. */
function extremes(exhibit: ReleasedExhibit, { frameOfRow }: Pick<ReadingFacts, 'frameOfRow'>): Sentence[] {
  const items = exhibit.rows
    .flatMap((row) => {
      const share = welcomeShare(exhibit, row);
      // Where the answers have no limits, too many of those asked gave none, and their sum has none either.
      const isSure = row.cells.every((cell) => shown(cell)?.low !== null);
      const frame = frameOfRow.get(row.key);
      const option = frame === undefined || frame < (share?.n ?? 0) ? {} : { frame };
      return share === null ? [] : [{ row, ...share, interval: isSure ? wilson(share.count, share.n, option) : null }];
    })
    .toSorted((a, b) => b.count / b.n - a.count / a.n);
  const [answer = '', other = ''] = welcomeEnd(exhibit, exhibit.columns).map(({ label }) => inSentence(label));
  const describe = (id: string, { row, count, n, interval }: (typeof items)[number]): Sentence =>
    say(id, {
      item: inSentence(row.label),
      answer,
      other,
      hasOther: other === '' ? 'no' : 'yes',
      count,
      n,
      percent: percentOf(count, n),
      ...limitsOf(interval === null ? { low: null, high: null } : { low: points(interval.low), high: points(interval.high) }),
    });
  const [best, worst] = [items[0], items.at(-1)];
  if (best === undefined || worst === undefined) return [];
  if (best === worst) return [describe('best', best)];
  const isClose = best.interval !== null && worst.interval !== null && best.interval.low <= worst.interval.high;
  return [describe('best', best), describe('worst', worst), ...(isClose ? [say('itemsClose')] : [])];
}

/** The most common single answer of all items; for scales without a good end, and weighted ones, whose sums are not in print. */
function commonestOfItems(exhibit: ReleasedExhibit): Sentence[] {
  const cells = exhibit.rows.flatMap((row) =>
    row.cells.flatMap((own, at) => {
      const cell = shown(own);
      const column = exhibit.columns[at];
      return cell === null || column === undefined ? [] : [{ row, cell, answer: column.label }];
    }),
  );
  const [top] = cells.toSorted((a, b) => b.cell.percent - a.cell.percent);
  if (top === undefined) return [];
  return [
    say('item', { item: inSentence(top.row.label), answer: inSentence(top.answer), percent: top.cell.percent, ...limitsOf(top.cell) }),
  ];
}

/** What stands out in a battery. */
export function batteryReading(exhibit: ReleasedExhibit, facts: Pick<ReadingFacts, 'frameOfRow'>): Sentence[] {
  const hasGoodEnd = exhibit.scale?.welcomeEnd != null && exhibit.weighting === undefined;
  const found = hasGoodEnd ? extremes(exhibit, facts) : [];
  return found.length > 0 ? found : commonestOfItems(exhibit);
}
