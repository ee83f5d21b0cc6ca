import { z } from 'zod';
import { ActionId, MeetingId, ProjectId } from '../model/ids.ts';
import { Language, LocalisedText } from '../model/text.ts';
import { Counted, HeldDate, Precision, VagueDate } from '../model/vague.ts';
import { ActionStatus } from './actions.ts';
import { Polarity, ThemeOnThing } from './findings.ts';
import { query } from './kit.ts';

export const MeetingStatus = z.enum([
  'requested',
  'planned',
  'invited',
  'questions-sent',
  'in-session',
  'held',
  'minutes-sent',
  'changed-after-sending',
  'cancelled',
]);
export type MeetingStatus = z.infer<typeof MeetingStatus>;
export const MeetingKind = z.enum([
  'dialogue-meeting',
  'dialogue-conference',
  'panel',
  'discussion',
  'follow-up',
  'workshop',
  'study-circle',
]);
export type MeetingKind = z.infer<typeof MeetingKind>;
export const MeetingFormat = z.enum(['physical', 'digital', 'hybrid']);
export const LineMark = z.enum(['theme', 'finding', 'good-example', 'challenge', 'idea', 'question-raised', 'information', 'action']);
export type LineMark = z.infer<typeof LineMark>;
export const MeetingRole = z.enum(['initiator', 'host', 'supporter', 'chair', 'coordinator', 'presenter', 'process-guide']);
export type MeetingRole = z.infer<typeof MeetingRole>;

/** One meeting in a list. Planned and held are two things. */
export const MeetingRow = z.strictObject({
  id: MeetingId,
  title: z.string(),
  kind: MeetingKind,
  status: MeetingStatus,
  format: MeetingFormat,
  language: Language,
  project: z.string().nullable(),
  round: z.strictObject({ name: z.string(), year: z.int(), series: z.string().nullable() }).nullable(),
  /** The place or area; empty when there is none. */
  area: z.string(),
  venue: z.string().nullable(),
  planned: VagueDate,
  held: HeldDate.nullable(),
  isFirstOfKind: z.boolean(),
  gapReason: z.string().nullable(),
  attendance: Counted.nullable(),
  lines: z.int(),
  openActions: z.int(),
});
export type MeetingRow = z.infer<typeof MeetingRow>;

const StripAction = z.strictObject({
  id: ActionId,
  code: z.string(),
  wording: z.string(),
  status: ActionStatus,
  owner: z.string().nullable(),
  parties: z.string().nullable(),
  due: VagueDate,
  reportedBackOn: z.string().nullable(),
});
export type StripAction = z.infer<typeof StripAction>;

/** One line of the minutes. */
export const MinuteLine = z.strictObject({
  id: z.uuid(),
  agendaItemId: z.uuid().nullable(),
  body: z.string(),
  language: z.string(),
  mark: LineMark.nullable(),
  attribution: z.enum(['body', 'one-participant', 'consensus']).nullable(),
  attributedTo: z.string().nullable(),
  themes: z.array(
    z.strictObject({ ...ThemeOnThing.shape, isInferred: z.boolean(), reason: z.string().nullable(), polarity: Polarity.nullable() }),
  ),
});
export type MinuteLine = z.infer<typeof MinuteLine>;

/** A meeting with its minutes, for reading. */
export const MeetingDetails = z.strictObject({
  ...MeetingRow.omit({ lines: true, openActions: true }).shape,
  preferredFormat: MeetingFormat.nullable(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  impression: z.string().nullable(),
  follows: z.strictObject({ id: MeetingId, title: z.string(), on: z.string().nullable() }).nullable(),
  purposes: z.array(z.string()),
  roles: z.array(z.strictObject({ role: MeetingRole, who: z.string() })),
  invitations: z.array(
    z.strictObject({
      who: z.string(),
      status: z.enum(['draft', 'prepared', 'sent', 'accepted', 'declined', 'no-answer']),
      sentOn: z.string().nullable(),
    }),
  ),
  attendees: z.array(
    z.strictObject({ role: z.string(), from: z.string().nullable(), count: z.int().nullable(), precision: Precision.nullable() }),
  ),
  agenda: z.array(z.strictObject({ id: z.uuid(), ordinal: z.int(), title: z.string(), presenter: z.string().nullable() })),
  lines: z.array(MinuteLine),
  sheets: z.array(
    z.strictObject({
      version: z.int(),
      sentOn: z.string().nullable(),
      questions: z.array(z.strictObject({ wording: LocalisedText, wasDiscussed: z.boolean().nullable() })),
    }),
  ),
  distributions: z.array(
    z.strictObject({
      what: z.enum(['invitation', 'question-sheet', 'minutes', 'contact-list', 'news']),
      recipient: z.string(),
      sentOn: z.string(),
    }),
  ),
  contactListCount: z.int(),
  /** Agreed in this meeting. */
  actions: z.array(StripAction),
  /** Agreed in the meeting it follows, and not yet over. */
  earlierActions: z.array(StripAction),
});
export type MeetingDetails = z.infer<typeof MeetingDetails>;

export const meetings = {
  /** Newest round first, in it by date. `years` are all years that have a meeting, newest first. */
  list: query({
    input: z.strictObject({ projectId: ProjectId.optional(), year: z.int().min(1900).max(2200).optional() }),
    output: z.strictObject({ meetings: z.array(MeetingRow), years: z.array(z.int()) }),
  }),
  /** `language` is the one theme names are wanted in. */
  get: query({ input: z.strictObject({ meetingId: MeetingId, language: Language.default('nb') }), output: MeetingDetails }),
};
