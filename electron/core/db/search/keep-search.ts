import type Database from 'better-sqlite3';
import { searchFillSql, searchObjects, searchSchemaSql, searchShadowTables } from './search-schema.ts';
import { searchSources } from './sources.ts';

/** Names in sqlite_schema that belong to the search index: derived, made anew when they differ, never part of a file's content. */
export const searchNames: ReadonlySet<string> = new Set([...searchObjects().map((object) => object.name), ...searchShadowTables]);

/** Makes the index anew and fills it. Call in a transaction. */
export function makeSearch(db: Database.Database): void {
  for (const { type, name } of searchObjects()) db.exec(`DROP ${type.toUpperCase()} IF EXISTS ${name}`);
  // Left alone if an index was broken halfway.
  for (const name of searchShadowTables) db.exec(`DROP TABLE IF EXISTS ${name}`);
  for (const sql of searchSchemaSql()) db.exec(sql);
  // Words that are taken out of the index are overwritten, not only marked.
  setSecureDelete(db, true);
  for (const sql of searchFillSql()) db.exec(sql);
}

/**
 * Whether the index is the one this version makes, and holds as many rows as there are to be found. Cheap: what FTS5 keeps inside
 * is looked through by the file check at open.
 */
export function isSearchWhole(db: Database.Database): boolean {
  if (searchText(db) !== expectedText()) return false;
  const wanted = searchSources.map(({ table }) => `(SELECT count(*) FROM ${table})`).join(' + ');
  const row = db
    .prepare(
      `SELECT ${wanted} AS wanted, (SELECT count(*) FROM search_entry) AS entries, (SELECT count(*) FROM search_index_docsize) AS indexed`,
    )
    .get();
  // The statement has these three integer columns.
  const { wanted: rows, entries, indexed } = row as { wanted: number; entries: number; indexed: number };
  return rows === entries && rows === indexed;
}

/** Makes the index when it is missing, of another version, or not in step. Answers whether it did. */
export function healSearch(db: Database.Database, isKnownBad = false): boolean {
  if (!isKnownBad && isSearchWhole(db)) return false;
  db.transaction(() => makeSearch(db)).exclusive();
  return true;
}

/**
 * Rewrites the whole index without what was deleted from it. FTS5's secure delete clears the entries of a word but may keep the word
 * itself as the mark where a page begins.
 */
export function purgeSearch(db: Database.Database): void {
  db.exec("INSERT INTO search_index (search_index) VALUES ('rebuild')");
}

/** From so many rows on it is quicker to make the index anew than to clear each row's words out of it. */
const manyRows = 2000;

/**
 * Runs a deletion of many rows of a searched table. Clearing every word at once costs far more than deleting does, so here the words
 * are only marked, and then the whole index is written without them.
 */
export function deleteSearched(db: Database.Database, table: string, rowCount: number, work: () => void): void {
  if (rowCount < manyRows || !searchSources.some((source) => source.table === table)) {
    work();
    return;
  }
  setSecureDelete(db, false);
  work();
  setSecureDelete(db, true);
  purgeSearch(db);
}

function setSecureDelete(db: Database.Database, isOn: boolean): void {
  db.exec(`INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', ${isOn ? 1 : 0})`);
}

function searchText(db: Database.Database): string {
  const rows = db.prepare("SELECT name, sql FROM sqlite_schema WHERE name LIKE 'search!_%' ESCAPE '!' AND sql IS NOT NULL").all();
  // sqlite_schema's columns are text.
  return (rows as { name: string; sql: string }[])
    .filter(({ name }) => searchNames.has(name) && !searchShadowTables.includes(name))
    .map(({ sql }) => plain(sql))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join('\n');
}

function expectedText(): string {
  return searchSchemaSql()
    .map(plain)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join('\n');
}

function plain(sql: string): string {
  return sql.replaceAll(/\s+/g, ' ').trim();
}
