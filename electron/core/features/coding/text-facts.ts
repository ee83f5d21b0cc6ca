import { z } from 'zod';
import { AppError } from '../../app-error.ts';
import type { OperationHandle } from '../../db/operations.ts';
import type { Statements } from '../../db/statements.ts';
import { shortened } from '../themes/theme-terms.ts';

const Row = z.object({
  id: z.string(),
  body: z.string(),
  code: z.string().nullable(),
  number: z.string().nullable(),
  title: z.string().nullable(),
});

/** What a change must know of a text: its words, and what it is called in the name of the deed. */
export interface TextFacts {
  readonly id: string;
  readonly body: string;
  /** "R017/23"; null for minutes and other texts without a respondent. */
  readonly code: string | null;
  readonly title: string;
}

const factsSql = `
SELECT text.id, text.body, respondent.code, question.number, coalesce(meeting.title, document.title) AS title
FROM json_each(:textIds) AS wanted JOIN text ON text.id = wanted.value
LEFT JOIN interview ON interview.key = text.interview_key
LEFT JOIN respondent ON respondent.id = interview.respondent_id
LEFT JOIN question ON question.key = text.question_key
LEFT JOIN meeting ON meeting.id = text.meeting_id
LEFT JOIN document ON document.text_id = text.id
WHERE respondent.withdrawn_at IS NULL AND coalesce(interview.status, '') <> 'withdrawn'`;

/** Facts of texts. @throws AppError NOT_FOUND when one is gone, or belongs to somebody who has withdrawn */
export function readTextFacts(sql: Statements, textIds: readonly string[]): TextFacts[] {
  const wanted = [...new Set(textIds)];
  const rows = sql.all(Row, factsSql, { textIds: JSON.stringify(wanted) });
  if (rows.length !== wanted.length) throw new AppError('NOT_FOUND');
  return rows.map((row) => ({
    id: row.id,
    body: row.body,
    code: row.code === null ? null : `${row.code}${row.number === null ? '' : `/${row.number}`}`,
    title: shortened(row.title ?? ''),
  }));
}

/** Names a deed on texts: one answer by its code, several by their number, another text by its title. */
export function labelOnTexts(
  operation: OperationHandle,
  base: string,
  params: Readonly<Record<string, string>>,
  texts: readonly TextFacts[],
): void {
  const [only] = texts;
  if (texts.length > 1 || only === undefined) operation.label({ ...params, count: texts.length }, `${base}Many`);
  else if (only.code === null) operation.label({ ...params, title: only.title }, `${base}Text`);
  else operation.label({ ...params, code: only.code }, base);
}
