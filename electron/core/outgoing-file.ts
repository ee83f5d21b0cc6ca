import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { AppError } from './app-error.ts';

/** A file on its way out, written piece by piece so that its size costs no memory. Disposing of it removes it. */
export interface OutgoingFile extends Disposable {
  readonly path: string;
  readonly byteCount: number;
  /** Appends bytes. @throws AppError DISK_FULL */
  readonly write: (bytes: Uint8Array) => void;
  /** Nothing more is written. */
  readonly close: () => void;
}

/** Bytes gathered before the disk is asked. */
const gathered = 256 * 1024;

/** Opens a new file that only this person may read. @throws AppError DISK_FULL */
export function openOutgoing(path: string): OutgoingFile {
  let file: number | null = asking(() => openSync(path, 'wx', 0o600));
  let byteCount = 0;
  const buffer = Buffer.allocUnsafe(gathered);
  let waiting = 0;
  const put = (bytes: Uint8Array): void => {
    const open = file;
    if (open === null) throw new Error('the file is closed');
    for (let from = 0; from < bytes.length;) from += asking(() => writeSync(open, bytes.subarray(from)));
  };
  const flush = (): void => {
    put(buffer.subarray(0, waiting));
    waiting = 0;
  };
  const close = (): void => {
    if (file === null) return;
    flush();
    closeSync(file);
    file = null;
  };
  return {
    path,
    get byteCount() {
      return byteCount;
    },
    write: (bytes) => {
      byteCount += bytes.length;
      if (waiting + bytes.length > gathered) flush();
      if (bytes.length > gathered) return put(bytes);
      buffer.set(bytes, waiting);
      waiting += bytes.length;
    },
    close,
    [Symbol.dispose]: () => {
      if (file !== null) closeSync(file);
      file = null;
      rmSync(path, { force: true });
    },
  };
}

/** No room on the disk, or none left of this person's share. */
const full: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT']);

function asking<T>(deed: () => T): T {
  try {
    return deed();
  } catch (error) {
    if (error instanceof Error && 'code' in error && full.has(error.code)) throw new AppError('DISK_FULL');
    throw error;
  }
}
