import { generalNotes, sourceLine, symbolNotes, testLines, testText, type ExhibitWords } from '../../../../../shared/charts/index.ts';
import {
  figureDecimals,
  type ExhibitColumn,
  type ExhibitRow,
  type ReleasedBase,
  type ReleasedCell,
  type ReleasedExhibit,
} from '../../../../../shared/model/exhibit.ts';
import { wordsIn, type CoreWords } from '../../../words.ts';

/** One field of a table file: a text, a share in percent, or persons. */
export type GridCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'percent'; readonly value: number }
  | { readonly kind: 'count'; readonly value: number }
  /** A mean, an index or points, with the places it is printed with. */
  | { readonly kind: 'number'; readonly value: number; readonly decimals: number };

export interface GridRow {
  readonly label: string;
  readonly indent: number;
  readonly isBase: boolean;
  readonly cells: readonly GridCell[];
}

/** The table of an exhibit as files hold it: the same fields for every column, no merged cells. */
export interface ExhibitGrid {
  /** Rows above the header: the questions and outer groups of a banner, outermost first, once for every field. */
  readonly headings: readonly (readonly string[])[];
  readonly header: readonly string[];
  readonly rows: readonly GridRow[];
}

/** A line about the table: what it is called, and what it says. */
export interface HeaderLine {
  readonly name: string;
  readonly text: string;
}

/** What is told of every column: share and limits, persons, the spread of a mean, letters. */
type Field = 'value' | 'low' | 'high' | 'count' | 'spread' | 'letters';

const text = (value: string): GridCell => ({ kind: 'text', text: value });
const empty = text('');

function lettersOf(cell: ReleasedCell): string {
  return cell.state === 'shown' || cell.state === 'figure' ? (cell.letters ?? '') : '';
}

/** The fields of an exhibit: only what some cell has. */
function fieldsOf({ unit, rows }: ReleasedExhibit): readonly Field[] {
  const cells = rows.flatMap((row) => row.cells);
  const isMean = unit === 'figure' && cells.some((cell) => cell.state === 'figure' && cell.spread !== undefined);
  return [
    ...(unit === 'count'
      ? (['count'] as const)
      : unit === 'figure'
        ? (['value', 'low', 'high'] as const)
        : (['value', 'low', 'high', 'count'] as const)),
    ...(isMean ? (['spread'] as const) : []),
    ...(cells.some((cell) => lettersOf(cell) !== '') ? (['letters'] as const) : []),
  ];
}

/** Shares of joined answers are percent, means and the like numbers of their own places. */
function figureField(figure: ExhibitRow['figure'], value: number | null | undefined): GridCell {
  if (value === null || value === undefined) return empty;
  if (figure === 'top2' || figure === 'bottom2') return { kind: 'percent', value };
  return { kind: 'number', value, decimals: figureDecimals[figure ?? 'mean'] };
}

function shownField(cell: Extract<ReleasedCell, { state: 'shown' }>, field: Field): GridCell {
  if (field === 'spread') return empty;
  if (field === 'letters') return text(cell.letters ?? '');
  if (field === 'count') return { kind: 'count', value: cell.count };
  const value = field === 'value' ? cell.percent : cell[field];
  return value === null ? empty : { kind: 'percent', value };
}

const signs = { hidden: ':', missing: '..', 'not-applicable': '.' } as const;

function fieldOf(cell: ReleasedCell, row: ExhibitRow, field: Field, fields: readonly Field[], words: ExhibitWords): GridCell {
  switch (cell.state) {
    case 'shown':
      return shownField(cell, field);
    case 'figure':
      if (field === 'letters') return text(cell.letters ?? '');
      if (field === 'spread') return cell.spread === undefined ? empty : { kind: 'number', value: cell.spread, decimals: 1 };
      // In a table of numbers of persons a figure stands where they do.
      if (field === 'count') return fields.includes('value') ? empty : figureField(row.figure, cell.value);
      return figureField(row.figure, field === 'value' ? cell.value : cell[field]);
    case 'words':
      return field === fields[0] ? text(words.shareWords[cell.words]) : empty;
    case 'hidden':
    case 'missing':
    case 'not-applicable':
      return text(signs[cell.state]);
    default:
      return cell satisfies never;
  }
}

function baseField(base: ReleasedBase | null): GridCell {
  if (base === null) return empty;
  return base.n === null ? text(':') : { kind: 'count', value: base.n };
}

