import { z } from 'zod';
import type { Statements } from './statements.ts';

/** Where the log stands, to ask later what has changed since. A step that is joined to the one before keeps its number and gets a new clock. */
export interface LogMark {
  readonly seq: number;
  readonly hlc: string;
}

const Mark = z.object({ seq: z.int(), hlc: z.string() });
const Table = z.object({ table_name: z.string() });
const Batch = z.object({ seq: z.int() });
const Value = z.object({ value: z.union([z.string(), z.number()]).nullable() });

/** Where the log stands now. */
export function readMark(sql: Statements): LogMark {
  return sql.get(Mark, 'SELECT seq, hlc FROM op ORDER BY seq DESC LIMIT 1') ?? { seq: 0, hlc: '' };
}

export function isSameMark(a: LogMark, b: LogMark): boolean {
  return a.seq === b.seq && a.hlc === b.hlc;
}

/** The first step that may hold something new: the one of the mark too, when something was joined to it. */
export function firstSince(sql: Statements, mark: LogMark): number {
  const known = sql.get(Mark, 'SELECT seq, hlc FROM op WHERE seq = :seq', { seq: mark.seq });
  return known?.hlc === mark.hlc ? mark.seq + 1 : mark.seq;
}

/** Tables of which rows have changed since; null when an import was made, undone or redone, whose rows stand in no log. */
export function tablesChangedSince(sql: Statements, mark: LogMark): ReadonlySet<string> | null {
  const from = firstSince(sql, mark);
  if (sql.get(Batch, 'SELECT seq FROM op WHERE seq >= :from AND batch_id IS NOT NULL LIMIT 1', { from }) !== undefined) return null;
  const rows = sql.all(Table, 'SELECT DISTINCT table_name FROM op_change WHERE op_seq >= :from', { from });
  return new Set(rows.map((row) => row.table_name));
}

/** What a column held before and after in every row of a table that has changed since. Numbers as text. The column's name comes from code. */
export function valuesChangedSince(sql: Statements, mark: LogMark, table: string, column: string): ReadonlySet<string> {
  const rows = sql.all(
    Value,
    `SELECT before ->> :path AS value FROM op_change WHERE op_seq >= :from AND table_name = :table
     UNION SELECT after ->> :path FROM op_change WHERE op_seq >= :from AND table_name = :table`,
    { from: firstSince(sql, mark), table, path: `$.${column}` },
  );
  return new Set(rows.flatMap((row) => (row.value === null ? [] : String(row.value))));
}
