import { readXls, readXlsx, type CellValue, type Sheet } from 'hucre';
import { xlsformMegabytes } from '../../../../shared/contract/xlsform.ts';
import {
  sheetsOfRecords,
  type CellMark,
  type FormBook,
  type FormSheet,
  type SheetCell,
  type SheetRow,
} from '../../../../shared/xlsform/index.ts';
import { cellDate } from '../exchange/reading/cell-date.ts';
import { createRecordReader } from '../exchange/reading/csv-records.ts';
import { decodeText, detectEncoding } from '../exchange/reading/decode-text.ts';
import { detectDialect } from '../exchange/reading/detect-dialect.ts';
import { detectFormat, readWhole } from '../exchange/reading/detect-format.ts';
import { isReadingError, ReadingError } from '../exchange/reading/index.ts';
import { openSurveyFile, type OpenedFile } from '../exchange/reading/open-file.ts';
import { checkWorkbook } from '../exchange/reading/workbook-check.ts';
import { listZipParts } from '../exchange/reading/zip-parts.ts';
import { isStructureFile, readLss } from './read-lss.ts';

const megabyte = 1024 * 1024;
/** A form's parts unpacked: text, a hundred times what the largest form holds. */
const unpackedMegabytes = 150;
/** Rows of one sheet: Excel's own limit counts blank ones, and no list of choices comes near this. */
const mostRows = 200_000;
/** 1 March 1900: before it, two ways of counting days are in use. */
const firstCertainDay = Date.UTC(1900, 2, 1);

/** A form's file as sheets of cells, and what kind of file it is. */
export interface ReadBook {
  readonly format: 'xlsx' | 'xls' | 'csv' | 'lss';
  readonly book: FormBook;
}

/**
 * Reads a form's file: a workbook, an old workbook (.xls), the one-file text form, or LimeSurvey's structure file. Only what the file holds decides what it is.
 * @throws ReadingError for a file that is too large, unpacks to too much, is encrypted, cut off, damaged or something else
 */
export async function readBook(path: string, signal?: AbortSignal): Promise<ReadBook> {
  const file = await openSurveyFile(path);
  try {
    if (file.size > xlsformMegabytes * megabyte) {
      throw new ReadingError('TOO_LARGE', { params: { part: 'file', size: Math.ceil(file.size / megabyte), limit: xlsformMegabytes } });
    }
    const format = await formatOf(file);
    if (format === 'csv') return { format, book: { sheets: await readText(file, signal) } };
    if (format === 'lss') return { format, book: await readLss(file, signal) };
    const bytes = await readWhole(file, signal);
    return { format, book: { sheets: format === 'xlsx' ? await readNew(bytes, signal) : await readOld(bytes) } };
  } finally {
    await file.handle.close();
  }
}

async function formatOf(file: OpenedFile): Promise<ReadBook['format']> {
  try {
    return await detectFormat(file);
  } catch (error) {
    // Survey files are not read from old workbooks; forms are, because so many of them still are one.
    if (isReadingError(error) && error.code === 'UNSUPPORTED' && error.params['type'] === 'xls') return 'xls';
    if (isReadingError(error) && error.code === 'UNSUPPORTED' && (await isStructureFile(file))) return 'lss';
    throw error;
  }
}

async function readText(file: OpenedFile, signal?: AbortSignal): Promise<FormSheet[]> {
  const encoding = await detectEncoding(file, undefined, signal);
  let text = '';
  for await (const piece of decodeText(file, encoding, signal)) text += piece.text;
  const plain = text.replace(/^\uFEFF/u, '');
  const { dialect } = detectDialect(plain.slice(0, megabyte), plain.length <= megabyte);
  const reader = createRecordReader(dialect);
  return sheetsOfRecords([...reader.push(plain), ...reader.end()]);
}

async function readNew(bytes: Buffer, signal?: AbortSignal): Promise<FormSheet[]> {
  const declared = listZipParts(bytes).reduce((sum, part) => sum + part.declaredBytes, 0);
  if (declared > unpackedMegabytes * megabyte) throw new ReadingError('ZIP_BOMB', { params: { limit: unpackedMegabytes } });
  const checked = await checkWorkbook(bytes, signal);
  for (const { name, rows } of checked) {
    if (rows > mostRows)
      throw new ReadingError('TOO_LARGE', { where: { sheet: name, row: mostRows }, params: { part: 'rows', limit: mostRows } });
  }
  return (await library(() => readXlsx(bytes))).map(toFormSheet);
}

async function readOld(bytes: Buffer): Promise<FormSheet[]> {
  return (await library(() => readXls(bytes))).map(toFormSheet);
}

/** Runs the spreadsheet library: whatever it stumbles over is a damaged workbook. */
async function library(run: () => Promise<{ sheets: Sheet[] }>): Promise<Sheet[]> {
  try {
    return (await run()).sheets;
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/iu.test(`${error.name} ${error.message}`);
    if (isLocked) throw new ReadingError('ENCRYPTED', { cause: error });
    throw new ReadingError('NOT_READABLE', { params: { reason: 'workbook' }, cause: error });
  }
}

function toFormSheet({ name, rows, cells }: Sheet): FormSheet {
  const marks: CellMark[] = [];
  const kept: SheetRow[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = index + 1;
    // Old workbooks come as sparse arrays: a row or cell without anything in it is not there at all.
    const read = Array.from(rows[index] ?? [], (value, column): SheetCell => {
      if (value instanceof Date && value.getTime() < firstCertainDay) marks.push({ row, column, kind: 'early-date' });
      return toCell(value);
    });
    while (read.length > 0 && (read.at(-1) === null || read.at(-1) === '')) read.pop();
    if (read.length > 0) kept.push({ row, cells: read });
  }
  for (const [place, cell] of cells ?? []) {
    if (cell.formula === undefined || cell.formula === '') continue;
    const [row = 0, column = 0] = place.split(',').map(Number);
    const value = rows[row]?.[column] ?? null;
    marks.push({ row: row + 1, column, kind: value === null || value === '' ? 'formula-empty' : 'formula' });
  }
  return { name, rows: kept, marks };
}

/** A cell's value: a formula's stored result, a date as ISO text, an error such as #N/A as nothing. */
function toCell(value: CellValue | undefined): SheetCell {
  if (value instanceof Date) return cellDate(value);
  if (typeof value === 'string') return /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/u.test(value) ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}
