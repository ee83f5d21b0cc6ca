import { z } from 'zod';
import { RoundAnswer, type Discrepancy } from '../../../../shared/contract/double-entry.ts';
import type { AnswerPlace } from '../../../../shared/contract/interviews.ts';
import { answerKey, type FormState } from '../../../../shared/expressions/form.ts';
import { AnswerValue } from '../../../../shared/model/answer.ts';
import type { InterviewId, QuestionId } from '../../../../shared/model/ids.ts';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { judge, openInterview, type OpenInterview } from '../interviews/open-interview.ts';
import { readNotes } from '../interviews/read-answers.ts';
import { asPass, compareFields, type Field } from './compare.ts';
import { firstBy, nameOf, readPass } from './pass-row.ts';
import { compareRounds, type RoundContent, type RoundDifference } from './compare-rounds.ts';
import { pairRounds } from './pair-rounds.ts';
import { judgeSecond, openSecond, type SecondEntry } from './second-answers.ts';
import { readSecondRounds } from './second-rounds.ts';

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

/** A decision about a round that only one pass had, with what was in it then. */
export interface DecidedRound extends AnswerPlace {
  readonly id: string;
  readonly choice: 'first' | 'second';
  readonly has: 'first' | 'second';
  readonly content: RoundContent;
  readonly by: string;
  readonly at: string;
}

/** Both passes held against each other, and what has been decided so far by `answerKey`. */
export interface Comparison {
  readonly open: OpenInterview;
  readonly second: SecondEntry;
  /** What the form makes of the second pass. */
  readonly secondState: FormState;
  /** Which round of the interview (value) each round of the second pass (key) is held against. */
  readonly pairs: ReadonlyMap<number, number>;
  readonly fields: readonly Field[];
  readonly rounds: readonly RoundDifference[];
  readonly decided: ReadonlyMap<string, Decided>;
  readonly decidedRounds: ReadonlyMap<string, DecidedRound>;
}

/** @throws AppError NOT_FOUND */
export function comparePasses(
  sql: Statements,
  interviewId: InterviewId,
  open: OpenInterview = openInterview(sql, interviewId),
): Comparison {
  const second = openSecond(sql, interviewId);
  const { interview, loaded } = open;
  const pairs = pairRounds(open.turns, readSecondRounds(sql, interview.key, loaded));
  const first = { ...asPass(open.answers, readNotes(sql, interview.key, loaded), judge(open)), turns: open.turns };
  const secondState = judgeSecond(second);
  const specify = (key: string): string => second.specify.get(key) ?? '';
  const other = { answers: second.answers, state: secondState, specify, turns: second.turns };
  const rounds = new Set(open.turns.filter((turn) => turn.questionId !== null).map((turn) => turn.instance));
  const counterparts = new Map([...pairs].map(([theirs, own]) => [own, theirs]));
  return {
    open,
    second,
    secondState,
    pairs,
    fields: compareFields(loaded.questions, first, other, (own) => (rounds.has(own) ? counterparts.get(own) : own)),
    rounds: compareRounds(loaded.questions, first, other, pairs),
    ...readDecided(sql, open),
  };
}

/** How much was entered twice, and in how much of it the passes differ. A round that only one has is one field, whatever lies in it. */
export function countOf({ fields, rounds }: Comparison): { fields: number; discrepancies: number } {
  return { fields: fields.length + rounds.length, discrepancies: fields.filter((field) => !field.isSame).length + rounds.length };
}

/** What is still to be decided. Where routing no longer asks for a field, because of another decision, nothing is left to decide. */
export function undecided({ fields, rounds, decided, decidedRounds }: Comparison): (Field | RoundDifference)[] {
  const isOpen = (known: ReadonlyMap<string, unknown>, { questionId, instance }: AnswerPlace): boolean =>
    !known.has(answerKey(questionId, instance));
  return [
    ...fields.filter((field) => !field.isSame && field.isAsked && isOpen(decided, field)),
    ...rounds.filter((round) => round.isAsked && isOpen(decidedRounds, round)),
  ];
}

