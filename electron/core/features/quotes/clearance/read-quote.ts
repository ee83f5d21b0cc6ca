import { z } from 'zod';
import { MarkDecision } from '../../../../../shared/contract/quotes-clearance.ts';
import { QuoteStatus } from '../../../../../shared/contract/quotes-search.ts';
import { ProjectId, TextId } from '../../../../../shared/model/ids.ts';
import { Language } from '../../../../../shared/model/text.ts';
import { identityKinds } from '../../../../../shared/texts/index.ts';
import { takesPart } from '../../../analysis/group-persons.ts';
import { AppError } from '../../../app-error.ts';
import type { Statements } from '../../../db/statements.ts';

const text = z.string().nullable();
const Row = z.object({
  id: z.string(),
  project_id: ProjectId,
  text_id: TextId,
  start_offset: z.int(),
  end_offset: z.int(),
  cleared_body: text,
  attributes: z.string(),
  status: QuoteStatus,
  proposed_by: text,
  cleared_by: text,
  cleared_at: text,
  note: text,
  raw: z.string(),
  language: Language,
  kind: z.enum(['answer', 'remark', 'specify', 'note', 'minutes', 'document']),
  interview_key: z.int().nullable(),
  instance: z.int(),
  respondent_id: text,
  code: text,
  number: text,
  wording: text,
  title: text,
});
/** A quote with the words it is of and where they come from. */
export type QuoteRow = z.infer<typeof Row>;

/** Joins a quote to its words; with `stillThere` nobody who has withdrawn or declined, or said no in a group, is among them. */
export const quoteTables = `
FROM quote JOIN text ON text.id = quote.text_id
LEFT JOIN interview ON interview.key = text.interview_key LEFT JOIN respondent ON respondent.id = interview.respondent_id
LEFT JOIN question ON question.key = text.question_key LEFT JOIN meeting ON meeting.id = text.meeting_id
LEFT JOIN document ON document.text_id = text.id`;
export const stillThere = `respondent.withdrawn_at IS NULL AND coalesce(interview.status, '') NOT IN ('withdrawn', 'declined')
  AND ${takesPart}`;

// Offsets count UTF-16 units, which SQL's substr does not: the words are cut out below.
const quoteSql = `
SELECT quote.id, text.project_id, quote.text_id, quote.start_offset, quote.end_offset, quote.cleared_body, quote.attributes, quote.status,
  quote.proposed_by, quote.cleared_by, quote.cleared_at, quote.note, text.body AS raw, text.language, text.kind, text.interview_key,
  text.instance, respondent.id AS respondent_id, respondent.code, question.number, question.wording,
  coalesce(meeting.title, document.title) AS title
${quoteTables} WHERE quote.id = :quoteId AND ${stillThere}`;

/** @throws AppError NOT_FOUND also when it is of somebody who has withdrawn */
export function readQuote(sql: Statements, quoteId: string): QuoteRow {
  const row = sql.get(Row, quoteSql, { quoteId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return { ...row, raw: row.raw.slice(row.start_offset, row.end_offset) };
}

/** A quote whose wording may be changed. @throws AppError NOT_FOUND, QUOTE_NOT_OPEN */
export function readOpenQuote(sql: Statements, quoteId: string): QuoteRow {
  const quote = readQuote(sql, quoteId);
  if (quote.status === 'proposed' || quote.status === 'cleared') throw new AppError('QUOTE_NOT_OPEN');
  return quote;
}

const MarkRow = z.object({
  id: z.string(),
  start: z.int(),
  end: z.int(),
  kind: z.enum(identityKinds),
  decision: MarkDecision.nullable(),
  general_word: text,
});
export type MarkRow = z.infer<typeof MarkRow>;

/** What was marked and decided, in the order of the words. */
export function readMarkRows(sql: Statements, quoteId: string): MarkRow[] {
  return sql.all(
    MarkRow,
    `SELECT id, start_offset AS start, end_offset AS "end", kind, decision, general_word FROM quote_mark WHERE quote_id = :quoteId ORDER BY start_offset, id`,
    { quoteId },
  );
}
