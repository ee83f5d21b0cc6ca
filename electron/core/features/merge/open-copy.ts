import { closeSync, openSync, readSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { AppError } from '../../app-error.ts';
import { openConnection } from '../../db/connection.ts';
import { currentVersion, userVersion } from '../../db/migrate.ts';
import { verify, verifySchema } from '../../workspace/open.ts';

const magic = 'SQLite format 3\0';

/**
 * Opens an uploaded copy of a workspace for reading, after the same checks as any workspace.
 * @throws AppError NOT_A_WORKSPACE, WORKSPACE_NEWER, WORKSPACE_DAMAGED, WRONG_PASSPHRASE
 */
export function openCopy(path: string, passphrase: string | undefined): Database.Database {
  const isPlain = readStart(path) === magic;
  if (!isPlain && passphrase === undefined) throw new AppError('WRONG_PASSPHRASE', { asked: 0 });
  const options = { readonly: true, mustExist: true };
  let db: Database.Database | undefined;
  try {
    db = openConnection(path, isPlain || passphrase === undefined ? options : { ...options, passphrase });
    verify(db);
    if (userVersion(db) < currentVersion) throw new AppError('WORKSPACE_DAMAGED');
    verifySchema(db);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB') {
      throw isPlain ? new AppError('WORKSPACE_DAMAGED') : new AppError('WRONG_PASSPHRASE', { asked: 1 });
    }
    throw error;
  }
}

function readStart(path: string): string {
  const descriptor = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(16);
    if (readSync(descriptor, bytes, 0, 16, 0) < 16) throw new AppError('NOT_A_WORKSPACE');
    return bytes.toString('latin1');
  } finally {
    closeSync(descriptor);
  }
}
