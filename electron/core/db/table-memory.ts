import type Database from 'better-sqlite3';

/** A table of which only some changes matter: updates of these columns, and rows for which the condition holds. */
interface Part {
  readonly table: string;
  readonly columns: readonly string[];
  /** SQL over the row, written `$row`. */
  readonly where?: string;
}

/** Tables that belong together: what is worked out from one of a group stands until any of them changes. */
const groups = {
  questionnaires: ['questionnaire', 'questionnaire_version', 'section', 'variable', 'scale', 'question', 'answer_option', 'question_check'],
  places: ['place', 'place_change'],
  organisations: ['organisation'],
  people: ['person', 'person_role', 'organisation', 'body'],
  bodies: ['body'],
  services: ['service'],
  releases: ['release'],
  // Who is counted (readUnits). Of answers only those of persons in groups and of rounds say who there is.
  units: [
    {
      table: 'interview',
      columns: ['key', 'project_id', 'respondent_id', 'wave_id', 'version_id', 'kind', 'place_id', 'service_id', 'status'],
    },
    { table: 'respondent', columns: ['withdrawn_at'] },
    { table: 'answer', columns: ['interview_key', 'question_key', 'instance', 'code', 'state'], where: '$row.instance > 0' },
    { table: 'question', columns: ['key', 'type', 'version_id'] },
    'wave',
    'turn',
  ],
} as const satisfies Readonly<Record<string, readonly (string | Part)[]>>;
type TableGroup = keyof typeof groups;

/** A kind of thing worked out from a group of tables. Made once per kind, beside the function that works it out. */
export interface MemoryKind<T extends object> {
  readonly group: TableGroup;
  /** How many are kept at a time. */
  readonly limit: number;
  /** Never set: it only carries the type of what is kept. */
  readonly kept?: T;
}

interface Memory {
  readonly mark: string;
  readonly values: Map<string, object>;
}

/**
 * Remembers what was worked out from tables until one of them changes, whoever changes it: command, undo, import, merge, or another
 * connection. Triggers of this connection give a group a new random mark with every row written. The marks lie in a temporary table, so a transaction that is
 * rolled back also takes its mark back, and what was worked out inside it is never found again.
 */
export class TableMemory {
  readonly #readMark: Database.Statement;
  readonly #memories = new Map<object, Memory>();

  constructor(db: Database.Database) {
    db.exec(setupSql());
    this.#readMark = db
      .prepare('SELECT mark || (SELECT data_version FROM pragma_data_version) FROM temp.table_mark WHERE name = :name')
      .pluck();
  }

  /** What is kept under `key`, or what `make` gives now. It is shared by everybody who asks, so nobody may change it. */
  recall<T extends object>(kind: MemoryKind<T>, key: string, make: () => T): T {
    const memory = this.#current(kind);
    const known = memory.values.get(key);
    // Under one kind only what its own function made is kept.
    if (known !== undefined) return known as T;
    const made = make();
    if (memory.values.size >= kind.limit) memory.values.clear();
    memory.values.set(key, made);
    return made;
  }

  #current(kind: MemoryKind<object>): Memory {
    // The column is text.
    const mark = this.#readMark.get({ name: kind.group }) as string;
    const known = this.#memories.get(kind);
    if (known !== undefined && known.mark === mark) return known;
    const fresh = { mark, values: new Map<string, object>() };
    this.#memories.set(kind, fresh);
    return fresh;
  }
}

function setupSql(): string {
  const parts = ['CREATE TEMP TABLE table_mark (name TEXT PRIMARY KEY, mark TEXT NOT NULL) WITHOUT ROWID;'];
  for (const [name, tables] of Object.entries(groups)) {
    parts.push(`INSERT INTO temp.table_mark (name, mark) VALUES ('${name}', hex(randomblob(8)));`);
    for (const each of tables) parts.push(...triggersOf(name, typeof each === 'string' ? { table: each, columns: [] } : each));
  }
  return parts.join('\n');
}

const rowsOf = { INSERT: ['new'], UPDATE: ['old', 'new'], DELETE: ['old'] } as const;

function triggersOf(group: string, { table, columns, where }: Part): string[] {
  return (['INSERT', 'UPDATE', 'DELETE'] as const).map((event) => {
    const of = event === 'UPDATE' && columns.length > 0 ? ` OF ${columns.join(', ')}` : '';
    const when = where === undefined ? '' : ` WHEN ${rowsOf[event].map((row) => where.replaceAll('$row', row)).join(' OR ')}`;
    return `CREATE TEMP TRIGGER mark_${group}_by_${table}_${event.toLowerCase()} AFTER ${event}${of} ON main.${table}${when}
      BEGIN UPDATE table_mark SET mark = hex(randomblob(8)) WHERE name = '${group}'; END;`;
  });
}
