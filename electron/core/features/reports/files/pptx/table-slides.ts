import { cellText, type PrintedTable } from '../../../../../../shared/report-page/index.ts';
import type { DocumentPart } from '../../../../../../shared/contract/reports-document.ts';
import { lineHeight, places, type Ruler } from './measures.ts';
import { inks, type TextLine, type TextRun } from './slide-xml.ts';
import { cellPadding, type SlideCell, type SlideRow } from './table-xml.ts';

type OwnTable = Extract<DocumentPart, { kind: 'table' }>;

/** One slide's piece of a table. */
export interface TablePiece {
  readonly widths: readonly number[];
  readonly rows: readonly SlideRow[];
}

const sizes = [14, 13, 12, 11, 10] as const;
const leastStub = 210;
const widestColumn = 130;
const longestHead = 110;

interface Fit {
  readonly size: number;
  readonly hasIntervals: boolean;
  readonly columnWidth: number;
  /** Columns on one slide. */
  readonly columns: number;
}

/** The largest letters with which all columns stand beside each other; without intervals where there is no room for them; else on several slides. */
function fitOf(table: PrintedTable, ruler: Ruler): Fit {
  const room = places.exhibit.w - leastStub;
  const count = table.columns.length;
  const words = table.columns.flatMap((label) => label.split(/\s+/u));
  const widest = (size: number, hasIntervals: boolean): number =>
    2 * cellPadding.side +
    4 +
    Math.max(
      ...table.rows.flatMap(({ cells }) => cells.map((cell) => ruler.widthOf(hasIntervals ? cellText(cell) : plain(cell), size))),
      ruler.widthOf('00 (00)', size),
      // Heads are not cut within a word, unless it is a very long one.
      ...words.map((word) => Math.min(longestHead, ruler.widthOf(word, size) * 1.08)),
    );
  for (const hasIntervals of [true, false]) {
    for (const size of sizes) {
      const needed = widest(size, hasIntervals);
      if (needed * count <= room) {
        return { size, hasIntervals, columns: count, columnWidth: Math.max(needed, Math.min(widestColumn, room / count)) };
      }
    }
  }
  const needed = widest(11, false);
  const slides = Math.ceil(count / Math.max(1, Math.floor(room / needed)));
  const columns = Math.ceil(count / slides);
  const columnWidth = Math.min(widestColumn, room / columns);
  // On several slides there may be room for intervals again.
  return { size: 11, hasIntervals: widest(11, true) <= columnWidth, columns, columnWidth };
}

function plain({ text, letters }: PrintedTable['rows'][number]['cells'][number]): string {
  return letters === '' ? text : `${text} ${letters}`;
}

/** Points of an indent in a table. */
const step = 12;

function cellOf(text: string, run: Omit<TextRun, 'text'>, line: Omit<TextLine, 'runs'> = {}): SlideCell {
  return { lines: text.split('\n').map((part) => ({ ...line, runs: part === '' ? [] : [{ text: part, isHeading: true, ...run }] })) };
}

function heightOf(texts: readonly { readonly text: string; readonly width: number }[], size: number, ruler: Ruler): number {
  const lines = texts.map(({ text, width }) =>
    text.split('\n').reduce((sum, part) => sum + ruler.linesOf(part, Math.max(20, width - 2 * cellPadding.side), size).length, 0),
  );
  return Math.max(1, ...lines) * size * lineHeight + 2 * cellPadding.top;
}

/** How the rows of one table are set. */
interface Setting {
  readonly widths: readonly number[];
  readonly size: number;
  readonly ruler: Ruler;
  readonly align: (column: number) => 'l' | 'r';
}

/** A row of texts, as high as the tallest of them; the indent is the first cell's. */
function rowIn(
  { widths, size, ruler, align }: Setting,
  texts: readonly string[],
  look: Omit<TextRun, 'text' | 'size'> = {},
  { indent = 0, ...more }: Omit<SlideRow, 'cells' | 'height'> & { readonly indent?: number } = {},
): SlideRow {
  const wide = texts.map((text, at) => ({ text, width: (widths[at] ?? 0) - (at === 0 ? indent * step : 0) }));
  return {
    ...more,
    height: heightOf(wide, size, ruler),
    cells: texts.map((text, at) => cellOf(text, { size, ...look }, { align: align(at), ...(at === 0 ? { indent: indent * step } : {}) })),
  };
}

/** Rows on as few slides as they need, each time under the head and over the foot. */
function onSlides(head: readonly SlideRow[], rows: readonly SlideRow[], foot: readonly SlideRow[]): SlideRow[][] {
  const fixed = [...head, ...foot].reduce((sum, { height }) => sum + height, 0);
  const room = Math.max(60, places.exhibit.h - fixed);
  const slides: SlideRow[][] = [];
  let left = 0;
  for (const row of rows) {
    if (slides.length === 0 || row.height > left) {
      slides.push([]);
      left = room;
    }
    slides.at(-1)?.push(row);
    left -= row.height;
  }
  return (slides.length === 0 ? [[]] : slides).map((piece) => closed([...head, ...piece, ...foot]));
}

