import type { ConfirmedReading } from '../../../../../shared/model/survey-file.ts';
import { openSurveyFile } from './open-file.ts';
import { readCsvRows, type RowBatch } from './read-csv.ts';
import { readSavRows } from './read-sav.ts';
import { readXlsxRows } from './read-xlsx.ts';

/**
 * The answers of a survey file in batches of up to 500 rows, as the inspection's `reading` (corrected or not) says. Every
 * batch is preceded by real input or a turn of the event loop, and the signal is looked at before each, so a cancel ends
 * it at once with the signal's reason. Throws `ReadingError`; a file that is ragged is known to be so only at its end, so
 * the caller keeps the rows in one transaction.
 */
export async function* readSurveyRows(path: string, reading: ConfirmedReading, signal?: AbortSignal): AsyncGenerator<RowBatch> {
  signal?.throwIfAborted();
  const file = await openSurveyFile(path);
  try {
    if (reading.format === 'sav') yield* readSavRows(file, signal);
    else yield* reading.format === 'xlsx' ? readXlsxRows(file, reading, signal) : readCsvRows(file, reading, signal);
  } finally {
    await file.handle.close();
  }
}
