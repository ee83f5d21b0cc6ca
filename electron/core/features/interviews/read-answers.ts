import { z } from 'zod';
import { AnswerState, ConfirmReason, type AnswerRecord, type AnswerValue } from '../../../../shared/model/answer.ts';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import { MissingReason } from '../../../../shared/model/questionnaire.ts';
import type { Statements } from '../../db/statements.ts';
import type { LoadedVersion } from '../questionnaires/read-version.ts';

/*
 * How an answer lies in the file
 *
 * One row in `answer` per question that has an answer. A code is in `code`; several answers and rankings are codes in `txt`,
 * separated by spaces, a ranking in order of importance; numbers are in `num`; open answers point to `text` through `text_id`;
 * a reason is in `missing` with nothing beside it. No row: not recorded.
 *
 * `state = 'parked'` means that routing no longer asks the question. The row keeps its value, so that it comes back untouched,
 * but NOBODY counts, tabulates, codes or exports it: every reader outside this folder must ask for
 * `(state IS NULL OR state NOT IN ('parked', 'invalid-draft'))`. "Not asked" is derived from routing and not stored by entry.
 */

const AnswerRow = z.object({
  question_key: z.int(),
  code: z.int().nullable(),
  num: z.number().nullable(),
  txt: z.string().nullable(),
  text_id: z.string().nullable(),
  body: z.string().nullable(),
  missing: z.string().nullable(),
  state: AnswerState.nullable(),
  override_reason: ConfirmReason.nullable().catch('other'),
});
const NoteRow = z.object({ question_key: z.int(), kind: z.enum(['remark', 'specify']), body: z.string() });

// The person of a group and the turn of a repeat are later instances; entry works on the first.
const answersSql = `
SELECT answer.question_key, code, num, txt, text_id, body, missing, state, override_reason
FROM answer LEFT JOIN text ON text.id = answer.text_id WHERE answer.interview_key = :key AND answer.instance = 0`;
const notesSql = `
SELECT question_key, kind, body FROM text
WHERE interview_key = :key AND question_key IS NOT NULL AND instance = 0 AND kind IN ('remark', 'specify')`;

/** An answer with the text row it points to. */
export interface StoredAnswer {
  readonly value: AnswerValue | null;
  readonly state: AnswerState | null;
  readonly confirmReason: ConfirmReason | null;
  readonly textId: string | null;
}

/** All answers of an interview by question id. */
export function readAnswers(sql: Statements, interviewKey: number, loaded: LoadedVersion): Map<QuestionId, StoredAnswer> {
  const types = new Map(loaded.questions.map((question) => [question.id, question.type]));
  const answers = new Map<QuestionId, StoredAnswer>();
  for (const row of sql.all(AnswerRow, answersSql, { key: interviewKey })) {
    const id = loaded.idByKey.get(row.question_key);
    const type = id === undefined ? undefined : types.get(id);
    if (id === undefined || type === undefined) continue;
    const isSet = type === 'several' || type === 'rank';
    answers.set(id, { value: toValue(row, isSet), state: row.state, confirmReason: row.override_reason, textId: row.text_id });
  }
  return answers;
}

/** Remarks and "other: what?" words of an interview by question id. */
export function readNotes(
  sql: Statements,
  interviewKey: number,
  loaded: LoadedVersion,
): Map<QuestionId, { remark: string; specify: string }> {
  const notes = new Map<QuestionId, { remark: string; specify: string }>();
  for (const row of sql.all(NoteRow, notesSql, { key: interviewKey })) {
    const id = loaded.idByKey.get(row.question_key);
    if (id === undefined) continue;
    notes.set(id, { ...(notes.get(id) ?? { remark: '', specify: '' }), [row.kind]: row.body });
  }
  return notes;
}

/** The records that go over the wire: one per question that has an answer or words. */
export function toRecords(
  answers: ReadonlyMap<QuestionId, StoredAnswer>,
  notes: ReadonlyMap<QuestionId, { remark: string; specify: string }>,
): AnswerRecord[] {
  const ids = new Set([...answers.keys(), ...notes.keys()]);
  return [...ids].map((questionId) => toRecord(questionId, answers.get(questionId), notes.get(questionId)));
}

/** One question's record, also when nothing is recorded. */
export function toRecord(
  questionId: QuestionId,
  answer: StoredAnswer | undefined,
  note: { remark: string; specify: string } | undefined,
): AnswerRecord {
  return {
    questionId,
    value: answer?.value ?? null,
    state: answer?.state ?? null,
    confirmReason: answer?.confirmReason ?? null,
    remark: note?.remark ?? '',
    specify: note?.specify ?? '',
  };
}

function toValue(row: z.infer<typeof AnswerRow>, isSet: boolean): AnswerValue | null {
  if (row.missing !== null) {
    const reason = MissingReason.safeParse(row.missing);
    // "not-asked" and "not-recorded" come from imports; to entry both are an answer that is not there.
    return reason.success ? { kind: 'missing', reason: reason.data } : null;
  }
  if (row.text_id !== null) return { kind: 'text', text: row.body ?? '' };
  if (isSet && row.txt !== null)
    return {
      kind: 'codes',
      codes: row.txt
        .split(' ')
        .filter((part) => part !== '')
        .map(Number),
    };
  if (row.code !== null) return { kind: 'code', code: row.code };
  if (row.num !== null) return { kind: 'number', number: row.num };
  return row.txt === null ? null : { kind: 'text', text: row.txt };
}
