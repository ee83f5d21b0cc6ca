import { textWidth } from '../../../../../../shared/charts/layout.ts';
import type { ReportFont } from '../../../../../../shared/contract/reports-style.ts';
import type { PrintedTable } from '../../../../../../shared/report-page/printed-table.ts';
import { fontMeasure } from './font-measures.ts';

/** Twentieths of a point in a px at 96 dots per inch. */
const twips = 15;
const figure = { size: 12.67, weight: 400 } as const;
const small = { size: 10.67, weight: 400 } as const;
const head = { size: 12.67, weight: 600 } as const;
/** Room left and right of a cell's text together. */
const padding = 130;
/** No word of a heading asks for more than this; longer ones are broken. */
const longestWord = 2200;
const least = { figure: 480, interval: 420, stub: 2300 } as const;

/** How the figures of a table stand: intervals in columns of their own, under their figures, or none. */
type IntervalPlace = 'beside' | 'under' | 'none';

export interface ColumnPlan {
  readonly intervals: IntervalPlace;
  /** The words over the columns stand on end: lying they are wider than their columns. */
  readonly isHeadTurned: boolean;
  readonly isLandscape: boolean;
  /** Twentieths of a point: the stub, then each column's figure and, where they stand beside, its interval. They make the width of the text. */
  readonly widths: readonly number[];
}

/** The font may not be there, and a wider one is taken. */
const room = 1.05;

type Measure = (text: string, style: typeof figure | typeof small | typeof head) => number;

function measureIn(font: ReportFont): Measure {
  return (text, style) => Math.ceil(textWidth(text, style) * twips * fontMeasure(font).width * room);
}

/** What one column needs: for its figures, its intervals, and the longest word over it. */
interface Need {
  readonly figure: number;
  readonly interval: number;
  readonly word: number;
}

function needsOf(table: PrintedTable, bases: number | null, wide: Measure): Need[] {
  const hasIntervals = table.rows.some((row) => row.cells.some(({ interval }) => interval !== ''));
  return table.columns.map((label, at) => {
    const cells = table.rows.flatMap((row) => row.cells[at] ?? []);
    const letters = cells.map((cell) => wide(cell.letters, small));
    const figures = cells.map((cell) => wide(cell.text, figure));
    const intervals = cells.filter(({ interval }) => interval !== '').map((cell) => wide(cell.interval, small));
    const words = label.split(/[\s\u00A0-]+/u).map((word) => Math.min(longestWord, wide(word, head)));
    return {
      figure: Math.max(least.figure, Math.max(0, ...figures) + Math.max(0, ...letters) / 2 + padding),
      interval: !hasIntervals || at === bases ? 0 : Math.max(least.interval, ...intervals) + Math.max(0, ...letters) + padding,
      word: Math.max(0, ...words) + padding,
    };
  });
}

function columnWidths(needs: readonly Need[], intervals: IntervalPlace): number[] {
  return needs.flatMap(({ figure: value, interval, word }) => {
    if (intervals !== 'beside') return [Math.max(value, intervals === 'under' ? interval : 0, word)];
    if (interval === 0) return [Math.max(value, word)];
    // A heading stands over both, and both grow alike.
    const more = Math.max(0, word - value - interval) / 2;
    return [value + more, interval + more];
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Nothing is easier to read for standing further apart than this. */
const widestColumn = 2400;

/** Whole numbers that make the width: columns grow alike while the stub keeps what its words need, and the stub takes the rest. */
function spread(columns: readonly number[], width: number, stub: number): number[] {
  const each = Math.max(0, (width - sum(columns) - stub) / Math.max(1, columns.length));
  const widths = columns.map((column) => Math.floor(Math.max(column, Math.min(column + each, widestColumn))));
  return [width - sum(widths), ...widths];
}

/** What the stub needs not to break its words, and what it needs to have its labels in a line each, within reason. */
function stubOf(table: PrintedTable, wide: Measure): { readonly least: number; readonly wanted: number } {
  const labels = [table.stub, ...table.rows.map(({ label }) => label)];
  const indent = Math.max(0, ...table.rows.map((row) => row.indent)) * 200;
  const need = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => wide(text, figure))) + indent + padding;
  const words = Math.min(3600, Math.max(least.stub, need(labels.flatMap((label) => label.split(/[\s-]+/u)))));
  return { least: words, wanted: Math.max(words, need(labels)) };
}

/** What is known of a table's columns beside their words. */
interface Columns {
  /** The column that holds the bases of the rows; null where there is none. */
  readonly bases: number | null;
  readonly font: ReportFont;
  /** Widths of the text upright and turned, in twentieths of a point. */
  readonly text: { readonly upright: number; readonly turned: number };
}

interface Standing {
  readonly isLandscape: boolean;
  readonly intervals: IntervalPlace;
  readonly isHeadTurned: boolean;
}

/** How a table may stand, the best first. */
function standings(hasIntervals: boolean): Standing[] {
  const places: readonly IntervalPlace[] = hasIntervals ? ['beside', 'under'] : ['none'];
  const plain = [false, true].flatMap((isLandscape) => places.map((intervals) => ({ isLandscape, intervals, isHeadTurned: false })));
  return [...plain, { isLandscape: true, intervals: places.at(-1) ?? 'none', isHeadTurned: true }];
}

/** The widths of two neighbouring columns of the grid, where an interval stands beside its figure, grow as one. */
function spreadPairs(needs: readonly Need[], columns: readonly number[], intervals: IntervalPlace, width: number, stub: number): number[] {
  if (intervals !== 'beside') return spread(columns, width, stub);
  let at = 0;
  const groups = needs.map(({ interval }) => columns.slice(at, (at += interval === 0 ? 1 : 2)));
  const [first = 0, ...wholes] = spread(groups.map(sum), width, stub);
  const parts = groups.flatMap((group, place) => {
    const more = ((wholes[place] ?? 0) - sum(group)) / group.length;
    return group.map((column) => Math.floor(column + more));
  });
  return [first + sum(wholes) - sum(parts), ...parts];
}

/**
 * Where the columns of a table stand: the page upright if it can be, intervals beside their figures if they fit, else under them, else the page turned, at
 * last with its head on end. Columns that fit nowhere share the width of a turned page alike.
 */
export function planColumns(table: PrintedTable, { bases, font, text }: Columns): ColumnPlan {
  const wide = measureIn(font);
  const needs = needsOf(table, bases, wide);
  const stub = stubOf(table, wide);
  for (const standing of standings(needs.some(({ interval }) => interval > 0))) {
    const width = standing.isLandscape ? text.turned : text.upright;
    const columns = columnWidths(standing.isHeadTurned ? needs.map((need) => ({ ...need, word: 0 })) : needs, standing.intervals);
    if (sum(columns) + stub.least > width) continue;
    const wanted = Math.min(stub.wanted, Math.max(stub.least, width * 0.5));
    return { ...standing, widths: spreadPairs(needs, columns, standing.intervals, width, wanted) };
  }
  const each = Math.floor((text.turned - least.stub) / Math.max(1, needs.length));
  const widths = needs.map(() => each);
  const intervals = needs.some(({ interval }) => interval > 0) ? 'under' : 'none';
  return { intervals, isHeadTurned: true, isLandscape: true, widths: [text.turned - sum(widths), ...widths] };
}
