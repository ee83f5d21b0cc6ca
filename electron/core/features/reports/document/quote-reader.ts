import { z } from 'zod';
import type { Language } from '../../../../../shared/model/text.ts';
import { Language as LanguageSchema } from '../../../../../shared/model/text.ts';
import type { Statements } from '../../../db/statements.ts';
import { takesPart } from '../../../analysis/group-persons.ts';
import type { AttributeBook } from '../../quotes/attribute-book.ts';
import { attributesOf, refusedValues } from '../../quotes/export/attribute-gate.ts';
import { storedKeys } from '../../quotes/export/file-quotes.ts';
import { refusedToBeQuoted } from '../../quotes/may-be-quoted.ts';

const Row = z.object({
  status: z.string(),
  cleared_body: z.string().nullable(),
  attributes: z.string(),
  language: LanguageSchema.catch('nb'),
  interview_key: z.int().nullable(),
  instance: z.int(),
  respondent_id: z.string().nullable(),
  is_gone: z.int(),
});
const quoteSql = `SELECT quote.status, quote.cleared_body, quote.attributes, text.language, text.interview_key, text.instance,
  respondent.id AS respondent_id,
  coalesce(respondent.withdrawn_at IS NOT NULL, 0) OR coalesce(interview.status, '') IN ('withdrawn', 'declined') OR NOT (${takesPart}) AS is_gone
FROM quote JOIN text ON text.id = quote.text_id LEFT JOIN interview ON interview.key = text.interview_key
LEFT JOIN respondent ON respondent.id = interview.respondent_id WHERE quote.id = :quoteId AND text.project_id = :projectId`;

/** Words that may stand in a report, or why they may not. */
export type ReadQuote =
  | { readonly state: 'cleared'; readonly text: string; readonly note: string; readonly language: Language }
  | { readonly state: 'not-cleared' | 'withdrawn' };

interface Reading {
  readonly sql: Statements;
  readonly projectId: string;
  readonly threshold: number;
  /** What is known of whom; read when the first quote asks. */
  readonly book: () => AttributeBook;
}

/** Who said it, as far as it was cleared and as long as enough share it. */
function noteOf(row: z.infer<typeof Row>, { book: read, threshold }: Reading): string {
  if (row.interview_key === null) return '';
  const book = read();
  const keys = storedKeys(row.attributes, book);
  const known = book.knownOf(row.interview_key, row.instance);
  if (refusedValues({ keys, speakers: [known], book, narrowing: [], threshold }).length > 0) return '';
  return attributesOf(keys, known, book)
    .map(({ label }) => label)
    .join(', ');
}

/** Reads quotes for one report: cleared words only, and nobody's who has withdrawn or no longer wants to be quoted. */
export function quoteReader(reading: Reading): (quoteId: string) => ReadQuote {
  let refused: ReadonlySet<string> | null = null;
  return (quoteId) => {
    const row = reading.sql.get(Row, quoteSql, { quoteId, projectId: reading.projectId });
    if (row === undefined || row.is_gone === 1) return { state: 'withdrawn' };
    refused ??= refusedToBeQuoted(reading.sql, reading.projectId);
    if (row.respondent_id !== null && refused.has(row.respondent_id)) return { state: 'withdrawn' };
    const text = row.cleared_body?.trim() ?? '';
    if (row.status !== 'cleared' || text === '') return { state: 'not-cleared' };
    return { state: 'cleared', text, note: noteOf(row, reading), language: row.language };
  };
}
