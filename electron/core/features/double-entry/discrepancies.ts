import { z } from 'zod';
import type { Discrepancy } from '../../../../shared/contract/double-entry.ts';
import { answerKey } from '../../../../shared/expressions/form.ts';
import { AnswerValue } from '../../../../shared/model/answer.ts';
import type { InterviewId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { judge, openInterview, type OpenInterview } from '../interviews/open-interview.ts';
import { readNotes } from '../interviews/read-answers.ts';
import { asPass, compareFields, type Field } from './compare.ts';
import { firstBy, nameOf, readPass } from './pass-row.ts';
import { judgeSecond, openSecond } from './second-answers.ts';

const DecidedRow = z.object({
  id: z.string(),
  question_key: z.int(),
  instance: z.int(),
  choice: z.enum(['first', 'second', 'other']),
  first_value: z.string(),
  second_value: z.string(),
  decided_value: z.string(),
  first_specify: z.string().nullable(),
  second_specify: z.string().nullable(),
  decided_by: z.string(),
  decided_at: z.string(),
});
const decidedSql = `
SELECT discrepancy.id, question_key, instance, choice, first_value, second_value, decided_value, first_specify, second_specify, coalesce(actor.name, '') AS decided_by, decided_at
FROM discrepancy LEFT JOIN actor ON actor.id = discrepancy.decided_by WHERE interview_key = :key`;

/** What both passes have in a field. */
export type Sides = Pick<Field, 'first' | 'firstSpecify' | 'second' | 'secondSpecify'>;

/** Both sides of a difference, or as they were when it was decided. */
export function sidesOf({ first, firstSpecify, second, secondSpecify }: Sides): Sides {
  return { first, firstSpecify, second, secondSpecify };
}

/** A decision that stands, with both sides as they were. */
export interface Decided extends Sides {
  readonly id: string;
  readonly choice: 'first' | 'second' | 'other';
  readonly value: AnswerValue | null;
  readonly by: string;
  readonly at: string;
}

/** Both passes held against each other, and what has been decided so far by `answerKey`. */
export interface Comparison {
  readonly open: OpenInterview;
  readonly fields: readonly Field[];
  readonly decided: ReadonlyMap<string, Decided>;
}

/** @throws AppError NOT_FOUND */
export function comparePasses(
  sql: Statements,
  interviewId: InterviewId,
  open: OpenInterview = openInterview(sql, interviewId),
): Comparison {
  const second = openSecond(sql, interviewId);
  const { interview, loaded } = open;
  const first = asPass(open.answers, readNotes(sql, interview.key, loaded), judge(open));
  const other = { answers: second.answers, state: judgeSecond(second), specify: (key: string) => second.specify.get(key) ?? '' };
  return { open, fields: compareFields(loaded.questions, first, other), decided: readDecided(sql, open) };
}

/** What is still to be decided. Where routing no longer asks for a field, because of another decision, nothing is left to decide. */
export function undecided({ fields, decided }: Comparison): Field[] {
  return fields.filter((field) => !field.isSame && field.isAsked && !decided.has(answerKey(field.questionId, field.instance)));
}

function readDecided(sql: Statements, { interview, loaded }: OpenInterview): Map<string, Decided> {
  const decided = new Map<string, Decided>();
  for (const row of sql.all(DecidedRow, decidedSql, { key: interview.key })) {
    const questionId = loaded.idByKey.get(row.question_key);
    if (questionId === undefined) continue;
    const { id, choice, decided_by: by, decided_at: at } = row;
    const values = { first: readValue(row.first_value), second: readValue(row.second_value), value: readValue(row.decided_value) };
    const words = { firstSpecify: row.first_specify ?? '', secondSpecify: row.second_specify ?? '' };
    decided.set(answerKey(questionId, row.instance), { id, choice, ...values, ...words, by, at });
  }
  return decided;
}

function readValue(stored: string): AnswerValue | null {
  return AnswerValue.nullable().parse(JSON.parse(stored));
}

/** Both passes where they differ, in the order of the questionnaire. @throws AppError NOT_FOUND */
export function readDiscrepancies({ sql }: Call, interviewId: InterviewId) {
  const pass = readPass(sql, interviewId);
  const comparison = comparePasses(sql, interviewId);
  const { interview } = comparison.open;
  const isFinished = pass?.finished_at != null;
  return {
    code: interview.code,
    firstBy: nameOf(sql, firstBy(sql, interviewId)),
    secondBy: nameOf(sql, pass?.entered_by ?? null),
    isFinished,
    isVerified: interview.status === 'verified',
    fields: pass?.field_count ?? 0,
    discrepancies: isFinished ? listed(comparison) : [],
  };
}

function listed(comparison: Comparison): Discrepancy[] {
  const open = new Set(undecided(comparison));
  return comparison.fields.flatMap((field): Discrepancy[] => {
    const { questionId, instance } = field;
    const decided = comparison.decided.get(answerKey(questionId, instance));
    if (decided === undefined) {
      return open.has(field) ? [{ questionId, instance, ...sidesOf(field), decided: null }] : [];
    }
    const { choice, value, by, at } = decided;
    return [{ questionId, instance, ...sidesOf(decided), decided: { choice, value, by, at } }];
  });
}
