import { z } from 'zod';
import type { AnswerPlace } from '../../../../shared/contract/interviews.ts';
import { AnswerState, confirmReasons, type AnswerRecord, type AnswerValue, type ConfirmReason } from '../../../../shared/model/answer.ts';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';
import type { LoadedVersion } from '../questionnaires/read-version.ts';
import { answerKey } from '../../../../shared/expressions/form.ts';
import { fromColumns, StoredColumns } from './stored-value.ts';

/*
 * How an answer lies in the file
 *
 * One row in `answer` per question and turn that has an answer; `instance` is 0, or the turn: a person of a group, a round of a repeat.
 * The value's columns are told in stored-value.ts; an open answer points to `text` through `text_id`. Calculated answers are rows like
 * any other, written anew with every edit. No row: not recorded.
 *
 * `state = 'parked'` means that routing no longer asks the question. The row keeps its value, so that it comes back untouched,
 * but NOBODY counts, tabulates, codes or exports it: every reader outside this folder must ask for
 * `(state IS NULL OR state NOT IN ('parked', 'invalid-draft'))`. "Not asked" is derived from routing and not stored by entry.
 *
 * `override_reason` is why an unusual answer stands: one of the reasons, or the words that were given with "other". `asked_about` is what
 * somebody asked about it with a rule that is not the form's; a new value ends that.
 */

const AnswerRow = StoredColumns.extend({
  question_key: z.int(),
  instance: z.int(),
  text_id: z.string().nullable(),
  body: z.string().nullable(),
  state: AnswerState.nullable(),
  override_reason: z.string().nullable(),
  asked_about: z.string().nullable(),
});
const NoteRow = z.object({ question_key: z.int(), instance: z.int(), kind: z.enum(['remark', 'specify']), body: z.string() });

const answersSql = `
SELECT answer.question_key, answer.instance, code, num, txt, text_id, body, missing, state, override_reason, asked_about, sort_on, precision
FROM answer LEFT JOIN text ON text.id = answer.text_id WHERE answer.interview_key = :key`;
const notesSql = `
SELECT question_key, instance, kind, body FROM text
WHERE interview_key = :key AND question_key IS NOT NULL AND kind IN ('remark', 'specify')`;

/** An answer with the text row it points to. */
export interface StoredAnswer extends AnswerPlace {
  readonly value: AnswerValue | null;
  readonly state: AnswerState | null;
  readonly confirmReason: ConfirmReason | null;
  /** What somebody asked about it beside the form's own checks; null when nobody did. */
  readonly askedAbout: string | null;
  readonly textId: string | null;
}

/** Answers of one interview by `answerKey`. */
export type Answers = ReadonlyMap<string, StoredAnswer>;

/** Words beside an answer. */
export interface Notes {
  readonly remark: string;
  readonly specify: string;
}

/** All answers of an interview. */
export function readAnswers(sql: Statements, interviewKey: number, loaded: LoadedVersion): Map<string, StoredAnswer> {
  const types = new Map(loaded.questions.map((question) => [question.id, question.type]));
  const answers = new Map<string, StoredAnswer>();
  for (const row of sql.all(AnswerRow, answersSql, { key: interviewKey })) {
    const questionId = loaded.idByKey.get(row.question_key);
    const type = questionId === undefined ? undefined : types.get(questionId);
    if (questionId === undefined || type === undefined) continue;
    const value: AnswerValue | null = row.text_id === null ? fromColumns(row, type) : { kind: 'text', text: row.body ?? '' };
    answers.set(answerKey(questionId, row.instance), {
      questionId,
      instance: row.instance,
      value,
      state: row.state,
      confirmReason: toReason(row.override_reason),
      askedAbout: row.asked_about,
      textId: row.text_id,
    });
  }
  return answers;
}

function toReason(stored: string | null): ConfirmReason | null {
  return stored === null ? null : (confirmReasons.find((reason) => reason === stored) ?? 'other');
}

/** Remarks and "other: what?" words of an interview by `answerKey`. */
export function readNotes(sql: Statements, interviewKey: number, loaded: LoadedVersion): Map<string, Notes & AnswerPlace> {
  const notes = new Map<string, Notes & AnswerPlace>();
  for (const { question_key: questionKey, instance, kind, body } of sql.all(NoteRow, notesSql, { key: interviewKey })) {
    const questionId = loaded.idByKey.get(questionKey);
    if (questionId === undefined) continue;
    const key = answerKey(questionId, instance);
    notes.set(key, { ...(notes.get(key) ?? { questionId, instance, remark: '', specify: '' }), [kind]: body });
  }
  return notes;
}

/** The records that go over the wire: one per question and turn that has an answer or words. */
export function toRecords(answers: Answers, notes: ReadonlyMap<string, Notes & AnswerPlace>): AnswerRecord[] {
  const wordsOnly = [...notes].filter(([key]) => !answers.has(key)).map(([, note]) => toRecord(note, undefined, note));
  return [...[...answers].map(([key, answer]) => toRecord(answer, answer, notes.get(key))), ...wordsOnly];
}

/** One record, also when nothing is recorded. */
export function toRecord(
  place: { readonly questionId: QuestionId; readonly instance: number },
  answer: StoredAnswer | undefined,
  note: Notes | undefined,
): AnswerRecord {
  return {
    questionId: place.questionId,
    instance: place.instance,
    value: answer?.value ?? null,
    state: answer?.state ?? null,
    confirmReason: answer?.confirmReason ?? null,
    ...(answer?.askedAbout == null ? {} : { askedAbout: answer.askedAbout }),
    remark: note?.remark ?? '',
    specify: note?.specify ?? '',
  };
}
