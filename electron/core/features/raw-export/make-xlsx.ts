import { AppError } from '../../app-error.ts';
import type { CoreWords } from '../../words.ts';
import { codebookHeader, codebookRows } from './codebook.ts';
import { countSheetRows } from './count-file-rows.ts';
import { labelled } from './labels.ts';
import { assertRows, xlsxType, type Begin, type MadeFile } from './made-file.ts';
import { remarkHeader } from './sheets.ts';
import type { RawSource, RawTableSource } from './source.ts';
import { sheetLimits, xlsxBook } from './xlsx-book.ts';

/** Refuses before any work what no sheet can hold: nothing is ever cut. @throws AppError OUT_OF_RANGE */
function assertFits({ shape, rowCount }: RawTableSource): void {
  if (rowCount >= sheetLimits.rows) throw new AppError('OUT_OF_RANGE', { limit: sheetLimits.rows - 1 }, 'rawExport.error.tooManyRows');
  if (shape.columns.length > sheetLimits.columns)
    throw new AppError('OUT_OF_RANGE', { limit: sheetLimits.columns }, 'rawExport.error.tooManyColumns');
}

interface BookWanted {
  readonly fileName: string;
  readonly values: 'codes' | 'labels';
  readonly withRemarks: boolean;
  readonly words: CoreWords;
}

/** One workbook with a sheet per file, one of remarks where they were asked for, and the codebook. Yields the rows of each page. */
export async function* makeXlsx(
  begin: Begin,
  source: RawSource,
  { fileName, values, withRemarks, words }: BookWanted,
): AsyncGenerator<number, MadeFile> {
  for (const table of source.tables) assertFits(table);
  const file = begin();
  const book = xlsxBook(file.write);
  for (const table of source.tables) {
    const { columns, name } = table.shape;
    const days = new Set(columns.flatMap(({ kind }, at) => (kind === 'date' ? [at] : [])));
    const sheet = book.sheet(
      name,
      columns.map(({ header }) => header),
      days,
    );
    const change = values === 'labels' ? labelled(columns) : null;
    for (const page of table.pages()) {
      sheet.add(change === null ? page : page.map(change));
      yield page.length;
    }
  }
  if (withRemarks) {
    const sheet = book.sheet(words('rawExport.file.remarks'), remarkHeader, new Set());
    for (const page of source.remarkPages()) {
      sheet.add(page);
      yield 0;
    }
  }
  book
    .sheet(words('rawExport.file.codebook'), codebookHeader, new Set())
    .add(codebookRows(source.tables.map(({ shape }) => ({ fileName: shape.name, columns: shape.columns }))));
  const ranges = book.end();
  file.close();
  for (const [at, { shape, rowCount }] of source.tables.entries()) {
    const range = ranges[at];
    if (range === undefined) throw new Error(`${shape.name}: no such sheet`);
    assertRows(shape.name, rowCount, await countSheetRows(file.path, range));
    yield 0;
  }
  return {
    fileName,
    mediaType: xlsxType,
    rows: source.tables.reduce((sum, { rowCount }) => sum + rowCount, 0),
    columns: Math.max(...source.tables.map(({ shape }) => shape.columns.length)),
    file,
  };
}
