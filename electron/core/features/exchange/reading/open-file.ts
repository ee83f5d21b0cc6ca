import { open, type FileHandle } from 'node:fs/promises';
import { readingLimits } from './limits.ts';
import { ReadingError } from './reading-error.ts';

/** An open file and its size in bytes. */
export interface OpenedFile {
  readonly handle: FileHandle;
  readonly size: number;
}

/** What the operating system says, as the message's `reason`. */
function refusalReason(error: unknown): string {
  // Node's system errors carry `code`; anything else has none and reads as "other".
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'missing';
  if (code === 'EACCES' || code === 'EPERM') return 'denied';
  if (code === 'EISDIR') return 'folder';
  if (code === 'EBUSY') return 'busy';
  return 'other';
}

/** Runs a file operation; an operating system error becomes `NOT_READABLE` with the reason. */
export async function fileOperation<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw new ReadingError('NOT_READABLE', { params: { reason: refusalReason(error) }, cause: error });
  }
}

/**
 * Opens a file for reading and refuses, by its size alone, one that is empty or larger than `readingLimits.fileBytes`.
 * The caller closes the handle. Throws `EMPTY`, `TOO_LARGE` or `NOT_READABLE`.
 */
export async function openSurveyFile(path: string): Promise<OpenedFile> {
  const handle = await fileOperation(() => open(path, 'r'));
  try {
    const stat = await fileOperation(() => handle.stat());
    if (!stat.isFile()) throw new ReadingError('NOT_READABLE', { params: { reason: 'folder' } });
    if (stat.size === 0) throw new ReadingError('EMPTY', { params: { part: 'file' } });
    if (stat.size > readingLimits.fileBytes) {
      const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
      throw new ReadingError('TOO_LARGE', {
        params: { part: 'file', size: megabytes(stat.size), limit: megabytes(readingLimits.fileBytes) },
      });
    }
    return { handle, size: stat.size };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Reads up to `length` bytes from `start`; fewer at the end of the file. */
export async function readRange(file: OpenedFile, start: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.max(0, Math.min(length, file.size - start)));
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await fileOperation(() => file.handle.read(buffer, filled, buffer.length - filled, start + filled));
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** The file from its beginning in chunks; looks for a cancel before each. Every read leaves the event loop free. */
export async function* readChunks(file: OpenedFile, signal?: AbortSignal): AsyncGenerator<Buffer> {
  for (let start = 0; start < file.size; start += readingLimits.chunkBytes) {
    signal?.throwIfAborted();
    const chunk = await readRange(file, start, readingLimits.chunkBytes);
    if (chunk.length === 0) return;
    yield chunk;
  }
}
