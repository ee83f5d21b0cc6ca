import type Database from 'better-sqlite3';
import { ImageWalker } from '../../db/image-walker.ts';
import type { Statements } from '../../db/statements.ts';
import { movePositions } from '../texts/move-positions.ts';
import type { MergePlan } from './plan.ts';
import type { RowWrite } from './planned-writes.ts';
import type { Value } from './shapes.ts';

/** How many rows a merge has written. */
export interface MergeCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

export interface Target {
  readonly db: Database.Database;
  readonly sql: Statements;
}

/** Writes a plan inside the running operation: the rows, what they need from outside the log, and which operations are known now. */
export function carryOut({ db, sql }: Target, there: Database.Database, plan: MergePlan): MergeCounts {
  db.pragma('defer_foreign_keys=ON');
  for (const actor of plan.actors) sql.insert('actor', actor);
  bringRows(sql, there, 'import_batch', plan.batchIds, 'id');
  bringRows(sql, there, 'attachment_content', hashesIn(plan.writes), 'sha256');
  const walker = new ImageWalker(db);
  moveOwnCodings(sql, plan.writes);
  // Rows go, then change, then come: a code that was given away may be taken at once.
  for (const write of plan.writes.toSorted((a, b) => stepOf(a) - stepOf(b)))
    walker.write(write.table, imageText(write.from), imageText(write.to));
  for (const op of plan.ops) {
    const { id, hlc, actor_id, at, label_id, label_params } = op;
    sql.insert('merged_op', { id, hlc, actor_id, at, label_id, label_params });
  }
  return countWrites(plan.writes);
}

function stepOf({ from, to }: RowWrite): number {
  return to === null ? 0 : from === null ? 2 : 1;
}

export function countWrites(writes: readonly RowWrite[]): MergeCounts {
  return {
    added: writes.filter((write) => write.from === null).length,
    changed: writes.filter((write) => write.from !== null && write.to !== null).length,
    removed: writes.filter((write) => write.to === null).length,
  };
}

function imageText(image: RowWrite['to']): string | null {
  return image === null ? null : JSON.stringify(image);
}

/** A text that comes in another wording moves the codings that stand on it here and that the copy did not move itself. */
function moveOwnCodings(sql: Statements, writes: readonly RowWrite[]): void {
  for (const { table, rowId, from, to } of writes) {
    if (table === 'text' && from !== null && to !== null && from['body'] !== to['body'])
      movePositions({ sql }, rowId, String(from['body']), String(to['body']));
  }
}

/** Columns that name bytes kept apart from the log. */
const hashColumns: Readonly<Record<string, readonly string[]>> = {
  attachment: ['sha256'],
  house_style: ['logo_sha256', 'template_sha256'],
};

function hashesIn(writes: readonly RowWrite[]): string[] {
  return writes.flatMap(({ table, to }) => (hashColumns[table] ?? []).flatMap((column) => to?.[column] ?? []).map(String));
}

/** Copies rows of a table outside the log that are not here yet. Such tables have the same columns in both files: the schema was checked. */
function bringRows(
  sql: Statements,
  there: Database.Database,
  table: 'import_batch' | 'attachment_content',
  keys: readonly string[],
  key: string,
): void {
  const read = there.prepare(`SELECT * FROM ${table} WHERE ${key} = :key`);
  for (const value of new Set(keys)) {
    const row = read.get({ key: value }) as Record<string, Value | Uint8Array> | undefined;
    if (row === undefined) continue;
    const names = Object.keys(row);
    sql.run(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')}) ON CONFLICT DO NOTHING`,
      row,
    );
  }
}
