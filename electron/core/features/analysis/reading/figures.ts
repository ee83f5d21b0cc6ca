import type { Sentence } from '../../../../../shared/contract/analysis.ts';
import type { ExhibitRow, ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';
import type { ReadingFacts } from './facts.ts';
import { brokenWaves, nameOf } from './groups.ts';
import { figured, inSentence, limitsOf, printedBase, say, type FigureCell } from './say.ts';

interface Line {
  readonly row: ExhibitRow;
  readonly cell: FigureCell;
}

function lines({ rows }: ReleasedExhibit, at = 0): Line[] {
  return rows.flatMap((row) => {
    const cell = figured(row.cells[at]);
    return cell === null || row.figure === undefined ? [] : [{ row, cell }];
  });
}

/** Whether two figures are apart for sure; not where one has no interval. */
function areApart(a: FigureCell, b: FigureCell): boolean {
  if (a.low === null || a.high === null || b.low === null || b.high === null) return false;
  return a.low > b.high || b.low > a.high;
}

/** The highest and the lowest item. */
function extremes(exhibit: ReleasedExhibit): Sentence[] {
  const found = lines(exhibit).toSorted((a, b) => b.cell.value - a.cell.value);
  const [high, low] = [found[0], found.at(-1)];
  if (high === undefined || low === undefined) return [];
  const describe = (id: string, { row, cell }: Line): Sentence =>
    say(id, { figure: row.figure ?? '', item: inSentence(row.label), value: cell.value, ...limitsOf(cell) });
  if (high === low) return [describe('figureOne', high)];
  return [describe('figureHigh', high), describe('figureLow', low), ...(areApart(high.cell, low.cell) ? [] : [say('itemsClose')])];
}

/** Of the two largest groups, or the first and the last wave, the item in which they are furthest apart. */
function groups(exhibit: ReleasedExhibit, facts: ReadingFacts): Sentence[] {
  return facts.parts.flatMap(({ columns, kind, isOverlapping }) => {
    const known = exhibit.columns.flatMap((column, at) => {
      const n = printedBase(column.base);
      return n !== null && columns.includes(column.key) ? [{ label: nameOf(column), n, at }] : [];
    });
    const [a, b] = kind === 'waves' ? [known[0], known.at(-1)] : known.toSorted((x, y) => y.n - x.n);
    if (a === undefined || b === undefined || a === b || isOverlapping) return [];
    const [widest] = exhibit.rows
      .flatMap((row) => {
        const [x, y] = [figured(row.cells[a.at]), figured(row.cells[b.at])];
        return x === null || y === null || row.figure === undefined ? [] : [{ row, x, y }];
      })
      .toSorted((p, q) => Math.abs(q.x.value - q.y.value) - Math.abs(p.x.value - p.y.value));
    if (widest === undefined) return [];
    const { row, x, y } = widest;
    const params = {
      figure: row.figure ?? '',
      item: inSentence(row.label),
      group1: a.label,
      group2: b.label,
      value1: x.value,
      value2: y.value,
    };
    return [say(areApart(x, y) ? 'groupsFigureClear' : 'groupsFigureUncertain', params), ...(kind === 'waves' ? brokenWaves(facts) : [])];
  });
}

/** What stands out in a summary: means, net scores, an index. */
export function summaryReading(exhibit: ReleasedExhibit, facts: ReadingFacts): Sentence[] {
  return [...extremes(exhibit), ...groups(exhibit, facts)];
}

/** The figures under the answers, of everybody. */
export function figureReading(exhibit: ReleasedExhibit): Sentence[] {
  return lines(exhibit)
    .slice(0, 2)
    .map(({ row, cell }) => say('figureAll', { figure: row.figure ?? '', value: cell.value, ...limitsOf(cell) }));
}
