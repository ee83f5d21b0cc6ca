import type Database from 'better-sqlite3';
import { z } from 'zod';
import { columnsOf, tableNames } from '../../db/schema.ts';

/*
 * Which rows are a project's follows from the schema itself, so that a table nobody thought of here is not forgotten: every row that points at
 * the project, and every row that points at one of those, and so on. The history holds images of rows that are gone; they point in the same
 * way. Values that can be pointed at are kept by table and column.
 */

interface Pointer {
  readonly table: string;
  readonly column: string;
  readonly isNullable: boolean;
  readonly to: string;
  readonly toColumn: string;
}

const PointerRow = z.object({ from: z.string(), table: z.string(), to: z.string().nullable() });
const ColumnRow = z.object({ name: z.string(), notnull: z.int() });

/** Tables whose rows outlive the project: the project itself, and what has left. */
const staying: ReadonlySet<string> = new Set(['project', 'release']);
/** Tables that belong to no project, though a row of them may name one. */
const shared: ReadonlySet<string> = new Set(['scale', 'theme', 'bank_question']);

/** Every reference between tables, as the schema has it. */
export function readPointers(db: Database.Database): Pointer[] {
  return tableNames(db).flatMap((table) => {
    const nullable = new Map(
      z
        .array(ColumnRow)
        .parse(db.prepare('SELECT name, "notnull" FROM pragma_table_info(:table)').all({ table }))
        .map(({ name, notnull }) => [name, notnull === 0]),
    );
    return z
      .array(PointerRow)
      .parse(db.prepare('SELECT "from", "table", "to" FROM pragma_foreign_key_list(:table)').all({ table }))
      .map(({ from, table: to, to: toColumn }) => ({
        table,
        column: from,
        isNullable: nullable.get(from) ?? true,
        to,
        toColumn: toColumn ?? 'id',
      }));
  });
}

/** Rows of one table by what a column of theirs points at. */
export interface Leaf {
  readonly table: string;
  readonly column: string;
  readonly values: readonly (string | number)[];
}

/** The rows of a project that are to go: values by "table column", for every column that something points at, and rowids of rows by table. */
export interface ProjectRows {
  /** Rows by table, as the log names them: the key columns joined by colons. */
  readonly rows: ReadonlyMap<string, ReadonlySet<string>>;
  /** Rows of tables that nothing points at, such as answers: too many to name one by one, known by what they point at. */
  readonly leaves: readonly Leaf[];
  /** References from rows that stay, to be emptied. */
  readonly emptied: readonly { readonly table: string; readonly column: string; readonly rows: readonly string[] }[];
}

function keyOf(db: Database.Database, table: string): string {
  const keys = columnsOf(db, table)
    .filter(({ pk }) => pk > 0)
    .sort((a, b) => a.pk - b.pk);
  return keys.map(({ name }) => `"${table}"."${name}"`).join(` || ':' || `);
}

const Found = z.object({ row: z.string(), owner: z.string().nullable() });

class Search {
  readonly #db: Database.Database;
  readonly #projectId: string;
  readonly #pointers: readonly Pointer[];
  readonly #leaves: readonly Pointer[];
  readonly rows = new Map<string, Set<string>>();
  readonly emptied = new Map<string, Set<string>>();
  /** Values that are pointed at, by "table column". */
  readonly #values = new Map<string, Set<string | number>>();

  constructor(db: Database.Database, projectId: string) {
    this.#db = db;
    this.#projectId = projectId;
    const pointers = readPointers(db).filter(({ table, to }) => !staying.has(table) && !shared.has(table) && !shared.has(to));
    const pointedAt = new Set(pointers.map(({ to }) => to));
    const isLeaf = ({ table, isNullable }: Pointer): boolean =>
      !pointedAt.has(table) && (!isNullable || columnsOf(db, table).every(({ name }) => name !== 'project_id'));
    this.#pointers = pointers.filter((pointer) => !isLeaf(pointer));
    this.#leaves = pointers.filter(isLeaf);
    this.#values.set('project id', new Set([projectId]));
  }

