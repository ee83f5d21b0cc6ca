import type { ExhibitRow, ReleasedExhibit } from '../../../shared/model/exhibit.ts';

/** Breaks ties between whole percentages by persons; less than a point however many they are. */
const perPerson = 1e-9;

/** What a row is sorted by: the released figure in its first column, else after all the others. Hidden figures have no place among the shown. */
function sizeOf({ cells: [cell] }: ExhibitRow): number {
  if (cell?.state === 'shown') return cell.percent + perPerson * cell.count;
  return cell?.state === 'figure' ? cell.value : Number.NEGATIVE_INFINITY;
}

/** Shares at the good end of a scale minus those at the other end, in points; −∞ when any of them is hidden. */
function netOf(row: ExhibitRow, { scale }: ReleasedExhibit): number {
  if (scale === null || scale.kind !== 'diverging') return Number.NEGATIVE_INFINITY;
  const middle = scale.neutralIndex ?? (row.cells.length - 1) / 2;
  const good = scale.welcomeEnd === 'low' ? -1 : 1;
  return row.cells.reduce((sum, cell, at) => {
    if (at === middle) return sum;
    return cell.state === 'shown' ? sum + Math.sign(at - middle) * good * cell.percent : Number.NEGATIVE_INFINITY;
  }, 0);
}

/** Sorts by a key, greatest first; equals keep their order. */
function sorted(rows: readonly ExhibitRow[], keyOf: (row: ExhibitRow) => number): number[] {
  const keys = rows.map(keyOf);
  return rows
    .map((_, at) => at)
    .toSorted((a, b) => {
      const [first = 0, second = 0] = [keys[a], keys[b]];
      return first === second ? a - b : second > first ? 1 : -1;
    });
}

/**
 * The exhibit with its rows in another order, made of released figures only. Rows of figures stay under the answers; themes under others stay where they
 * are, because their place is their meaning. A scale goes with its answers.
 */
export function orderRows(exhibit: ReleasedExhibit, order: 'given' | 'size' | 'net'): ReleasedExhibit {
  if (order === 'given' || exhibit.rows.some(({ indent = 0 }) => indent > 0)) return exhibit;
  const answers = exhibit.rows.filter(({ figure }) => exhibit.kind === 'summary' || figure === undefined);
  const figures = exhibit.rows.filter((row) => !answers.includes(row));
  const keyOf = order === 'net' && exhibit.kind === 'likert' ? (row: ExhibitRow) => netOf(row, exhibit) : sizeOf;
  const places = sorted(answers, keyOf);
  const { scale } = exhibit;
  // The labels of a scale stand beside the rows where those are answers.
  const isBesideRows = scale !== null && exhibit.kind !== 'likert' && exhibit.kind !== 'summary';
  return {
    ...exhibit,
    rows: [...places.flatMap((at) => answers[at] ?? []), ...figures],
    scale: isBesideRows ? null : scale,
  };
}
