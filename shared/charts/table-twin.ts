import type { ReleasedExhibit } from '../model/exhibit.ts';
import { chartRows, columnLabel, figuresOf, headingText, signOf } from './chart-figures.ts';
import { generalNotes, sourceLine, symbolNotes } from './exhibit-notes.ts';
import { baseText } from './figure-text.ts';
import type { ExhibitWords } from './words.ts';

/** The table that says what a picture says: for readers of screens, and beside the picture in files. */
export interface TableTwin {
  readonly caption: string;
  /** Header of the row labels first. */
  readonly header: readonly string[];
  readonly rows: readonly { readonly key: string; readonly label: string; readonly indent: number; readonly cells: readonly string[] }[];
  readonly notes: readonly string[];
}

/** The figures of an exhibit's chart as text, one cell each with interval and letters; n as last row or last column. */
export function exhibitTable(exhibit: ReleasedExhibit, words: ExhibitWords): TableTwin {
  const drawn = chartRows(exhibit);
  const figure = figuresOf(exhibit, words);
  const hasRowBases = drawn.some(({ base }) => base !== null);
  const hasColumnBases = exhibit.columns.some(({ base }) => base !== null);
  const heads = exhibit.columns.map((column) =>
    [headingText(column.headings ?? []), columnLabel(column)].filter((text) => text !== '').join(': '),
  );
  const rows = drawn.map((row) => ({
    key: row.key,
    label: row.label,
    indent: row.indent ?? 0,
    cells: [
      ...row.cells.map((cell) => {
        const found = figure(cell);
        if (found === null) return signOf(cell, words).text;
        return [found.text, found.interval === '' ? '' : `(${found.interval})`, found.letters].filter((text) => text !== '').join(' ');
      }),
      ...(hasRowBases ? [baseText(row.base, exhibit.language)] : []),
    ],
  }));
  const bases = exhibit.columns.map(({ base }) => baseText(base, exhibit.language));
  return {
    caption: exhibit.title,
    header: [words.stub, ...heads, ...(hasRowBases ? [words.n] : [])],
    rows: hasColumnBases ? [...rows, { key: 'n', label: words.n, indent: 0, cells: [...bases, ...(hasRowBases ? [''] : [])] }] : rows,
    notes: [...generalNotes(exhibit, words), words.lettersNote, ...symbolNotes(exhibit, words), sourceLine(exhibit, words)].filter(
      (note) => note !== '',
    ),
  };
}
