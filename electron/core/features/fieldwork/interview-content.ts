import { z } from 'zod';
import type { Statements } from '../../db/statements.ts';

/** Interviews by both of their keys, as JSON lists for json_each. */
export interface InterviewKeys {
  readonly ids: string;
  readonly keys: string;
}

const theseKeys = 'SELECT value FROM json_each(:keys)';
const theseTexts = `SELECT id FROM text WHERE interview_key IN (${theseKeys})`;
const theseQuotes = `SELECT id FROM quote WHERE text_id IN (${theseTexts})`;
const theseCodings = `SELECT id FROM coding WHERE text_id IN (${theseTexts})`;

const theseCells = `SELECT id FROM framework_cell WHERE interview_key IN (${theseKeys})`;

/** What hangs on an interview, in an order in which nothing is left pointing at what is gone. */
const byKey: readonly string[] = [
  `DELETE FROM report_block WHERE quote_id IN (${theseQuotes})`,
  `DELETE FROM quote_mark WHERE quote_id IN (${theseQuotes})`,
  `DELETE FROM finding_evidence WHERE quote_id IN (${theseQuotes})`,
  // What several said is summed up without this one from now on: somebody must read it again.
  `UPDATE framework_cell SET finished_at = NULL WHERE finished_at IS NOT NULL AND answer_group IS NOT NULL
   AND id IN (SELECT cell_id FROM framework_cell_quote WHERE quote_id IN (${theseQuotes}))`,
  `DELETE FROM framework_cell_quote WHERE quote_id IN (${theseQuotes}) OR cell_id IN (${theseCells})`,
  `DELETE FROM finding_evidence WHERE framework_cell_id IN (${theseCells})`,
  `DELETE FROM framework_cell WHERE interview_key IN (${theseKeys})`,
  `DELETE FROM quote WHERE text_id IN (${theseTexts})`,
  `DELETE FROM finding_evidence WHERE text_id IN (${theseTexts})`,
  `UPDATE observation SET text_id = NULL WHERE text_id IN (${theseTexts})`,
  `DELETE FROM memo WHERE text_id IN (${theseTexts}) OR coding_id IN (${theseCodings})`,
  `DELETE FROM coding WHERE text_id IN (${theseTexts})`,
  `DELETE FROM text_reading WHERE text_id IN (${theseTexts})`,
  `DELETE FROM consensus WHERE text_id IN (${theseTexts})`,
  `DELETE FROM suggestion_rejection WHERE text_id IN (${theseTexts})`,
  `DELETE FROM discrepancy WHERE interview_key IN (${theseKeys})`,
  `DELETE FROM second_answer WHERE interview_key IN (${theseKeys})`,
  `DELETE FROM second_turn WHERE interview_key IN (${theseKeys})`,
  `DELETE FROM answer WHERE interview_key IN (${theseKeys})`,
  `DELETE FROM turn WHERE interview_key IN (${theseKeys})`,
  `DELETE FROM text_turn WHERE text_id IN (${theseTexts})`,
  `DELETE FROM document WHERE text_id IN (${theseTexts})`,
  `DELETE FROM text WHERE interview_key IN (${theseKeys})`,
];
const byId: readonly string[] = [
  'DELETE FROM second_pass WHERE interview_id IN (SELECT value FROM json_each(:ids))',
  'DELETE FROM interview_change WHERE interview_id IN (SELECT value FROM json_each(:ids))',
  'DELETE FROM interview WHERE id IN (SELECT value FROM json_each(:ids))',
];

/**
 * Takes interviews out with everything that hangs on them: answers, texts, codings, memos, quotes and where they are shown. What the
 * operation log does not follow (time spent, the place left) stays, so that undo gives back the whole.
 */
export function deleteInterviews(sql: Statements, { ids, keys }: InterviewKeys): void {
  for (const text of byKey) sql.run(text, { keys });
  for (const text of byId) sql.run(text, { ids });
}

const KeyRow = z.object({ id: z.string(), key: z.int() });

/** The keys of a respondent's interviews. */
export function keysOfRespondent(sql: Statements, respondentId: string): InterviewKeys & { readonly count: number } {
  const rows = sql.all(KeyRow, 'SELECT id, key FROM interview WHERE respondent_id = :respondentId', { respondentId });
  return { ids: JSON.stringify(rows.map((row) => row.id)), keys: JSON.stringify(rows.map((row) => row.key)), count: rows.length };
}
