import type { AnswerPlace } from '../../../../shared/contract/interviews.ts';
import type { AnswerState, AnswerValue, ConfirmReason } from '../../../../shared/model/answer.ts';
import type { Statements } from '../../db/statements.ts';
import { answerKey } from '../../../../shared/expressions/form.ts';
import type { OpenInterview } from './open-interview.ts';
import { toColumns } from './stored-value.ts';

/** A new value ends whatever was said about the one before. */
const updateSql = `
UPDATE answer SET code = :code, num = :num, txt = :txt, text_id = :text_id, missing = :missing, sort_on = :sort_on, precision = :precision,
  state = NULL, override_reason = NULL, override_by = NULL, override_at = NULL, asked_about = NULL
WHERE interview_key = :interview_key AND question_key = :question_key AND instance = :instance`;
const deleteSql = 'DELETE FROM answer WHERE interview_key = :interview_key AND question_key = :question_key AND instance = :instance';
const stateSql = `
UPDATE answer SET state = :state,
  override_reason = CASE :keepsReason WHEN 1 THEN override_reason END,
  override_by = CASE :keepsReason WHEN 1 THEN override_by END,
  override_at = CASE :keepsReason WHEN 1 THEN override_at END
WHERE interview_key = :interview_key AND question_key = :question_key AND instance = :instance`;

function rowKey({ interview, loaded }: OpenInterview, { questionId, instance }: AnswerPlace) {
  return { interview_key: interview.key, question_key: loaded.keyById.get(questionId) ?? -1, instance };
}

/** Writes a value, or with null takes the answer away. An open answer's words lie in the text row it points to. */
export function writeValue(
  sql: Statements,
  open: OpenInterview,
  place: AnswerPlace,
  value: AnswerValue | null,
  textId: string | null,
): void {
  const key = answerKey(place.questionId, place.instance);
  const row = rowKey(open, place);
  if (value === null) {
    sql.run(deleteSql, row);
    open.answers.delete(key);
    return;
  }
  const columns = { ...toColumns(value), ...(textId === null ? {} : { txt: null }), text_id: textId };
  if (open.answers.has(key)) sql.run(updateSql, { ...row, ...columns });
  else sql.insert('answer', { ...row, ...columns });
  const { questionId, instance } = place;
  open.answers.set(key, { questionId, instance, value, state: null, confirmReason: null, askedAbout: null, textId });
}

/** Gives an answer its state. A reason for an unusual answer survives being set aside, and ends when the answer is no longer unusual. */
export function writeState(sql: Statements, open: OpenInterview, place: AnswerPlace, state: AnswerState | null): void {
  const key = answerKey(place.questionId, place.instance);
  const standing = open.answers.get(key);
  if (standing === undefined) return;
  const keepsReason = state === 'parked' || state === 'overridden';
  sql.run(stateSql, { ...rowKey(open, place), state, keepsReason: keepsReason ? 1 : 0 });
  open.answers.set(key, { ...standing, state, confirmReason: keepsReason ? standing.confirmReason : null });
}

interface Confirmation {
  readonly reason: ConfirmReason;
  /** What "other" is. */
  readonly words: string;
  readonly by: string;
  readonly at: string;
}

/** Keeps why an unusual answer stands; its state is settled afterwards. */
export function confirmRow(sql: Statements, open: OpenInterview, place: AnswerPlace, { reason, words, by, at }: Confirmation): void {
  const key = answerKey(place.questionId, place.instance);
  const standing = open.answers.get(key);
  if (standing === undefined) return;
  sql.run(
    `UPDATE answer SET override_reason = :reason, override_by = :by, override_at = :at
     WHERE interview_key = :interview_key AND question_key = :question_key AND instance = :instance`,
    { ...rowKey(open, place), reason: reason === 'other' && words !== '' ? words : reason, by, at },
  );
  open.answers.set(key, { ...standing, confirmReason: reason });
}
