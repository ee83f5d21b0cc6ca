import type Database from 'better-sqlite3';
import { rowIdSql, rowImageSql } from '../../db/row-image.ts';
import { columnsOf, loggedTables, type ColumnShape } from '../../db/schema.ts';

export type Value = string | number | null;
/** A row as the operation log keeps it: every column, REAL as text with 17 digits. */
export type Image = Readonly<Record<string, Value>>;

export interface ForeignKey {
  readonly column: string;
  readonly table: string;
  readonly to: string;
}

/** What merging must know of a table, read from the schema itself. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly ColumnShape[];
  readonly keys: readonly ColumnShape[];
  readonly foreignKeys: readonly ForeignKey[];
  /** Columns of each unique index beside the primary key. */
  readonly uniques: readonly (readonly string[])[];
}

/** Shapes of all tables the operation log follows, except the log of merges itself. */
export function readShapes(db: Database.Database): ReadonlyMap<string, TableShape> {
  const names = loggedTables(db).filter((name) => name !== 'merged_op');
  return new Map(names.map((name) => [name, readShape(db, name)]));
}

function readShape(db: Database.Database, name: string): TableShape {
  const columns = columnsOf(db, name);
  const keys = columns.filter((column) => column.pk > 0).toSorted((a, b) => a.pk - b.pk);
  // Columns of SQLite's own table-valued functions.
  const foreignKeys = db
    .prepare('SELECT "from" AS "column", "table", "to" FROM pragma_foreign_key_list(:name)')
    .all({ name }) as ForeignKey[];
  const indexes = db
    .prepare(`SELECT name FROM pragma_index_list(:name) WHERE "unique" = 1 AND origin <> 'pk'`)
    .pluck()
    .all({ name }) as string[];
  const uniques = indexes.map(
    (index) => db.prepare('SELECT name FROM pragma_index_info(:index) ORDER BY seqno').pluck().all({ index }) as string[],
  );
  return { name, columns, keys, foreignKeys, uniques };
}

/** The name under which a row stands in the log. */
export function rowIdOf({ keys }: TableShape, image: Image): string {
  return keys.map((key) => String(image[key.name] ?? '')).join(':');
}

/** Reads rows of one file as images. */
export class RowReader {
  readonly #db: Database.Database;
  readonly #shapes: ReadonlyMap<string, TableShape>;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(db: Database.Database, shapes: ReadonlyMap<string, TableShape>) {
    this.#db = db;
    this.#shapes = shapes;
  }

  /** The row as it stands now, or null. */
  row(table: string, rowId: string): Image | null {
    const shape = this.#shapes.get(table);
    if (shape === undefined) return null;
    const parts = shape.keys.length === 1 ? [rowId] : rowId.split(':');
    const key = Object.fromEntries(
      shape.keys.map((column, index) => [column.name, column.type === 'INTEGER' ? Number(parts[index]) : parts[index]]),
    );
    return this.where(table, key)[0] ?? null;
  }

  /** Rows whose columns have these values; a null value matches nothing. */
  where(table: string, values: Readonly<Record<string, Value | undefined>>): Image[] {
    const shape = this.#shapes.get(table);
    const names = Object.keys(values);
    if (shape === undefined) return [];
    const condition = names.map((name) => `${name} = :${name}`).join(' AND ');
    const sql = `SELECT ${rowImageSql(shape.columns, table)} FROM ${table} WHERE ${condition === '' ? '1' : condition}`;
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql).pluck();
      this.#statements.set(sql, statement);
    }
    // The statement gives one JSON object of scalars per row.
    return (statement.all(values) as string[]).map((text) => JSON.parse(text) as Image);
  }

  /** Names of the rows for which an SQL condition on :batch holds. */
  idsIn(table: string, condition: string, batch: string): string[] {
    const shape = this.#shapes.get(table);
    if (shape === undefined) return [];
    return this.#db
      .prepare(`SELECT ${rowIdSql(shape.columns, table)} FROM ${table} WHERE ${condition}`)
      .pluck()
      .all({ batch }) as string[];
  }
}

/** Whether two rows are the same in every column. */
export function isSameRow(a: Image | null, b: Image | null): boolean {
  if (a === null || b === null) return a === b;
  return Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((name) => a[name] === b[name]);
}
