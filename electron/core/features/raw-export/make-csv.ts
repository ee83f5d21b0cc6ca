import type { RawCell } from './cells.ts';
import { codebookHeader, codebookRows, withNames, type NewNames } from './codebook.ts';
import { countCsvRows } from './count-file-rows.ts';
import { csvTable, type CsvDialect } from './csv-table.ts';
import { labelled } from './labels.ts';
import { factsOf, longHeader, longRows } from './long-rows.ts';
import { assertRows, csvType, type Begin, type MadeFile } from './made-file.ts';
import { remarkHeader } from './sheets.ts';
import type { RawSource, RawTableSource } from './source.ts';
import type { TableColumn } from './table.ts';

interface Rows {
  readonly fileName: string;
  readonly header: readonly string[];
  readonly pages: Iterable<readonly (readonly RawCell[])[]>;
  /** Null where nobody knows before. */
  readonly expected: number | null;
}

/** One file of separated values, made page by page and counted when it is finished. Yields the rows of each page. */
export async function* makeCsvFile(
  begin: Begin,
  dialect: CsvDialect,
  { fileName, header, pages, expected }: Rows,
): AsyncGenerator<number, MadeFile> {
  const file = begin();
  const table = csvTable(header, dialect, file.write);
  let rows = 0;
  for (const page of pages) {
    table.add(page);
    rows += page.length;
    yield page.length;
  }
  table.end();
  file.close();
  const counted = await countCsvRows(file.path);
  assertRows(fileName, expected ?? rows, counted);
  return { fileName, mediaType: csvType, rows: counted, columns: header.length, file };
}

function* mapped(pages: Iterable<readonly (readonly RawCell[])[]>, change: (row: readonly RawCell[]) => RawCell[]) {
  for (const page of pages) yield page.map(change);
}

/** A wide file: a row for each of its rows. */
export function makeWide(
  begin: Begin,
  dialect: CsvDialect,
  table: RawTableSource,
  values: 'codes' | 'labels',
): AsyncGenerator<number, MadeFile> {
  const { shape, rowCount } = table;
  return makeCsvFile(begin, dialect, {
    fileName: `${shape.name}.csv`,
    header: shape.columns.map(({ header }) => header),
    pages: values === 'codes' ? table.pages() : mapped(table.pages(), labelled(shape.columns)),
    expected: rowCount,
  });
}

/** The facts of a file, beside which the long file has its answers. */
export function makeFacts(begin: Begin, dialect: CsvDialect, table: RawTableSource): AsyncGenerator<number, MadeFile> {
  const { columns, cut } = factsOf(table.shape);
  return makeCsvFile(begin, dialect, {
    fileName: `${table.shape.name}.csv`,
    header: columns.map(({ header }) => header),
    pages: mapped(table.pages(), cut),
    expected: table.rowCount,
  });
}

/** Every answer of every file in one long file. */
export function makeLong(begin: Begin, dialect: CsvDialect, source: RawSource, fileName: string): AsyncGenerator<number, MadeFile> {
  function* pages() {
    for (const table of source.tables) {
      const change = longRows(table.shape);
      for (const page of table.pages()) yield page.flatMap(change);
    }
  }
  const expected = source.tables.reduce(
    (sum, { shape, rowCount }) => sum + rowCount * shape.columns.filter(({ kind }) => kind !== 'fact').length,
    0,
  );
  return makeCsvFile(begin, dialect, { fileName, header: longHeader, pages: pages(), expected });
}

/** What was remarked. */
export function makeRemarks(begin: Begin, dialect: CsvDialect, source: RawSource, fileName: string): AsyncGenerator<number, MadeFile> {
  return makeCsvFile(begin, dialect, { fileName, header: remarkHeader, pages: source.remarkPages(), expected: null });
}

/** The codebook of some files. */
export function makeCodebook(
  begin: Begin,
  dialect: CsvDialect,
  fileName: string,
  files: readonly { readonly fileName: string; readonly columns: readonly TableColumn[] }[],
  names: NewNames | null = null,
): AsyncGenerator<number, MadeFile> {
  const rows = codebookRows(files);
  return makeCsvFile(begin, dialect, {
    fileName,
    header: names === null ? codebookHeader : [...codebookHeader, 'spss_name'],
    pages: [names === null ? rows : withNames(rows, names)],
    expected: rows.length,
  });
}
