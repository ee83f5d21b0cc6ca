import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { columnsOf, loggedTables } from '../../electron/core/db/schema.ts';

/** A new folder of its own for one test. */
export function aFolder(): string {
  return mkdtempSync(join(tmpdir(), 'rost-test-'));
}

/** A path for a workspace that does not exist yet. */
export function aPath(name = 'arbeid.rost'): string {
  return join(aFolder(), name);
}

/** Everything people can change, table by table and row by row, as one comparable value. */
export function contentOf(db: Database.Database): Record<string, unknown[]> {
  const content: Record<string, unknown[]> = {};
  for (const table of loggedTables(db)) {
    const columns = columnsOf(db, table);
    const keys = columns.filter((column) => column.pk > 0).map((column) => column.name);
    const rows = db
      .prepare(`SELECT ${columns.map((column) => column.name).join(', ')} FROM ${table} ORDER BY ${keys.join(', ')}`)
      .raw()
      .all();
    if (rows.length > 0) content[table] = rows;
  }
  return content;
}

/** A short mark of contentOf, for many comparisons. */
export function markOf(db: Database.Database): string {
  return createHash('sha256')
    .update(JSON.stringify(contentOf(db)))
    .digest('hex');
}
