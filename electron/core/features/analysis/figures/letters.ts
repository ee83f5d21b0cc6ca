import type { LetterChoice } from '../../../../../shared/contract/exhibit-definition.ts';
import type { ExhibitColumn, ExhibitRow, ReleasedCell, SummaryFigure } from '../../../../../shared/model/exhibit.ts';
import { columnLetters, columnNames, letterCells, type LetterRow } from '../../../../../shared/statistics/index.ts';
import type { GatedTable } from '../gate.ts';
import type { RawTable } from '../raw-table.ts';
import { countOf, type Distribution } from '../summaries/distribution.ts';
import type { ScaleEnds } from '../summaries/figure-cell.ts';
import { isTooThin } from '../sure-intervals.ts';
import { fewestCompared, notCompared } from './compared.ts';

/** Columns and rows of an exhibit in the making, empty columns still among them. */
export interface Lettered {
  readonly columns: readonly ExhibitColumn[];
  readonly rows: readonly ExhibitRow[];
}

/** By column the part within which it is compared; −1 for those that are compared with none. */
function blocksOf(raw: RawTable, { emptyColumns }: GatedTable): number[] {
  return raw.columns.map(({ part }, at) => {
    const own = part === undefined ? undefined : raw.parts[part];
    return part === undefined || own === undefined || emptyColumns.has(at) || notCompared(raw, own) !== null ? -1 : part;
  });
}

function isOpen(cell: ReleasedCell | undefined): boolean {
  return cell?.state === 'shown' || cell?.state === 'figure';
}

/** A row of answers: persons by column. */
function shareRow(raw: RawTable, row: number, cells: readonly ReleasedCell[]): LetterRow {
  const starts = raw.tables.map((_, at) => raw.tables.slice(0, at).reduce((sum, { columnTotals }) => sum + columnTotals.length, 1));
  const counts = raw.columns.map(() => 0);
  const bases = raw.columns.map(() => 0);
  for (const [part, table] of raw.tables.entries()) {
    for (const [at, total] of table.columnTotals.entries()) {
      counts[(starts[part] ?? 1) + at] = table.counts[row]?.[at] ?? 0;
      bases[(starts[part] ?? 1) + at] = total;
    }
  }
  return { kind: 'share', counts, bases, hidden: cells.map((cell) => !isOpen(cell)) };
}

/** Mean and deviation of numbers that persons have; a net score is the mean of 1, 0 and −1. */
function meanOf(values: readonly number[], counts: readonly number[], n: number): { mean: number; deviation: number } {
  const mean = n === 0 ? 0 : values.reduce((sum, value, at) => sum + value * (counts[at] ?? 0), 0) / n;
  const squares = values.reduce((sum, value, at) => sum + (counts[at] ?? 0) * (value - mean) ** 2, 0);
  return { mean, deviation: n < 2 ? 0 : Math.sqrt(squares / (n - 1)) };
}

/** A row of figures; null where columns are not compared by it (medians). */
function figureRow(
  figure: SummaryFigure,
  columns: readonly Distribution[],
  ends: ScaleEnds | null,
  cells: readonly ReleasedCell[],
): LetterRow | null {
  const common = { bases: columns.map(({ n }) => n), hidden: cells.map((cell) => !isOpen(cell)) };
  if (figure === 'median') return null;
  if (figure === 'top2' || figure === 'bottom2') {
    const wanted = figure === 'top2' ? ends?.best : ends?.worst;
    return wanted === undefined ? null : { kind: 'share', counts: columns.map((found) => countOf(found, wanted)), ...common };
  }
  if (figure === 'net' && ends === null) return null;
  const scored = (score: number): number =>
    figure !== 'net' ? score : ends?.best.includes(score) ? 1 : ends?.worst.includes(score) ? -1 : 0;
  const found = columns.map(({ scores, counts, n }) => meanOf(scores.map(scored), counts, n));
  return { kind: 'mean', means: found.map(({ mean }) => mean), deviations: found.map(({ deviation }) => deviation), ...common };
}

/** What each row of the exhibit compares, or null; in the order of the rows. */
function letterRows(raw: RawTable, rows: readonly ExhibitRow[]): (LetterRow | null)[] {
  const { summary, figures } = raw;
  return rows.map((row, at) => {
    const item = summary?.items[at];
    if (isTooThin(raw, row.key)) return null;
    if (item !== undefined && summary !== undefined) return figureRow(summary.figure, item.columns, item.ends, row.cells);
    if (row.figure === undefined) return shareRow(raw, at, row.cells);
    return figures === null ? null : figureRow(row.figure, figures.columns, figures.ends, row.cells);
  });
}

/**
 * Names the columns with letters and marks, in each row, the cells whose share or mean is surely larger than another column's, within each part of the
 * banner (analysis.md 2.3). Nothing is tested, and no letter stands, where a cell is hidden or a base is under ten.
 */
export function withLetters(raw: RawTable, gated: GatedTable, exhibit: Lettered, { adjust, family, levels }: LetterChoice): Lettered {
  const blocks = blocksOf(raw, gated);
  const rows = letterRows(raw, exhibit.rows);
  const tested = rows.flatMap((row, at) => (row === null ? [] : [{ row, at }]));
  const marks = columnLetters(
    tested.map(({ row }) => row),
    blocks,
    { adjust, family, alpha: 0.05, ...(levels === 'two' ? { strictAlpha: 0.01 } : {}), minimumBase: fewestCompared },
  );
  const cells = letterCells(marks, blocks, tested.length);
  const names = columnNames(blocks);
  const lettersOf = new Map(tested.map(({ at }, place) => [at, cells[place] ?? []]));
  return {
    columns: exhibit.columns.map((column, at) => (names[at] === '' || names[at] === undefined ? column : { ...column, letter: names[at] })),
    rows: exhibit.rows.map((row, at) => ({
      ...row,
      cells: row.cells.map((cell, column): ReleasedCell => {
        const letters = lettersOf.get(at)?.[column] ?? '';
        return letters === '' || (cell.state !== 'shown' && cell.state !== 'figure') ? cell : { ...cell, letters };
      }),
    })),
  };
}
