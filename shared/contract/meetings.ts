import { z } from 'zod';
import { MeetingId, ProjectId } from '../model/ids.ts';
import { Language, LocalisedText } from '../model/text.ts';
import { Counted, HeldDate, IsoDay, Precision, VagueDate } from '../model/vague.ts';
import { query } from './kit.ts';
import {
  InvitationStatus,
  MeetingFormat,
  MeetingKind,
  MeetingPaper,
  MeetingRole,
  MeetingStatus,
  MeetingTimes,
  Named,
} from './meeting-terms.ts';
import { parts } from './meetings-parts.ts';
import { planning } from './meetings-planning.ts';
import { timeline } from './meetings-timeline.ts';

export { InvitationStatus, MeetingFormat, MeetingKind, MeetingPaper, MeetingRole, MeetingStatus } from './meeting-terms.ts';

/** One meeting in a list. Planned and held are two things. */
export const MeetingRow = z.strictObject({
  id: MeetingId,
  title: z.string(),
  kind: MeetingKind,
  /** What a meeting of kind `other` is called. */
  kindName: z.string().nullable(),
  status: MeetingStatus,
  format: MeetingFormat,
  language: Language,
  project: z.string().nullable(),
  round: z.strictObject({ id: z.uuid(), name: z.string(), year: z.int(), series: z.string().nullable(), planned: VagueDate }).nullable(),
  /** The place or area; empty when there is none. */
  area: z.string(),
  placeId: z.uuid().nullable(),
  venue: z.string().nullable(),
  planned: VagueDate,
  held: HeldDate.nullable(),
  times: MeetingTimes.nullable(),
  isFirstOfKind: z.boolean(),
  gapReason: z.string().nullable(),
  attendance: Counted.nullable(),
  lines: z.int(),
  openActions: z.int(),
});
export type MeetingRow = z.infer<typeof MeetingRow>;

