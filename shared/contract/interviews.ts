import { z } from 'zod';
import { AnswerRecord, AnswerValue, ConfirmReason, EnteredValue } from '../model/answer.ts';
import { ActorId, InterviewId, ProjectId, QuestionId, RespondentId, VersionId, WaveId } from '../model/ids.ts';
import { InterviewMode } from '../model/questionnaire.ts';
import { Language, StoredText } from '../model/text.ts';
import { command, query, session } from './kit.ts';

export const InterviewStatus = z.enum(['started', 'partial', 'complete', 'declined', 'in-check', 'verified', 'withdrawn']);
export type InterviewStatus = z.infer<typeof InterviewStatus>;

/** Help that the person had with answering, and who gave it. */
export const Assistance = z.enum(['none', 'read-aloud', 'explained', 'interpreter', 'written-for', 'other']);
export type Assistance = z.infer<typeof Assistance>;
export const Helper = z.enum(['interviewer', 'peer', 'relative', 'staff', 'interpreter', 'other']);
export type Helper = z.infer<typeof Helper>;

const OnDay = z.iso.date();
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);
const Named = z.strictObject({ id: z.uuid(), name: z.string() });

export const InterviewRow = z.strictObject({
  id: InterviewId,
  respondentId: RespondentId,
  code: z.string(),
  wave: z.string(),
  service: z.string(),
  place: z.string(),
  status: InterviewStatus,
  kind: z.enum(['person', 'group']),
  mode: InterviewMode,
  heldOn: z.string().nullable(),
  interviewer: z.string(),
  answered: z.int(),
  asked: z.int(),
  /** Answers that somebody must look at: to confirm, or invalid drafts. */
  flags: z.int(),
  secondPass: z.enum(['none', 'begun', 'finished', 'verified']),
});
export type InterviewRow = z.infer<typeof InterviewRow>;

/** Which interviews of a project; what is left out is not asked about. */
export const InterviewFilter = z.strictObject({
  waveId: WaveId.optional(),
  status: InterviewStatus.optional(),
  interviewerId: ActorId.optional(),
  placeId: z.uuid().optional(),
  serviceId: z.uuid().optional(),
  mode: InterviewMode.optional(),
  /** Only those with answers that somebody must look at. */
  isFlagged: z.boolean().optional(),
  /** The beginning of a participant's code. */
  search: z.string().max(40).optional(),
});
export type InterviewFilter = z.infer<typeof InterviewFilter>;

export const InterviewSort = z.strictObject({
  by: z.enum(['newest', 'code', 'wave', 'service', 'place', 'status', 'mode', 'heldOn', 'interviewer']),
  direction: z.enum(['ascending', 'descending']),
});
export type InterviewSort = z.infer<typeof InterviewSort>;

const Counted = { count: z.int() };

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
  /** How many people take part in a group interview; null where one person does. */
  personCount: z.int().min(2).max(12).nullable(),
});
export type StartValues = z.infer<typeof StartValues>;

export const StartForm = z.strictObject({
  nextCode: z.string(),
  interviewer: z.string(),
  /** Whether there is an interview that the values are taken from. */
  isAsLast: z.boolean(),
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

/** A person in a group interview (`questionId` null), or one round of a repeat. Answers point to it by `instance`. */
export const Turn = z.strictObject({
  id: z.uuid(),
  instance: z.int().min(1),
  questionId: QuestionId.nullable(),
  /** The turn it lies in, or 0. */
  parentInstance: z.int().min(0),
  ordinal: z.int(),
  label: z.string(),
});
export type Turn = z.infer<typeof Turn>;

/** What is known about how an interview was held; everything may be corrected later. */
export const InterviewFacts = z.strictObject({
  mode: InterviewMode,
  language: Language,
  placeId: z.uuid().nullable(),
  serviceId: z.uuid().nullable(),
  heldOn: OnDay.nullable(),
  /** By the clock where it was held, HH:MM. */
  beganAt: Clock.nullable(),
  endedAt: Clock.nullable(),
  interviewerId: z.string().nullable(),
  coInterviewers: z.string().max(200),
  assistance: Assistance.nullable(),
  helper: Helper.nullable(),
});
export type InterviewFacts = z.infer<typeof InterviewFacts>;

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
  facts: InterviewFacts,
  /** Decides the order of options asked in random order, the same each time the interview is opened. */
  seed: z.int(),
  /** From what share of the asked questions, percent, the project counts an ended interview as complete. */
  completeFrom: z.int(),
  /** Persons and rounds, in order within what they lie in. */
  turns: z.array(Turn),
  consents: z.array(z.strictObject({ scope: z.string(), givenOn: z.string(), withdrawnOn: z.string().nullable() })),
  /** A remark on the interview as a whole. */
  remark: z.string(),
  /** What was asked and said, as a running text. */
  notes: z.string(),
  /** One record per question that has an answer, words or a remark. */
  answers: z.array(AnswerRecord),
  currentQuestionId: QuestionId.nullable(),
  currentInstance: z.int().min(0),
});
export type InterviewDetail = z.infer<typeof InterviewDetail>;

