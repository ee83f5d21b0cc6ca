import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { RecentWorkspace, WorkspaceStatus } from '../../shared/contract/workspace.ts';
import type { SolveLp } from '../../shared/disclosure/index.ts';
import { loadSolver } from './analysis/solver.ts';
import { AppError } from './app-error.ts';
import { createBlobs, type Blobs } from './blobs.ts';
import { isSameMark, type LogMark } from './db/changes-since.ts';
import type { CoreDeps } from './deps.ts';
import { EventHub } from './event-hub.ts';
import { problemOf } from './log.ts';
import {
  backupFolder,
  flushFile,
  makeBackup,
  rekeyBackups,
  removeOldBackups,
  restoringPath,
  type Backup,
  type BackupReason,
} from './workspace/backup.ts';
import { seedPlaces } from './features/places/seed.ts';
import { shippedRegisters } from './features/places/register-files.ts';
import { changePassphrase, createWorkspace, openWorkspace, verifyRestorable } from './workspace/open.ts';
import { fromSqlite } from './workspace/sqlite-errors.ts';
import type { Workspace } from './workspace/workspace.ts';

export interface SessionOptions {
  readonly deps: CoreDeps;
  /** Where the program keeps its own small files: recent list, sample copies. */
  readonly dataFolder: string;
  /** Folder with the built sample workspace. */
  readonly resourceFolder: string;
  /** Hold every row against its schema: on in development and tests. */
  readonly checksRows: boolean;
}

const programVersion = '0.1.0';
const Recent = z.array(z.strictObject({ path: z.string(), name: z.string(), folder: z.string(), openedAt: z.string() }));

/** The core's state: at most one open workspace, the windows that listen, the files under way. */
export class Session {
  readonly deps: CoreDeps;
  readonly events = new EventHub();
  readonly blobs: Blobs;
  readonly checksRows: boolean;
  readonly resourceFolder: string;
  /** The exact solver of the disclosure gate; null where it could not be loaded, and until `ready`. */
  solve: SolveLp | null = null;
  /** Settled when everything that is loaded in the background is there: what the gate decides must not depend on who asks first. */
  readonly ready: Promise<void>;
  readonly #dataFolder: string;
  #workspace: Workspace | null = null;
  #passphrase: string | undefined;
  #lastBackedUp: LogMark = { seq: 0, hlc: '' };
  #lastSavedAt: string | null = null;
  readonly #timers: NodeJS.Timeout[] = [];

  constructor(options: SessionOptions) {
    this.deps = options.deps;
    this.#dataFolder = options.dataFolder;
    this.resourceFolder = options.resourceFolder;
    this.checksRows = options.checksRows;
    this.blobs = createBlobs(options.deps);
    this.ready = loadSolver(options.resourceFolder).then(
      (solve) => {
        this.solve = solve;
      },
      () => undefined,
    );
    this.#timers.push(setInterval(() => this.#workspace?.beat(), 30_000).unref());
    this.#timers.push(setInterval(() => this.#scheduledBackup(), 15 * 60_000).unref());
  }