function headerOf(column: ExhibitColumn, at: number, field: Field, words: ExhibitWords, say: CoreWords): string {
  const label =
    column.letter === undefined ? column.label : say('analysis.file.table.named', { column: column.label, letter: column.letter });
  const known = words.columns[at];
  if (field === 'letters') return say('analysis.file.table.letters', { column: label });
  if (field === 'spread') return say('analysis.file.table.spreadIn', { column: label });
  const plain = known === undefined ? label : known[field === 'value' ? 'percent' : field];
  return column.letter === undefined ? plain : plain.replace(column.label, () => label);
}

/** The standard deviations under a mean, where they have no field of their own. */
function spreadRow(row: ExhibitRow, fields: readonly Field[], hasRowBases: boolean, say: CoreWords): GridRow[] {
  if (fields.includes('spread') || row.figure !== 'mean' || row.cells.every((cell) => cell.state !== 'figure')) return [];
  const cells = row.cells.flatMap((cell) =>
    fields.map((field, at): GridCell => {
      if (field === 'letters' || (at > 0 && cell.state === 'figure')) return empty;
      if (cell.state !== 'figure') return cell.state === 'words' || cell.state === 'shown' ? empty : text(signs[cell.state]);
      return cell.spread === undefined ? empty : { kind: 'number', value: cell.spread, decimals: 1 };
    }),
  );
  return [{ label: say('analysis.file.table.spread'), indent: 1, isBase: false, cells: [...cells, ...(hasRowBases ? [empty] : [])] }];
}

function headingsOf({ columns }: ReleasedExhibit, fields: readonly Field[], hasRowBases: boolean): readonly (readonly string[])[] {
  const depth = Math.max(0, ...columns.map(({ headings = [] }) => headings.length));
  return Array.from({ length: depth }, (_, level) => [
    '',
    // A column with fewer headings has them next to its label.
    ...columns.flatMap(({ headings = [] }) => fields.map(() => headings[level - depth + headings.length] ?? '')),
    ...(hasRowBases ? [''] : []),
  ]);
}

/** The grid that csv and xlsx write: bases of items and of percentages across as a last column, bases of groups as a last row. */
export function exhibitGrid(exhibit: ReleasedExhibit, words: ExhibitWords): ExhibitGrid {
  const say = wordsIn(exhibit.language);
  const fields = fieldsOf(exhibit);
  const hasRowBases = exhibit.rows.some(({ base }) => base !== null);
  const hasColumnBases = exhibit.columns.some(({ base }) => base !== null);
  const rows = exhibit.rows.flatMap((row): GridRow[] => [
    {
      label: row.label,
      indent: row.indent ?? 0,
      isBase: false,
      cells: [
        ...row.cells.flatMap((cell) => fields.map((field) => fieldOf(cell, row, field, fields, words))),
        ...(hasRowBases ? [baseField(row.base)] : []),
      ],
    },
    ...spreadRow(row, fields, hasRowBases, say),
  ]);
  // n stands under the persons, or where there are none under the first field.
  const place = Math.max(0, fields.indexOf('count'));
  const bases = exhibit.columns.flatMap(({ base }) => fields.map((_, at) => (at === place ? baseField(base) : empty)));
  return {
    headings: headingsOf(exhibit, fields, hasRowBases),
    header: [
      words.stub,
      ...exhibit.columns.flatMap((column, at) => fields.map((field) => headerOf(column, at, field, words, say))),
      ...(hasRowBases ? [words.n] : []),
    ],
    rows: hasColumnBases
      ? [...rows, { label: words.n, indent: 0, isBase: true, cells: [...bases, ...(hasRowBases ? [empty] : [])] }]
      : rows,
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

/** Lines with the notes, what the signs mean, then letters and tests (analysis.md 6). */
export function noteLines(exhibit: ReleasedExhibit, words: ExhibitWords): HeaderLine[] {
  const say = wordsIn(exhibit.language);
  return [
    ...[...generalNotes(exhibit, words), words.lowBaseNames]
      .filter((note) => note !== '')
      .map((note) => ({ name: words.file.note, text: note })),
    ...symbolNotes(exhibit, words).map((note) => ({ name: words.file.symbols, text: note })),
    ...(words.lettersNote === '' ? [] : [{ name: say('analysis.file.line.letters'), text: words.lettersNote }]),
    ...testLines(exhibit, say).map((line) => ({ name: say('analysis.file.line.test'), text: testText(line) })),
  ];
}

/** What the table was made from and under which rule, as one line of JSON. */
export function machineHeader(exhibit: ReleasedExhibit): string {
  const { kind, rule, audit, createdAt, releaseNumber, unit, percentOf, weighting, definition } = exhibit;
  return JSON.stringify({ format: 'rost-exhibit-1', kind, releaseNumber, createdAt, rule, audit, unit, percentOf, weighting, definition });
}
