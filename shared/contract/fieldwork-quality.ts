import { z } from 'zod';
import { AnswerValue } from '../model/answer.ts';
import { ActorId, InterviewId, ProjectId, QuestionId, WaveId } from '../model/ids.ts';
import { LocalisedText } from '../model/text.ts';
import { command, job, query } from './kit.ts';

/** Things worth a look, by kind. */
export const QualityKind = z.enum(['overridden', 'to-confirm', 'invalid-draft', 'unfinished', 'changed', 'remarks', 'durations']);
export type QualityKind = z.infer<typeof QualityKind>;

/** One thing worth a look. Which fields say something depends on the kind. */
export const QualityRow = z.strictObject({
  interviewId: InterviewId,
  code: z.string(),
  questionId: QuestionId.nullable(),
  /** The question's number, or empty when it is about the interview as a whole. */
  number: z.string(),
  wording: LocalisedText.nullable(),
  instance: z.int(),
  /** Why: the reason given for an override or a change. */
  reason: z.string(),
  /** A remark's words. */
  words: z.string(),
  by: z.string(),
  initials: z.string(),
  at: z.string().nullable(),
  minutes: z.number().nullable(),
});
export type QualityRow = z.infer<typeof QualityRow>;

const scope = { projectId: ProjectId, waveId: WaveId.optional() };

/** A rule somebody tries over what has been entered: what must hold, and what to say where it does not. */
export const AdHocRule = z.strictObject({ expression: z.string().min(1).max(2000), message: z.string().max(300) });
export type AdHocRule = z.infer<typeof AdHocRule>;

/** An answer that does not hold, or that its filter no longer offers. The value is left out unless it was asked for. */
export const Violation = z.strictObject({
  interviewId: InterviewId,
  code: z.string(),
  questionId: QuestionId,
  number: z.string(),
  instance: z.int(),
  kind: z.enum(['hard', 'soft', 'stale']),
  message: LocalisedText,
  value: AnswerValue.nullable(),
  /** Already waiting for a reason, or standing with one. */
  isKnown: z.boolean(),
  /** Found by a rule that was given here, and not by the form's own checks. */
  isTried: z.boolean(),
});
export type Violation = z.infer<typeof Violation>;

export const BatchCheckResult = z.strictObject({
  interviews: z.int(),
  answers: z.int(),
  hard: z.int(),
  soft: z.int(),
  stale: z.int(),
  /** Soft ones among them that nobody has looked at. */
  unknown: z.int(),
  /** The first of them; the counts are of all. */
  violations: z.array(Violation),
  /** Versions in which a rule given here cannot be read, and where it stops. */
  unreadable: z.array(
    z.strictObject({
      version: z.string(),
      number: z.int(),
      rule: z.int(),
      at: z.int(),
      message: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
export type BatchCheckResult = z.infer<typeof BatchCheckResult>;

const MinuteRow = z.strictObject({ name: z.string(), interviews: z.int(), minutes: z.number() });

/** What entry and holding interviews took. */
export const EntryStatistics = z.strictObject({
  /** Interviews held by interviewer and week ("2025-W12"); weeks in order. */
  weeks: z.array(z.string()),
  interviewers: z.array(
    z.strictObject({
      actorId: ActorId.nullable(),
      name: z.string(),
      total: z.int(),
      complete: z.int(),
      partial: z.int(),
      unfinished: z.int(),
      declined: z.int(),
      perWeek: z.array(z.int()),
    }),
  ),
  /** Median minutes of entry, by section in the questionnaire's order, and by who entered. */
  sections: z.array(
    z.strictObject({ sectionId: z.string(), version: z.int(), title: LocalisedText, interviews: z.int(), minutes: z.number() }),
  ),
  enteredBy: z.array(MinuteRow),
});
export type EntryStatistics = z.infer<typeof EntryStatistics>;

/** What must be looked at before the answers are used. */
export const qualityMethods = {
  quality: query({
    input: z.strictObject(scope),
    output: z.strictObject({
      counts: z.array(z.strictObject({ kind: QualityKind, count: z.int() })),
      /** Minutes outside which an interview counts as short or long: a third and three times the median. */
      durations: z.strictObject({ median: z.number(), short: z.number(), long: z.number() }).nullable(),
    }),
  }),
  listQuality: query({
    input: z.strictObject({ ...scope, kind: QualityKind, offset: z.int().min(0).default(0), limit: z.int().min(1).max(500) }),
    output: z.strictObject({ rows: z.array(QualityRow), total: z.int() }),
  }),
  /** Runs every version's checks, and rules given here, over all interviews. Writes nothing. */
  batchCheck: job({
    input: z.strictObject({ ...scope, rules: z.array(AdHocRule).max(20), showsValues: z.boolean() }),
    progress: z.strictObject({ done: z.int(), of: z.int() }),
    output: BatchCheckResult,
    touches: [],
    undo: null,
  }),
  /** Puts answers that break a soft check among those to confirm, as one step. Values stay as they are. */
  askToConfirm: command({
    input: z.strictObject({
      projectId: ProjectId,
      answers: z
        .array(
          z.strictObject({
            interviewId: InterviewId,
            questionId: QuestionId,
            instance: z.int().min(0),
            /** What is asked about it by a rule that is not the form's, and which entry then shows; empty where the form asks by itself. */
            message: z.string().max(2000).default(''),
          }),
        )
        .min(1)
        .max(100_000),
    }),
    output: z.strictObject({ marked: z.int() }),
    touches: ['interviews', 'analysis'],
    undo: 'fieldwork.askToConfirm.undo',
  }),
  statistics: query({ input: z.strictObject(scope), output: EntryStatistics }),
};