/** Which answer: a question, and the turn it is asked in (0 outside persons and rounds). */
export const AnswerPlace = z.strictObject({ questionId: QuestionId, instance: z.int().min(0) });
export type AnswerPlace = z.infer<typeof AnswerPlace>;

/** What came of writing an answer. */
export const AnswerOutcome = z.strictObject({
  /** This answer and all others whose value or state changed with it: set aside, back again, calculated anew, to be looked at. */
  changed: z.array(AnswerRecord),
  parked: z.array(AnswerPlace),
  returned: z.array(AnswerPlace),
  /** Answers that an option filter no longer offers. */
  stale: z.array(AnswerPlace),
  /** Rounds that a repeat's count made, or took away while they were empty; the whole list when anything changed, else null. */
  turns: z.array(Turn).nullable(),
  next: AnswerPlace.nullable(),
  /** Somebody else wrote this answer since `seen`: nothing was written, and this is what stands. */
  conflict: z.strictObject({ theirs: AnswerRecord, by: z.string(), at: z.string() }).nullable(),
});
export type AnswerOutcome = z.infer<typeof AnswerOutcome>;

const Progress = z.strictObject({ answered: z.int(), asked: z.int(), problems: z.array(AnswerPlace) });
const here = { interviewId: InterviewId };
const thisAnswer = { ...here, questionId: QuestionId, instance: z.int().min(0).default(0) };
const touches = ['interviews'] as const;

/** Words as the writer saw them before typing; where they are others by now, nothing is written and `conflict` tells. Left out: not asked about. */
const SeenWords = StoredText.optional();

/** What became of words beside an answer: written, or others stand there meanwhile, by whom and when. */
const WordsOutcome = z.strictObject({
  conflict: z.strictObject({ theirs: StoredText, by: z.string(), at: z.string() }).nullable(),
});
export type WordsOutcome = z.infer<typeof WordsOutcome>;

