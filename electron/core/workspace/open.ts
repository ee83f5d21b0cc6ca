import { existsSync, rmSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../app-error.ts';
import { applicationId, openConnection, rekey } from '../db/connection.ts';
import { currentVersion, makeTables, migrate, userVersion } from '../db/migrate.ts';
import { schemaText } from '../db/schema.ts';
import { healSearch } from '../db/search/keep-search.ts';
import type { CoreDeps } from '../deps.ts';
import { makeBackup, verifyBackup } from './backup.ts';
import { checkFile } from './file-checks.ts';
import { readLockNote } from './lock-note.ts';
import { fromSqlite } from './sqlite-errors.ts';
import { Workspace } from './workspace.ts';

export interface OpenOptions {
  readonly passphrase?: string | undefined;
  /** Hold every row against its schema: on in development and tests. */
  readonly checksRows?: boolean;
}

/** Makes a new, empty workspace. @throws AppError WORKSPACE_EXISTS, WORKSPACE_READ_ONLY, DISK_FULL */
export function createWorkspace(path: string, deps: CoreDeps, options: OpenOptions = {}): Workspace {
  if (existsSync(path)) throw new AppError('WORKSPACE_EXISTS');
  let db: Database.Database | undefined;
  try {
    db = openConnection(path, passphraseOf(options));
    db.pragma(`application_id=${applicationId}`);
    migrate(db);
    const fact = db.prepare('INSERT INTO workspace_fact (name, value) VALUES (?, ?)');
    fact.run('workspace', hex(deps.random(16)));
    fact.run('replica', hex(deps.random(4)));
    fact.run('created_at', new Date(deps.now()).toISOString());
  } catch (error) {
    db?.close();
    // Half a file would stand in the way of the next try.
    rmSync(path, { force: true });
    rmSync(`${path}-journal`, { force: true });
    throw fromSqlite(error);
  }
  return start(path, db, deps, options, { isReadOnly: false, wasRecovered: false, isEncrypted: options.passphrase !== undefined });
}

/**
 * Opens a workspace in the order of docs/architecture.md: look at the header, take the lock, check the file, bring it up to
 * date (after a verified backup), ask one real question. Until the migration nothing is written.
 * @throws AppError WORKSPACE_MISSING, NOT_A_WORKSPACE, WORKSPACE_NEWER, WORKSPACE_LOCKED, WRONG_PASSPHRASE, WORKSPACE_DAMAGED
 */
export function openWorkspace(path: string, deps: CoreDeps, options: OpenOptions = {}): Workspace {
  const file = checkFile(path);
  if (file.isEncrypted && options.passphrase === undefined) throw new AppError('WRONG_PASSPHRASE', { asked: 0 });
  // TRUNCATE leaves an empty journal behind; one with content is what a crash left.
  const wasRecovered = (statSync(`${path}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
  const isReadOnly = !file.isWritable;
  const keyed = file.isEncrypted ? passphraseOf(options) : {};
  let db: Database.Database | undefined;
  try {
    db = openConnection(path, { ...keyed, readonly: isReadOnly, mustExist: true });
    if (!isReadOnly) db.exec('BEGIN EXCLUSIVE; COMMIT');
    const { isSearchBroken } = verify(db);
    if (userVersion(db) < currentVersion && !isReadOnly) {
      makeBackup(db, path, deps, 'before-migration', keyed.passphrase);
      migrate(db);
    }
    verifySchema(db);
    if (!isReadOnly) healSearch(db, isSearchBroken);
    db.prepare('SELECT count(*) FROM project').get();
  } catch (error) {
    db?.close();
    throw explain(error, path, file.isEncrypted);
  }
  return start(path, db, deps, options, { isReadOnly, wasRecovered, isEncrypted: file.isEncrypted });
}

function start(
  path: string,
  db: Database.Database,
  deps: CoreDeps,
  options: OpenOptions,
  state: { isReadOnly: boolean; wasRecovered: boolean; isEncrypted: boolean },
): Workspace {
  const workspace = new Workspace({
    path,
    db,
    deps,
    ...state,
    checksRows: options.checksRows ?? false,
  });
  workspace.beat();
  return workspace;
}

const Complaints = z.array(z.object({ quick_check: z.string() }));
/** How the file check names a search index that is out of order inside. */
const searchComplaint = /FTS5 table main\.search_index/u;

/**
 * Holds an opened file against what a workspace of this version must be. A broken search index is no damage: it is derived, and made
 * anew. @throws AppError NOT_A_WORKSPACE, WORKSPACE_NEWER, WORKSPACE_DAMAGED
 */
export function verify(db: Database.Database): { readonly isSearchBroken: boolean } {
  const id = db.pragma('application_id', { simple: true });
  if (id !== applicationId) throw new AppError('NOT_A_WORKSPACE');
  // Encrypted files show their version only now.
  if (userVersion(db) > currentVersion) throw new AppError('WORKSPACE_NEWER', { version: userVersion(db) });
  const complaints = Complaints.parse(db.pragma('quick_check(10)')).flatMap((row) => (row.quick_check === 'ok' ? [] : [row.quick_check]));
  if (!complaints.every((complaint) => searchComplaint.test(complaint))) throw new AppError('WORKSPACE_DAMAGED');
  return { isSearchBroken: complaints.length > 0 };
}

/**
 * A received file may hold no trigger, view or virtual table that this version does not have. Those of the search index are held
 * against this version's by `healSearch`, before anything is written.
 */
export function verifySchema(db: Database.Database): void {
  const fresh = openConnection(':memory:');
  try {
    makeTables(fresh);
    if (schemaText(fresh) !== schemaText(db)) throw new AppError('WORKSPACE_DAMAGED');
  } finally {
    fresh.close();
  }
}

/**
 * Makes sure that a backup is whole and would open once it lies in the place of its workspace. An older one is brought up to date then.
 * @throws AppError BACKUP_BAD
 */
export function verifyRestorable(path: string, passphrase: string | undefined): void {
  verifyBackup(path, passphrase);
  const db = openConnection(path, { readonly: true, mustExist: true, ...passphraseOf({ passphrase }) });
  try {
    verify(db);
    if (userVersion(db) === currentVersion) verifySchema(db);
  } catch {
    throw new AppError('BACKUP_BAD');
  } finally {
    db.close();
  }
}

function explain(error: unknown, path: string, isEncrypted: boolean): unknown {
  if (error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB') {
    return isEncrypted ? new AppError('WRONG_PASSPHRASE', { asked: 1 }) : new AppError('WORKSPACE_DAMAGED');
  }
  const known = fromSqlite(error);
  if (!(known instanceof AppError) || known.code !== 'WORKSPACE_LOCKED') return known;
  const note = readLockNote(path);
  if (note === null) return new AppError('WORKSPACE_LOCKED', { isKnown: 'no', user: '', machine: '', since: 0 });
  return new AppError('WORKSPACE_LOCKED', { isKnown: 'yes', user: note.user, machine: note.machine, since: Date.parse(note.openedAt) });
}

/** Sets, changes or (with an empty text) removes the passphrase of an open workspace. */
export function changePassphrase(workspace: Workspace, passphrase: string): void {
  rekey(workspace.db, passphrase);
}

function passphraseOf(options: OpenOptions): { passphrase?: string } {
  return options.passphrase === undefined ? {} : { passphrase: options.passphrase };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
