import { z } from 'zod';
import type { Memo, MemoPlace } from '../../../../shared/contract/texts.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { SqlParams, Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { memoMayBeSeen } from '../coding/blind.ts';

type Place = z.input<typeof MemoPlace>;

const Row = z.object({
  id: z.string(),
  project_id: z.string().nullable(),
  text_id: z.string().nullable(),
  coding_id: z.string().nullable(),
  theme_id: z.string().nullable(),
  body: z.string(),
  written_by: z.string(),
  written_at: z.string(),
  name: z.string(),
  of_text: z.string().nullable(),
  of_theme: z.string().nullable(),
  start: z.int().nullable(),
  end: z.int().nullable(),
  place: z.string().nullable(),
});

/** Which memos may be seen: not those on words of somebody who has withdrawn, nor what would show others' coding. */
const fromSql = `
FROM memo JOIN actor ON actor.id = memo.written_by LEFT JOIN coding ON coding.id = memo.coding_id
LEFT JOIN text ON text.id = coalesce(coding.text_id, memo.text_id) LEFT JOIN interview ON interview.key = text.interview_key
LEFT JOIN respondent ON respondent.id = interview.respondent_id LEFT JOIN question ON question.key = text.question_key
LEFT JOIN meeting ON meeting.id = text.meeting_id LEFT JOIN document ON document.text_id = text.id
WHERE respondent.withdrawn_at IS NULL AND coalesce(interview.status, '') <> 'withdrawn' AND ${memoMayBeSeen()}`;

const columnsSql = `
SELECT memo.id, memo.project_id, memo.text_id, memo.coding_id, memo.theme_id, memo.body, written_by, written_at, actor.name,
  text.id AS of_text, coalesce(coding.theme_id, memo.theme_id) AS of_theme, coding.start_offset AS start,
  coding.end_offset AS "end",
  coalesce(respondent.code || coalesce('/' || question.number, ''), document.title, meeting.title) AS place`;

const of = {
  project: 'memo.project_id = :id AND memo.text_id IS NULL AND memo.coding_id IS NULL AND memo.theme_id IS NULL',
  text: 'memo.text_id = :id AND memo.coding_id IS NULL',
  coding: 'memo.coding_id = :id',
  theme: 'memo.theme_id = :id AND memo.coding_id IS NULL AND memo.text_id IS NULL',
} as const satisfies Record<Place['kind'], string>;

/** Memos on one thing, oldest first. */
export function readMemos({ sql, actorId }: Call, on: Place): z.input<typeof Memo>[] {
  return toMemos(
    sql,
    sql.all(Row, `${columnsSql} ${fromSql} AND ${of[on.kind]} ORDER BY written_at, memo.id`, { id: on.id, actorId }),
    actorId,
  );
}

const inProject =
  '(memo.project_id = :projectId OR text.project_id = :projectId OR (memo.project_id IS NULL AND memo.theme_id IS NOT NULL))';
const Count = z.object({ n: z.int() });

/** A page of the memos that belong to a project, newest first. Themes are shared by all projects, and so are memos on them. */
export function readProjectMemos(
  { sql, actorId }: Call,
  { projectId, from, limit }: { readonly projectId: string; readonly from: number; readonly limit: number },
): { memos: z.input<typeof Memo>[]; total: number } {
  const params = { projectId, actorId };
  const rows = sql.all(Row, `${columnsSql} ${fromSql} AND ${inProject} ORDER BY written_at DESC, memo.id DESC LIMIT :limit OFFSET :from`, {
    ...params,
    from,
    limit,
  });
  const total = sql.get(Count, `SELECT count(*) AS n ${fromSql} AND ${inProject}`, params)?.n ?? 0;
  return { memos: toMemos(sql, rows, actorId), total };
}

const BodyRow = z.object({ id: z.string(), body: z.string() });

