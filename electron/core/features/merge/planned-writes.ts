import type { Image, TableShape, Value } from './shapes.ts';

/** One row to be written; null images mean that it is not there. */
export interface RowWrite {
  readonly table: string;
  readonly rowId: string;
  readonly from: Image | null;
  readonly to: Image | null;
}

/** The rows a merge will write, findable by every column that rows point to or point with. */
export class PlannedWrites {
  readonly #writes = new Map<string, RowWrite>();
  readonly #columns: ReadonlyMap<string, readonly string[]>;
  readonly #index = new Map<string, number>();

  constructor(shapes: ReadonlyMap<string, TableShape>) {
    const pairs = [...shapes.values()].flatMap((shape) =>
      shape.foreignKeys.flatMap((key): [string, string][] => [
        [key.table, key.to],
        [shape.name, key.column],
      ]),
    );
    this.#columns = new Map(
      [...Map.groupBy(pairs, ([table]) => table)].map(([table, all]) => [table, [...new Set(all.map(([, column]) => column))]]),
    );
  }

  set(write: RowWrite): void {
    this.delete(write.table, write.rowId);
    this.#writes.set(`${write.table}:${write.rowId}`, write);
    this.#count(write, 1);
  }

  get(table: string, rowId: string): RowWrite | undefined {
    return this.#writes.get(`${table}:${rowId}`);
  }

  delete(table: string, rowId: string): void {
    const known = this.get(table, rowId);
    if (known === undefined) return;
    this.#count(known, -1);
    this.#writes.delete(`${table}:${rowId}`);
  }

  all(): RowWrite[] {
    return [...this.#writes.values()];
  }

  /** Whether a row to be written has this value in a column of a foreign key. */
  has(table: string, column: string, value: Value): boolean {
    return (this.#index.get(`${table}.${column}=${String(value)}`) ?? 0) > 0;
  }

  #count({ table, to }: RowWrite, by: 1 | -1): void {
    if (to === null) return;
    for (const column of this.#columns.get(table) ?? []) {
      const key = `${table}.${column}=${String(to[column])}`;
      this.#index.set(key, (this.#index.get(key) ?? 0) + by);
    }
  }
}
