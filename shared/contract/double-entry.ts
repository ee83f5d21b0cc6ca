import { z } from 'zod';
import { AnswerRecord, AnswerValue, EnteredValue } from '../model/answer.ts';
import { InterviewId, ProjectId, QuestionId } from '../model/ids.ts';
import { StoredText } from '../model/text.ts';
import { AnswerOutcome, InterviewDetail, Turn } from './interviews.ts';
import { command, query } from './kit.ts';

/** An answer in a round that only one pass has. `mark` tells the round, "2" or "P1.2.1". */
export const RoundAnswer = z.strictObject({ questionId: QuestionId, mark: z.string(), value: AnswerValue, specify: z.string() });
export type RoundAnswer = z.infer<typeof RoundAnswer>;

/**
 * One answer in which the two passes differ, or a round that only one of them has. `decided` is null until somebody has chosen. Of a round,
 * `questionId` is its repeat, `instance` its own on the side that has it, and both values are null.
 */
export const Discrepancy = z.strictObject({
  questionId: QuestionId,
  instance: z.int().min(0),
  first: AnswerValue.nullable(),
  firstSpecify: z.string(),
  second: AnswerValue.nullable(),
  secondSpecify: z.string(),
  round: z.strictObject({ has: z.enum(['first', 'second']), mark: z.string(), answers: z.array(RoundAnswer) }).nullable(),
  decided: z
    .strictObject({ choice: z.enum(['first', 'second', 'other']), value: AnswerValue.nullable(), by: z.string(), at: z.string() })
    .nullable(),
});
export type Discrepancy = z.infer<typeof Discrepancy>;

/** How often a person's entries were found wrong: fields entered twice, and those decided against them. */
export const ErrorRate = z.strictObject({ name: z.string(), fields: z.int(), errors: z.int() });
export type ErrorRate = z.infer<typeof ErrorRate>;

const here = { interviewId: InterviewId };
const touches = ['interviews'] as const;

export const doubleEntry = {
  /** Begins the second pass of a finished interview, or goes on with it; the interview is "to check" from then on. */
  start: command({
    input: z.strictObject(here),
    output: z.strictObject({ isSamePerson: z.boolean() }),
    errors: ['NOT_ASKED', 'NOT_COMPLETE'],
    touches: [...touches],
    undo: 'doubleEntry.start.undo',
  }),
  /** The interview as the second pass sees it: its facts, and only what the second pass has entered. */
  get: query({ input: z.strictObject(here), output: InterviewDetail }),
  /** Writes one answer of the second pass; nothing of the first is touched or told. */
  answer: command({
    input: z.strictObject({
      ...here,
      questionId: QuestionId,
      instance: z.int().min(0).default(0),
      value: EnteredValue,
      /** The second pass's answer as the writer saw it; where another window has changed it, nothing is written and `conflict` tells. */
      seen: AnswerValue.nullable().optional(),
    }),
    output: AnswerOutcome,
    errors: ['NO_SUCH_CODE', 'OUT_OF_RANGE', 'REASON_NOT_OFFERED', 'NOT_ASKED'],
    touches: [...touches],
    undo: 'doubleEntry.answer.undo',
  }),
  specify: command({
    input: z.strictObject({ ...here, questionId: QuestionId, instance: z.int().min(0).default(0), text: StoredText }),
    output: z.strictObject({}),
    errors: ['NOT_ASKED'],
    touches: [...touches],
    undo: 'doubleEntry.specify.undo',
  }),
  /** Another round of a repeat, after the last one the second pass has made; those of the first are not told. */
  addTurn: command({
    input: z.strictObject({ ...here, questionId: QuestionId, parentInstance: z.int().min(0).default(0) }),
    output: z.strictObject({ turns: z.array(Turn), instance: z.int() }),
    errors: ['NOT_ASKED', 'TOO_MANY_TURNS'],
    touches: [...touches],
    undo: 'doubleEntry.addTurn.undo',
  }),
  /** Takes a round of the second pass away, with all that it entered in it; the persons of a group stay. */
  removeTurn: command({
    input: z.strictObject({ ...here, instance: z.int().min(1) }),
    output: z.strictObject({ turns: z.array(Turn), changed: z.array(AnswerRecord) }),
    errors: ['NOT_ASKED'],
    touches: [...touches],
    undo: 'doubleEntry.removeTurn.undo',
  }),
  /** Ends the second pass; from now on the two may be held against each other. */
  finish: command({
    input: z.strictObject(here),
    output: z.strictObject({ fields: z.int(), discrepancies: z.int() }),
    errors: ['NOT_ASKED'],
    touches: [...touches],
    undo: 'doubleEntry.finish.undo',
  }),
  /**
   * Both passes where they differ, in the order of the questionnaire. Empty before the second pass is finished. A field that routing asks for
   * only after another one is decided comes up then.
   */
  discrepancies: query({
    input: z.strictObject(here),
    output: z.strictObject({
      code: z.string(),
      firstBy: z.string(),
      secondBy: z.string(),
      isFinished: z.boolean(),
      isVerified: z.boolean(),
      fields: z.int(),
      discrepancies: z.array(Discrepancy),
    }),
  }),
  /** Decides one difference, or decides it again. `second` and `other` write the interview's answer; who decided what is kept. */
  decide: command({
    input: z.strictObject({
      ...here,
      questionId: QuestionId,
      instance: z.int().min(0).default(0),
      choice: z.enum(['first', 'second', 'other']),
      /** The third value, with `other`. */
      value: EnteredValue.optional(),
    }),
    output: z.strictObject({ left: z.int() }),
    errors: ['NO_SUCH_CODE', 'OUT_OF_RANGE', 'REASON_NOT_OFFERED', 'NOT_ASKED', 'REASON_NEEDED'],
    touches: [...touches],
    undo: 'doubleEntry.decide.undo',
  }),
  /**
   * Decides about a round that only one pass has: keep what the interview has, or take the second's, which brings the round in or takes it
   * away with its answers. After the second's is taken, only undo goes back.
   */
  decideRound: command({
    input: z.strictObject({ ...here, questionId: QuestionId, instance: z.int().min(1), choice: z.enum(['first', 'second']) }),
    output: z.strictObject({ left: z.int() }),
    errors: ['NOT_ASKED', 'REASON_NEEDED'],
    touches: [...touches],
    undo: 'doubleEntry.decideRound.undo',
  }),
  /** Everything is decided: the interview is verified. */
  verify: command({
    input: z.strictObject(here),
    output: z.strictObject({}),
    errors: ['NOT_ASKED', 'NOT_DECIDED', 'NOT_COMPLETE'],
    touches: [...touches],
    undo: 'doubleEntry.verify.undo',
  }),
  /** Fields entered twice in which the passes differed: of all, as counted when each second pass ended; by question and by person as decided. */
  errorRates: query({
    input: z.strictObject({ projectId: ProjectId }),
    output: z.strictObject({
      interviews: z.int(),
      fields: z.int(),
      discrepancies: z.int(),
      byPerson: z.array(ErrorRate),
      byQuestion: z.array(z.strictObject({ questionId: QuestionId, number: z.string(), fields: z.int(), discrepancies: z.int() })),
    }),
  }),
};
