import type { ConfirmedReading, ReadingChoices, SurveyFileInspection } from '../../../../../shared/model/survey-file.ts';
import type { SavFile } from '../../../sav/index.ts';
import { createColumnProfiler, summariseColumn } from './column-profile.ts';
import type { CsvRecord } from './csv-records.ts';
import { decodeText, detectEncoding } from './decode-text.ts';
import { detectDialect } from './detect-dialect.ts';
import { commonWidth, detectDecimalSign, detectHeader } from './detect-header.ts';
import { findRoundSheets } from './find-round-sheets.ts';
import { isCodeHeader } from './header-words.ts';
import { readingLimits } from './limits.ts';
import { openSurveyFile, type OpenedFile } from './open-file.ts';
import { proposeMapping } from './propose-mapping.ts';
import { proposeSavMapping } from './propose-sav.ts';
import { isSepLine, readCsvRows, type RowBatch } from './read-csv.ts';
import { detectSurveyFormat, openSavDictionary, readSavRows, savHeaders, savReading } from './read-sav.ts';
import { chooseSheet, openWorkbook, readSheetRows, readXlsxRows, type OpenedWorkbook } from './read-xlsx.ts';
import { ReadingError } from './reading-error.ts';
import { looksLikeFormula, tidyLabel } from './value-forms.ts';

/** Corrections to what is detected, and where progress goes: bytes read of bytes to read, at most once per batch. */
export interface InspectOptions extends ReadingChoices {
  readonly onProgress?: (done: number, of: number) => void;
}

interface Start {
  readonly reading: ConfirmedReading;
  readonly sheets: string[];
  readonly headers: string[][];
  /** Formula cells of a workbook; in text they are counted by their first character. */
  readonly formulas: number;
  readonly emptyFormulas?: number;
  readonly roundSheets?: string[];
  readonly workbook?: OpenedWorkbook;
  /** What an SPSS file says about its variables. */
  readonly dictionary?: SavFile;
}

/**
 * Looks through a whole survey file without keeping it: format, character set, dialect, headers, how many rows there
 * really are, and what each column should become. Every correction in `options` overrides what is detected. Cancelled by
 * `signal` between chunks. Throws `ReadingError` with the place for anything that cannot be imported as it is.
 */
export async function inspectSurveyFile(path: string, options: InspectOptions = {}, signal?: AbortSignal): Promise<SurveyFileInspection> {
  signal?.throwIfAborted();
  const file = await openSurveyFile(path);
  try {
    const format = await detectSurveyFormat(file);
    if (format === 'sav') {
      const start = await startSav(file, signal);
      return await lookThrough(readSavRows(file, signal), start, options);
    }
    const start = format === 'xlsx' ? await startWorkbook(file, options, signal) : await startText(file, options, signal);
    const rows = format === 'xlsx' ? readXlsxRows(file, start.reading, signal, start.workbook) : readCsvRows(file, start.reading, signal);
    return await lookThrough(rows, start, options);
  } finally {
    await file.handle.close();
  }
}

async function startSav(file: OpenedFile, signal: AbortSignal | undefined): Promise<Start> {
  const dictionary = await openSavDictionary(file, signal);
  return { reading: savReading(dictionary), sheets: [], headers: savHeaders(dictionary), formulas: 0, dictionary };
}

async function startText(file: OpenedFile, options: InspectOptions, signal: AbortSignal | undefined): Promise<Start> {
  const encoding = await detectEncoding(file, options.encoding, signal);
  const { text, isWhole } = await readSampleText(file, encoding, signal);
  if (text.trim() === '') throw new ReadingError('EMPTY', { params: { part: 'file' } });
  const { dialect, records } = detectDialect(text, isWhole, options);
  const kept = isSepLine(records[0]) ? records.slice(1) : records;
  const rows = kept.map((record: CsvRecord) => record.cells);
  const shape = shapeOf(rows, options);
  const headers = rows.slice(shape.titleRows, shape.titleRows + shape.headerRows);
  const width = Math.max(1, ...(headers.length > 0 ? headers.map((row) => row.length) : [commonWidth(rows)]));
  const reading: ConfirmedReading = {
    format: 'csv',
    encoding,
    dialect,
    sheet: null,
    ...shape,
    columnCount: Math.min(width, readingLimits.columns),
    decimalSign: options.decimalSign ?? detectDecimalSign(rows.slice(shape.titleRows + shape.headerRows), dialect.delimiter),
    padShortRows: options.padShortRows ?? false,
  };
  return { reading, sheets: [], headers, formulas: 0 };
}