  run(): void {
    for (let found = -1; found !== 0;) {
      found = 0;
      for (const pointer of this.#pointers) found += this.#follow(pointer);
    }
  }

  leaves(): Leaf[] {
    return this.#leaves.flatMap(({ table, column, to, toColumn }) => {
      const values = this.#values.get(`${to} ${toColumn}`);
      return values === undefined || values.size === 0 ? [] : [{ table, column, values: [...values] }];
    });
  }

  #follow(pointer: Pointer): number {
    const values = this.#values.get(`${pointer.to} ${pointer.toColumn}`);
    if (values === undefined || values.size === 0) return 0;
    const among = JSON.stringify([...values]);
    const { table, column } = pointer;
    const columns = columnsOf(this.#db, table).map(({ name }) => name);
    const owner = columns.includes('project_id') ? 'project_id' : 'NULL';
    const known = this.rows.get(table) ?? new Set<string>();
    this.rows.set(table, known);
    const before = known.size;
    const live = z
      .array(Found)
      .parse(
        this.#db
          .prepare(
            `SELECT CAST(${keyOf(this.#db, table)} AS TEXT) AS row, ${owner} AS owner FROM "${table}" WHERE "${column}" IN (SELECT value FROM json_each(:among))`,
          )
          .all({ among }),
      );
    for (const { row, owner: project } of live) this.#take(pointer, known, row, project);
    // Rows that are gone, or that once pointed here.
    const images = z.array(Found).parse(
      this.#db
        .prepare(
          `SELECT DISTINCT row_id AS row, json_extract(coalesce(after, before), '$.project_id') AS owner FROM op_change
             WHERE table_name = :table AND (json_extract(before, '$.${column}') IN (SELECT value FROM json_each(:among))
               OR json_extract(after, '$.${column}') IN (SELECT value FROM json_each(:among)))`,
        )
        .all({ table, among }),
    );
    for (const { row, owner: project } of images) this.#take(pointer, known, row, project);
    if (known.size > before) this.#learn(table, known);
    return known.size - before;
  }

  /** A row of another project that may stand without what it points at stays; the reference is emptied. */
  #take({ table, column, isNullable }: Pointer, known: Set<string>, row: string, project: string | null): void {
    if (isNullable && project !== null && project !== this.#projectId) {
      const name = `${table} ${column}`;
      this.emptied.set(name, (this.emptied.get(name) ?? new Set()).add(row));
      return;
    }
    known.add(row);
  }

  /** What of a table's rows others point at: ids, and the small keys of interviews and questions. */
  #learn(table: string, known: ReadonlySet<string>): void {
    const targets = new Set([...this.#pointers, ...this.#leaves].filter(({ to }) => to === table).map(({ toColumn }) => toColumn));
    const rows = JSON.stringify([...known]);
    for (const column of targets) {
      const name = `${table} ${column}`;
      const values = this.#values.get(name) ?? new Set<string | number>();
      this.#values.set(name, values);
      const found = this.#db
        .prepare(
          `SELECT "${column}" AS value FROM "${table}" WHERE CAST(${keyOf(this.#db, table)} AS TEXT) IN (SELECT value FROM json_each(:rows))
           UNION SELECT json_extract(coalesce(after, before), '$.${column}') FROM op_change
           WHERE table_name = :table AND row_id IN (SELECT value FROM json_each(:rows))`,
        )
        .all({ table, rows });
      for (const { value } of z.array(z.object({ value: z.union([z.string(), z.number(), z.null()]) })).parse(found))
        if (value !== null) values.add(value);
    }
  }
}

/** Finds every row of a project, those that are gone included. Reads only. */
export function findProjectRows(db: Database.Database, projectId: string): ProjectRows {
  const search = new Search(db, projectId);
  search.run();
  return {
    rows: search.rows,
    leaves: search.leaves(),
    emptied: [...search.emptied].flatMap(([name, rows]) => {
      const [table = '', column = ''] = name.split(' ');
      const staying = [...rows].filter((row) => search.rows.get(table)?.has(row) !== true);
      return staying.length === 0 ? [] : [{ table, column, rows: staying }];
    }),
  };
}

/** Removes rows; references may dangle until the transaction ends. Answers how many there were. */
export function removeRows(db: Database.Database, { rows, leaves, emptied }: ProjectRows): number {
  db.pragma('defer_foreign_keys=ON');
  for (const { table, column, rows: staying } of emptied)
    db.prepare(
      `UPDATE "${table}" SET "${column}" = NULL WHERE CAST(${keyOf(db, table)} AS TEXT) IN (SELECT value FROM json_each(:rows))`,
    ).run({
      rows: JSON.stringify(staying),
    });
  let removed = 0;
  for (const { table, column, values } of leaves)
    removed += db
      .prepare(`DELETE FROM "${table}" WHERE "${column}" IN (SELECT value FROM json_each(:values))`)
      .run({ values: JSON.stringify(values) }).changes;
  for (const [table, own] of rows) {
    if (own.size === 0) continue;
    removed += db
      .prepare(`DELETE FROM "${table}" WHERE CAST(${keyOf(db, table)} AS TEXT) IN (SELECT value FROM json_each(:rows))`)
      .run({ rows: JSON.stringify([...own]) }).changes;
  }
  return removed;
}
