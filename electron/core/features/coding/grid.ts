import { z } from 'zod';
import { type GridRow, type GridScope, Missing } from '../../../../shared/contract/coding.ts';
import type { Statements } from '../../db/statements.ts';
import { readBackground } from './background.ts';
import { gridRows, isDone, isDoubtful } from './grid-sql.ts';
import { readCodings } from './read-codings.ts';

const Row = z.object({
  interview_key: z.int(),
  interview_id: z.string(),
  instance: z.int(),
  code: z.string(),
  service_id: z.string().nullable(),
  language: z.string(),
  text_id: z.string().nullable(),
  body: z.string().nullable(),
  missing: Missing.nullable(),
});
type Row = z.infer<typeof Row>;
const Count = z.object({ n: z.int() });
const Id = z.object({ id: z.string() });

const columns = `
interview.key AS interview_key, interview.id AS interview_id, coalesce(answer.instance, 0) AS instance, respondent.code, interview.service_id,
coalesce(text.language, interview.language) AS language, text.id AS text_id, text.body,
CASE WHEN text.id IS NOT NULL THEN NULL WHEN answer.state = 'parked' THEN 'not-asked' ELSE coalesce(answer.missing, 'not-recorded') END AS missing`;

/** A page of rows and how many there are. As many statements whatever the page holds. */
export function readGrid(
  sql: Statements,
  scope: GridScope,
  page: { from: number; limit: number },
  actorId: string,
): { rows: z.input<typeof GridRow>[]; total: number } {
  const part = gridRows(scope);
  const total = sql.get(Count, `${part.ctes} SELECT count(*) AS n ${part.text}`, part.params)?.n ?? 0;
  const rows = sql.all(Row, `${part.ctes} SELECT ${columns} ${part.text} ORDER BY ${part.order} LIMIT :limit OFFSET :from`, {
    ...part.params,
    ...page,
  });
  return { rows: addDetails(sql, scope.projectId, rows, actorId), total };
}

function addDetails(sql: Statements, projectId: string, rows: readonly Row[], actorId: string): z.input<typeof GridRow>[] {
  const textIds = rows.flatMap((row) => (row.text_id === null ? [] : [row.text_id]));
  const codings = new Map(readCodings(sql, textIds, actorId).map((one) => [one.textId, one]));
  const background = readBackground(
    sql,
    projectId,
    rows.map((row) => row.interview_key),
  );
  return rows.map((row) => {
    const on = row.text_id === null ? undefined : codings.get(row.text_id);
    return {
      id: `${row.interview_id}/${row.instance}`,
      interviewId: row.interview_id,
      code: row.code,
      textId: row.text_id,
      body: row.body ?? '',
      language: row.language,
      missing: row.missing,
      serviceId: row.service_id,
      background: background(row.interview_key, row.instance),
      codings: on?.codings ?? [],
      reading: on?.reading ?? null,
    };
  });
}

/** Text ids of all rows in scope, in their order, at most 20,000. */
export function readTextIds(sql: Statements, scope: GridScope): string[] {
  const part = gridRows(scope);
  const order = `ORDER BY ${part.order} LIMIT 20000`;
  return sql.all(Id, `${part.ctes} SELECT text.id ${part.text} AND text.id IS NOT NULL ${order}`, part.params).map((row) => row.id);
}

/** The 0-based place of the next row below or above `from` that needs somebody, or null. */
export function findNextRow(
  sql: Statements,
  scope: GridScope,
  from: number,
  direction: 'down' | 'up',
  needs: 'uncoded' | 'attention',
): number | null {
  const part = gridRows(scope);
  const uncoded = `text.id IS NOT NULL AND NOT ${isDone}`;
  const wanted = needs === 'uncoded' ? uncoded : `(${uncoded}) OR ${isDoubtful}`;
  const numbered = `SELECT row_number() OVER (ORDER BY ${part.order}) - 1 AS n, (${wanted}) AS is_wanted ${part.text}`;
  const side = direction === 'down' ? 'n > :from ORDER BY n' : 'n < :from ORDER BY n DESC';
  return (
    sql.get(Count, `${part.ctes} SELECT n FROM (${numbered}) WHERE is_wanted AND ${side} LIMIT 1`, { ...part.params, from })?.n ?? null
  );
}
