import type { RawExtras, RawFormat } from '../../../../shared/contract/raw-export.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import { writeDdi } from '../../ddi/index.ts';
import { wordsIn, type CoreWords } from '../../words.ts';
import { dialectOf, type CsvDialect } from './csv-table.ts';
import { ddiStudy } from './ddi-study.ts';
import { textFile, type Begin, type MadeFile, type Progress } from './made-file.ts';
import { makeCodebook, makeFacts, makeLong, makeRemarks, makeWide } from './make-csv.ts';
import { makeSpss } from './make-spss.ts';
import { makeXlsx } from './make-xlsx.ts';
import { retold } from './retold.ts';
import type { RawSource } from './source.ts';
import type { TableShape } from './table.ts';
import { withWhyColumns } from './why-columns.ts';

export interface FilesWanted {
  readonly projectId: string;
  readonly versionId: string;
  readonly language: Language;
  readonly title: string;
  readonly format: RawFormat;
  readonly extras: Pick<RawExtras, 'ddi'>;
  readonly withRemarks: boolean;
  /** Day, ISO 8601. */
  readonly producedOn: string;
  /** Who may do what with the files, where it is said. */
  readonly conditions?: string | null;
}

interface Making {
  readonly sql: Statements;
  readonly begin: Begin;
  readonly source: RawSource;
  readonly wanted: FilesWanted;
  readonly words: CoreWords;
}

/** The rows that will be written, so that progress has an end. */
export function rowsToDo({ tables }: RawSource, format: RawFormat): number {
  const isLong = format.kind === 'csv' && format.shape === 'long';
  const perRow = ({ columns }: TableShape): number => (isLong ? 1 + columns.filter(({ kind }) => kind !== 'fact').length : 1);
  return tables.reduce((sum, { rowCount, shape }) => sum + rowCount * perRow(shape), 0);
}

/**
 * Makes the files of a source in a format, each piece by piece on the disk and counted when it is finished. Nothing is put out.
 * @throws AppError OUT_OF_RANGE, DISK_FULL, FILE_TOO_LARGE
 */
export async function* makeFiles(
  sql: Statements,
  begin: Begin,
  given: RawSource,
  wanted: FilesWanted,
): AsyncGenerator<Progress, readonly MadeFile[]> {
  const words = wordsIn(wanted.language);
  const isSpss = wanted.format.kind === 'spss';
  const source = isSpss ? { ...given, tables: given.tables.map((table) => withWhyColumns(table, words)) } : given;
  const making: Making = { sql, begin, source, wanted, words };
  const of = rowsToDo(source, wanted.format);
  let done = 0;
  yield { done, of };
  return yield* retold(filesOf(making), (rows) => ({ done: (done = Math.min(of, done + rows)), of }));
}

async function* filesOf(making: Making): AsyncGenerator<number, MadeFile[]> {
  const { wanted } = making;
  const { format } = wanted;
  const data = yield* format.kind === 'csv'
    ? csvFiles(making, dialectOf(format), format)
    : format.kind === 'xlsx'
      ? xlsxFiles(making, format)
      : spssFiles(making);
  return wanted.extras.ddi ? [...data, ddiFile(making)] : data;
}

function remarksName({ words }: Making): string {
  return `${words('rawExport.file.remarks')}.csv`;
}

async function* csvFiles(
  making: Making,
  dialect: CsvDialect,
  format: Extract<RawFormat, { kind: 'csv' }>,
): AsyncGenerator<number, MadeFile[]> {
  const { begin, source, wanted, words } = making;
  const files: MadeFile[] = [];
  for (const table of source.tables) {
    files.push(yield* format.shape === 'long' ? makeFacts(begin, dialect, table) : makeWide(begin, dialect, table, format.values));
  }
  if (format.shape === 'long') files.push(yield* makeLong(begin, dialect, source, `${words('rawExport.file.answers')}.csv`));
  if (wanted.withRemarks) files.push(yield* makeRemarks(begin, dialect, source, remarksName(making)));
  const described = source.tables.map(({ shape }) => ({ fileName: `${shape.name}.csv`, columns: shape.columns }));
  files.push(yield* makeCodebook(begin, dialect, `${words('rawExport.file.codebook')}.csv`, described));
  return files;
}

async function* xlsxFiles(making: Making, format: Extract<RawFormat, { kind: 'xlsx' }>): AsyncGenerator<number, MadeFile[]> {
  const { begin, source, wanted, words } = making;
  const fileName = `${words('rawExport.file.book')}.xlsx`;
  return [yield* makeXlsx(begin, source, { fileName, values: format.values, withRemarks: wanted.withRemarks, words })];
}

async function* spssFiles(making: Making): AsyncGenerator<number, MadeFile[]> {
  const { sql, begin, source, wanted, words } = making;
  const { versionId, title } = wanted;
  const files: MadeFile[] = [];
  const names = new Map<string, string>();
  for (const table of source.tables) {
    const made = yield* makeSpss(sql, begin, table, { versionId, interviews: source.interviews, title, withSyntax: true });
    files.push(...made.files);
    for (const { from, to } of made.renamed) names.set(`${table.shape.name}.sav ${from}`, to);
  }
  const dialect: CsvDialect = { separator: 'semicolon', byteOrderMark: true };
  if (wanted.withRemarks) files.push(yield* makeRemarks(begin, dialect, source, remarksName(making)));
  const described = source.tables.map(({ shape }) => ({ fileName: `${shape.name}.sav`, columns: shape.columns }));
  files.push(yield* makeCodebook(begin, dialect, `${words('rawExport.file.codebook')}.csv`, described, names));
  return files;
}

const dataTypes = {
  csv: ['csv', 'text/csv'],
  xlsx: ['xlsx', 'Office Open XML workbook'],
  spss: ['sav', 'SPSS system file'],
} as const;

function ddiFile({ sql, begin, source, wanted, words }: Making): MadeFile {
  const { projectId, versionId, language, producedOn, conditions = null, format } = wanted;
  const [ending, type] = dataTypes[format.kind];
  const files = source.tables.map((table) => ({
    table,
    fileName: format.kind === 'xlsx' ? `${words('rawExport.file.book')}.xlsx` : `${table.shape.name}.${ending}`,
    format: type,
  }));
  const study = ddiStudy(sql, { projectId, versionId, language, producedOn, conditions, files });
  return textFile(begin, 'ddi-codebook.xml', 'application/xml', writeDdi(study));
}
