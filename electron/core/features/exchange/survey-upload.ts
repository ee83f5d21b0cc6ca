import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { AppError } from '../../app-error.ts';
import { isReadingError, type RowBatch } from './reading/index.ts';

/** How far a reading is, in bytes. */
export interface ReadingProgress {
  readonly done: number;
  readonly of: number;
}

/** A reader's error in the form that goes to the window; anything else unchanged. A cancelled reading is CANCELLED. */
export function toAppError(error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted === true) return new AppError('CANCELLED');
  if (!isReadingError(error)) return error;
  const code = error.code === 'TOO_LARGE' ? 'FILE_TOO_LARGE' : 'FILE_UNREADABLE';
  return new AppError(code, error.params, `exchange.error.${error.code.toLowerCase().replaceAll('_', '-')}`);
}

/**
 * Hands every batch to `take` and yields how far the reading is, once per batch: the places where a job can be cancelled.
 * @throws AppError FILE_UNREADABLE, FILE_TOO_LARGE, CANCELLED
 */
export async function* eachBatch(
  batches: AsyncGenerator<RowBatch>,
  take: (batch: RowBatch) => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<ReadingProgress, undefined> {
  try {
    for await (const batch of batches) {
      take(batch);
      yield { done: batch.done, of: batch.of };
    }
  } catch (error) {
    throw toAppError(error, signal);
  }
  return undefined;
}

/** SHA-256 of a file in hex, read in pieces. @throws AppError CANCELLED */
export async function hashFile(path: string, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024, signal })) hash.update(piece as Buffer);
  } catch (error) {
    throw toAppError(error, signal);
  }
  return hash.digest('hex');
}
