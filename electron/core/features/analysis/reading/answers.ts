import type { Sentence } from '../../../../../shared/contract/analysis.ts';
import type { ExhibitRow, ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';
import { netScore } from '../../../../../shared/statistics/index.ts';
import { inSentence, limitsOf, printedBase, say, shown, type ShownCell } from './say.ts';

interface Answer {
  readonly row: ExhibitRow;
  readonly cell: ShownCell;
}

/** Answers of everybody that are in print, the most common first. */
function byCount({ rows }: ReleasedExhibit): Answer[] {
  return rows
    .flatMap((row) => {
      const cell = shown(row.cells[0]);
      return cell === null ? [] : [{ row, cell }];
    })
    .toSorted((a, b) => b.cell.percent - a.cell.percent || b.cell.count - a.cell.count);
}

/** Whether two answers that nobody can give both of may as well be equally common. */
function mayBeEqual({ cell: first }: Answer, { cell: second }: Answer, n: number, isWeighted: boolean): boolean {
  if (first.low === null || second.high === null) return true;
  if (isWeighted) return second.high >= first.low;
  return first.count + second.count <= n && netScore(first.count, second.count, n).low <= 0;
}

/** The second answer may well be the most common one. */
function closeSecond([first, second]: readonly Answer[], n: number, isWeighted: boolean): Sentence[] {
  if (first === undefined || second === undefined || second.cell.count === 0 || !mayBeEqual(first, second, n, isWeighted)) return [];
  return [say('close', { answer: inSentence(second.row.label), percent: second.cell.percent })];
}

/** The largest share of everybody. */
export function commonest(exhibit: ReleasedExhibit, { isSeveral }: { readonly isSeveral: boolean }): Sentence[] {
  const n = printedBase(exhibit.columns[0]?.base);
  const found = byCount(exhibit);
  const [top] = found;
  if (top === undefined || n === null || top.cell.count === 0) return [];
  const { cell, row } = top;
  const { count, percent } = cell;
  const limits = limitsOf(cell);
  const answer = inSentence(row.label);
  if (exhibit.kind === 'themes') {
    const themes = exhibit.weighting === undefined ? 'interval' : 'intervalWeighted';
    return [
      say('theme', { count, n, theme: row.label }),
      ...(exhibit.unit === 'count' || limits.hasInterval === 'no' ? [] : [say(themes, { percent, ...limits })]),
    ];
  }
  if (exhibit.unit === 'count') return [say('count', { count, n, answer })];
  const share =
    exhibit.weighting === undefined
      ? say('share', { percent, n, answer, ...limits })
      : say('shareWeighted', { percent, count, n, answer, ...limits });
  // Of several answers of the same persons the table does not say how many gave both.
  return [share, ...(isSeveral ? [say('several')] : closeSecond(found, n, exhibit.weighting !== undefined))];
}

/** Percentages across: the group that most of those with the commonest answer are in. */
export function commonestAcross(exhibit: ReleasedExhibit): Sentence[] {
  const rows = exhibit.rows.filter(({ figure }) => figure === undefined);
  const [top] = rows.toSorted((a, b) => (printedBase(b.base) ?? 0) - (printedBase(a.base) ?? 0));
  const n = printedBase(top?.base);
  if (top === undefined || n === null) return [];
  const groups = top.cells.flatMap((own, at) => {
    const cell = at === 0 ? null : shown(own);
    const column = exhibit.columns[at];
    return cell === null || column === undefined || printedBase(column.base) === null ? [] : [{ cell, label: column.label }];
  });
  const [most] = groups.toSorted((a, b) => b.cell.percent - a.cell.percent);
  if (most === undefined) return [];
  return [say('across', { n, answer: inSentence(top.label), group: most.label, percent: most.cell.percent, ...limitsOf(most.cell) })];
}

/** The largest share of the rounds, with the reminder that one person may have several. */
export function commonestOfRounds(exhibit: ReleasedExhibit): Sentence[] {
  const n = printedBase(exhibit.columns[0]?.base);
  const [top] = byCount(exhibit);
  if (top === undefined || n === null) return [];
  return [say('rounds', { count: top.cell.count, n, percent: top.cell.percent, answer: inSentence(top.row.label) })];
}
