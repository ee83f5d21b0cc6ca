import type { Workspace } from '../../electron/core/workspace/workspace.ts';
import type { Chance } from './random.ts';
import type { Sources } from './sources.ts';

type Cell = string | number | boolean | null | undefined;

/** A text that can be coded, with what its source says about it. */
export interface WrittenText {
  readonly id: string;
  readonly body: string;
  /** Key in the sources (a21, b014), or empty. */
  readonly key: string;
  readonly project: string;
  readonly kind: 'answer' | 'remark' | 'note' | 'minutes';
  readonly saidOn: string;
  /** As in the sources: number, sign, phrase, reason. */
  readonly themes: readonly string[];
  readonly respondentId: string | null;
}

/** Writes rows with fresh ids and remembers them by the keys of the sources. Everything runs inside one operation. */
export class SampleWriter {
  readonly sources: Sources;
  readonly chance: Chance;
  readonly texts: WrittenText[] = [];
  readonly #workspace: Workspace;
  readonly #ids = new Map<string, string>();

  constructor(workspace: Workspace, sources: Sources, chance: Chance) {
    this.#workspace = workspace;
    this.sources = sources;
    this.chance = chance;
  }

  /** Inserts a row with a fresh id, findable by `key` in its table. Undefined columns are left out, booleans become 0 and 1. */
  add(table: string, row: Readonly<Record<string, Cell>>, key?: string): string {
    const id = this.#workspace.newId();
    this.link(table, { id, ...row });
    if (key === undefined) return id;
    if (this.#ids.has(`${table} ${key}`)) throw new Error(`${table} has two rows called ${key}`);
    this.#ids.set(`${table} ${key}`, id);
    return id;
  }

  /** Inserts a row of a table without an id of its own. */
  link(table: string, row: Readonly<Record<string, Cell>>): void {
    const kept = Object.entries(row).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'boolean' ? Number(value) : value] as const],
    );
    this.#workspace.sql.insert(table, Object.fromEntries(kept));
  }

  /** Id of the row a source refers to. @throws Error when the sources name something they do not have */
  id(table: string, key: string): string {
    const id = this.#ids.get(`${table} ${key}`);
    if (id === undefined) throw new Error(`no ${table} is called ${key}`);
    return id;
  }

  /** Whether a row of the table is called so. */
  has(table: string, key: string): boolean {
    return this.#ids.has(`${table} ${key}`);
  }

  /** As `id`, for what may be left out. */
  optional(table: string, key: string | undefined): string | undefined {
    return key === undefined ? undefined : this.id(table, key);
  }
}
