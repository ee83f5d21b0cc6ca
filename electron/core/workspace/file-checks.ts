import { accessSync, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../app-error.ts';
import { applicationId } from '../db/connection.ts';
import { currentVersion } from '../db/migrate.ts';

const magic = 'SQLite format 3\0';
const pageSize = 4096;

export interface FileFacts {
  readonly isEncrypted: boolean;
  readonly isWritable: boolean;
}

/**
 * Looks at a file's first bytes before SQLite does, and writes nothing. An encrypted workspace has no readable header: whole
 * pages of noise under the right name count as one, and the passphrase decides.
 * @throws AppError WORKSPACE_MISSING, NOT_A_WORKSPACE, WORKSPACE_NEWER
 */
export function checkFile(path: string): FileFacts {
  const { header, size } = readHeader(path);
  // Before a page is changed its old content is written to the journal beside the file: a folder that refuses one refuses every change.
  const isWritable = canWrite(path) && (canWrite(dirname(path)) || canWrite(`${path}-journal`));
  if (header.toString('latin1', 0, 16) !== magic) {
    if (size > 0 && size % pageSize === 0 && path.endsWith('.rost') && looksLikeNoise(header)) return { isEncrypted: true, isWritable };
    throw new AppError('NOT_A_WORKSPACE');
  }
  if (header.readUInt32BE(68) !== applicationId) throw new AppError('NOT_A_WORKSPACE');
  const version = header.readUInt32BE(60);
  if (version > currentVersion) throw new AppError('WORKSPACE_NEWER', { version });
  return { isEncrypted: false, isWritable };
}

function readHeader(path: string): { header: Buffer; size: number } {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch {
    throw new AppError('WORKSPACE_MISSING');
  }
  try {
    const header = Buffer.alloc(100);
    const facts = fstatSync(descriptor);
    if (!facts.isFile()) throw new AppError('NOT_A_WORKSPACE');
    readSync(descriptor, header, 0, 100, 0);
    return { header, size: facts.size };
  } finally {
    closeSync(descriptor);
  }
}

/** Cipher text uses all byte values; a text file or a document begins with few. */
function looksLikeNoise(header: Buffer): boolean {
  return new Set(header).size > 60;
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