async function readSampleText(
  file: OpenedFile,
  encoding: ConfirmedReading['encoding'],
  signal: AbortSignal | undefined,
): Promise<{ text: string; isWhole: boolean }> {
  let text = '';
  for await (const piece of decodeText(file, encoding, signal)) {
    text += piece.text;
    if (piece.done >= readingLimits.sampleBytes && piece.done < file.size) return { text, isWhole: false };
  }
  return { text, isWhole: true };
}

function shapeOf(rows: readonly string[][], options: InspectOptions): { titleRows: number; headerRows: number } {
  const titleRows = options.titleRows;
  const found = detectHeader(titleRows === undefined ? rows : rows.slice(titleRows));
  return { titleRows: titleRows ?? found.titleRows, headerRows: options.headerRows ?? found.headerRows };
}

async function startWorkbook(file: OpenedFile, options: InspectOptions, signal: AbortSignal | undefined): Promise<Start> {
  const workbook = await openWorkbook(file, signal);
  const sheet = chooseSheet(workbook, options.sheet);
  const rows: string[][] = [];
  const texts: (readonly string[])[] = [];
  let width = 0;
  for await (const { cells, texts: typed } of readSheetRows(workbook, sheet, signal)) {
    if (rows.length < readingLimits.sampleRecords) {
      rows.push(cells);
      texts.push(typed);
    }
    width = Math.max(width, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
  }
  if (rows.length === 0) throw new ReadingError('EMPTY', { where: { sheet: sheet.name }, params: { part: 'sheet' } });
  const even = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
  const shape = shapeOf(even, options);
  const reading: ConfirmedReading = {
    format: 'xlsx',
    encoding: 'utf-8',
    dialect: { delimiter: ',', quote: '"', lineEnd: 'lf' },
    sheet: sheet.name,
    ...shape,
    columnCount: width,
    decimalSign: options.decimalSign ?? detectDecimalSign(texts.slice(shape.titleRows + shape.headerRows), ','),
    padShortRows: false,
  };
  const sheets = workbook.sheets.filter((candidate) => !candidate.hidden || candidate === sheet).map(({ name }) => name);
  const headers = even.slice(shape.titleRows, shape.titleRows + shape.headerRows);
  const roundSheets = await findRoundSheets(workbook, sheet.name, signal);
  return { reading, sheets, headers, formulas: sheet.formulas, emptyFormulas: sheet.emptyFormulas, roundSheets, workbook };
}

async function lookThrough(rows: AsyncGenerator<RowBatch>, start: Start, options: InspectOptions): Promise<SurveyFileInspection> {
  const { reading, sheets, headers } = start;
  const names = headers.map((row) => Array.from({ length: reading.columnCount }, (_, column) => tidyLabel(row[column] ?? '')));
  const profiler = createColumnProfiler(
    reading.decimalSign,
    (column) => isCodeHeader(names[0]?.[column] ?? '') || isCodeHeader(names[1]?.[column] ?? ''),
  );
  const counts = { rowCount: 0, blankRowCount: 0, evenedRowCount: 0, formulasFound: start.formulas };
  const sample: SurveyFileInspection['sample'] = [];
  for await (const batch of rows) {
    for (const [at, cells] of batch.rows.entries()) {
      profiler.add(cells);
      if (sample.length < 20) sample.push({ row: batch.rowNumbers[at] ?? 1, cells });
      if (reading.format === 'csv') counts.formulasFound += countFormulas(cells);
    }
    counts.rowCount += batch.rows.length + batch.blankRows;
    counts.blankRowCount += batch.blankRows;
    counts.evenedRowCount += batch.evenedRows;
    options.onProgress?.(batch.done, batch.of);
  }
  if (counts.rowCount === counts.blankRowCount) throw new ReadingError('EMPTY', { params: { part: 'rows' }, where: place(reading) });
  const profiles = profiler.finish(names.length > 0 ? names : [Array.from({ length: reading.columnCount }, () => '')]);
  const context = { decimalSign: reading.decimalSign, dateForm: options.dateForm ?? null };
  const proposal =
    start.dictionary === undefined ? proposeMapping(profiles, reading.headerRows, context) : proposeSavMapping(start.dictionary, profiles);
  return {
    format: reading.format,
    reading,
    sheets,
    headerRows: names,
    ...counts,
    formulasEmpty: start.emptyFormulas ?? 0,
    columns: profiles.map(summariseColumn),
    sample,
    proposal,
    roundSheets: start.roundSheets ?? [],
  };
}

function countFormulas(cells: readonly string[]): number {
  let found = 0;
  for (const cell of cells) if (cell !== '' && looksLikeFormula(cell)) found += 1;
  return found;
}

const place = (reading: ConfirmedReading) => (reading.sheet === null ? {} : { sheet: reading.sheet });