/** The table's last rule. */
function closed(rows: readonly SlideRow[]): SlideRow[] {
  return rows.map((row, at) => (at === rows.length - 1 ? { ...row, rule: 'strong' } : row));
}

/** Headings of the columns from one place to another; neighbours under the same heading share it. */
function headingRows(table: PrintedTable, from: number, to: number, fit: Fit, ruler: Ruler): SlideRow[] {
  return table.headings.map((line) => {
    const labels = line.flatMap(({ label, span }, at) => Array.from({ length: span }, () => ({ label, at }))).slice(from, to);
    const cells: { label: string; at: number; span: number }[] = [];
    for (const { label, at } of labels) {
      const last = cells.at(-1);
      if (last !== undefined && last.at === at) last.span += 1;
      else cells.push({ label, at, span: 1 });
    }
    return {
      isHead: true,
      height: heightOf(
        cells.map(({ label, span }) => ({ text: label, width: span * fit.columnWidth })),
        fit.size,
        ruler,
      ),
      cells: [
        cellOf('', {}),
        ...cells.map(({ label, span }) => ({ ...cellOf(label, { size: fit.size, isBold: true }, { align: 'ctr' }), span })),
      ],
    };
  });
}

function piecesOf(table: PrintedTable, from: number, fit: Fit, ruler: Ruler): TablePiece[] {
  const to = Math.min(table.columns.length, from + fit.columns);
  const labels = table.columns.slice(from, to);
  const stub = places.exhibit.w - labels.length * fit.columnWidth;
  const widths = [stub, ...labels.map(() => fit.columnWidth)];
  const setting: Setting = { widths, size: fit.size, ruler, align: (at) => (at === 0 ? 'l' : 'r') };
  const textsOf = ({ label, cells }: PrintedTable['rows'][number]): string[] => [
    label,
    ...cells.slice(from, to).map((cell) => (fit.hasIntervals ? cellText(cell) : plain(cell))),
  ];
  const head = [
    ...headingRows(table, from, to, fit, ruler),
    rowIn(setting, [table.stub, ...labels], { isBold: true }, { isHead: true, rule: 'thin' }),
  ];
  const rows = table.rows.filter(({ isBase }) => !isBase).map((row) => rowIn(setting, textsOf(row), {}, { indent: row.indent }));
  // No share without its base, on any of the slides.
  const foot = table.rows.filter(({ isBase }) => isBase).map((row) => rowIn(setting, textsOf(row), { isItalic: true, colour: inks.quiet }));
  return onSlides(head, rows, foot).map((piece) => ({ widths, rows: piece }));
}

/** The table of an exhibit on as many slides as it needs: columns first, then rows; head and base on each of them. */
export function exhibitPieces(table: PrintedTable, ruler: Ruler): TablePiece[] {
  const fit = fitOf(table, ruler);
  const starts = Array.from({ length: Math.ceil(table.columns.length / fit.columns) }, (_, at) => at * fit.columns);
  return starts.flatMap((from) => piecesOf(table, from, fit, ruler));
}

/** Cells that are taller than a slide go on in a row under it. */
function cutCells(cells: readonly string[], widths: readonly number[], size: number, ruler: Ruler): string[][] {
  const most = Math.max(1, Math.floor((places.exhibit.h * 0.7) / (size * lineHeight)));
  const lines = cells.map((cell, at) =>
    cell.split('\n').flatMap((part) => [...ruler.linesOf(part, Math.max(20, (widths[at] ?? 0) - 2 * cellPadding.side), size)]),
  );
  const count = Math.max(1, ...lines.map((each) => Math.ceil(each.length / most)));
  if (count === 1) return [[...cells]];
  return Array.from({ length: count }, (_, at) => lines.map((each) => each.slice(at * most, (at + 1) * most).join(' ')));
}

/** A table of words on as many slides as it needs. */
export function ownPieces({ columns, rows }: OwnTable, ruler: Ruler): TablePiece[] {
  const widths = columns.map(({ share }) => (share / 100) * places.exhibit.w);
  const size = rows.length > 12 || columns.length > 5 ? 12 : 14;
  const setting: Setting = { widths, size, ruler, align: (at) => (columns[at]?.isNumber === true ? 'r' : 'l') };
  const head = [
    rowIn(
      setting,
      columns.map(({ label }) => label),
      { isBold: true },
      { isHead: true, rule: 'thin' },
    ),
  ];
  const body = rows.flatMap(({ cells, isGroup, indent }): SlideRow[] => {
    if (!isGroup) return cutCells(cells, widths, size, ruler).map((piece) => rowIn(setting, piece, {}, { indent }));
    const text = cells.filter((cell) => cell !== '').join(' ');
    const cell = cellOf(text, { size, isBold: true });
    return [{ height: heightOf([{ text, width: places.exhibit.w }], size, ruler), cells: [{ ...cell, span: columns.length }] }];
  });
  return onSlides(head, body, []).map((piece) => ({ widths, rows: piece }));
}
