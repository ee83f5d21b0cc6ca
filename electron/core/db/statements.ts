import type Database from 'better-sqlite3';
import type { z } from 'zod';
import { answerChangesSetup } from './answer-changes.ts';
import { TableMemory, type MemoryKind } from './table-memory.ts';

export type SqlValue = string | number | bigint | null | Uint8Array;
export type SqlParams = Readonly<Record<string, SqlValue>>;

/**
 * Prepared statements of one connection: plain SQL, bound by name, prepared once. With a schema, rows are parsed in
 * development and tests (`checksRows`), and trusted in production.
 */
export class Statements {
  readonly #db: Database.Database;
  readonly #prepared = new Map<string, Database.Statement>();
  readonly #checksRows: boolean;
  readonly #memory: TableMemory;

  constructor(db: Database.Database, checksRows: boolean) {
    this.#db = db;
    this.#checksRows = checksRows;
    this.#memory = new TableMemory(db);
    db.exec(answerChangesSetup);
  }

  #prepare(sql: string): Database.Statement {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.#db.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }

  /** All rows. */
  all<T>(schema: z.ZodType<T>, sql: string, params: SqlParams = {}): T[] {
    const rows = this.#prepare(sql).all(params);
    // Outside development the schema has already been held against every statement by the tests.
    return this.#checksRows ? rows.map((row) => schema.parse(row)) : (rows as T[]);
  }

  /** The first row, or undefined. */
  get<T>(schema: z.ZodType<T>, sql: string, params: SqlParams = {}): T | undefined {
    const row = this.#prepare(sql).get(params);
    if (row === undefined) return undefined;
    // As in all().
    return this.#checksRows ? schema.parse(row) : (row as T);
  }

  /** Runs a writing statement and answers how many rows it changed. */
  run(sql: string, params: SqlParams = {}): number {
    return this.#prepare(sql).run(params).changes;
  }

  /** Inserts one row given by column name. Table and column names come from code, never from a person. */
  insert(table: string, row: SqlParams): void {
    const columns = Object.keys(row);
    this.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((c) => `:${c}`).join(', ')})`, row);
  }

  /** What `make` works out from a group of tables, remembered until one of them changes. Shared: nobody may change it. */
  remembered<T extends object>(kind: MemoryKind<T>, key: string, make: () => T): T {
    return this.#memory.recall(kind, key, make);
  }
}
