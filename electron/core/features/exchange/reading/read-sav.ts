import type { ConfirmedReading, SurveyFileFormat } from '../../../../../shared/model/survey-file.ts';
import { readSavFile, type SavFile } from '../../../sav/index.ts';
import { detectFormat } from './detect-format.ts';
import { readingLimits } from './limits.ts';
import { openSurveyFile, readRange, type OpenedFile } from './open-file.ts';
import { emptyBatch, finishBatch, isBlankRow, type RowBatch } from './read-csv.ts';
import { ReadingError } from './reading-error.ts';
import { savColumns } from './sav-columns.ts';
import { foldReasons } from './sav-reasons.ts';

const limits = { variables: readingLimits.columns, batchRows: readingLimits.batchRows };

/**
 * What a survey file is by its content. Everywhere else an SPSS file is refused like any other foreign file.
 * @throws ReadingError UNSUPPORTED, ENCRYPTED, BINARY
 */
export async function detectSurveyFormat(file: OpenedFile): Promise<SurveyFileFormat> {
  const start = (await readRange(file, 0, 4)).toString('latin1');
  return start === '$FL2' || start === '$FL3' ? 'sav' : detectFormat(file);
}

/** The dictionary of an SPSS file. @throws ReadingError */
export async function openSavDictionary(file: OpenedFile, signal?: AbortSignal): Promise<SavFile> {
  const reading = await readSavFile(file, signal, limits);
  if (reading.cases === 0) throw new ReadingError('EMPTY', { params: { part: 'rows' } });
  return foldReasons(reading.file).file;
}

/** The same for a file that is not open. @throws ReadingError */
export async function readSavDictionary(path: string, signal?: AbortSignal): Promise<SavFile> {
  const file = await openSurveyFile(path);
  try {
    return await openSavDictionary(file, signal);
  } finally {
    await file.handle.close();
  }
}

/** Two header rows: the variables' names, and their labels, which are the wording. */
export function savHeaders({ variables }: SavFile): string[][] {
  return [variables.map(({ name }) => name), variables.map(({ name, label }) => (label === '' ? name : label))];
}

/** How an SPSS file is read: nothing of it can be chosen. */
export function savReading({ variables }: SavFile): ConfirmedReading {
  return {
    format: 'sav',
    encoding: 'utf-8',
    dialect: { delimiter: ',', quote: '"', lineEnd: 'lf' },
    sheet: null,
    titleRows: 0,
    headerRows: 2,
    columnCount: variables.length,
    decimalSign: '.',
    padShortRows: false,
  };
}

/** The cases in batches, each value as `savColumns` writes it. Row numbers are the cases'. */
export async function* readSavRows(file: OpenedFile, signal?: AbortSignal): AsyncGenerator<RowBatch> {
  const reading = await readSavFile(file, signal, limits);
  const { file: folded, rowOf } = foldReasons(reading.file);
  const columns = savColumns(folded);
  for await (const { firstCase, rows, done, of } of reading.batches()) {
    const batch = emptyBatch();
    for (const [at, values] of rows.entries()) {
      const row = rowOf(values);
      const cells = columns.map((column, place) => column.cellOf(row[place] ?? null));
      if (isBlankRow(cells)) batch.blankRows += 1;
      else {
        batch.rows.push(cells);
        batch.rowNumbers.push(firstCase + at);
      }
    }
    yield finishBatch(batch, done, of);
  }
}
