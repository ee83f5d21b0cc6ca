import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../app-error.ts';
import type { CoreDeps } from '../deps.ts';
import { readMark, type LogMark } from '../db/changes-since.ts';
import { createClock } from '../db/clock.ts';
import { createIdMaker } from '../db/ids.ts';
import { Operations, type OperationSource } from '../db/operations.ts';
import { openVocabulary } from '../db/search/vocabulary.ts';
import { Statements } from '../db/statements.ts';
import { removeLockNote, writeLockNote } from './lock-note.ts';

const Fact = z.object({ value: z.string() });

/** What a file is, whatever it is called. */
interface FileIdentity {
  readonly ino: bigint;
  readonly dev: bigint;
}

export interface WorkspaceParts {
  readonly path: string;
  readonly db: Database.Database;
  readonly deps: CoreDeps;
  readonly isReadOnly: boolean;
  readonly isEncrypted: boolean;
  /** True when an unfinished transaction of a run that ended badly was rolled back at open. */
  readonly wasRecovered: boolean;
  readonly checksRows: boolean;
}

/** One open workspace: its connection, its operation log and the facts about this copy. Closed by whoever opened it. */
export class Workspace {
  readonly path: string;
  readonly db: Database.Database;
  readonly sql: Statements;
  readonly operations: Operations;
  readonly newId: () => string;
  readonly now: () => number;
  readonly isReadOnly: boolean;
  readonly isEncrypted: boolean;
  readonly wasRecovered: boolean;
  readonly openedAt: string;
  readonly #deps: CoreDeps;
  readonly #file: FileIdentity;
  /** Who has said that they sit here; until then it is whoever the machine knows. Gone when the file is closed. */
  #seated: string | null = null;

  constructor(parts: WorkspaceParts) {
    this.path = parts.path;
    this.db = parts.db;
    this.isReadOnly = parts.isReadOnly;
    this.isEncrypted = parts.isEncrypted;
    this.wasRecovered = parts.wasRecovered;
    this.#deps = parts.deps;
    this.now = parts.deps.now;
    this.#file = statSync(parts.path, { bigint: true });
    this.sql = new Statements(parts.db, parts.checksRows);
    openVocabulary(parts.db);
    this.newId = createIdMaker(parts.deps.now, parts.deps.random);
    this.openedAt = new Date(parts.deps.now()).toISOString();
    const replicaId = this.fact('replica') ?? '00000000';
    const last = this.sql.get(z.object({ hlc: z.string() }), 'SELECT hlc FROM op ORDER BY hlc DESC LIMIT 1')?.hlc ?? '';
    const clock = createClock(parts.deps.now, replicaId, last);
    this.operations = new Operations({ db: parts.db, sql: this.sql, clock, replicaId, newId: this.newId, now: parts.deps.now });
  }

  /** The file's name without its ending, as people call it. */
  get name(): string {
    return basename(this.path).replace(/\.rost$/u, '');
  }

  fact(name: string): string | undefined {
    return this.sql.get(Fact, 'SELECT value FROM workspace_fact WHERE name = :name', { name })?.value;
  }

  /** Number of the last operation. */
  lastOperation(): number {
    return this.sql.get(z.object({ seq: z.int() }), 'SELECT coalesce(max(seq), 0) AS seq FROM op')?.seq ?? 0;
  }

  /** Where the log stands; what a backup is compared by. */
  mark(): LogMark {
    return readMark(this.sql);
  }

  /** Somebody else of the file sits at this machine until it is closed. */
  seat(actorId: string): void {
    this.#seated = actorId;
  }

  /** The name of who has said that they sit here, or null. */
  seatedName(): string | null {
    if (this.#seated === null) return null;
    return this.sql.get(z.object({ name: z.string() }), 'SELECT name FROM actor WHERE id = :id', { id: this.#seated })?.name ?? null;
  }

  /** The person at this machine as the file knows them, or empty before their first deed. Writes nothing. */
  knownActor(): string {
    if (this.#seated !== null) return this.#seated;
    const { userName } = this.#deps;
    return this.sql.get(z.object({ id: z.string() }), 'SELECT id FROM actor WHERE user_name = :userName', { userName })?.id ?? '';
  }

  /** The person at this machine, entered in the file on first use. */
  sourceFor(windowId: string): OperationSource {
    const { userName } = this.#deps;
    const known = this.knownActor();
    if (known !== '' || this.isReadOnly) return { actorId: known, windowId };
    const id = this.newId();
    this.sql.insert('actor', { id, user_name: userName, name: userName, initials: userName.slice(0, 2).toUpperCase() });
    return { actorId: id, windowId };
  }

  /**
   * Makes sure that the path still names the file that is open; another program may have moved or replaced it, and then nothing
   * more is written. @throws AppError WORKSPACE_REPLACED
   */
  assertInPlace(): void {
    if (!this.isFileAt(this.path)) throw new AppError('WORKSPACE_REPLACED');
  }

  /** Whether a path names the very file that is open, by whichever of its names. */
  isFileAt(path: string): boolean {
    const there = statSync(path, { throwIfNoEntry: false, bigint: true });
    if (there === undefined) return false;
    // Some network drives number no files: there only the path tells.
    if (there.ino === 0n) return path === this.path;
    return there.ino === this.#file.ino && there.dev === this.#file.dev;
  }

  /** Tells others who has the file; called at open and every half minute. */
  beat(): void {
    if (this.isReadOnly) return;
    const { userName, machineName, processId } = this.#deps;
    const heartbeatAt = new Date(this.now()).toISOString();
    writeLockNote(this.path, { user: userName, machine: machineName, processId, version: '0.1.0', openedAt: this.openedAt, heartbeatAt });
  }

  close(): void {
    if (!this.db.open) return;
    // No PRAGMA optimize: its statistics tables would keep samples of answers, and change the schema.
    this.db.close();
    if (!this.isReadOnly) removeLockNote(this.path);
  }
}
