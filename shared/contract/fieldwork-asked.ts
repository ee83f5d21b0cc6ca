import { z } from 'zod';
import { InterviewId, ProjectId, RespondentId, WaveId } from '../model/ids.ts';
import { AskedEvent, ConsentScope, EventPrecision, ParticipationStatus } from '../model/participation.ts';
import { StoredText } from '../model/text.ts';
import { Counted, Precision } from '../model/vague.ts';
import { releaseMethods, WaveReleased } from './fieldwork-release.ts';
import { command, query } from './kit.ts';

const OnDay = z.iso.date();
const Words = StoredText.transform((text) => text.trim()).pipe(z.string().max(200));

/** Somebody who was asked in a wave, or who took part without being on a list. */
export const AskedRow = z.strictObject({
  respondentId: RespondentId,
  code: z.string(),
  status: ParticipationStatus,
  /** The day of the event that led to the status; null for interviews that came without events. */
  since: z.string().nullable(),
  precision: EventPrecision,
  reason: z.string(),
  recruitedBy: z.string(),
  /** False for somebody who took part without having been invited. */
  isListed: z.boolean(),
  interviewId: InterviewId.nullable(),
  /** Consents that stand. */
  consents: z.array(ConsentScope),
});
export type AskedRow = z.infer<typeof AskedRow>;

export const AskedSort = z.enum(['code', 'status', 'since', 'recruitedBy']);
export type AskedSort = z.infer<typeof AskedSort>;
export const Direction = z.enum(['ascending', 'descending']);
export type Direction = z.infer<typeof Direction>;

const askedFilter = {
  projectId: ProjectId,
  waveId: WaveId,
  /** Part of a code or of who recruited. */
  search: z.string().max(60).optional(),
  status: ParticipationStatus.optional(),
  /** Only those who have no interview yet and may begin one: agreed first. */
  canBegin: z.boolean().optional(),
};

/** Everything about one person that is no answer: what happened when, and what they agreed to. */
export const Participant = z.strictObject({
  respondentId: RespondentId,
  projectId: ProjectId,
  code: z.string(),
  recruitedBy: z.string(),
  withdrawnAt: z.string().nullable(),
  erasedAt: z.string().nullable(),
  events: z.array(
    z.strictObject({
      id: z.uuid(),
      waveId: WaveId,
      wave: z.string(),
      kind: ParticipationStatus,
      happenedOn: z.string(),
      precision: EventPrecision,
      reason: z.string(),
      /** Whether the chain of events is still possible without it, and no interview made it. */
      canBeRemoved: z.boolean(),
    }),
  ),
  consents: z.array(
    z.strictObject({
      id: z.uuid(),
      scope: ConsentScope,
      version: z.string(),
      givenOn: z.string(),
      how: z.string(),
      withdrawnOn: z.string().nullable(),
    }),
  ),
  interviews: z.array(z.strictObject({ id: InterviewId, wave: z.string(), status: z.string(), heldOn: z.string().nullable() })),
});
export type Participant = z.infer<typeof Participant>;

/** How far the asking in one wave came. Counts of persons; shares are worked out from them. */
export const WaveFigures = z.strictObject({
  waveId: WaveId,
  name: z.string(),
  /** How many were within reach ("ca. 400"). */
  frame: Counted.nullable(),
  /** Whether those asked are listed: only then is there a response rate. */
  hasList: z.boolean(),
  asked: z.int(),
  /** Persons by status among the listed, and how many of the listed were ever reminded or agreed. */
  statuses: z.array(z.strictObject({ status: ParticipationStatus, count: z.int() })),
  reminded: z.int(),
  agreed: z.int(),
  /** Ended interviews of listed persons with fewer answers than `partialFrom`: break-offs, whatever they were ended as. */
  brokenOff: z.int(),
  /** Of those ended as complete, how many are partial by what is answered (under `completeFrom`), and how many break-offs. */
  short: z.strictObject({ partial: z.int(), brokenOff: z.int() }),
  /** Interviews finished in full or in part, of anyone: participation. */
  complete: z.int(),
  partial: z.int(),
  /** Of them, persons who were on no list. */
  unlisted: z.int(),
  insufficient: z.strictObject({ note: z.string() }).nullable(),
  released: WaveReleased,
});
export type WaveFigures = z.infer<typeof WaveFigures>;

const touches = ['interviews'] as const;
/** An event that cannot follow what has already happened to the person. */
const impossible = ['EVENT_IMPOSSIBLE'] as const;

