import { z } from 'zod';
import { MeetingId, ProjectId } from '../model/ids.ts';
import { Language, Name, StoredText } from '../model/text.ts';
import { HeldDate, IsoDay, VagueDate } from '../model/vague.ts';
import { command, query } from './kit.ts';
import { MeetingFormat, MeetingKind, MeetingStatus, MeetingTimes, Named, RequestStatus } from './meeting-terms.ts';

const Line = StoredText.pipe(z.string().max(300));
const Words = StoredText.pipe(z.string().max(4000));
const Year = z.int().min(1900).max(2200);
const Nothing = z.strictObject({});
const Id = z.strictObject({ id: z.uuid() });
const touches = ['meetings'] as const;

/** A row of meetings that comes round: how often a year, and the areas it goes round in order. */
export const Series = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  timesPerYear: z.int().nullable(),
  note: z.string().nullable(),
  places: z.array(Named),
  rounds: z.array(z.strictObject({ id: z.uuid(), name: z.string(), year: z.int(), planned: VagueDate, meetings: z.int() })),
});
export type Series = z.infer<typeof Series>;

/** Somebody asks for a meeting, and what came of it. */
export const MeetingRequest = z.strictObject({
  id: z.uuid(),
  wording: z.string(),
  askedBy: z.strictObject({ organisation: Named.nullable(), person: Named.nullable(), asSaid: z.string().nullable() }),
  place: Named.nullable(),
  askedOn: z.string().nullable(),
  status: RequestStatus,
  answer: z.string().nullable(),
  meeting: z.strictObject({ id: MeetingId, title: z.string(), status: MeetingStatus }).nullable(),
});
export type MeetingRequest = z.infer<typeof MeetingRequest>;

/** Which project a plan belongs to: one that is there, or a new round of dialogue by its name. */
export const ProjectChoice = z.union([z.strictObject({ id: ProjectId }), z.strictObject({ newName: Name })]);
export type ProjectChoice = z.infer<typeof ProjectChoice>;
/** A series that is there, a new one by its name, or none. */
export const SeriesChoice = z.union([
  z.strictObject({ id: z.uuid() }),
  z.strictObject({ newName: Name, timesPerYear: z.int().min(1).max(52).nullable() }),
]);
export type SeriesChoice = z.infer<typeof SeriesChoice>;

/** A held date with the words it was told in and, for an inferred one, why it is believed. */
export const Held = z.strictObject({ ...HeldDate.shape, asSaid: Line.nullable(), reason: Words.nullable() });
export type Held = z.infer<typeof Held>;

/** Everything about a meeting that is written in place. */
export const MeetingFields = z.strictObject({
  projectId: ProjectId,
  roundId: z.uuid().nullable(),
  followsId: MeetingId.nullable(),
  kind: MeetingKind,
  kindName: Line.nullable(),
  title: Name,
  placeId: z.uuid().nullable(),
  venue: Line.nullable(),
  format: MeetingFormat,
  preferredFormat: MeetingFormat.nullable(),
  planned: VagueDate.nullable(),
  held: Held.nullable(),
  times: MeetingTimes.nullable(),
  isFirstOfKind: z.boolean(),
  gapReason: Words.nullable(),
  impression: Words.nullable(),
  note: Words.nullable(),
  language: Language,
});
export type MeetingFields = z.infer<typeof MeetingFields>;

const PlanErrors = ['PLACE_NOT_THEN', 'NAME_TAKEN', 'DATE_NEEDED'] as const;

