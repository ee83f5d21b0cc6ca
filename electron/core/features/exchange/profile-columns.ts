import type { ConfirmedReading, SurveyMapping } from '../../../../shared/model/survey-file.ts';
import type { Call } from '../../rpc/call.ts';
import { createColumnProfiler, type ColumnProfile } from './reading/column-profile.ts';
import { readSurveyRows } from './reading/index.ts';
import { eachBatch, type ReadingProgress } from './survey-upload.ts';

/** What every column of a file holds, read through once. @throws AppError TICKET_UNKNOWN, FILE_UNREADABLE, FILE_TOO_LARGE, CANCELLED */
export async function* profileColumns(
  { session, signal }: Call,
  ticket: string,
  reading: ConfirmedReading,
  { columns, decimalSign }: Pick<SurveyMapping, 'columns' | 'decimalSign'>,
): AsyncGenerator<ReadingProgress, ColumnProfile[]> {
  const { path } = session.blobs.received(ticket);
  const profiler = createColumnProfiler(decimalSign, () => false);
  yield* eachBatch(
    readSurveyRows(path, reading, signal),
    (batch) => {
      for (const cells of batch.rows) profiler.add(cells);
    },
    signal,
  );
  const rows = Math.max(1, ...columns.map(({ header }) => header.length));
  return profiler.finish(Array.from({ length: rows }, (_, row) => columns.map(({ header }) => header[row] ?? '')));
}