/** Memos with the first words of the segments they are on. Offsets count UTF-16 units, which SQL's substr does not: they are cut here. */
function toMemos(sql: Statements, rows: readonly z.infer<typeof Row>[], actorId: string): z.input<typeof Memo>[] {
  const ids = JSON.stringify([...new Set(rows.flatMap((row) => (row.start === null ? [] : (row.of_text ?? []))))]);
  const found = sql.all(BodyRow, 'SELECT id, body FROM text WHERE id IN (SELECT value FROM json_each(:ids))', { ids });
  const bodies = new Map(found.map(({ id, body }) => [id, body]));
  const wordsOf = ({ start, end, of_text: textId }: z.infer<typeof Row>): string =>
    start === null ? '' : cut((bodies.get(textId ?? '') ?? '').slice(start, end ?? start));
  return rows.map((row) => toMemo(row, wordsOf(row), actorId));
}

function toMemo(row: z.infer<typeof Row>, words: string, actorId: string): z.input<typeof Memo> {
  return {
    id: row.id,
    on: placeOf(row),
    body: row.body,
    by: row.name,
    isMine: row.written_by === actorId,
    writtenAt: row.written_at,
    textId: row.of_text,
    at: row.start,
    themeId: row.of_theme,
    where: row.place ?? '',
    words,
  };
}

/** A memo is on the deepest thing that is named. */
function placeOf(row: Pick<z.infer<typeof Row>, 'project_id' | 'text_id' | 'coding_id' | 'theme_id'>): Place {
  if (row.coding_id !== null) return { kind: 'coding', id: row.coding_id };
  if (row.text_id !== null) return { kind: 'text', id: row.text_id };
  if (row.theme_id !== null) return { kind: 'theme', id: row.theme_id };
  return { kind: 'project', id: row.project_id ?? '' };
}

const Found = z.object({ id: z.string() });
const there = {
  project: 'SELECT id FROM project WHERE id = :id',
  text: `SELECT text.id FROM text LEFT JOIN interview ON interview.key = text.interview_key
    LEFT JOIN respondent ON respondent.id = interview.respondent_id WHERE text.id = :id AND respondent.withdrawn_at IS NULL`,
  coding: 'SELECT id FROM coding WHERE id = :id',
  theme: 'SELECT id FROM theme WHERE id = :id',
} as const satisfies Record<Place['kind'], string>;

/** Writes a memo, or other words in one of mine; typing in one is one step. @throws AppError NOT_FOUND */
export function writeMemo(
  call: Call,
  { on, memoId, body }: { readonly on: Place; readonly memoId?: string | undefined; readonly body: string },
): string {
  const { sql, workspace, actorId, operation } = call;
  operation.label({ text: cut(body) });
  const written = { body: body.trim(), written_at: new Date(workspace.now()).toISOString() };
  if (memoId !== undefined) {
    requireOwn(sql, memoId, actorId);
    operation.mergeWith(`memo:${memoId}`);
    sql.run('UPDATE memo SET body = :body, written_at = :written_at WHERE id = :memoId AND body <> :body', { ...written, memoId });
    return memoId;
  }
  if (sql.get(Found, there[on.kind], { id: on.id }) === undefined) throw new AppError('NOT_FOUND');
  const id = workspace.newId();
  sql.insert('memo', { id, ...pointer(on), written_by: actorId, ...written });
  return id;
}

function pointer({ kind, id }: Place): SqlParams {
  return {
    project_id: kind === 'project' ? id : null,
    text_id: kind === 'text' ? id : null,
    coding_id: kind === 'coding' ? id : null,
    theme_id: kind === 'theme' ? id : null,
  };
}

/** Takes one of my memos away. @throws AppError NOT_FOUND */
export function removeMemo({ sql, actorId, operation }: Call, memoId: string): void {
  operation.label({ text: cut(requireOwn(sql, memoId, actorId)) });
  sql.run('DELETE FROM memo WHERE id = :memoId', { memoId });
}

/** What others have written stays as they wrote it. */
function requireOwn(sql: Statements, memoId: string, actorId: string): string {
  const own = sql.get(z.object({ body: z.string() }), 'SELECT body FROM memo WHERE id = :memoId AND written_by = :actorId', {
    memoId,
    actorId,
  });
  if (own === undefined) throw new AppError('NOT_FOUND');
  return own.body;
}
