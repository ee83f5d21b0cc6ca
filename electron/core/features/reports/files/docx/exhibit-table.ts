import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  TextDirection,
  VerticalAlignTable,
  WidthType,
  type ITableCellBorders,
  type IRunOptions,
  type ITableCellOptions,
} from 'docx';
import type { PrintedCell, PrintedTable } from '../../../../../../shared/report-page/printed-table.ts';
import { DescribedTable } from './described-table.ts';
import type { ColumnPlan } from './exhibit-columns.ts';
import { ink } from './paragraph-styles.ts';
import { styleIds } from './style-ids.ts';
import { words } from './word-text.ts';

const headRule = { style: BorderStyle.SINGLE, size: 6, color: ink.rule, space: 0 } as const;
const spanRule = { style: BorderStyle.SINGLE, size: 4, color: ink.hairline, space: 0 } as const;
/** What is told of a table beside its words. */
export interface About {
  /** What screen readers say of it. */
  readonly description: string;
  /** The column that holds the bases of the rows; null where there is none. */
  readonly bases: number | null;
  /** Of every text: its language where it is not the document's. */
  readonly format: IRunOptions;
}

/** Up to so many rows a table stays on one page. */
const together = 16;
const indentStep = 200;

/** Twentieths of a point: the height of a head whose words stand on end. */
const turnedHeight = { least: 700, most: 2400, perCharacter: 105 } as const;

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];

interface CellText {
  readonly runs: readonly TextRun[];
  readonly alignment?: Alignment;
  readonly style?: string;
  readonly indent?: number;
  readonly keepNext?: boolean;
  /** A second line, under the first. */
  readonly under?: readonly TextRun[];
}

function paragraphOf({ runs, alignment, style, indent, keepNext, under = [] }: CellText): Paragraph {
  return new Paragraph({
    style: style ?? styleIds.tableText,
    ...(keepNext === true ? { keepNext } : {}),
    ...(alignment === undefined ? {} : { alignment }),
    ...(indent === undefined || indent === 0 ? {} : { indent: { left: indent } }),
    children: [...runs, ...under],
  });
}

function cellOf(text: CellText, options: Omit<ITableCellOptions, 'children'> = {}): TableCell {
  return new TableCell({ ...options, children: [paragraphOf(text)] });
}

/** How many columns of the grid each column of the table takes. */
function spansOf(table: PrintedTable, { intervals }: ColumnPlan, { bases }: About): readonly number[] {
  return table.columns.map((_, at) => (intervals === 'beside' && at !== bases ? 2 : 1));
}

function spanOptions(span: number): Pick<ITableCellOptions, 'columnSpan'> {
  return span === 1 ? {} : { columnSpan: span };
}

/** The merged headings of a banner: a thin line joins the columns that a heading is over. */
function headingRows(table: PrintedTable, spans: readonly number[], { format }: About): TableRow[] {
  return table.headings.map((line) => {
    let column = 0;
    const cells = line.map(({ label, span }) => {
      const grid = spans.slice(column, column + span).reduce((total, each) => total + each, 0);
      column += span;
      const borders: ITableCellBorders = label === '' ? {} : { bottom: spanRule };
      return cellOf(
        { runs: words(label, format), alignment: AlignmentType.CENTER, style: styleIds.tableHead },
        { ...spanOptions(grid), borders, verticalAlign: VerticalAlignTable.BOTTOM },
      );
    });
    return new TableRow({ tableHeader: true, cantSplit: true, children: [cellOf({ runs: [], style: styleIds.tableHead }), ...cells] });
  });
}

