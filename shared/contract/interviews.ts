import { z } from 'zod';
import { AnswerRecord, ConfirmReason, EnteredValue } from '../model/answer.ts';
import { InterviewId, ProjectId, QuestionId, VersionId, WaveId } from '../model/ids.ts';
import { InterviewMode } from '../model/questionnaire.ts';
import { Language, StoredText } from '../model/text.ts';
import { command, query, session } from './kit.ts';

export const InterviewStatus = z.enum(['started', 'partial', 'complete', 'declined', 'in-check', 'verified', 'withdrawn']);
export type InterviewStatus = z.infer<typeof InterviewStatus>;

const OnDay = z.iso.date();
const Named = z.strictObject({ id: z.uuid(), name: z.string() });

export const InterviewRow = z.strictObject({
  id: InterviewId,
  /** Position in the list's order; the last row's is the next page's `after`. */
  cursor: z.int(),
  code: z.string(),
  wave: z.string(),
  service: z.string(),
  place: z.string(),
  status: InterviewStatus,
  heldOn: z.string().nullable(),
  interviewer: z.string(),
  answered: z.int(),
  asked: z.int(),
});
export type InterviewRow = z.infer<typeof InterviewRow>;

/** What the form for a new interview starts from. */
export const StartValues = z.strictObject({
  waveId: WaveId,
  versionId: VersionId,
  kind: z.enum(['person', 'group']),
  mode: InterviewMode,
  language: Language,
  placeId: z.uuid().nullable(),
  serviceId: z.uuid().nullable(),
  heldOn: OnDay,
});
export type StartValues = z.infer<typeof StartValues>;

export const StartForm = z.strictObject({
  nextCode: z.string(),
  interviewer: z.string(),
  /** As in the interview started last, with today's date; null where the project has no wave or no version. */
  values: StartValues.nullable(),
  waves: z.array(Named),
  versions: z.array(
    z.strictObject({ id: VersionId, name: z.string(), number: z.int(), languages: z.array(Language), asksConsent: z.boolean() }),
  ),
  places: z.array(Named),
  services: z.array(Named),
});
export type StartForm = z.infer<typeof StartForm>;

/** One interview: its facts, every answer, and the place where somebody left it. */
export const InterviewDetail = z.strictObject({
  id: InterviewId,
  projectId: ProjectId,
  versionId: VersionId,
  code: z.string(),
  kind: z.enum(['person', 'group']),
  mode: InterviewMode,
  language: Language,
  status: InterviewStatus,
  isWithdrawn: z.boolean(),
  wave: z.string(),
  place: z.string(),
  service: z.string(),
  interviewer: z.string(),
  heldOn: z.string().nullable(),
  startedAt: z.string(),
  completedAt: z.string().nullable(),
  consents: z.array(z.strictObject({ scope: z.string(), givenOn: z.string(), withdrawnOn: z.string().nullable() })),
  /** A remark on the interview as a whole. */
  remark: z.string(),
  /** One record per question that has an answer, words or a remark. */
  answers: z.array(AnswerRecord),
  currentQuestionId: QuestionId.nullable(),
});
export type InterviewDetail = z.infer<typeof InterviewDetail>;

const Progress = z.strictObject({ answered: z.int(), asked: z.int(), problems: z.array(QuestionId) });
const here = { interviewId: InterviewId };
const touches = ['interviews'] as const;

export const interviews = {
  /** Newest first; counts are of all that match wave (for statuses) and of the whole project (for waves). */
  list: query({
    input: z.strictObject({
      projectId: ProjectId,
      waveId: WaveId.optional(),
      status: InterviewStatus.optional(),
      after: z.int().optional(),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({
      rows: z.array(InterviewRow),
      hasMore: z.boolean(),
      statusCounts: z.array(z.strictObject({ status: InterviewStatus, count: z.int() })),
      waves: z.array(z.strictObject({ id: WaveId, name: z.string(), count: z.int() })),
    }),
  }),
  /** The interview that was left unfinished last, and where; null when none is. */
  unfinished: query({
    input: z.strictObject({ projectId: ProjectId }),
    output: z.strictObject({
      interview: z.strictObject({ id: InterviewId, code: z.string(), at: z.string(), question: z.string() }).nullable(),
    }),
  }),
  startForm: query({ input: z.strictObject({ projectId: ProjectId }), output: StartForm }),
  /** Makes a respondent with the next free code, the interview and the event "started". */
  start: command({
    input: StartValues.extend({ projectId: ProjectId, consentGivenOn: OnDay.optional() }),
    output: z.strictObject({ interviewId: InterviewId, code: z.string() }),
    errors: ['NO_CONSENT'],
    touches: [...touches],
    undo: 'interviews.start.undo',
  }),
  get: query({ input: z.strictObject(here), output: InterviewDetail }),
  /**
   * Writes one answer and works out the routing anew. `changed` holds this answer and those that were set aside or came back;
   * `next` is the question after it, null at the end.
   */
  answer: command({
    input: z.strictObject({ ...here, questionId: QuestionId, value: EnteredValue, changeReason: ConfirmReason.optional() }),
    output: z.strictObject({
      changed: z.array(AnswerRecord),
      parked: z.array(QuestionId),
      returned: z.array(QuestionId),
      next: QuestionId.nullable(),
    }),
    errors: ['NO_SUCH_CODE', 'OUT_OF_RANGE', 'REASON_NOT_OFFERED', 'NOT_ASKED', 'REASON_NEEDED'],
    touches: [...touches],
    undo: 'interviews.answer.undo',
  }),
  /** Lets an answer stand that breaks a soft check. */
  confirm: command({
    input: z.strictObject({ ...here, questionId: QuestionId, reason: ConfirmReason }),
    output: z.strictObject({ changed: z.array(AnswerRecord) }),
    touches: [...touches],
    undo: 'interviews.confirm.undo',
  }),
  /** Keeps the place where this copy of the file stands in an interview. Nobody undoes where they looked, so it is no operation. */
  moveTo: session({ input: z.strictObject({ ...here, questionId: QuestionId.nullable() }), output: z.strictObject({}) }),
  /** A remark on an answer, or with questionId null on the interview. Empty takes it away. */
  remark: command({
    input: z.strictObject({ ...here, questionId: QuestionId.nullable(), text: StoredText }),
    output: z.strictObject({}),
    touches: [...touches],
    undo: 'interviews.remark.undo',
  }),
  /** The words beside "other: what?". */
  specify: command({
    input: z.strictObject({ ...here, questionId: QuestionId, text: StoredText }),
    output: z.strictObject({}),
    touches: [...touches],
    undo: 'interviews.specify.undo',
  }),
  /** Completes, or records "declined" where consent was refused. */
  complete: command({
    input: z.strictObject(here),
    output: z.strictObject({ status: InterviewStatus, progress: Progress }),
    errors: ['NOT_COMPLETE'],
    touches: [...touches],
    undo: 'interviews.complete.undo',
  }),
  endPartial: command({
    input: z.strictObject(here),
    output: z.strictObject({ status: InterviewStatus, progress: Progress }),
    touches: [...touches],
    undo: 'interviews.endPartial.undo',
  }),
};
