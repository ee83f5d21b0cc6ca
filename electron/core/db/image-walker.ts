import type Database from 'better-sqlite3';
import { rowImageSql } from './row-image.ts';
import { columnsOf, type ColumnShape } from './schema.ts';

interface Change {
  readonly table_name: string;
  readonly row_id: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Image = Readonly<Record<string, string | number | null>>;

interface TableTools {
  readonly columns: readonly ColumnShape[];
  readonly read: Database.Statement;
  readonly insert: Database.Statement;
  readonly update: Database.Statement;
  readonly remove: Database.Statement;
}

/** Walks an operation's row images backwards and puts every row back to what it was before. */
export class ImageWalker {
  readonly #db: Database.Database;
  readonly #tools = new Map<string, TableTools>();

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** Answers the first row that is no longer as the operation left it, or null when all were put back. */
  walkBack(seq: number): { table: string; rowId: string } | null {
    const changes = this.#db
      .prepare('SELECT table_name, row_id, before, after FROM op_change WHERE op_seq = :seq ORDER BY n DESC')
      // Columns as the statement names them.
      .all({ seq }) as Change[];
    for (const change of changes) if (!this.#putBack(change)) return { table: change.table_name, rowId: change.row_id };
    return null;
  }

  #putBack(change: Change): boolean {
    const tools = this.#toolsFor(change.table_name);
    const key = this.#values(tools.columns, change.after ?? change.before ?? '{}');
    const now = tools.read.pluck().get(keyOf(tools.columns, key));
    if ((now ?? null) !== change.after) return false;
    this.write(change.table_name, change.after, change.before);
    return true;
  }

  /** Makes a row what an image says: inserts it where `from` is null, deletes it where `to` is. */
  write(table: string, from: string | null, to: string | null): void {
    const tools = this.#toolsFor(table);
    if (to === null) tools.remove.run(keyOf(tools.columns, this.#values(tools.columns, from ?? '{}')));
    else if (from === null) tools.insert.run(this.#values(tools.columns, to));
    else tools.update.run(this.#values(tools.columns, to));
  }

  /** An image's values, with REAL columns turned back from their 17 digits. */
  #values(columns: readonly ColumnShape[], image: string): Record<string, string | number | null> {
    // Images are written by triggers as flat objects of scalars.
    const parsed = JSON.parse(image) as Image;
    const values: Record<string, string | number | null> = {};
    for (const column of columns) {
      const value = parsed[column.name] ?? null;
      values[column.name] = column.type === 'REAL' && value !== null ? Number(value) : value;
    }
    return values;
  }

  #toolsFor(table: string): TableTools {
    const known = this.#tools.get(table);
    if (known !== undefined) return known;
    const columns = columnsOf(this.#db, table);
    const names = columns.map((column) => column.name);
    const where = columns
      .filter((column) => column.pk > 0)
      .map((column) => `${column.name} = :${column.name}`)
      .join(' AND ');
    const rest = columns.filter((column) => column.pk === 0).map((column) => `${column.name} = :${column.name}`);
    // A table of keys only cannot be updated; its update statement is never used.
    const set = rest.length > 0 ? rest.join(', ') : `${names[0]} = :${names[0]}`;
    const tools = {
      columns,
      read: this.#db.prepare(`SELECT ${rowImageSql(columns, table)} FROM ${table} WHERE ${where}`),
      insert: this.#db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`),
      update: this.#db.prepare(`UPDATE ${table} SET ${set} WHERE ${where}`),
      remove: this.#db.prepare(`DELETE FROM ${table} WHERE ${where}`),
    };
    this.#tools.set(table, tools);
    return tools;
  }
}

function keyOf(
  columns: readonly ColumnShape[],
  values: Readonly<Record<string, string | number | null>>,
): Record<string, string | number | null> {
  return Object.fromEntries(columns.filter((column) => column.pk > 0).map((column) => [column.name, values[column.name] ?? null]));
}
