import { z } from 'zod';
import { keysOfPart } from '../../db/search/sources.ts';
import type { SearchPart } from '../../../../shared/search/index.ts';
import type { Statements, SqlParams } from '../../db/statements.ts';
import { memoMayBeSeen } from '../coding/blind.ts';
import type { Compiled } from './compile.ts';

const Count = z.object({ n: z.int() });
const Entry = z.object({ key: z.int(), source: z.string(), id: z.string() });
export type Entry = z.infer<typeof Entry>;

/** More hits than this are not put in order of how well they answer: nobody can read them, and it takes longer than finding them. */
const mostRanked = 2000;

const withdrawnInterviews = `SELECT key FROM interview WHERE status = 'withdrawn' UNION
SELECT interview.key FROM respondent JOIN interview ON interview.respondent_id = respondent.id WHERE respondent.withdrawn_at IS NOT NULL`;

const anybodySql = `
SELECT EXISTS (SELECT 1 FROM interview WHERE status = 'withdrawn') OR EXISTS (SELECT 1 FROM respondent WHERE withdrawn_at IS NOT NULL) AS n`;

// Entries of whoever has withdrawn: their words, and what was written about them. From the few who have (CROSS JOIN keeps the order).
const hiddenSql = `
WITH withdrawn (key) AS MATERIALIZED (${withdrawnInterviews}),
  said (id) AS MATERIALIZED (SELECT text.id FROM withdrawn CROSS JOIN text ON text.interview_key = withdrawn.key),
  about (source, id) AS (
    SELECT 'text', id FROM said
    UNION ALL SELECT 'document', document.id FROM said CROSS JOIN document ON document.text_id = said.id
    UNION ALL SELECT 'memo', id FROM memo WHERE text_id IN (SELECT id FROM said)
      OR (SELECT text_id FROM coding WHERE coding.id = memo.coding_id) IN (SELECT id FROM said)
    UNION ALL SELECT 'framework_cell', id FROM framework_cell WHERE interview_key IN (SELECT key FROM withdrawn)
      OR respondent_id IN (SELECT id FROM respondent WHERE withdrawn_at IS NOT NULL))
SELECT search_entry.key FROM about CROSS JOIN search_entry ON search_entry.id = about.id AND search_entry.source = about.source`;

const blindSql = 'SELECT EXISTS (SELECT 1 FROM coding_setting WHERE is_blind = 1) AS n';

// Memos that would tell a coder what others put on the same words.
const unseenMemosSql = `
SELECT search_entry.key FROM memo LEFT JOIN coding ON coding.id = memo.coding_id LEFT JOIN text ON text.id = coalesce(coding.text_id, memo.text_id)
JOIN search_entry ON search_entry.id = memo.id AND search_entry.source = 'memo' WHERE NOT ${memoMayBeSeen()}`;

/** Which entries may be found. */
export interface Scope {
  /** Keys of entries that must not be found, as a JSON list. */
  readonly hidden: string;
  readonly projectId: string | undefined;
}

const Key = z.object({ key: z.int() });

/** Keys of everything that belongs to somebody who has withdrawn, and of what blind coding keeps from a coder, as a JSON list. */
export function hiddenKeys(sql: Statements, actorId: string): string {
  const withdrawn = sql.get(Count, anybodySql)?.n === 1 ? sql.all(Key, hiddenSql) : [];
  const unseen = sql.get(Count, blindSql)?.n === 1 ? sql.all(Key, unseenMemosSql, { actorId }) : [];
  return JSON.stringify([...withdrawn, ...unseen].map((row) => row.key));
}

interface Sought extends Scope {
  readonly part: SearchPart;
}

// Keys of a part lie together, so FTS5 itself leaves the other parts out. A theme is found by any of its terms, but once.
function whereSql(scope: Sought): { readonly where: string; readonly params: SqlParams } {
  const { from, to } = keysOfPart(scope.part);
  const conditions = ['search_index MATCH :expression', 'search_index.rowid BETWEEN :from AND :to'];
  if (scope.hidden !== '[]') conditions.push('search_index.rowid NOT IN (SELECT value FROM json_each(:hidden))');
  if (scope.projectId !== undefined) conditions.push('(SELECT project_id FROM search_entry WHERE key = search_index.rowid) = :projectId');
  return {
    where: conditions.join(' AND '),
    params: {
      from,
      to,
      ...(scope.hidden === '[]' ? {} : { hidden: scope.hidden }),
      ...(scope.projectId === undefined ? {} : { projectId: scope.projectId }),
    },
  };
}

