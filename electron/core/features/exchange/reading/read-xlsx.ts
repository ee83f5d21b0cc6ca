import { setImmediate as nextTurn } from 'node:timers/promises';
import { streamXlsxRows } from 'hucre/xlsx';
import type { ConfirmedReading, DecimalSign } from '../../../../../shared/model/survey-file.ts';
import { cellDate } from './cell-date.ts';
import { readWhole } from './detect-format.ts';
import { readingLimits } from './limits.ts';
import type { OpenedFile } from './open-file.ts';
import { emptyBatch, finishBatch, isBlankRow, type RowBatch } from './read-csv.ts';
import { ReadingError } from './reading-error.ts';
import { checkWorkbook, type CheckedSheet } from './workbook-check.ts';

/** A workbook in memory whose parts have been checked. */
export interface OpenedWorkbook {
  readonly bytes: Buffer;
  readonly sheets: readonly CheckedSheet[];
}

/** One row of a worksheet; `row` counts from 1 as the spreadsheet shows it. */
export interface SheetRow {
  readonly row: number;
  readonly cells: string[];
  /** What of it was typed as text: a true number says nothing about the decimal sign that people wrote. */
  readonly texts: readonly string[];
}

/** Reads a workbook into memory and checks it. Throws what `checkWorkbook` throws. */
export async function openWorkbook(file: OpenedFile, signal?: AbortSignal): Promise<OpenedWorkbook> {
  const bytes = await readWhole(file, signal);
  return { bytes, sheets: await checkWorkbook(bytes, signal) };
}

/** The named sheet, else the first visible one. Throws `NOT_READABLE` with reason `sheet` for a name that is not there. */
export function chooseSheet(workbook: OpenedWorkbook, name?: string | null): CheckedSheet {
  const sheet =
    name === undefined || name === null
      ? (workbook.sheets.find((candidate) => !candidate.hidden && candidate.rows > 0) ?? workbook.sheets[0])
      : workbook.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new ReadingError('NOT_READABLE', { where: { sheet: name ?? '' }, params: { reason: 'sheet' } });
  return sheet;
}

/**
 * A cell as text: numbers in their shortest form with the decimal sign of the sheet's texts, so that one reading fits both; dates
 * as `cellDate` writes them; booleans as true and false. A formula is its stored result; an error such as #N/A is an empty cell.
 */
function cellText(value: unknown, decimalSign: DecimalSign): string {
  if (typeof value === 'string') return /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(value) ? '' : value;
  if (typeof value === 'number') return numberText(value, decimalSign);
  if (typeof value === 'boolean') return String(value);
  return value instanceof Date ? (cellDate(value) ?? '') : '';
}

/** Whole numbers to the last digit: participants may be told apart by it. */
function numberText(value: number, decimalSign: DecimalSign): string {
  if (!Number.isFinite(value)) return '';
  const text = String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(15)));
  return decimalSign === ',' ? text.replace('.', ',') : text;
}

/**
 * A worksheet's rows, titles and headers included, without rows that have no filled cell. `decimalSign` is the one that people typed in
 * the sheet's texts.
 */
export async function* readSheetRows(
  workbook: OpenedWorkbook,
  sheet: CheckedSheet,
  signal?: AbortSignal,
  decimalSign: DecimalSign = '.',
): AsyncGenerator<SheetRow> {
  let sinceTurn = 0;
  try {
    for await (const { index, values } of streamXlsxRows(workbook.bytes, { sheet: sheet.index })) {
      sinceTurn += 1;
      if (sinceTurn >= readingLimits.batchRows) {
        sinceTurn = 0;
        signal?.throwIfAborted();
        // The library's rows arrive as microtasks, which never let a cancel message in.
        await nextTurn();
      }
      const cells = values.map((value) => cellText(value, decimalSign));
      if (!isBlankRow(cells)) yield { row: index + 1, cells, texts: values.filter((value) => typeof value === 'string') };
    }
  } catch (error) {
    if (error instanceof ReadingError || signal?.aborted === true) throw error;
    throw new ReadingError('NOT_READABLE', { where: { sheet: sheet.name }, params: { reason: 'workbook' }, cause: error });
  }
}

/**
 * The answers of a worksheet in batches. Rows are as wide as `columnCount`; cells beyond it are left out (the inspection
 * made it wide enough for every filled cell). A workbook that is already `opened` is not checked again. Blank rows count only between filled ones: below them a sheet has no end.
 */
export async function* readXlsxRows(
  file: OpenedFile,
  reading: ConfirmedReading,
  signal?: AbortSignal,
  opened?: OpenedWorkbook,
): AsyncGenerator<RowBatch> {
  const workbook = opened ?? (await openWorkbook(file, signal));
  const sheet = chooseSheet(workbook, reading.sheet);
  let toPass = reading.titleRows + reading.headerRows;
  let expectedRow = 0;
  let batch = emptyBatch();
  for await (const { row, cells } of readSheetRows(workbook, sheet, signal, reading.decimalSign)) {
    const gap = expectedRow === 0 ? 0 : row - expectedRow;
    expectedRow = row + 1;
    if (toPass > 0) {
      toPass -= 1;
      continue;
    }
    batch.blankRows += Math.max(0, gap);
    batch.rows.push(Array.from({ length: reading.columnCount }, (_, column) => cells[column] ?? ''));
    batch.rowNumbers.push(row);
    if (batch.rows.length < readingLimits.batchRows) continue;
    const share = Math.min(1, batch.rowNumbers.length === 0 ? 0 : row / Math.max(sheet.rows, row));
    yield finishBatch(batch, Math.floor(file.size * share), file.size);
    batch = emptyBatch();
  }
  yield finishBatch(batch, file.size, file.size);
}
