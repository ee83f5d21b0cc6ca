import {
  figureDecimals,
  type CellSymbol,
  type ExhibitColumn,
  type ExhibitRow,
  type ReleasedCell,
  type ReleasedExhibit,
  type SummaryFigure,
} from '../model/exhibit.ts';
import { intervalText, numberText, percentText } from './figure-text.ts';
import type { ExhibitWords } from './words.ts';

/** A number of an exhibit as a chart shows it. */
export interface ChartFigure {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly text: string;
  /** Without brackets; empty where there is no interval. */
  readonly interval: string;
  readonly letters: string;
}

export type FigureUnit = 'percent' | 'count' | SummaryFigure;

/** Key of the column of everybody. */
const ALL = 'all';

/** The rows a chart draws: shares, or where there are none the figures of one kind. Means under answers stay in the table. */
export function chartRows(exhibit: ReleasedExhibit): readonly ExhibitRow[] {
  const shares = exhibit.rows.filter((row) => row.figure === undefined);
  return shares.length > 0 ? shares : exhibit.rows.filter((row) => row.figure === exhibit.rows[0]?.figure);
}

/** The exhibit with the rows a chart draws. */
export function withChartRows(exhibit: ReleasedExhibit): ReleasedExhibit {
  const rows = chartRows(exhibit);
  return rows.length === exhibit.rows.length ? exhibit : { ...exhibit, rows: [...rows] };
}

/** Places of the columns that are groups: all but "Alle", unless it is alone. */
export function groupColumns({ columns }: Pick<ReleasedExhibit, 'columns'>): readonly number[] {
  const places = columns.map((_, at) => at);
  return columns.length === 1 ? places : places.filter((at) => columns[at]?.key !== ALL);
}

export function isAll(column: ExhibitColumn): boolean {
  return column.key === ALL;
}

/** What the numbers of a chart are. */
export function unitOf(exhibit: ReleasedExhibit): FigureUnit {
  const figure = chartRows(exhibit)[0]?.figure;
  return figure ?? (exhibit.unit === 'count' ? 'count' : 'percent');
}

/** Places that the figures of a chart are printed with. */
function decimalsOf({ decimals }: ReleasedExhibit, unit: FigureUnit): number {
  return unit === 'percent' || unit === 'count' ? decimals : figureDecimals[unit];
}

/** A figure as printed: net scores carry their sign, shares of joined answers a percent sign. */
function summaryText(value: number, unit: FigureUnit, decimals: number, exhibit: ReleasedExhibit): string {
  if (unit === 'top2' || unit === 'bottom2') return percentText(value, { decimals: decimals === 0 ? 0 : 1, language: exhibit.language });
  const text = numberText(Math.abs(value), decimals, exhibit.language);
  return value < 0 ? `\u2212${text}` : unit === 'net' && value > 0 ? `+${text}` : text;
}

function summaryInterval(
  low: number,
  high: number,
  decimals: number,
  exhibit: ReleasedExhibit,
  words: Pick<ExhibitWords, 'range'>,
): string {
  const part = (limit: number) => `${limit < 0 ? '\u2212' : ''}${numberText(Math.abs(limit), decimals, exhibit.language)}`;
  // An en dash beside a minus cannot be read.
  return low < 0 || high < 0 ? words.range.replace('{low}', part(low)).replace('{high}', part(high)) : `${part(low)}–${part(high)}`;
}

/** Makes the figures of one exhibit; null for a cell without a number. */
export function figuresOf(
  exhibit: ReleasedExhibit,
  words: Pick<ExhibitWords, 'range'>,
): (cell: ReleasedCell | undefined) => ChartFigure | null {
  const unit = unitOf(exhibit);
  const decimals = decimalsOf(exhibit, unit);
  return (cell) => {
    if (cell?.state === 'figure') {
      const { value, low, high, letters = '' } = cell;
      const interval = low === null || high === null ? '' : summaryInterval(low, high, decimals, exhibit, words);
      return { value, low, high, text: summaryText(value, unit, decimals, exhibit), interval, letters };
    }
    if (cell?.state !== 'shown') return null;
    const { percent, low, high, count, letters = '' } = cell;
    if (unit === 'count')
      return { value: count, low: null, high: null, text: numberText(count, 0, exhibit.language), interval: '', letters };
    return { value: percent, low, high, text: percentText(percent, exhibit), interval: intervalText(low, high, exhibit), letters };
  };
}

/** The sign or the word in the place of a number. */
export function signOf(cell: ReleasedCell | undefined, words: ExhibitWords): { readonly text: string; readonly symbol: CellSymbol | null } {
  if (cell?.state === 'words') return { text: words.shareWords[cell.words], symbol: null };
  const symbol = cell?.state === 'hidden' ? ':' : cell?.state === 'not-applicable' ? '.' : '..';
  return { text: symbol, symbol };
}

/** A column's label with the letter that names it in tests: "A Botjenesten". */
export function columnLabel({ label, letter }: ExhibitColumn): string {
  return letter === undefined || letter === '' ? label : `${letter}\u00A0 ${label}`;
}

/** Columns that stand under the same headings, in order. Without headings all are one part. */
export function partsOf(
  columns: readonly ExhibitColumn[],
): { readonly headings: readonly string[]; readonly columns: readonly number[] }[] {
  const parts: { headings: readonly string[]; columns: number[] }[] = [];
  for (const [at, { headings = [] }] of columns.entries()) {
    const last = parts.at(-1);
    if (last !== undefined && last.headings.join('\u0000') === headings.join('\u0000')) last.columns.push(at);
    else parts.push({ headings, columns: [at] });
  }
  return parts;
}

/** The headings of a part in one line. */
export function headingText(headings: readonly string[]): string {
  return headings.filter((heading) => heading !== '').join(' · ');
}

/** A column's label, with the headings above it where another column has the same: "18–29 år · Kvinner". */
export function columnName({ columns }: Pick<ReleasedExhibit, 'columns'>, at: number): string {
  const { label = '', headings = [] } = columns[at] ?? {};
  const isAlone = columns.every((other, place) => place === at || other.label !== label);
  return isAlone ? label : headingText([...headings, label]);
}