export const planning = {
  /** Series by name, each with its areas in order and its rounds, newest first. */
  series: query({ input: z.strictObject({}), output: z.strictObject({ series: z.array(Series) }) }),
  /** A null id makes a new series. The areas come in the order they are gone round. */
  saveSeries: command({
    input: z.strictObject({
      id: z.uuid().nullable(),
      name: Name,
      timesPerYear: z.int().min(1).max(52).nullable(),
      note: Words.nullable(),
      placeIds: z.array(z.uuid()).max(500),
    }),
    output: Id,
    errors: ['NAME_TAKEN'],
    touches: [...touches],
    undo: 'meetings.saveSeries.undo',
  }),
  /** Its rounds stay, outside any series. */
  removeSeries: command({ input: Id, output: Nothing, touches: [...touches], undo: 'meetings.removeSeries.undo' }),
  /** For each place whether its code is valid on the day; if not, the places that took over (or came before) and are. */
  placesThen: query({
    input: z.strictObject({ placeIds: z.array(z.uuid()).max(500), on: IsoDay }),
    output: z.strictObject({ ended: z.array(z.strictObject({ place: Named, choices: z.array(Named) })) }),
  }),
  /**
   * A round of meetings, one for each place, with draft invitations to the organisations that serve it and the question sheet as
   * draft. One operation. @throws PLACE_NOT_THEN when a place's code is not valid when the round is planned.
   */
  planRound: command({
    input: z.strictObject({
      project: ProjectChoice,
      series: SeriesChoice.nullable(),
      name: Name,
      year: Year,
      planned: VagueDate.nullable(),
      kind: MeetingKind,
      kindName: Line.nullable(),
      format: MeetingFormat,
      language: Language,
      placeIds: z.array(z.uuid()).min(1).max(100),
      /** The title of each meeting; `{place}` becomes the place's name. */
      title: Name,
      bankQuestionIds: z.array(z.string()).max(100),
      hasInvitations: z.boolean(),
      /** The day contacts and pauses are looked up on; the core's own when left out. */
      today: IsoDay.optional(),
    }),
    output: z.strictObject({ roundId: z.uuid(), meetingIds: z.array(MeetingId), invitations: z.int() }),
    errors: PlanErrors,
    touches: [...touches, 'projects', 'questionnaires'],
    undo: 'meetings.planRound.undo',
  }),
  changeRound: command({
    input: z.strictObject({
      roundId: z.uuid(),
      fields: z
        .strictObject({ name: Name, year: Year, planned: VagueDate.nullable(), seriesId: z.uuid().nullable(), note: Words.nullable() })
        .partial(),
    }),
    output: Nothing,
    touches: [...touches],
    undo: 'meetings.changeRound.undo',
  }),
  /** Takes away a round that has no meetings left. */
  removeRound: command({
    input: z.strictObject({ roundId: z.uuid() }),
    output: Nothing,
    errors: ['IN_USE'],
    touches: [...touches],
    undo: 'meetings.removeRound.undo',
  }),
  /** One meeting, planned or already held. `project` may be a new one by its name. */
  create: command({
    input: z.strictObject({
      project: ProjectChoice,
      fields: MeetingFields.omit({ projectId: true }).partial().required({ kind: true, title: true, language: true }),
    }),
    output: z.strictObject({ meetingId: MeetingId }),
    errors: PlanErrors,
    touches: [...touches, 'projects'],
    undo: 'meetings.create.undo',
  }),
  /**
   * Changes what is given. A meeting that was sent out and gets another time, place or venue is moved: it is planned again, and its
   * calendar entry carries the next number. A held date makes it held.
   */
  change: command({
    input: z.strictObject({ meetingId: MeetingId, fields: MeetingFields.partial() }),
    output: Nothing,
    errors: ['PLACE_NOT_THEN', 'DATE_NEEDED'],
    touches: [...touches],
    undo: 'meetings.change.undo',
  }),
  setPurposes: command({
    input: z.strictObject({ meetingId: MeetingId, purposes: z.array(Line).max(30) }),
    output: Nothing,
    touches: [...touches],
    undo: 'meetings.setPurposes.undo',
  }),
  /** Called off, with the reason: in its series it is an explained gap. */
  cancel: command({
    input: z.strictObject({ meetingId: MeetingId, reason: Words.pipe(z.string().trim().min(1)) }),
    output: Nothing,
    errors: ['ALREADY_HELD'],
    touches: [...touches],
    undo: 'meetings.cancel.undo',
  }),
  /** A meeting that was called off, or only asked for, is planned (again). */
  resume: command({
    input: z.strictObject({ meetingId: MeetingId }),
    output: Nothing,
    touches: [...touches],
    undo: 'meetings.resume.undo',
  }),
  /** Takes away a meeting of which nothing has been sent, said or agreed. */
  remove: command({
    input: z.strictObject({ meetingId: MeetingId }),
    output: Nothing,
    errors: ['IN_USE'],
    touches: [...touches],
    undo: 'meetings.remove.undo',
  }),
  /** Requests for a meeting, unanswered ones first. */
  requests: query({ input: z.strictObject({}), output: z.strictObject({ requests: z.array(MeetingRequest) }) }),
  /** A null id records a new request. */
  saveRequest: command({
    input: z.strictObject({
      id: z.uuid().nullable(),
      wording: Words.pipe(z.string().trim().min(1)),
      organisationId: z.uuid().nullable(),
      personId: z.uuid().nullable(),
      placeId: z.uuid().nullable(),
      askedByAsSaid: Line.nullable(),
      askedOn: IsoDay.nullable(),
    }),
    output: Id,
    touches: [...touches],
    undo: 'meetings.saveRequest.undo',
  }),
  /** Makes a meeting of a request; whoever asked is its initiator. */
  acceptRequest: command({
    input: z.strictObject({ id: z.uuid(), project: ProjectChoice, kind: MeetingKind, title: Name, language: Language }),
    output: z.strictObject({ meetingId: MeetingId }),
    errors: ['NAME_TAKEN', 'ALREADY_ANSWERED'],
    touches: [...touches, 'projects'],
    undo: 'meetings.acceptRequest.undo',
  }),
  declineRequest: command({
    input: z.strictObject({ id: z.uuid(), answer: Words.pipe(z.string().trim().min(1)) }),
    output: Nothing,
    errors: ['ALREADY_ANSWERED'],
    touches: [...touches],
    undo: 'meetings.declineRequest.undo',
  }),
  removeRequest: command({ input: Id, output: Nothing, touches: [...touches], undo: 'meetings.removeRequest.undo' }),
};
