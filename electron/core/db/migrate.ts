import type Database from 'better-sqlite3';
import * as first from './migrations/0010-first.ts';
import { logTriggersSql } from './row-image.ts';
import { columnsOf, loggedTables } from './schema.ts';
import { makeSearch } from './search/keep-search.ts';

export interface Migration {
  /** user_version of the file afterwards. */
  readonly version: number;
  readonly up: readonly string[];
}

/** Every migration, oldest first. A released one is never edited. */
export const migrations: readonly Migration[] = [{ version: first.version, up: first.up }];

/** The newest version this program knows. */
export const currentVersion = migrations.at(-1)?.version ?? 0;

/** Brings an open file to the newest version in one transaction; a failure leaves it as it was. */
export function migrate(db: Database.Database, known: readonly Migration[] = migrations): void {
  bringUp(db, known, () => makeSearch(db));
}

/** Makes an empty file's tables without the search index over them: what a file's schema is held against. */
export function makeTables(db: Database.Database): void {
  bringUp(db, migrations, () => undefined);
}

function bringUp(db: Database.Database, known: readonly Migration[], derive: () => void): void {
  const from = userVersion(db);
  const steps = known.filter((migration) => migration.version > from);
  const target = steps.at(-1)?.version;
  if (target === undefined) return;
  db.transaction(() => {
    dropLogTriggers(db);
    for (const step of steps) for (const sql of step.up) db.exec(sql);
    createLogTriggers(db);
    derive();
    const broken = db.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0) throw new Error(`migration ${target} breaks foreign keys`);
    db.pragma(`user_version=${target}`);
  }).exclusive();
}

/** The file's own version number. */
export function userVersion(db: Database.Database): number {
  // user_version is an integer by definition.
  return db.pragma('user_version', { simple: true }) as number;
}

function dropLogTriggers(db: Database.Database): void {
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all() as { name: string }[];
  for (const { name } of names) db.exec(`DROP TRIGGER ${name}`);
}

function createLogTriggers(db: Database.Database): void {
  for (const table of loggedTables(db)) for (const sql of logTriggersSql(table, columnsOf(db, table))) db.exec(sql);
}
