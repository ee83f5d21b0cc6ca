import { AppError } from '../app-error.ts';

/** Turns what SQLite or the file system said into an error of ours; anything unknown comes back as it is. */
export function fromSqlite(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const { code } = error;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return new AppError('DISK_FULL');
  if (code === 'SQLITE_READONLY_DBMOVED') return new AppError('WORKSPACE_REPLACED');
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES') return new AppError('WORKSPACE_READ_ONLY');
  if (code.startsWith('SQLITE_CORRUPT')) return new AppError('WORKSPACE_DAMAGED');
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new AppError('WORKSPACE_LOCKED');
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return new AppError('DISK_GONE');
  if (code === 'SQLITE_CANTOPEN') return new AppError('WORKSPACE_MISSING');
  return error;
}
