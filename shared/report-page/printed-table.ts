import {
  exhibitWords,
  generalNotes,
  headingRows,
  numberText,
  sourceLine,
  symbolNotes,
  testLines,
  testText,
  type ChartFormat,
  type ExhibitWords,
  type TestFormat,
} from '../charts/index.ts';
import { columnLabel, figuresOf, signOf } from '../charts/chart-figures.ts';
import { sentences } from '../charts/exhibit-notes.ts';
import { baseText } from '../charts/figure-text.ts';
import type { ExhibitColumn, ExhibitRow, ReleasedCell, ReleasedExhibit } from '../model/exhibit.ts';

/** A figure as a report prints it: "45", "(34–57)", "AB". Of what is no number the sign or the word alone. */
export interface PrintedCell {
  readonly text: string;
  /** In brackets; empty where there is none. */
  readonly interval: string;
  readonly letters: string;
}

export interface PrintedRow {
  readonly key: string;
  readonly label: string;
  readonly indent: number;
  readonly isBase: boolean;
  readonly cells: readonly PrintedCell[];
}

/** A heading over one or several neighbouring columns; without words over those that have none at this height. */
export interface PrintedHeading {
  readonly label: string;
  readonly span: number;
}

/** The table of an exhibit in words, for every file of a report: n as the last row or the last column, no percent signs in the cells. */
export interface PrintedTable {
  readonly title: string;
  /** Question, measure, base and selection. */
  readonly subtitle: string;
  readonly stub: string;
  /** Outermost first; without the stub. */
  readonly headings: readonly (readonly PrintedHeading[])[];
  readonly columns: readonly string[];
  readonly rows: readonly PrintedRow[];
  /** General notes, small bases, letters and tests, signs, and the source with the release last. */
  readonly notes: readonly string[];
}

const plain = (text: string): PrintedCell => ({ text, interval: '', letters: '' });

/** In a table of shares the unit stands above it, so the cells hold numbers alone. */
function cellOf(cell: ReleasedCell | undefined, row: ExhibitRow, exhibit: ReleasedExhibit, words: ExhibitWords): PrintedCell {
  const figure = figuresOf({ ...exhibit, rows: [row] }, words)(cell);
  if (figure === null) return plain(signOf(cell, words).text);
  const isShare = cell?.state === 'shown' && exhibit.unit !== 'count';
  const text = isShare ? numberText(figure.value, exhibit.decimals, exhibit.language) : figure.text;
  return { text, interval: figure.interval === '' ? '' : `(${figure.interval})`, letters: figure.letters };
}

function rowsOf(exhibit: ReleasedExhibit, words: ExhibitWords): PrintedRow[] {
  const hasRowBases = exhibit.rows.some(({ base }) => base !== null);
  const n = (base: ExhibitColumn['base']) => plain(baseText(base, exhibit.language));
  const rows = exhibit.rows.map((row) => ({
    key: row.key,
    label: row.label,
    indent: row.indent ?? 0,
    isBase: false,
    cells: [...exhibit.columns.map((_, at) => cellOf(row.cells[at], row, exhibit, words)), ...(hasRowBases ? [n(row.base)] : [])],
  }));
  if (exhibit.columns.every(({ base }) => base === null)) return rows;
  const bases = [...exhibit.columns.map(({ base }) => n(base)), ...(hasRowBases ? [plain('')] : [])];
  return [...rows, { key: 'n', label: words.n, indent: 0, isBase: true, cells: bases }];
}

/** Merged headings of a banner; empty ones over a column of n. */
function headingsOf({ columns, rows }: ReleasedExhibit): PrintedHeading[][] {
  const overN = rows.some(({ base }) => base !== null) ? [{ label: '', span: 1 }] : [];
  return headingRows(columns).map((row) => [...row.map(({ label, span }) => ({ label, span })), ...overN]);
}

/** The table of a released exhibit as print has it. Reads nothing but the exhibit. */
export function printedTable(exhibit: ReleasedExhibit, format: ChartFormat & TestFormat): PrintedTable {
  const words = exhibitWords(exhibit, format);
  const hasRowBases = exhibit.rows.some(({ base }) => base !== null);
  return {
    title: exhibit.title,
    subtitle: sentences([exhibit.subtitle, exhibit.filter ?? '']),
    stub: words.stub,
    headings: headingsOf(exhibit),
    columns: [...exhibit.columns.map(columnLabel), ...(hasRowBases ? [words.n] : [])],
    rows: rowsOf(exhibit, words),
    notes: [
      ...generalNotes(exhibit, words),
      words.lowBaseNames,
      words.lettersNote,
      ...testLines(exhibit, format).map(testText),
      ...symbolNotes(exhibit, words),
      sourceLine(exhibit, words),
    ].filter((note) => note !== ''),
  };
}

/** More columns of figures than this, n among them, do not fit a standing page. */
const standingColumns = 7;

/** Whether the table of an exhibit is too wide for a standing page: it lies across in print, and so on the screen. */
export function liesAcross({ rows, columns }: Pick<ReleasedExhibit, 'rows' | 'columns'>): boolean {
  return columns.length + (rows.some(({ base }) => base !== null) ? 1 : 0) > standingColumns;
}

/** A cell in one text. */
export function cellText({ text, interval, letters }: PrintedCell): string {
  return [text, interval, letters].filter((part) => part !== '').join(' ');
}
