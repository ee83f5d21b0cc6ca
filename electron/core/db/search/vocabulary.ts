import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { Statements } from '../statements.ts';

const Term = z.object({ term: z.string() });
const seekSql = 'SELECT term FROM temp.search_word_place WHERE term >= :from LIMIT 1';
const rangeSql = 'SELECT term FROM temp.search_word WHERE term >= :from AND term < :to LIMIT :limit';

/** Opens the index's own list of words for this connection; nothing of it is in the file. */
export function openVocabulary(db: Database.Database): void {
  // One row per word, counted; and one row per place, where the first one is found without counting.
  db.exec(`CREATE VIRTUAL TABLE temp.search_word USING fts5vocab ('main', 'search_index', 'row');
CREATE VIRTUAL TABLE temp.search_word_place USING fts5vocab ('main', 'search_index', 'instance');`);
}

/** The words that stand in the index, in lower case. */
export interface Vocabulary {
  readonly hasPrefix: (prefix: string) => boolean;
  /** Words that begin so, in order of their bytes; at most `limit`. */
  readonly withPrefix: (prefix: string, limit: number) => string[];
}

/** The words of the open workspace, as they are now. */
export function readVocabulary(sql: Statements): Vocabulary {
  return {
    hasPrefix: (prefix) => sql.get(Term, seekSql, { from: prefix })?.term.startsWith(prefix) ?? false,
    // U+10FFFF sorts behind every letter.
    withPrefix: (prefix, limit) => sql.all(Term, rangeSql, { from: prefix, to: `${prefix}\u{10ffff}`, limit }).map((row) => row.term),
  };
}

/** Every word of the index. */
export function allWords(sql: Statements): string[] {
  return sql.all(Term, 'SELECT term FROM temp.search_word').map((row) => row.term);
}