/** Somebody asked to a meeting: an organisation, a person of it, or a place. */
export const Invitation = z.strictObject({
  id: z.uuid(),
  meetingId: MeetingId,
  /** What to call it in one line. */
  who: z.string(),
  organisation: Named.nullable(),
  person: Named.nullable(),
  place: Named.nullable(),
  status: InvitationStatus,
  sentOn: z.string().nullable(),
  answeredOn: z.string().nullable(),
  language: Language.nullable(),
  note: z.string().nullable(),
  /** Whether they are on the list of those who were there; null while the meeting has not been held. */
  came: z.boolean().nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

/** Asked against there, in organisations and in places. `came` is null before a meeting has been held. */
export const Coverage = z.strictObject({
  organisations: z.strictObject({ invited: z.int(), came: z.int().nullable() }),
  places: z.strictObject({ invited: z.int(), came: z.int().nullable() }),
  /** Asked, and not there: welcome next time. */
  missed: z.array(
    z.strictObject({
      name: z.string(),
      organisationId: z.uuid().nullable(),
      personId: z.uuid().nullable(),
      placeId: z.uuid().nullable(),
      place: z.string().nullable(),
    }),
  ),
});
export type Coverage = z.infer<typeof Coverage>;

/** Questions sent out beforehand. Frozen once it is sent. */
export const QuestionSheet = z.strictObject({
  id: z.uuid(),
  /** The round's sheet, which its meetings share. */
  isShared: z.boolean(),
  version: z.int(),
  title: z.string().nullable(),
  intro: z.string().nullable(),
  sentOn: z.string().nullable(),
  questions: z.array(
    z.strictObject({
      id: z.uuid(),
      bankQuestionId: z.string().nullable(),
      wording: LocalisedText,
      wasDiscussed: z.boolean().nullable(),
    }),
  ),
  /** Who has this version. */
  recipients: z.array(z.strictObject({ recipient: z.string(), on: z.string(), isSent: z.boolean() })),
});
export type QuestionSheet = z.infer<typeof QuestionSheet>;

/** A meeting with everything about it but its minutes. */
export const MeetingDetails = z.strictObject({
  ...MeetingRow.omit({ openActions: true }).shape,
  projectId: ProjectId,
  place: Named.nullable(),
  preferredFormat: MeetingFormat.nullable(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  heldAsSaid: z.string().nullable(),
  /** Why an inferred day is believed. */
  heldReason: z.string().nullable(),
  impression: z.string().nullable(),
  note: z.string().nullable(),
  calendarSequence: z.int(),
  /** Whether anything about it has left the house: then another time or place makes it moved. */
  isSent: z.boolean(),
  follows: z.strictObject({ id: MeetingId, title: z.string(), on: z.string().nullable() }).nullable(),
  continuedBy: z.array(z.strictObject({ id: MeetingId, title: z.string(), on: z.string().nullable() })),
  request: z.strictObject({ id: z.uuid(), wording: z.string(), askedOn: z.string().nullable() }).nullable(),
  purposes: z.array(z.string()),
  roles: z.array(
    z.strictObject({
      id: z.uuid(),
      role: MeetingRole,
      who: z.string(),
      personId: z.uuid().nullable(),
      organisationId: z.uuid().nullable(),
    }),
  ),
  invitations: z.array(Invitation),
  coverage: Coverage,
  attendees: z.array(
    z.strictObject({ role: z.string(), from: z.string().nullable(), count: z.int().nullable(), precision: Precision.nullable() }),
  ),
  agenda: z.array(
    z.strictObject({
      id: z.uuid(),
      ordinal: z.int(),
      title: z.string(),
      /** Person, organisation or words, whichever is known. */
      presenter: z.string().nullable(),
      presenterPerson: Named.nullable(),
      presenterOrganisation: Named.nullable(),
      presenterAsSaid: z.string().nullable(),
      startsAt: z.string().nullable(),
      note: z.string().nullable(),
      isDone: z.boolean(),
    }),
  ),
  /** Newest version first. */
  sheets: z.array(QuestionSheet),
  distributions: z.array(z.strictObject({ what: MeetingPaper, recipient: z.string(), sentOn: z.string() })),
  contactListCount: z.int(),
});
export type MeetingDetails = z.infer<typeof MeetingDetails>;

/** A round with everything about it. */
export const RoundDetails = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  year: z.int(),
  planned: VagueDate,
  note: z.string().nullable(),
  series: Named.nullable(),
  /** Areas of the series that no meeting of this round goes to: a gap to explain. */
  areasLeft: z.array(Named),
  meetings: z.array(MeetingRow),
  invitations: z.array(Invitation),
  coverage: Coverage,
  /**
   * How many came to the meetings taken together; null as soon as one of them is known only as an average, or not at all, for no
   * meeting's number may be worked out from an average.
   */
  present: Counted.nullable(),
  /** Newest version first. */
  sheets: z.array(QuestionSheet),
  /** The round before in the same series, with those it missed. */
  before: z.strictObject({ id: z.uuid(), name: z.string(), missed: Coverage.shape.missed }).nullable(),
});
export type RoundDetails = z.infer<typeof RoundDetails>;

export const meetings = {
  ...planning,
  ...parts,
  ...timeline,
  /** Newest round first, in it by date. `years` are all years that have a meeting, newest first. */
  list: query({
    input: z.strictObject({ projectId: ProjectId.optional(), year: z.int().min(1900).max(2200).optional() }),
    output: z.strictObject({ meetings: z.array(MeetingRow), years: z.array(z.int()) }),
  }),
  /** Meetings to come, soonest first; those whose time nobody can say stand last. `requests` counts the unanswered ones. */
  upcoming: query({
    input: z.strictObject({ today: IsoDay, limit: z.int().min(1).max(500).default(100) }),
    output: z.strictObject({ meetings: z.array(MeetingRow), requests: z.int() }),
  }),
  get: query({ input: z.strictObject({ meetingId: MeetingId }), output: MeetingDetails }),
  round: query({ input: z.strictObject({ roundId: z.uuid() }), output: RoundDetails }),
};
