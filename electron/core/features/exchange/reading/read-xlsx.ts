import { setImmediate as nextTurn } from 'node:timers/promises';
import { streamXlsxRows } from 'hucre/xlsx';
import type { ConfirmedReading } from '../../../../../shared/model/survey-file.ts';
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
 * A cell as text: numbers in their shortest form with a point, dates as `YYYY-MM-DD` (with `THH:MM:SS` when they have a
 * time), booleans as true and false. A formula is its stored result; an error such as #N/A is an empty cell.
 */
function cellText(value: unknown): string {
  if (typeof value === 'string') return /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(value) ? '' : value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : '';
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) {
    // Serials are fractions of a day: round to the second, as the cell shows it.
    const iso = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
  }
  return '';
}

/** A worksheet's rows, titles and headers included, without rows that have no filled cell. */
export async function* readSheetRows(workbook: OpenedWorkbook, sheet: CheckedSheet, signal?: AbortSignal): AsyncGenerator<SheetRow> {
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
      const cells = values.map(cellText);
      if (!isBlankRow(cells)) yield { row: index + 1, cells };
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
  for await (const { row, cells } of readSheetRows(workbook, sheet, signal)) {
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
