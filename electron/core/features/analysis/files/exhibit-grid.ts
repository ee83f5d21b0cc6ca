import { generalNotes, sourceLine, symbolNotes, type ExhibitWords } from '../../../../../shared/charts/index.ts';
import type { ReleasedBase, ReleasedCell, ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';

/** One field of a table file: a text, a share in percent, or persons. */
export type GridCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'percent'; readonly value: number }
  | { readonly kind: 'count'; readonly value: number }
  /** A mean, an index or points, with the places it is printed with. */
  | { readonly kind: 'number'; readonly value: number };

export interface GridRow {
  readonly label: string;
  readonly indent: number;
  readonly isBase: boolean;
  readonly cells: readonly GridCell[];
}

/** The table of an exhibit as files hold it: four fields per column (percent, limits, persons), no merged cells. */
export interface ExhibitGrid {
  readonly header: readonly string[];
  readonly rows: readonly GridRow[];
}

/** A line about the table: what it is called, and what it says. */
export interface HeaderLine {
  readonly name: string;
  readonly text: string;
}

const FIELDS = 4;
const text = (value: string): GridCell => ({ kind: 'text', text: value });
const empty = text('');
const number = (value: number | null): GridCell => (value === null ? empty : { kind: 'number', value });

function fieldsOf(cell: ReleasedCell, words: ExhibitWords): GridCell[] {
  switch (cell.state) {
    case 'shown':
      return [
        { kind: 'percent', value: cell.percent },
        { kind: 'percent', value: cell.low },
        { kind: 'percent', value: cell.high },
        { kind: 'count', value: cell.count },
      ];
    case 'figure':
      return [number(cell.value), number(cell.low), number(cell.high), empty];
    case 'words':
      return [text(words.shareWords[cell.words]), empty, empty, empty];
    case 'hidden':
      return Array.from({ length: FIELDS }, () => text(':'));
    case 'missing':
      return Array.from({ length: FIELDS }, () => text('..'));
    case 'not-applicable':
      return Array.from({ length: FIELDS }, () => text('.'));
    default:
      return cell satisfies never;
  }
}

function baseField(base: ReleasedBase | null): GridCell {
  if (base === null) return empty;
  return base.n === null ? text(':') : { kind: 'count', value: base.n };
}

/** The grid that csv and xlsx write: bases as a last column for a battery of items, else as a last row. */
export function exhibitGrid(exhibit: ReleasedExhibit, words: ExhibitWords): ExhibitGrid {
  const byRow = exhibit.kind === 'likert';
  const columns = words.columns.flatMap(({ percent, low, high, count }) => [percent, low, high, count]);
  const rows = exhibit.rows.map((row) => ({
    label: row.label,
    indent: row.indent ?? 0,
    isBase: false,
    cells: [...row.cells.flatMap((cell) => fieldsOf(cell, words)), ...(byRow ? [baseField(row.base)] : [])],
  }));
  const bases = exhibit.columns.flatMap((column) => [empty, empty, empty, baseField(column.base)]);
  return {
    header: [words.stub, ...columns, ...(byRow ? [words.n] : [])],
    rows: byRow ? rows : [...rows, { label: words.n, indent: 0, isBase: true, cells: bases }],
  };
}

/** Lines above the table: finding, base, selection, threshold, release. */
export function linesAbove(exhibit: ReleasedExhibit, words: ExhibitWords): HeaderLine[] {
  return [
    { name: words.file.title, text: exhibit.title },
    { name: words.file.base, text: exhibit.subtitle },
    { name: words.file.filter, text: exhibit.filter ?? words.file.everyone },
    { name: words.file.threshold, text: words.thresholdText },
    { name: words.file.source, text: sourceLine(exhibit, words) },
  ];
}

/** Lines with the notes and what the signs mean. */
export function noteLines(exhibit: ReleasedExhibit, words: ExhibitWords): HeaderLine[] {
  return [
    ...[...generalNotes(exhibit, words), words.lowBaseNames]
      .filter((note) => note !== '')
      .map((note) => ({ name: words.file.note, text: note })),
    ...symbolNotes(exhibit, words).map((note) => ({ name: words.file.symbols, text: note })),
  ];
}

/** What the table was made from and under which rule, as one line of JSON. */
export function machineHeader(exhibit: ReleasedExhibit): string {
  const { kind, rule, audit, createdAt, releaseNumber, definition } = exhibit;
  return JSON.stringify({ format: 'rost-exhibit-1', kind, releaseNumber, createdAt, rule, audit, definition });
}
