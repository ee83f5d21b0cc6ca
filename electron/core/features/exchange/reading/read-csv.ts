import type { ConfirmedReading, RaggedRow } from '../../../../../shared/model/survey-file.ts';
import { createRecordReader, type CsvRecord } from './csv-records.ts';
import { decodeText } from './decode-text.ts';
import { readingLimits } from './limits.ts';
import type { OpenedFile } from './open-file.ts';
import { ReadingError } from './reading-error.ts';

/**
 * Up to `readingLimits.batchRows` rows in file order, all of the same width. Blank rows are left out and counted.
 * `rowNumbers[i]` is the line (text) or sheet row (workbook) on which `rows[i]` begins. `done` of `of` bytes are read.
 */
export interface RowBatch {
  readonly firstRow: number;
  readonly rows: string[][];
  readonly rowNumbers: number[];
  readonly blankRows: number;
  readonly evenedRows: number;
  readonly done: number;
  readonly of: number;
}

const isBlank = (cell: string): boolean => cell === '' || cell.trim() === '';

/** True for a row in which nothing is filled. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every(isBlank);
}

/**
 * The row at the header's width, or null when it is ragged. Cells may be missing only where the row ends in an empty one,
 * and be too many only when the extra ones are empty: a short row that ends in text is most often half of an answer with
 * a line break that nobody quoted, and padding it would move every later answer one column over.
 */
export function evenRow(cells: string[], width: number, padShortRows: boolean): string[] | null {
  if (cells.length === width) return cells;
  if (cells.length > width) return cells.slice(width).every(isBlank) ? cells.slice(0, width) : null;
  if (!padShortRows && !isBlank(cells[cells.length - 1] ?? '')) return null;
  return [...cells, ...Array.from({ length: width - cells.length }, () => '')];
}

/** Records of a text file in batches as they come, titles and headers included; the last batch has done = size. */
export async function* readCsvRecords(
  file: OpenedFile,
  reading: Pick<ConfirmedReading, 'encoding' | 'dialect'>,
  signal?: AbortSignal,
): AsyncGenerator<{ records: CsvRecord[]; done: number }> {
  const reader = createRecordReader(reading.dialect);
  let isFirst = true;
  for await (const { text, done } of decodeText(file, reading.encoding, signal)) {
    const records = reader.push(text);
    if (isFirst && records.length > 0) {
      isFirst = false;
      if (isSepLine(records[0])) records.shift();
    }
    yield { records, done };
  }
  const records = reader.end();
  if (isFirst && isSepLine(records[0])) records.shift();
  yield { records, done: file.size };
}

/** Excel's first line `sep=;` names the delimiter and is no record; split at the delimiter it is `sep=` and nothing. */
export function isSepLine(record: CsvRecord | undefined): boolean {
  return record !== undefined && record.line === 1 && /^sep=.?$/.test(record.cells[0] ?? '') && isBlankRow(record.cells.slice(1));
}

/**
 * The answers of a text file in batches. Streams, so memory does not grow with the file. Formulas stay plain text. Throws
 * `RAGGED` with the first 20 rows at the end of a file that has rows of another width.
 */
export async function* readCsvRows(file: OpenedFile, reading: ConfirmedReading, signal?: AbortSignal): AsyncGenerator<RowBatch> {
  const ragged: RaggedRow[] = [];
  let raggedCount = 0;
  let toPass = reading.titleRows + reading.headerRows;
  let batch = emptyBatch();
  for await (const { records, done } of readCsvRecords(file, reading, signal)) {
    for (const record of records) {
      if (toPass > 0) {
        toPass -= 1;
        continue;
      }
      const cells = evenRow(record.cells, reading.columnCount, reading.padShortRows);
      if (cells === null) {
        raggedCount += 1;
        if (ragged.length < readingLimits.raggedRowsListed) {
          ragged.push({ row: record.line, expected: reading.columnCount, found: record.cells.length });
        }
        continue;
      }
      if (isBlankRow(cells)) {
        batch.blankRows += 1;
        continue;
      }
      if (cells !== record.cells) batch.evenedRows += 1;
      batch.rows.push(cells);
      batch.rowNumbers.push(record.line);
      if (batch.rows.length < readingLimits.batchRows) continue;
      yield finishBatch(batch, done, file.size);
      // A reader that waits on nothing would never see the cancel within one chunk.
      signal?.throwIfAborted();
      batch = emptyBatch();
    }
  }
  if (raggedCount > 0) throw raggedError(ragged, raggedCount);
  yield finishBatch(batch, file.size, file.size);
}

interface GrowingBatch {
  rows: string[][];
  rowNumbers: number[];
  blankRows: number;
  evenedRows: number;
}

/** A batch to fill. */
export function emptyBatch(): GrowingBatch {
  return { rows: [], rowNumbers: [], blankRows: 0, evenedRows: 0 };
}

/** The batch as it is handed over. */
export function finishBatch(batch: GrowingBatch, done: number, of: number): RowBatch {
  return { firstRow: batch.rowNumbers[0] ?? 0, ...batch, done, of };
}

function raggedError(rows: RaggedRow[], count: number): ReadingError {
  const [first] = rows;
  return new ReadingError('RAGGED', {
    where: { row: first?.row ?? 1 },
    params: {
      count,
      expected: first?.expected ?? 0,
      found: first?.found ?? 0,
      rows: rows.map((row) => row.row).join(', '),
      more: count > rows.length ? 'yes' : 'no',
    },
    raggedRows: rows,
  });
}