export const interviews = {
  /** A page of the filtered list, newest first unless sorted otherwise. `total` is of the filter. */
  list: query({
    input: z.strictObject({
      projectId: ProjectId,
      ...InterviewFilter.shape,
      sort: InterviewSort.optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({ rows: z.array(InterviewRow), total: z.int(), hasMore: z.boolean() }),
  }),
  /** What the list can be filtered by, with counts: statuses within the wave, everything else of the whole project. */
  facets: query({
    input: z.strictObject({ projectId: ProjectId, waveId: WaveId.optional() }),
    output: z.strictObject({
      total: z.int(),
      statuses: z.array(z.strictObject({ status: InterviewStatus, ...Counted })),
      waves: z.array(z.strictObject({ id: WaveId, name: z.string(), ...Counted })),
      interviewers: z.array(z.strictObject({ id: ActorId, name: z.string(), ...Counted })),
      places: z.array(Named),
      services: z.array(Named),
    }),
  }),
  /** The interview that was left unfinished last, and where; null when none is. */
  unfinished: query({
    input: z.strictObject({ projectId: ProjectId }),
    output: z.strictObject({
      interview: z.strictObject({ id: InterviewId, code: z.string(), at: z.string(), question: z.string() }).nullable(),
    }),
  }),
  /** Who may have held an interview: everybody who works in the file, and the names given as co-interviewers in the project. */
  interviewers: query({
    input: z.strictObject({ projectId: ProjectId }),
    output: z.strictObject({ actors: z.array(z.strictObject({ id: ActorId, name: z.string() })), names: z.array(z.string()) }),
  }),
  startForm: query({ input: z.strictObject({ projectId: ProjectId }), output: StartForm }),
  /** Makes the interview and the event "started", with somebody who was asked or a respondent under the next free code. */
  start: command({
    input: StartValues.extend({
      projectId: ProjectId,
      consentGivenOn: OnDay.optional(),
      /** Somebody on the list of those asked; whoever has not agreed yet agrees by beginning. */
      respondentId: RespondentId.optional(),
      assistance: Assistance.nullable().optional(),
      helper: Helper.nullable().optional(),
    }),
    output: z.strictObject({ interviewId: InterviewId, code: z.string() }),
    errors: ['NO_CONSENT', 'EVENT_IMPOSSIBLE'],
    touches: [...touches],
    undo: 'interviews.start.undo',
  }),
  get: query({ input: z.strictObject(here), output: InterviewDetail }),
  /**
   * Writes one answer and works out the routing anew. `changed` holds this answer and those that were set aside or came back;
   * `next` is the question after it, null at the end.
   */
  answer: command({
    input: z.strictObject({
      ...thisAnswer,
      value: EnteredValue,
      changeReason: ConfirmReason.optional(),
      /** The answer as the writer saw it; where it is another by now, nothing is written and `conflict` tells. Left out: not asked about. */
      seen: AnswerValue.nullable().optional(),
    }),
    output: AnswerOutcome,
    errors: ['NO_SUCH_CODE', 'OUT_OF_RANGE', 'REASON_NOT_OFFERED', 'NOT_ASKED', 'REASON_NEEDED'],
    touches: [...touches],
    undo: 'interviews.answer.undo',
  }),
  /** Lets an answer stand that breaks a soft check. */
  confirm: command({
    input: z.strictObject({ ...thisAnswer, reason: ConfirmReason, words: StoredText.default('') }),
    output: z.strictObject({ changed: z.array(AnswerRecord) }),
    errors: ['NOT_ASKED'],
    touches: [...touches],
    undo: 'interviews.confirm.undo',
  }),
  /** Keeps the place where this copy of the file stands in an interview. Nobody undoes where they looked, so it is no operation. */
  moveTo: session({
    input: z.strictObject({ ...here, questionId: QuestionId.nullable(), instance: z.int().min(0).default(0) }),
    output: z.strictObject({}),
  }),
  /** Another person in a group, or another round of a repeat, after the last one. */
  addTurn: command({
    input: z.strictObject({
      ...here,
      questionId: QuestionId.nullable(),
      parentInstance: z.int().min(0).default(0),
      label: z.string().max(100).default(''),
      changeReason: ConfirmReason.optional(),
    }),
    output: z.strictObject({ turns: z.array(Turn), instance: z.int() }),
    errors: ['NOT_ASKED', 'TOO_MANY_TURNS', 'REASON_NEEDED'],
    touches: [...touches],
    undo: 'interviews.addTurn.undo',
  }),
  /** Takes a person or a round away, with all that was answered in it and in what lies in it; those after it close up. */
  removeTurn: command({
    input: z.strictObject({ ...here, instance: z.int().min(1), changeReason: ConfirmReason.optional() }),
    output: z.strictObject({ turns: z.array(Turn), changed: z.array(AnswerRecord) }),
    errors: ['NOT_ASKED', 'REASON_NEEDED'],
    touches: [...touches],
    undo: 'interviews.removeTurn.undo',
  }),
  /** How the interview was held; only what is named changes, in a finished interview with the reason. */
  setFacts: command({
    input: z.strictObject({ ...here, facts: InterviewFacts.partial(), changeReason: ConfirmReason.optional() }),
    output: z.strictObject({}),
    errors: ['NOT_ASKED', 'REASON_NEEDED'],
    touches: [...touches],
    undo: 'interviews.setFacts.undo',
  }),
  /** What was asked and said, as a running text; a text that can be coded. Empty takes it away. */
  notes: command({
    input: z.strictObject({ ...here, text: StoredText, seen: SeenWords }),
    output: WordsOutcome,
    errors: ['NOT_ASKED'],
    touches: [...touches, 'coding'],
    undo: 'interviews.notes.undo',
  }),
  /** A remark on an answer, or with questionId null on the interview. Empty takes it away. */
  remark: command({
    input: z.strictObject({
      ...here,
      questionId: QuestionId.nullable(),
      instance: z.int().min(0).default(0),
      text: StoredText,
      seen: SeenWords,
    }),
    output: WordsOutcome,
    errors: ['NOT_ASKED'],
    touches: [...touches],
    undo: 'interviews.remark.undo',
  }),
  /** The words beside "other: what?", in a finished interview with the reason for changing them. */
  specify: command({
    input: z.strictObject({ ...thisAnswer, text: StoredText, seen: SeenWords, changeReason: ConfirmReason.optional() }),
    output: WordsOutcome,
    errors: ['NOT_ASKED', 'REASON_NEEDED'],
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