/** How many things of a part answer an expression. */
export function countHits(sql: Statements, expression: string, sought: Sought): number {
  const { where, params } = whereSql(sought);
  const counted =
    sought.part === 'themes'
      ? `SELECT count(DISTINCT coalesce(owner_id, id)) AS n FROM search_index JOIN search_entry ON search_entry.key = search_index.rowid WHERE ${where}`
      : `SELECT count(*) AS n FROM search_index WHERE ${where}`;
  return sql.get(Count, counted, { ...params, expression })?.n ?? 0;
}

export interface Page {
  readonly from: number;
  readonly limit: number;
}

/**
 * A page of hits: those that stand letter by letter first, then the others; each by how well it answers.
 * @param total how many answer the loose expression
 */
export function readHits(
  sql: Statements,
  { exact, loose }: Compiled,
  sought: Sought,
  page: Page & { readonly total: number },
): (Entry & { readonly isExact: boolean })[] {
  if (sought.part === 'themes') return themePage(sql, { exact, loose }, sought, page);
  const exactTotal = exact === loose ? page.total : countHits(sql, exact, sought);
  const first = page.from < exactTotal ? pageOf(sql, exact, sought, { ...page, total: exactTotal }) : [];
  const hits = first.map((entry) => ({ ...entry, isExact: true }));
  if (exactTotal === page.total || first.length === page.limit) return hits;
  const rest = { from: Math.max(0, page.from - exactTotal), limit: page.limit - first.length, total: page.total - exactTotal };
  return [...hits, ...pageOf(sql, `(${loose}) NOT (${exact})`, sought, rest).map((entry) => ({ ...entry, isExact: false }))];
}

function pageOf(sql: Statements, expression: string, sought: Sought, page: Page & { readonly total: number }): Entry[] {
  const { where, params } = whereSql(sought);
  const values = { ...params, expression, limit: page.limit, offset: page.from };
  const order = page.total > mostRanked ? 'search_index.rowid' : 'rank, search_index.rowid';
  return sql.all(
    Entry,
    `WITH hit AS MATERIALIZED (SELECT search_index.rowid AS key FROM search_index WHERE ${where} ORDER BY ${order} LIMIT :limit OFFSET :offset)
     SELECT search_entry.key, source, id FROM hit CROSS JOIN search_entry ON search_entry.key = hit.key`,
    values,
  );
}

const ThemeEntry = Entry.extend({ is_exact: z.int() });

/** Themes by the best of their own lines: what is there letter by letter, then names before explanations. Their words are few. */
function themePage(sql: Statements, { exact, loose }: Compiled, sought: Sought, page: Page): (Entry & { readonly isExact: boolean })[] {
  const { where, params } = whereSql(sought);
  const best = `is_exact DESC, source = 'theme_term' DESC, score, key`;
  const rows = sql.all(
    ThemeEntry,
    `WITH hit AS MATERIALIZED (SELECT search_index.rowid AS key, rank AS score FROM search_index WHERE ${where}),
       exact AS MATERIALIZED (SELECT search_index.rowid AS key FROM search_index WHERE search_index MATCH :exact AND search_index.rowid BETWEEN :from AND :to),
       line AS (SELECT hit.key, source, id, coalesce(owner_id, id) AS theme_id, score, hit.key IN (SELECT key FROM exact) AS is_exact
         FROM hit CROSS JOIN search_entry ON search_entry.key = hit.key)
     SELECT key, source, id, is_exact FROM (SELECT key, source, id, score, is_exact, row_number() OVER (PARTITION BY theme_id ORDER BY ${best}) AS n FROM line)
     WHERE n = 1 ORDER BY ${best} LIMIT :limit OFFSET :offset`,
    { ...params, expression: loose, exact, limit: page.limit, offset: page.from },
  );
  return rows.map(({ is_exact: isExact, ...entry }) => ({ ...entry, isExact: isExact === 1 }));
}