  /** The open workspace. @throws AppError NO_WORKSPACE */
  get workspace(): Workspace {
    if (this.#workspace === null) throw new AppError('NO_WORKSPACE');
    return this.#workspace;
  }

  /** Path of the open file, or null. */
  currentPath(): string | null {
    return this.#workspace?.path ?? null;
  }

  status(): WorkspaceStatus {
    const open = this.#workspace;
    const workspace =
      open === null
        ? null
        : {
            name: open.name,
            isReadOnly: open.isReadOnly,
            isEncrypted: open.isEncrypted,
            wasRecovered: open.wasRecovered,
            isSample: open.fact('sample') !== undefined,
            openedAt: open.openedAt,
            lastSavedAt: this.#lastSavedAt,
          };
    return { workspace, user: { name: open?.seatedName() ?? this.deps.userName }, version: programVersion };
  }

  /** Opens a file; the one that was open stays open when the new one cannot be. */
  open(path: string, passphrase?: string): WorkspaceStatus {
    const wanted = existingPath(path);
    // By another of its names it is the same file. It is not even looked into: when any descriptor of a file is closed, the system
    // lets go of every lock this process has on it (fcntl, POSIX).
    if (this.#workspace?.isFileAt(wanted) === true) {
      if (this.#workspace.isFileAt(this.#workspace.path)) return this.status();
      // It has been moved, and is opened where it lies now.
      this.close();
    }
    const opened = openWorkspace(wanted, this.deps, { passphrase, checksRows: this.checksRows });
    // A file without one has no use for it, and backups are made as the file is.
    return this.#take(opened, opened.isEncrypted ? passphrase : undefined);
  }

  create(path: string, passphrase?: string): WorkspaceStatus {
    const wanted = resolve(path.endsWith('.rost') ? path : `${path}.rost`);
    if (!existsSync(dirname(wanted))) throw new AppError('WORKSPACE_MISSING');
    const made = createWorkspace(wanted, this.deps, { passphrase, checksRows: this.checksRows });
    try {
      // The sample is made without: its places are invented.
      seedPlaces(made, shippedRegisters(this.resourceFolder));
    } catch (error) {
      // Left open it would lock the person out of what they have just been refused.
      made.close();
      rmSync(made.path, { force: true });
      throw error;
    }
    return this.#take(made, passphrase);
  }

  /** Opens the sample as a fresh copy, so that looking at it can never overwrite anything. Keeps the last five copies. */
  openSample(): WorkspaceStatus {
    const source = join(this.resourceFolder, 'sample', 'Fjordvik.rost');
    if (!existsSync(source)) throw new AppError('WORKSPACE_MISSING');
    const samples = join(this.#dataFolder, 'samples');
    const folder = join(samples, new Date(this.deps.now()).toISOString().replaceAll(':', '.'));
    mkdirSync(folder, { recursive: true });
    for (const old of readdirSync(samples).toSorted().slice(0, -5)) rmSync(join(samples, old), { recursive: true, force: true });
    copyFileSync(source, join(folder, 'Fjordvik.rost'));
    return this.open(join(folder, 'Fjordvik.rost'));
  }

  close(): WorkspaceStatus {
    const open = this.#workspace;
    if (open === null) return this.status();
    this.#backupIfChanged('at-close');
    open.close();
    this.#workspace = null;
    this.#passphrase = undefined;
    this.#say('closed');
    return this.status();
  }

  /** Ends the session: file closed, timers stopped. */
  end(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.close();
  }

  /** Remembers the moment of the last acknowledged change. */
  saved(): void {
    this.#lastSavedAt = new Date(this.deps.now()).toISOString();
  }

  backup(reason: BackupReason): Backup {
    const open = this.workspace;
    try {
      const made = makeBackup(open.db, open.path, this.deps, reason, this.#passphrase);
      this.#lastBackedUp = open.mark();
      removeOldBackups(open.path, this.deps.now());
      this.#say('backup-made');
      return made;
    } catch (error) {
      throw fromSqlite(error);
    }
  }

  /**
   * Puts a verified backup in the workspace's place, after keeping what is there. Whatever goes wrong, the file that was open is open
   * afterwards. @throws AppError BACKUP_BAD, WORKSPACE_READ_ONLY, WORKSPACE_REPLACED, DISK_FULL
   */
  restore(file: string): WorkspaceStatus {
    const open = this.#writable();
    const { path } = open;
    const passphrase = this.#passphrase;
    const source = join(backupFolder(path), basename(file));
    verifyRestorable(source, passphrase);
    const incoming = restoringPath(path);
    try {
      makeBackup(open.db, path, this.deps, 'before-restore', passphrase);
      copyFileSync(source, incoming);
      flushFile(incoming);
      open.close();
      this.#workspace = null;
      renameSync(incoming, path);
    } catch (error) {
      rmSync(incoming, { force: true });
      if (this.#workspace === null) this.open(path, passphrase);
      throw error;
    }
    return this.open(path, passphrase);
  }

  /** Sets, changes or (with null) removes the passphrase of the file and of its backups. @throws AppError WORKSPACE_READ_ONLY, WORKSPACE_REPLACED */
  setPassphrase(passphrase: string | null): WorkspaceStatus & { readonly backupsLeft: number } {
    const open = this.#writable();
    const { path } = open;
    const [from, to] = [this.#passphrase, passphrase ?? undefined];
    changePassphrase(open, to ?? '');
    open.close();
    this.#workspace = null;
    const status = this.open(path, to);
    return { ...status, backupsLeft: rekeyBackups(path, { from, to }) };
  }

  /** The open workspace when it may be written, at the path it was opened from. @throws AppError WORKSPACE_READ_ONLY, WORKSPACE_REPLACED */
  #writable(): Workspace {
    const open = this.workspace;
    if (open.isReadOnly) throw new AppError('WORKSPACE_READ_ONLY');
    open.assertInPlace();
    return open;
  }

  recent(): RecentWorkspace[] {
    try {
      return Recent.parse(JSON.parse(readFileSync(this.#recentPath(), 'utf8'))).filter((entry) => existsSync(entry.path));
    } catch {
      return [];
    }
  }

  #take(workspace: Workspace, passphrase: string | undefined): WorkspaceStatus {
    this.close();
    this.#workspace = workspace;
    this.#passphrase = passphrase;
    this.#lastBackedUp = workspace.mark();
    this.#lastSavedAt = null;
    this.#remember(workspace);
    this.#say(workspace.isReadOnly ? 'read-only' : 'ready');
    return this.status();
  }

  #remember(workspace: Workspace): void {
    if (workspace.fact('sample') !== undefined) return;
    const entry = { path: workspace.path, name: workspace.name, folder: dirname(workspace.path), openedAt: workspace.openedAt };
    const recent = [entry, ...this.recent().filter((known) => known.path !== entry.path)].slice(0, 12);
    try {
      mkdirSync(this.#dataFolder, { recursive: true });
      writeFileSync(this.#recentPath(), JSON.stringify(recent, null, 2));
    } catch (error) {
      // The file is open all the same; it is only not on the list next time.
      this.deps.log('error', 'recent.failed', { problem: problemOf(error) });
    }
  }

  #recentPath(): string {
    return join(this.#dataFolder, 'recent.json');
  }

  #scheduledBackup(): void {
    this.#backupIfChanged('scheduled');
  }

  #backupIfChanged(reason: BackupReason): void {
    const open = this.#workspace;
    if (open === null || open.isReadOnly) return;
    try {
      if (!isSameMark(open.mark(), this.#lastBackedUp)) this.backup(reason);
    } catch (error) {
      this.deps.log('error', 'backup.failed', { reason, problem: problemOf(error) });
    }
  }

  #say(state: 'ready' | 'closed' | 'read-only' | 'backup-made'): void {
    this.events.emit({ type: 'workspace', state, at: new Date(this.deps.now()).toISOString() });
  }
}

/** The file at a path; one made by a name without its ending is found by that name too. */
function existingPath(path: string): string {
  const wanted = resolve(path);
  const withEnding = `${wanted}.rost`;
  return !existsSync(wanted) && existsSync(withEnding) ? withEnding : wanted;
}
