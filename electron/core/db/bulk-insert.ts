import type Database from 'better-sqlite3';

/** Values bound in one statement: enough that the statement's own cost no longer counts (performance.md 3). */
const valuesPerStatement = 2000;

export interface BulkInsert {
  /** One row, in the order of the columns. */
  readonly add: (...values: readonly (string | number | null)[]) => void;
  /** Writes what is left. Call once, after the last row. */
  readonly finish: () => void;
}

/** Inserts rows of one table many at a time. Table and column names come from code, never from a person. */
export function createBulkInsert(db: Database.Database, table: string, columns: readonly string[]): BulkInsert {
  const fullRows = Math.floor(valuesPerStatement / columns.length);
  const place = `(${columns.map(() => '?').join(', ')})`;
  const prepare = (rows: number): Database.Statement =>
    db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array.from({ length: rows }, () => place).join(', ')}`);
  let full: Database.Statement | null = null;
  let waiting: (string | number | null)[] = [];
  return {
    add: (...values) => {
      waiting.push(...values);
      if (waiting.length < fullRows * columns.length) return;
      full ??= prepare(fullRows);
      full.run(waiting);
      waiting = [];
    },
    finish: () => {
      if (waiting.length > 0) prepare(waiting.length / columns.length).run(waiting);
      waiting = [];
    },
  };
}