function headRow(table: PrintedTable, spans: readonly number[], { isHeadTurned }: ColumnPlan, { bases, format }: About): TableRow {
  const options = { borders: { bottom: headRule }, verticalAlign: VerticalAlignTable.BOTTOM } as const;
  const cells = table.columns.map((label, at) =>
    cellOf(
      {
        runs: words(label, at === bases ? { ...format, italics: true } : format),
        alignment: isHeadTurned ? AlignmentType.LEFT : spans[at] === 2 ? AlignmentType.CENTER : AlignmentType.RIGHT,
        style: styleIds.tableHead,
      },
      { ...options, ...spanOptions(spans[at] ?? 1), ...(isHeadTurned ? { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT } : {}) },
    ),
  );
  const longest = Math.max(0, ...table.columns.map(({ length }) => length));
  const height = Math.min(turnedHeight.most, Math.max(turnedHeight.least, longest * turnedHeight.perCharacter));
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    ...(isHeadTurned ? { height: { value: height, rule: HeightRule.EXACT } } : {}),
    children: [cellOf({ runs: words(table.stub, format), style: styleIds.tableHead }, options), ...cells],
  });
}

const quiet = { color: ink.quiet, size: 16 } as const;

function lettersOf({ letters }: PrintedCell): TextRun[] {
  return letters === '' ? [] : [new TextRun({ text: letters, superScript: true })];
}

interface FigurePlace {
  readonly format: IRunOptions;
  readonly span: number;
  readonly isBase: boolean;
  readonly hasIntervalUnder: boolean;
  readonly keepNext: boolean;
}

/** The cells of one figure: alone, with its interval in a column of its own, or with the interval under it. */
function figureCells(cell: PrintedCell, { format, span, isBase, hasIntervalUnder, keepNext }: FigurePlace): TableCell[] {
  const figure = words(cell.text, isBase ? { ...format, italics: true } : format);
  if (span === 2) {
    const interval = cell.interval === '' ? [] : words(cell.interval, quiet);
    return [
      cellOf({ runs: figure, alignment: AlignmentType.RIGHT, keepNext }, { margins: { right: 20 } }),
      cellOf({ runs: [...lettersOf(cell), ...interval], keepNext }, { margins: { left: 40 } }),
    ];
  }
  const under = hasIntervalUnder && cell.interval !== '' ? [new TextRun({ ...quiet, size: 15, text: cell.interval, break: 1 })] : [];
  return [cellOf({ runs: [...figure, ...lettersOf(cell)], under, alignment: AlignmentType.RIGHT, keepNext })];
}

function bodyRows(table: PrintedTable, spans: readonly number[], { intervals }: ColumnPlan, { bases, format }: About): TableRow[] {
  const isShort = table.rows.length <= together;
  return table.rows.map((row, index) => {
    // The first rows stay with the head, the last with the notes; of a short table all of them.
    const keepNext = isShort || index < 1 || index >= table.rows.length - 2;
    const label = cellOf({
      runs: words(row.label, row.isBase ? { ...format, italics: true } : format),
      indent: row.indent * indentStep,
      keepNext,
    });
    const figures = row.cells.flatMap((cell, at) =>
      figureCells(cell, {
        format,
        span: spans[at] ?? 1,
        isBase: row.isBase || at === bases,
        hasIntervalUnder: intervals === 'under',
        keepNext,
      }),
    );
    return new TableRow({ cantSplit: true, children: [label, ...figures] });
  });
}

/** A released table as Word's own: three rules, its head repeated on every page, no row split. */
export function exhibitTable(table: PrintedTable, plan: ColumnPlan, about: About): DescribedTable {
  const spans = spansOf(table, plan, about);
  return new DescribedTable(
    {
      style: styleIds.table,
      layout: TableLayoutType.FIXED,
      width: { size: plan.widths.reduce((total, width) => total + width, 0), type: WidthType.DXA },
      columnWidths: plan.widths,
      tableLook: { firstRow: true, lastRow: false, firstColumn: true, lastColumn: false, noHBand: true, noVBand: true },
      rows: [...headingRows(table, spans, about), headRow(table, spans, plan, about), ...bodyRows(table, spans, plan, about)],
    },
    table.title,
    about.description,
  );
}
