import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { readBackupName } from '../../../shared/model/backup-name.ts';
import { AppError } from '../app-error.ts';
import { applicationId, openConnection, rekey } from '../db/connection.ts';
import type { CoreDeps } from '../deps.ts';

export type BackupReason =
  | 'scheduled'
  | 'at-close'
  | 'before-migration'
  | 'before-import'
  | 'before-merge'
  | 'before-restore'
  | 'after-erasure'
  | 'by-hand';

/** What the name of a copy ends with until it is whole. */
const unfinished = '.making';

/** A verified copy in the folder beside the workspace. */
export interface Backup {
  readonly file: string;
  readonly madeAt: string;
  readonly reason: string;
  readonly byteCount: number;
}

/** Folder of a workspace's backups, beside it, so that the office's own access rights cover them. */
export function backupFolder(workspacePath: string): string {
  return join(dirname(workspacePath), `${basename(workspacePath).replace(/\.rost$/u, '')} – backups`);
}

/**
 * Makes a consistent copy with VACUUM INTO (keeps the key, drops deleted content), proves that it opens and is whole, and only
 * then gives it its name. @throws AppError BACKUP_BAD when the copy fails its check
 */
export function makeBackup(
  db: Database.Database,
  workspacePath: string,
  deps: CoreDeps,
  reason: BackupReason,
  passphrase?: string,
): Backup {
  const folder = backupFolder(workspacePath);
  mkdirSync(folder, { recursive: true });
  const { name, madeAt } = freeName(folder, deps.now(), reason);
  const path = join(folder, name);
  const temporary = `${path}${unfinished}`;
  rmSync(temporary, { force: true });
  try {
    db.prepare('VACUUM INTO :path').run({ path: temporary });
    verifyBackup(temporary, passphrase);
    flushFile(temporary);
    renameSync(temporary, path);
  } catch (error) {
    // On a full disk the half of a copy would take what room there is.
    rmSync(temporary, { force: true });
    throw error;
  }
  return { file: name, madeAt, reason, byteCount: statSync(path).size };
}

/** A name no other backup has, so that one made in the same moment is never overwritten. */
function freeName(folder: string, now: number, reason: BackupReason): { name: string; madeAt: string } {
  for (let ms = now; ; ms += 1) {
    const madeAt = new Date(ms).toISOString();
    const name = `${madeAt.replaceAll(':', '.')} ${reason}.rost`;
    if (!existsSync(join(folder, name))) return { name, madeAt };
  }
}

/** Opens a copy read-only, checks it through and answers how many interviews it holds. @throws AppError BACKUP_BAD */
export function verifyBackup(path: string, passphrase?: string): { interviews: number } {
  let db: Database.Database | undefined;
  try {
    db = openConnection(path, { readonly: true, mustExist: true, ...(passphrase === undefined ? {} : { passphrase }) });
    if (db.pragma('application_id', { simple: true }) !== applicationId) throw new AppError('BACKUP_BAD');
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw new AppError('BACKUP_BAD');
    const row = z.object({ n: z.int() }).parse(db.prepare('SELECT count(*) AS n FROM interview').get());
    return { interviews: row.n };
  } catch {
    throw new AppError('BACKUP_BAD');
  } finally {
    db?.close();
  }
}

/** The backups beside a workspace, newest first. */
export function listBackups(workspacePath: string): Backup[] {
  const folder = backupFolder(workspacePath);
  if (!existsSync(folder)) return [];
  const found: Backup[] = [];
  for (const file of readdirSync(folder)) {
    const name = readBackupName(file);
    if (name !== null) found.push({ file, ...name, byteCount: statSync(join(folder, file)).size });
  }
  return found.toSorted((a, b) => b.madeAt.localeCompare(a.madeAt));
}

/**
 * Which backups to keep: today's last three, one a day for ten days, one a month for six months. Pure.
 * @returns the files that may go
 */
export function thinBackups(backups: readonly Backup[], now: number): string[] {
  const today = new Date(now).toISOString().slice(0, 10);
  const keep = new Set<string>();
  const days = new Set<string>();
  const months = new Set<string>();
  let kept = 0;
  for (const backup of backups.toSorted((a, b) => b.madeAt.localeCompare(a.madeAt))) {
    const day = backup.madeAt.slice(0, 10);
    if (day === today && kept < 3) {
      keep.add(backup.file);
      kept += 1;
    }
    if (!days.has(day) && days.size < 10) keep.add(backup.file);
    days.add(day);
    const month = day.slice(0, 7);
    if (!months.has(month) && months.size < 6) keep.add(backup.file);
    months.add(month);
  }
  return backups.map((backup) => backup.file).filter((file) => !keep.has(file));
}

/** Removes the backups that thinning lets go; what cannot be removed now goes next time. */
export function removeOldBackups(workspacePath: string, now: number): void {
  removeBackups(workspacePath, thinBackups(listBackups(workspacePath), now));
}

/** Deletes backups by name, and answers which are still there: a file may be open elsewhere, or the folder locked. */
export function removeBackups(workspacePath: string, files: readonly string[]): string[] {
  const folder = backupFolder(workspacePath);
  for (const file of files) removeIfPossible(join(folder, file));
  removeUnfinished(workspacePath);
  return files.filter((file) => existsSync(join(folder, file)));
}

/** Where a backup waits until it takes the place of its workspace. */
export function restoringPath(workspacePath: string): string {
  return `${workspacePath}.restoring`;
}

/**
 * Removes copies that a run which was ended left half made. They hold answers, are on no list, and have the passphrase of their day. None
 * can be another's: a workspace is open in one place only.
 */
function removeUnfinished(workspacePath: string): void {
  removeIfPossible(restoringPath(workspacePath));
  const folder = backupFolder(workspacePath);
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder)) {
    const [name = '', rest] = file.split(unfinished);
    if ((rest === '' || rest === '-journal') && readBackupName(name) !== null) removeIfPossible(join(folder, file));
  }
}

function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Whoever must know looks whether it is still there.
  }
}

/** Passphrases before and after; undefined is none. */
interface KeyChange {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * Gives every backup the passphrase that its workspace now has: otherwise what lies beside a protected file could still be read, and no
 * copy from before could be restored. Each is changed in a copy of its own that is verified before it takes the place. Answers how many
 * stay as they were.
 */
export function rekeyBackups(workspacePath: string, change: KeyChange): number {
  removeUnfinished(workspacePath);
  const folder = backupFolder(workspacePath);
  return listBackups(workspacePath).filter(({ file }) => !rekeyOne(join(folder, file), change)).length;
}

function rekeyOne(path: string, { from, to }: KeyChange): boolean {
  const temporary = `${path}${unfinished}`;
  let db: Database.Database | undefined;
  try {
    copyFileSync(path, temporary);
    db = openConnection(temporary, { mustExist: true, ...(from === undefined ? {} : { passphrase: from }) });
    rekey(db, to ?? '');
    db.close();
    verifyBackup(temporary, to);
    flushFile(temporary);
    renameSync(temporary, path);
    return true;
  } catch {
    // It is counted; the copy itself was not touched.
    db?.close();
    return false;
  } finally {
    for (const left of [temporary, `${temporary}-journal`]) rmSync(left, { force: true });
  }
}

/** Waits until a file is on the disk. Windows flushes only what was opened for writing. */
export function flushFile(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
