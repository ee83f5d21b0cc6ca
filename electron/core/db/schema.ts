import type Database from 'better-sqlite3';
import { searchNames } from './search/keep-search.ts';

export interface ColumnShape {
  readonly name: string;
  readonly type: string;
  /** Position in the primary key from 1, or 0. */
  readonly pk: number;
}

/** Tables that people change and that the operation log therefore follows: all but the log's own and the derived ones. */
const unloggedTables = new Set([
  'op',
  'op_change',
  'op_ctx',
  'import_batch',
  'import_archive',
  'import_mapping',
  'workspace_fact',
  'section_time',
  'actor',
  'attachment_content',
]);

/** Names of all ordinary tables in the file, in order. The search index is derived and none of them. */
export function tableNames(db: Database.Database): string[] {
  const rows = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").all();
  // The statement has exactly one text column.
  return (rows as { name: string }[]).map((row) => row.name).filter((name) => !searchNames.has(name));
}

/** Tables the operation log follows. */
export function loggedTables(db: Database.Database): string[] {
  return tableNames(db).filter((name) => !unloggedTables.has(name));
}

/** Columns of a table in their stored order. */
export function columnsOf(db: Database.Database, table: string): ColumnShape[] {
  // pragma_table_info's column names and types are SQLite's own.
  return db.prepare('SELECT name, type, pk FROM pragma_table_info(:table) ORDER BY cid').all({ table }) as ColumnShape[];
}

/** The schema as text, without white space and without the search index, for comparing a file with what its version should hold. */
export function schemaText(db: Database.Database): string {
  const rows = db
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type, name")
    .all();
  // sqlite_schema's columns are text.
  return (rows as { type: string; name: string; sql: string }[])
    .filter((row) => !searchNames.has(row.name))
    .map(
      (row) =>
        `${row.type} ${row.name}: ${row.sql
          .replaceAll(/--[^\n]*/g, '')
          .replaceAll(/\s+/g, ' ')
          .trim()}`,
    )
    .join('\n');
}