/** Those asked, what happened to them, what they consented to, and the figures that follow. */
export const askedMethods = {
  ...releaseMethods,
  /** One page of the persons of a wave; counts are of the whole wave. */
  listAsked: query({
    input: z.strictObject({
      ...askedFilter,
      sort: z.strictObject({ by: AskedSort, direction: Direction }).optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({
      rows: z.array(AskedRow),
      total: z.int(),
      hasList: z.boolean(),
      counts: z.array(z.strictObject({ status: ParticipationStatus, count: z.int() })),
    }),
  }),
  /** Everyone the filter lets through, in code order: for choosing all of them. */
  askedIds: query({
    input: z.strictObject(askedFilter),
    output: z.strictObject({ persons: z.array(z.strictObject({ respondentId: RespondentId, status: ParticipationStatus })) }),
  }),
  participant: query({ input: z.strictObject({ respondentId: RespondentId }), output: Participant }),
  /** Adds persons to the list of those asked, under new codes given in random order. Never a name. */
  addAsked: command({
    input: z.strictObject({
      projectId: ProjectId,
      waveId: WaveId,
      groups: z
        .array(z.strictObject({ recruitedBy: Words, count: z.int().min(1).max(5000) }))
        .min(1)
        .max(1000),
      invitedOn: OnDay,
      precision: EventPrecision.default('exact'),
    }),
    output: z.strictObject({ added: z.int(), firstCode: z.string(), lastCode: z.string() }),
    touches: [...touches],
    undo: 'fieldwork.addAsked.undo',
  }),
  /** Takes persons off the list of a wave, with their events there; who has an interview in it stays. */
  removeAsked: command({
    input: z.strictObject({ waveId: WaveId, respondentIds: z.array(RespondentId).min(1).max(100_000) }),
    output: z.strictObject({ removed: z.int() }),
    touches: [...touches],
    undo: 'fieldwork.removeAsked.undo',
  }),
  /** Records what happened to one or many persons, as one step; refused for all when it is impossible for one. */
  recordEvent: command({
    input: z.strictObject({
      waveId: WaveId,
      respondentIds: z.array(RespondentId).min(1).max(100_000),
      event: AskedEvent,
      happenedOn: OnDay,
      precision: EventPrecision.default('exact'),
      reason: Words.default(''),
    }),
    output: z.strictObject({ recorded: z.int() }),
    errors: [...impossible, 'REASON_NEEDED'],
    touches: [...touches],
    undo: 'fieldwork.recordEvent.undo',
  }),
  /** Takes back one recorded event, as long as what came after it stays possible. */
  removeEvent: command({
    input: z.strictObject({ eventId: z.uuid() }),
    output: z.strictObject({}),
    errors: impossible,
    touches: [...touches],
    undo: 'fieldwork.removeEvent.undo',
  }),
  /** How many were within reach, and how precisely that is known. Null takes it away. */
  setFrame: command({
    input: z.strictObject({
      waveId: WaveId,
      frame: z.strictObject({ count: z.int().min(1).max(10_000_000), precision: Precision }).nullable(),
    }),
    output: z.strictObject({}),
    touches: ['projects', 'analysis'],
    undo: 'fieldwork.setFrame.undo',
  }),
  /** Marks that too few took part for the wave to be used on its own, and why. Null takes the mark away. */
  markInsufficient: command({
    input: z.strictObject({ waveId: WaveId, note: Words.nullable() }),
    output: z.strictObject({}),
    touches: [...touches],
    undo: 'fieldwork.markInsufficient.undo',
  }),
  responseFigures: query({
    input: z.strictObject({ projectId: ProjectId }),
    output: z.strictObject({
      waves: z.array(WaveFigures),
      /** Share of asked questions (percent) from which an unfinished interview counts as partial, and not as a break-off. */
      partialFrom: z.int(),
      /** From which it counts as complete, and not as partial. */
      completeFrom: z.int(),
      minimumBase: z.int(),
      threshold: z.int(),
      project: z.string(),
    }),
  }),
  setPartialFrom: command({
    input: z.strictObject({ projectId: ProjectId, percent: z.int().min(1).max(100) }),
    output: z.strictObject({}),
    touches: [...touches],
    undo: 'fieldwork.setPartialFrom.undo',
  }),
  setCompleteFrom: command({
    input: z.strictObject({ projectId: ProjectId, percent: z.int().min(1).max(100) }),
    output: z.strictObject({}),
    touches: [...touches],
    undo: 'fieldwork.setCompleteFrom.undo',
  }),
  giveConsent: command({
    input: z.strictObject({
      respondentId: RespondentId,
      scopes: z.array(ConsentScope).min(1).max(5),
      version: Words.default(''),
      givenOn: OnDay,
      how: Words.default(''),
    }),
    output: z.strictObject({ given: z.int() }),
    touches: [...touches],
    undo: 'fieldwork.giveConsent.undo',
  }),
  /** Takes back one consent. Taking part as a whole is taken back by withdrawing. */
  withdrawConsent: command({
    input: z.strictObject({ consentId: z.uuid(), withdrawnOn: OnDay }),
    output: z.strictObject({}),
    touches: [...touches, 'coding', 'reports'],
    undo: 'fieldwork.withdrawConsent.undo',
  }),
};
