import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type Database from 'better-sqlite3';
import { createBulkInsert } from './bulk-insert.ts';
import { columnsOf, loggedTables } from './schema.ts';
import { deleteSearched } from './search/keep-search.ts';

const rowsPerPack = 5000;

/** Which rows of a table belong to a batch, as an SQL condition on :batch; null when the table has no part in batches. */
function batchCondition(db: Database.Database, table: string): string | null {
  if (table === 'answer' || table === 'second_answer') return 'interview_key IN (SELECT key FROM interview WHERE batch_id = :batch)';
  return columnsOf(db, table).some((column) => column.name === 'batch_id') ? 'batch_id = :batch' : null;
}

export interface BatchTable {
  readonly name: string;
  readonly condition: string;
  readonly columns: readonly string[];
}

/** Answers come first: they are found through interviews, which must still be there when they are taken out. */
export function batchTables(db: Database.Database): BatchTable[] {
  const tables: BatchTable[] = [];
  for (const name of loggedTables(db)) {
    const condition = batchCondition(db, name);
    if (condition !== null) tables.push({ name, condition, columns: columnsOf(db, name).map((column) => column.name) });
  }
  return tables.toSorted((a, b) => Number(b.name.endsWith('answer')) - Number(a.name.endsWith('answer')));
}

/** Takes a batch's rows out of their tables and keeps them, packed, so that a redo can put the very same rows back. */
export function archiveBatch(db: Database.Database, batch: string): void {
  let n = 0;
  const keep = db.prepare('INSERT INTO import_archive (batch_id, n, table_name, rows) VALUES (:batch, :n, :table, :rows)');
  for (const table of batchTables(db)) {
    const rows = db
      .prepare(`SELECT ${table.columns.join(', ')} FROM ${table.name} WHERE ${table.condition}`)
      .raw()
      .all({ batch });
    for (let start = 0; start < rows.length; start += rowsPerPack) {
      const packed = deflateRawSync(JSON.stringify(rows.slice(start, start + rowsPerPack)));
      keep.run({ batch, n, table: table.name, rows: packed });
      n += 1;
    }
    if (rows.length === 0) continue;
    const remove = db.prepare(`DELETE FROM ${table.name} WHERE ${table.condition}`);
    deleteSearched(db, table.name, rows.length, () => remove.run({ batch }));
  }
}

/** Puts an archived batch back, row for row. */
export function restoreBatch(db: Database.Database, batch: string): void {
  const packs = db.prepare('SELECT table_name, rows FROM import_archive WHERE batch_id = :batch ORDER BY n DESC').all({ batch });
  // Columns as the statement names them; rows were packed by archiveBatch.
  for (const pack of packs as { table_name: string; rows: Uint8Array }[]) {
    const columns = columnsOf(db, pack.table_name).map((column) => column.name);
    const insert = createBulkInsert(db, pack.table_name, columns);
    for (const row of JSON.parse(inflateRawSync(pack.rows).toString('utf8')) as (string | number | null)[][]) insert.add(...row);
    insert.finish();
  }
  db.prepare('DELETE FROM import_archive WHERE batch_id = :batch').run({ batch });
}

/** The first later operation, still in force, that changed a row of the batch; null when the batch is as it came. */
export function findBatchConflict(db: Database.Database, batch: string, seq: number): number | null {
  for (const table of batchTables(db)) {
    const isAnswer = table.name.endsWith('answer');
    const keyOf = isAnswer
      ? `CAST(substr(row_id, 1, instr(row_id, ':') - 1) AS INTEGER) IN (SELECT key FROM interview WHERE batch_id = :batch)`
      : `row_id IN (SELECT id FROM ${table.name} WHERE ${table.condition})`;
    const found = db
      .prepare(
        `SELECT op_seq FROM op_change JOIN op ON op.seq = op_change.op_seq WHERE table_name = :table AND op_seq > :seq
         AND op.undone_by IS NULL AND op.undoes IS NULL AND ${keyOf} ORDER BY op_seq LIMIT 1`,
      )
      .pluck()
      .get({ table: table.name, batch, seq });
    if (typeof found === 'number') return found;
  }
  return null;
}
