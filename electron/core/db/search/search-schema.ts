import { keysPerPart, searchSources, type SearchSource } from './sources.ts';

/*
 * Four things make the index: search_entry says which row has which key, search_content gives the words of a key, search_index is
 * the FTS5 index over them (it keeps no copy of the words), and three triggers per table keep all in step inside the transaction of
 * the change. SQLite folds only case here: å is not a. Other spellings and forms are looked up in the index's own vocabulary when
 * somebody searches (features/search/spellings.ts), so that å, ae and endings cost nothing while an answer is saved.
 */

const entryTable = `CREATE TABLE search_entry (
  key INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  id TEXT NOT NULL,
  owner_id TEXT,
  project_id TEXT,
  interview_key INTEGER,
  UNIQUE (id, source)
) STRICT`;
const entryIndex = 'CREATE INDEX search_entry_by_interview ON search_entry (interview_key) WHERE interview_key IS NOT NULL';
// For who has withdrawn and must not be found: small, and read at every search.
const withdrawnIndexes = [
  "CREATE INDEX search_withdrawn_interview ON interview (key) WHERE status = 'withdrawn'",
  'CREATE INDEX search_withdrawn_respondent ON respondent (id) WHERE withdrawn_at IS NOT NULL',
];
const indexTable = `CREATE VIRTUAL TABLE search_index USING fts5 (
  words, content = 'search_content', content_rowid = 'key', tokenize = "unicode61 remove_diacritics 0"
)`;

function contentView(): string {
  const branches = searchSources.map(
    ({ table, words }) =>
      `SELECT search_entry.key, ${words(table)} FROM search_entry JOIN ${table} ON ${table}.id = search_entry.id WHERE search_entry.source = '${table}'`,
  );
  return `CREATE VIEW search_content (key, words) AS ${branches.join(' UNION ALL ')}`;
}

/** Values of an entry for a row, without its key. */
function entryValues({ table, owner, project, hasInterview }: SearchSource, row: string): string {
  const column = (name: string | undefined): string => (name === undefined ? 'NULL' : `${row}.${name}`);
  return `'${table}', ${row}.id, ${column(owner)}, ${project?.(row) ?? 'NULL'}, ${column(hasInterview ? 'interview_key' : undefined)}`;
}

const entryColumns = 'key, source, id, owner_id, project_id, interview_key';

function enter(source: SearchSource): string {
  const base = source.base('NEW');
  // The next free key of the part.
  const key = `max(${base}, coalesce((SELECT max(key) FROM search_entry WHERE key < ${base} + ${keysPerPart}), 0)) + 1`;
  return `INSERT INTO search_entry (${entryColumns}) VALUES (${key}, ${entryValues(source, 'NEW')});
INSERT INTO search_index (rowid, words) SELECT key, ${source.words('NEW')} FROM search_entry WHERE id = NEW.id AND source = '${source.table}';`;
}

function takeOut({ table, words }: SearchSource): string {
  const which = `FROM search_entry WHERE id = OLD.id AND source = '${table}'`;
  return `INSERT INTO search_index (search_index, rowid, words) SELECT 'delete', key, ${words('OLD')} ${which};
DELETE ${which};`;
}

function triggersOf(source: SearchSource): [name: string, sql: string][] {
  const { table, columns } = source;
  const changed = columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ');
  return [
    [`search_${table}_insert`, `AFTER INSERT ON ${table} BEGIN ${enter(source)} END`],
    [`search_${table}_delete`, `AFTER DELETE ON ${table} BEGIN ${takeOut(source)} END`],
    [
      `search_${table}_update`,
      `AFTER UPDATE OF ${columns.join(', ')} ON ${table} WHEN ${changed} BEGIN ${takeOut(source)} ${enter(source)} END`,
    ],
  ];
}

/** Statements that make an empty index, in order. */
export function searchSchemaSql(): string[] {
  const triggers = searchSources.flatMap(triggersOf).map(([name, sql]) => `CREATE TRIGGER ${name} ${sql}`);
  return [entryTable, entryIndex, ...withdrawnIndexes, contentView(), indexTable, ...triggers];
}

/** Statements that fill an empty index from the tables. */
export function searchFillSql(): string[] {
  const entries = searchSources.map((source) => {
    const base = source.base(source.table);
    const last = `coalesce((SELECT max(key) FROM search_entry WHERE key BETWEEN ${base} AND ${base} + ${keysPerPart - 1}), ${base})`;
    const key = `${last} + row_number() OVER (PARTITION BY ${base} ORDER BY ${source.table}.id)`;
    return `INSERT INTO search_entry (${entryColumns}) SELECT ${key}, ${entryValues(source, source.table)} FROM ${source.table}`;
  });
  return [...entries, 'INSERT INTO search_index (rowid, words) SELECT key, words FROM search_content'];
}

/** Everything of the index that stands in sqlite_schema, apart from the tables that FTS5 makes for itself. */
export function searchObjects(): { readonly type: 'table' | 'index' | 'view' | 'trigger'; readonly name: string }[] {
  return [
    ...searchSources.flatMap(triggersOf).map(([name]) => ({ type: 'trigger' as const, name })),
    { type: 'table', name: 'search_index' },
    { type: 'view', name: 'search_content' },
    { type: 'index', name: 'search_withdrawn_respondent' },
    { type: 'index', name: 'search_withdrawn_interview' },
    { type: 'index', name: 'search_entry_by_interview' },
    { type: 'table', name: 'search_entry' },
  ];
}

/** Tables FTS5 keeps for the index. */
export const searchShadowTables = ['config', 'content', 'data', 'docsize', 'idx'].map((name) => `search_index_${name}`);
