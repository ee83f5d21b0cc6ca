import { openSurveyFile, type OpenedFile } from '../features/exchange/reading/open-file.ts';
import { caseReader } from './sav-case-reader.ts';
import type { SavFile, SavRow } from './sav-file.ts';
import { understand, type ReadDictionary } from './sav-places.ts';
import { readRecords, type RawDictionary } from './sav-records.ts';
import { savSource, type SavSource } from './sav-source.ts';

/** What reading a system file may cost. */
export interface SavLimits {
  readonly variables: number;
  /** Value labels of all variables together. */
  readonly valueLabels: number;
  /** Bytes of one case, all its strings at their full width. */
  readonly caseBytes: number;
  /** Cases in one batch. */
  readonly batchRows: number;
}

/** Several times the largest survey expected: 5,000 variables, 500 of them strings of full width. */
const savLimits: SavLimits = { variables: 5000, valueLabels: 500_000, caseBytes: 16 * 1024 * 1024, batchRows: 500 };

const stepBytes = 256 * 1024;

/** Cases in file order. `done` of `of` bytes have been read. */
export interface SavBatch {
  /** Number of the first case, from 1. */
  readonly firstCase: number;
  readonly rows: readonly SavRow[];
  readonly done: number;
  readonly of: number;
}

/** A system file: its dictionary, then its cases. */
export interface SavReading {
  readonly file: SavFile;
  /** How many cases the file promises; null where it does not know. */
  readonly cases: number | null;
  /** The character set that the texts were written in, as a WHATWG label. */
  readonly encoding: string;
  /** The cases, once, in bounded memory; every step of reading leaves the event loop free. @throws ReadingError */
  readonly batches: () => AsyncGenerator<SavBatch>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a system file and reads its dictionary: byte-compressed or not, of either byte order, in any character set of the
 * platform. The signal ends the reading at its next step with the signal's reason. The caller closes it.
 * @throws ReadingError EMPTY, TOO_LARGE, TRUNCATED, UNSUPPORTED (`zsav`), NOT_READABLE (reasons `sav`, `savEncoding`)
 */
export async function readSav(path: string, signal?: AbortSignal, limits: Partial<SavLimits> = {}): Promise<SavReading> {
  signal?.throwIfAborted();
  const file = await openSurveyFile(path);
  try {
    return await readSavFile(file, signal, limits);
  } catch (error) {
    await file.handle.close();
    throw error;
  }
}

/** The same for a file that is open already; whoever opened it closes it if this fails. @throws ReadingError */
export async function readSavFile(file: OpenedFile, signal?: AbortSignal, limits: Partial<SavLimits> = {}): Promise<SavReading> {
  const bounds = { ...savLimits, ...limits };
  const source = savSource(file, stepBytes, signal);
  const raw = await readRecords(source, bounds);
  const dictionary = understand(raw);
  return {
    file: dictionary.file,
    cases: dictionary.cases,
    encoding: dictionary.encoding,
    batches: () => readBatches(source, raw, dictionary, bounds.batchRows),
    close: () => file.handle.close(),
  };
}

async function* readBatches(
  source: SavSource,
  { header }: RawDictionary,
  dictionary: ReadDictionary,
  batchRows: number,
): AsyncGenerator<SavBatch> {
  const reader = caseReader(header, dictionary);
  let firstCase = 1;
  for (;;) {
    const at = source.position();
    const bytes = await source.next();
    if (bytes === null) break;
    const rows = reader.push(bytes, at);
    for (let from = 0; from < rows.length; from += batchRows) {
      const batch = rows.slice(from, from + batchRows);
      yield { firstCase, rows: batch, done: source.position(), of: source.size };
      firstCase += batch.length;
    }
  }
  reader.end(source.size);
}
