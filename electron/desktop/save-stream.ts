import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a stream to a file so that the name holds either the whole new file or what it held before: a hidden file beside it,
 * flushed to the disk, then renamed. @throws the file system's error, after removing what was written
 */
export async function saveStream(stream: ReadableStream<Uint8Array>, target: string): Promise<void> {
  const partial = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString('hex')}.partial`);
  try {
    const file = await open(partial, 'wx', 0o600);
    try {
      // Not `write`: on a disk that is nearly full it takes a part of the bytes, and that is no error.
      for await (const part of stream) await file.writeFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
