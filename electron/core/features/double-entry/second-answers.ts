import { z } from 'zod';
import type { AnswerPlace, Turn } from '../../../../shared/contract/interviews.ts';
import { answerKey, judgeForm, type FormState } from '../../../../shared/expressions/form.ts';
import type { AnswerRecord, AnswerValue } from '../../../../shared/model/answer.ts';
import type { InterviewId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';
import { readVersion, type LoadedVersion } from '../questionnaires/read-version.ts';
import { findInterview } from '../interviews/interview-row.ts';
import { formAnswers, type OpenInterview } from '../interviews/open-interview.ts';
import type { StoredAnswer } from '../interviews/read-answers.ts';
import { answerState } from '../interviews/settle.ts';
import { fromColumns, StoredColumns, toColumns } from '../interviews/stored-value.ts';
import { excessInstances } from '../interviews/rounds.ts';
import { readTurns } from '../interviews/turns.ts';
import { readSecondRounds } from './second-rounds.ts';

/*
 * The second pass is blind: everything here is judged on what the second pass has entered, in rounds of its own (second-turns.ts). States are worked out when they are asked for, since nobody but the second pass reads them.
 */

const Row = StoredColumns.extend({ question_key: z.int(), instance: z.int(), specify: z.string().nullable() });

/** An interview as the second pass has it: `answers` holds only what it has entered, `turns` the persons and its own rounds. */
export interface SecondEntry extends OpenInterview {
  readonly specify: Map<string, string>;
}

/** @throws AppError NOT_FOUND */
export function openSecond(sql: Statements, interviewId: InterviewId): SecondEntry {
  const interview = findInterview(sql, interviewId);
  const loaded = readVersion(sql, interview.version_id);
  const types = new Map(loaded.questions.map((question) => [question.id, question.type]));
  const answers = new Map<string, StoredAnswer>();
  const specify = new Map<string, string>();
  const rows = sql.all(
    Row,
    'SELECT question_key, instance, code, num, txt, missing, sort_on, precision, specify FROM second_answer WHERE interview_key = :key',
    { key: interview.key },
  );
  for (const row of rows) {
    const questionId = loaded.idByKey.get(row.question_key);
    const type = questionId === undefined ? undefined : types.get(questionId);
    if (questionId === undefined || type === undefined) continue;
    const key = answerKey(questionId, row.instance);
    const value = fromColumns(row, type);
    if (value !== null)
      answers.set(key, { questionId, instance: row.instance, value, state: null, confirmReason: null, askedAbout: null, textId: null });
    if (row.specify !== null) specify.set(key, row.specify);
  }
  return { interview, loaded, form: loaded.form, turns: turnsOf(sql, interview.key, loaded), answers, specify };
}

function turnsOf(sql: Statements, interviewKey: number, loaded: LoadedVersion): Turn[] {
  const persons = readTurns(sql, interviewKey, loaded).filter((turn) => turn.questionId === null);
  const rounds = readSecondRounds(sql, interviewKey, loaded);
  return [
    ...persons,
    ...rounds.map(({ id, instance, questionId, parentInstance, ordinal, label }) => ({
      id,
      instance,
      questionId,
      parentInstance,
      ordinal,
      label,
    })),
  ];
}

/** What the form makes of the second pass alone. */
export function judgeSecond(entry: SecondEntry): FormState {
  return judgeForm(entry.form, formAnswers(entry, entry.answers));
}

/** What the second pass has entered, as records, by `answerKey`. */
export function secondRecords(entry: SecondEntry, state: FormState): Map<string, AnswerRecord> {
  const records = new Map<string, AnswerRecord>();
  const excess = excessInstances(entry, state);
  for (const [key, answer] of entry.answers) records.set(key, toRecord(entry, answer, answerState(state, answer, excess)));
  for (const [key] of entry.specify) {
    const [questionId = '', instance = '0'] = key.split(' ');
    const id = entry.loaded.questions.find((question) => question.id === questionId)?.id;
    if (!records.has(key) && id !== undefined) records.set(key, toRecord(entry, { questionId: id, instance: Number(instance) }, null));
  }
  return records;
}

/** One record of the second pass, also where nothing is entered. */
export function toRecord(entry: SecondEntry, { questionId, instance }: AnswerPlace, state: AnswerRecord['state']): AnswerRecord {
  const key = answerKey(questionId, instance);
  const value = entry.answers.get(key)?.value ?? null;
  return {
    questionId,
    instance,
    value,
    state: value === null ? null : state,
    confirmReason: null,
    specify: entry.specify.get(key) ?? '',
    remark: '',
  };
}

/** Writes a value and the words beside it, or takes both away where there are none. */
export function writeSecond(
  sql: Statements,
  entry: SecondEntry,
  { questionId, instance }: AnswerPlace,
  value: AnswerValue | null,
  specify: string,
): void {
  const key = answerKey(questionId, instance);
  const row = { interview_key: entry.interview.key, question_key: entry.loaded.keyById.get(questionId) ?? -1, instance };
  if (value === null && specify === '') {
    sql.run(
      'DELETE FROM second_answer WHERE interview_key = :interview_key AND question_key = :question_key AND instance = :instance',
      row,
    );
  } else {
    const columns = value === null ? { code: null, num: null, txt: null, missing: null, sort_on: null, precision: null } : toColumns(value);
    sql.run(
      `INSERT INTO second_answer (interview_key, question_key, instance, code, num, txt, missing, sort_on, precision, specify)
       VALUES (:interview_key, :question_key, :instance, :code, :num, :txt, :missing, :sort_on, :precision, :specify)
       ON CONFLICT (interview_key, question_key, instance) DO UPDATE SET code = excluded.code, num = excluded.num, txt = excluded.txt,
         missing = excluded.missing, sort_on = excluded.sort_on, precision = excluded.precision, specify = excluded.specify`,
      { ...row, ...columns, specify: specify === '' ? null : specify },
    );
  }
  if (value === null) entry.answers.delete(key);
  else entry.answers.set(key, { questionId, instance, value, state: null, confirmReason: null, askedAbout: null, textId: null });
  if (specify === '') entry.specify.delete(key);
  else entry.specify.set(key, specify);
}
