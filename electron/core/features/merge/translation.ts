import type Database from 'better-sqlite3';
import { type Image, type RowReader, type TableShape, type Value } from './shapes.ts';

/** Tables whose rows carry a small number beside their id, local to one file. */
const numbered = ['interview', 'question'] as const;

/**
 * Says a row of the copy in the terms of this file: the small numbers of interviews and questions, and the ids of rows that are
 * here under another id (the same text of the same answer, the same person at the machine).
 */
export class Translation {
  readonly #shapes: ReadonlyMap<string, TableShape>;
  readonly #keys = new Map<string, Map<Value, number>>();
  readonly #aliases = new Map<string, Map<Value, Value>>();
  readonly #ids = new Map<string, Map<Value, string>>();

  constructor(shapes: ReadonlyMap<string, TableShape>, here: Database.Database, there: Database.Database) {
    this.#shapes = shapes;
    for (const table of numbered) {
      const theirs = keysOf(table, there);
      const keys = matchKeys(table, here, theirs);
      this.#keys.set(table, keys);
      this.#ids.set(table, new Map(theirs.map(([id, key]) => [keys.get(key) ?? null, id])));
    }
  }

  /** From now on, the copy's row `theirId` is this file's row `id`. */
  alias(table: string, theirId: Value, id: Value): void {
    const known = this.#aliases.get(table) ?? new Map<Value, Value>();
    known.set(theirId, id);
    this.#aliases.set(table, known);
  }

  /** The id of their interview or question that has this number here, or null. */
  idOf(table: string, key: Value): string | null {
    return key === null ? null : (this.#ids.get(table)?.get(key) ?? null);
  }

  /** Their row in the terms of this file. */
  image(table: string, image: Image): Image {
    const shape = this.#shapes.get(table);
    if (shape === undefined) return image;
    const result: Record<string, Value> = { ...image };
    for (const { column, table: to } of shape.foreignKeys) result[column] = this.#value(to, result[column] ?? null);
    if (shape.keys.length === 1 && shape.keys[0] !== undefined) {
      const key = shape.keys[0].name;
      result[key] = this.#aliases.get(table)?.get(result[key] ?? null) ?? result[key] ?? null;
    }
    const numbers = this.#keys.get(table);
    if (numbers !== undefined) result['key'] = numbers.get(image['key'] ?? null) ?? image['key'] ?? null;
    return result;
  }

  #value(table: string, value: Value): Value {
    if (value === null) return null;
    return this.#keys.get(table)?.get(value) ?? this.#aliases.get(table)?.get(value) ?? value;
  }
}

/** Their number → ours: the one that the same id has here, else the next that is free. */
function matchKeys(table: string, here: Database.Database, theirs: readonly (readonly [id: string, key: number])[]): Map<Value, number> {
  const ours = new Map(keysOf(table, here));
  let next = Math.max(0, ...ours.values());
  const matched = new Map<Value, number>();
  for (const [id, key] of theirs.toSorted((a, b) => a[1] - b[1])) {
    const own = ours.get(id);
    next += own === undefined ? 1 : 0;
    matched.set(key, own ?? next);
  }
  return matched;
}

/** Ids and numbers of a table's rows, those that were deleted too: the log still speaks of them. Rows that stand come last. */
function keysOf(table: string, db: Database.Database): [id: string, key: number][] {
  const gone = db
    .prepare(
      `SELECT DISTINCT before ->> 'id' AS id, before ->> 'key' AS key FROM op_change WHERE table_name = :table AND after IS NULL AND before IS NOT NULL`,
    )
    .raw()
    .all({ table }) as [string, number][];
  const standing = db.prepare(`SELECT id, key FROM ${table}`).raw().all() as [string, number][];
  const taken = new Set(standing.map(([, key]) => key));
  const known = new Set(standing.map(([id]) => id));
  return [...gone.filter(([id, key]) => !known.has(id) && !taken.has(key)), ...standing];
}

/** People at machines are not in the operation log: those this file does not know are told, known ones are matched by their name. */
export function matchActors(translation: Translation, here: RowsOf, there: RowsOf): Readonly<Record<string, Value>>[] {
  const ours = here('SELECT id, user_name, name, initials, is_consensus FROM actor');
  const fresh: Readonly<Record<string, Value>>[] = [];
  for (const actor of there('SELECT id, user_name, name, initials, is_consensus FROM actor')) {
    if (ours.some((own) => own['id'] === actor['id'])) continue;
    // There is one consensus coder, whichever copy needed it first.
    const same = ours.find(
      (own) =>
        (own['user_name'] !== null && own['user_name'] === actor['user_name']) ||
        (own['is_consensus'] === 1 && actor['is_consensus'] === 1),
    );
    if (same === undefined) fresh.push(actor);
    else translation.alias('actor', actor['id'] ?? null, same['id'] ?? null);
  }
  return fresh;
}

export type RowsOf = (sql: string) => Readonly<Record<string, Value>>[];

/** Tables of which a row is the same thing wherever it was made, if these columns agree; the order matters: later ones speak of earlier ones. */
const sameByContent: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['text', ['interview_key', 'question_key', 'instance', 'kind']],
  ['text_reading', ['text_id', 'coder_id']],
  ['coding', ['text_id', 'theme_id', 'coder_id', 'start_offset', 'end_offset', 'is_whole']],
  ['quick_theme', ['project_id', 'digit']],
  ['theme_example', ['theme_id', 'language', 'body']],
  ['consensus', ['text_id', 'theme_id']],
  ['quote', ['text_id', 'start_offset', 'end_offset']],
  ['quote_mark', ['quote_id', 'start_offset', 'end_offset']],
  ['suggestion_rejection', ['text_id', 'theme_id']],
  ['coding_setting', ['project_id']],
  ['weighting', ['project_id']],
  ['framework_theme', ['framework_id', 'theme_id']],
  ['framework_cell', ['respondent_id', 'theme_id']],
  ['framework_cell', ['interview_key', 'theme_id']],
  ['framework_cell', ['project_id', 'answer_group', 'theme_id']],
  ['framework_cell_quote', ['cell_id', 'quote_id']],
  ['joint_display', ['project_id', 'variable_id', 'theme_id']],
  ['project_service', ['project_id', 'service_id']],
  ['project_place', ['project_id', 'place_id']],
  ['area_place', ['area_id', 'place_id']],
  ['organisation_area', ['organisation_id', 'place_id']],
  ['second_pass', ['interview_id']],
  ['second_turn', ['interview_key', 'instance']],
  ['discrepancy', ['interview_key', 'question_key', 'instance']],
];

/** Finds rows that both made on their own and that are one thing, and has the translation take theirs for ours. */
export function matchByContent(
  translation: Translation,
  here: RowReader,
  fresh: readonly { readonly table: string; readonly image: Image }[],
): void {
  for (const [table, columns] of sameByContent) {
    for (const row of fresh) {
      if (row.table !== table) continue;
      const theirs = translation.image(table, row.image);
      const values = Object.fromEntries(columns.map((column) => [column, theirs[column] ?? null]));
      if (Object.values(values).includes(null)) continue;
      const own = here.where(table, values)[0];
      if (own !== undefined && own['id'] !== theirs['id']) translation.alias(table, row.image['id'] ?? null, own['id'] ?? null);
    }
  }
}