function readDecided(sql: Statements, { interview, loaded }: OpenInterview): Pick<Comparison, 'decided' | 'decidedRounds'> {
  const decided = new Map<string, Decided>();
  const decidedRounds = new Map<string, DecidedRound>();
  const repeats = new Set<QuestionId>(loaded.questions.filter((question) => question.type === 'repeat').map((question) => question.id));
  for (const row of sql.all(DecidedRow, decidedSql, { key: interview.key })) {
    const questionId = loaded.idByKey.get(row.question_key);
    if (questionId === undefined) continue;
    const key = answerKey(questionId, row.instance);
    if (repeats.has(questionId)) {
      const round = readDecidedRound(row, questionId);
      if (round !== null) decidedRounds.set(key, round);
      continue;
    }
    const { id, choice, decided_by: by, decided_at: at } = row;
    const values = { first: readValue(row.first_value), second: readValue(row.second_value), value: readValue(row.decided_value) };
    const words = { firstSpecify: row.first_specify ?? '', secondSpecify: row.second_specify ?? '' };
    decided.set(key, { id, choice, ...values, ...words, by, at });
  }
  return { decided, decidedRounds };
}

const Content = z.object({ mark: z.string(), answers: z.array(RoundAnswer) }).nullable();

/** Of a round, the side that had it keeps what was in it. */
function readDecidedRound(row: z.infer<typeof DecidedRow>, questionId: QuestionId): DecidedRound | null {
  const { id, instance, choice, decided_by: by, decided_at: at } = row;
  const [first, second] = [row.first_value, row.second_value].map((stored) => Content.parse(JSON.parse(stored)));
  const content = first ?? second;
  if (content == null || choice === 'other') return null;
  return { id, questionId, instance, choice, has: first == null ? 'second' : 'first', content, by, at };
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
  const open = new Set<unknown>(undecided(comparison));
  const { questions } = comparison.open.loaded;
  const fields = comparison.fields.flatMap((field): Discrepancy[] => {
    const { questionId, instance } = field;
    const decided = comparison.decided.get(answerKey(questionId, instance));
    if (decided === undefined) {
      return open.has(field) ? [{ questionId, instance, ...sidesOf(field), round: null, decided: null }] : [];
    }
    const { choice, value, by, at } = decided;
    return [{ questionId, instance, ...sidesOf(decided), round: null, decided: { choice, value, by, at } }];
  });
  return inOrder(questions, listedRounds(comparison, open), fields);
}

/** Rounds that only one pass has, and those that have been decided, also where the interview has them or lost them since. */
function listedRounds({ rounds, decidedRounds }: Comparison, open: ReadonlySet<unknown>): Discrepancy[] {
  const nothing = { first: null, firstSpecify: '', second: null, secondSpecify: '' };
  const undecidedOnes = rounds.flatMap((round): Discrepancy[] => {
    const { questionId, instance, has, content } = round;
    return open.has(round) ? [{ questionId, instance, ...nothing, round: { has, ...roundOf(content) }, decided: null }] : [];
  });
  const decidedOnes = [...decidedRounds.values()].map(({ questionId, instance, has, content, choice, by, at }): Discrepancy => ({
    questionId,
    instance,
    ...nothing,
    round: { has, ...roundOf(content) },
    decided: { choice, value: null, by, at },
  }));
  return [...undecidedOnes, ...decidedOnes];
}

function roundOf({ mark, answers }: RoundContent): { mark: string; answers: RoundAnswer[] } {
  return { mark, answers: [...answers] };
}

/** Rounds stand before the first field that comes after their repeat in the questionnaire, in the order of their marks. */
function inOrder(questions: readonly Question[], rounds: readonly Discrepancy[], fields: readonly Discrepancy[]): Discrepancy[] {
  const places = new Map(questions.map((question, index) => [question.id, index]));
  const placeOf = ({ questionId }: Discrepancy): number => places.get(questionId) ?? questions.length;
  const sorted = rounds.toSorted(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      (a.round?.mark ?? '').localeCompare(b.round?.mark ?? '', 'en', { numeric: true }) ||
      a.instance - b.instance,
  );
  const listed = [...fields];
  for (const round of sorted) {
    const before = listed.findIndex((one) => placeOf(one) > placeOf(round));
    listed.splice(before === -1 ? listed.length : before, 0, round);
  }
  return listed;
}
