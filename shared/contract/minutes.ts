import { z } from 'zod';
import { ActionId, CodingId, FindingId, MeetingId, ProjectId, TextId, ThemeId, Ticket } from '../model/ids.ts';
import { Language, LocalisedText, StoredText } from '../model/text.ts';
import { Counted, HeldDate, IsoDay, Precision, VagueDate } from '../model/vague.ts';
import { ActionStatus } from './actions.ts';
import { Polarity, ThemeOnThing } from './findings.ts';
import { command, query, session } from './kit.ts';
import { MeetingStatus } from './meetings.ts';
import { Attribution, Perspective } from './observations.ts';

/** What a line of the minutes is. Their order is that of the keys 1–8. */
export const Mark = z.enum(['theme', 'finding', 'good-example', 'challenge', 'idea', 'question-raised', 'information', 'action']);
export type Mark = z.infer<typeof Mark>;

const Named = z.strictObject({ id: z.uuid(), name: z.string() });

/** What was agreed in a line, as the strip under it shows it. */
export const AgreedAction = z.strictObject({
  id: ActionId,
  code: z.string(),
  wording: z.string(),
  status: ActionStatus,
  owner: z.string().nullable(),
  ownerOrganisation: Named.nullable(),
  ownerPerson: Named.nullable(),
  ownerAsSaid: z.string().nullable(),
  parties: z.string().nullable(),
  due: VagueDate,
  reportedBackOn: z.string().nullable(),
});
export type AgreedAction = z.infer<typeof AgreedAction>;

/** One line of the minutes; its words are a text, which themes code like any other. */
export const Line = z.strictObject({
  id: z.uuid(),
  textId: TextId,
  agendaItemId: z.uuid().nullable(),
  body: z.string(),
  language: z.string(),
  mark: Mark.nullable(),
  attribution: Attribution.nullable(),
  attributedBody: Named.nullable(),
  attributedOrganisation: Named.nullable(),
  perspective: Perspective.nullable(),
  actionId: ActionId.nullable(),
  findingId: FindingId.nullable(),
  observationId: z.uuid().nullable(),
  themes: z.array(
    z.strictObject({
      ...ThemeOnThing.shape,
      codingId: CodingId,
      isInferred: z.boolean(),
      reason: z.string().nullable(),
      polarity: Polarity.nullable(),
    }),
  ),
});
export type Line = z.infer<typeof Line>;

const SheetQuestion = z.strictObject({ id: z.uuid(), wording: LocalisedText, wasDiscussed: z.boolean().nullable() });

/** A meeting as the one who takes the minutes needs it. */
export const MinutesOf = z.strictObject({
  meetingId: MeetingId,
  projectId: ProjectId,
  title: z.string(),
  status: MeetingStatus,
  language: Language,
  place: z.string().nullable(),
  venue: z.string().nullable(),
  planned: VagueDate,
  held: HeldDate.nullable(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  round: z.string().nullable(),
  agenda: z.array(
    z.strictObject({
      id: z.uuid(),
      title: z.string(),
      presenter: z.string().nullable(),
      startsAt: z.string().nullable(),
      isDone: z.boolean(),
    }),
  ),
  lines: z.array(Line),
  sheets: z.array(
    z.strictObject({
      id: z.uuid(),
      version: z.int(),
      title: z.string().nullable(),
      sentOn: z.string().nullable(),
      questions: z.array(SheetQuestion),
    }),
  ),
  /** Agreed in this meeting, in a line or not. */
  actions: z.array(AgreedAction),
  /** Agreed in the meeting it follows, and not over. */
  earlierActions: z.array(AgreedAction),
  follows: z.strictObject({ id: MeetingId, title: z.string(), on: z.string().nullable() }).nullable(),
  roles: z.array(z.strictObject({ role: z.string(), who: z.string() })),
  /** Where the one who wrote was in this copy of the file; null before anybody has been in it. */
  at: z.strictObject({ lineId: z.uuid(), caret: z.int() }).nullable(),
});
export type MinutesOf = z.infer<typeof MinutesOf>;

const WordsAt = z.strictObject({ lineId: z.uuid(), at: z.int().min(0) });
export type WordsAt = z.infer<typeof WordsAt>;
const Body = StoredText.pipe(z.string().max(20_000));

/**
 * One step of an edit. `put` writes a line's words, or makes the line after another one (null: first of its item); `seen` is what its
 * writer saw there before, null for a new line. Codings of the words that go over to another line go with them: `from` names the line
 * and the place that a new line's words were cut off at, `into` those that a removed line's words were put on at.
 */
export const LineStep = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('put'),
    lineId: z.uuid(),
    body: Body,
    seen: z.string().nullable(),
    agendaItemId: z.uuid().nullable(),
    after: z.uuid().nullable(),
    from: WordsAt.optional(),
  }),
  z.strictObject({ do: z.literal('remove'), lineId: z.uuid(), into: WordsAt.optional() }),
  z.strictObject({ do: z.literal('move'), lineId: z.uuid(), agendaItemId: z.uuid().nullable(), after: z.uuid().nullable() }),
]);
export type LineStep = z.infer<typeof LineStep>;

/** Somebody else had written in the same line: theirs stands, and what was written here stands in a line of its own under it. */
export const LineConflict = z.strictObject({
  lineId: z.uuid(),
  /** The line that now holds what was written here. */
  ownLineId: z.uuid(),
  theirs: z.string(),
  by: z.string(),
  at: z.string(),
});
export type LineConflict = z.infer<typeof LineConflict>;

/** Codes or titles of records that stay although their line no longer makes them: somebody has worked on them since. */
const Kept = z.array(z.string());

const ActionFields = z.strictObject({
  ownerOrganisationId: z.uuid().nullable(),
  ownerPersonId: z.uuid().nullable(),
  ownerAsSaid: StoredText.pipe(z.string().max(200)).nullable(),
  parties: StoredText.pipe(z.string().max(500)).nullable(),
  due: VagueDate,
});
export type ActionFields = z.infer<typeof ActionFields>;

/** Who was there: a person, a body, an organisation, or only a role; a count, and how sure it is. */
export const Attendee = z.strictObject({
  id: z.uuid(),
  role: z.string(),
  organisation: Named.nullable(),
  body: Named.nullable(),
  person: Named.nullable(),
  count: z.int().nullable(),
  precision: Precision.nullable(),
  note: z.string().nullable(),
  /** Only for a person by name: whether contact details may go to the others who were there. */
  contact: z.strictObject({ consentedOn: z.string(), withdrawnOn: z.string().nullable() }).nullable(),
});
export type Attendee = z.infer<typeof Attendee>;

export const Attendance = z.strictObject({
  language: Language,
  attendees: z.array(Attendee),
  /** The number that was said for the whole meeting. */
  total: z.strictObject({
    count: z.int().nullable(),
    precision: Precision.nullable(),
    asSaid: z.string().nullable(),
    reason: z.string().nullable(),
  }),
  /** The rows added together; null as long as a row's number is missing, an average or a total only: then nothing may be added. */
  sum: Counted.nullable(),
  /** Invited and not among those who came. */
  absent: z.array(z.string()),
});
export type Attendance = z.infer<typeof Attendance>;

export const OutcomeKind = z.enum(['outcome', 'new-contact']);
export type OutcomeKind = z.infer<typeof OutcomeKind>;
export const Outcomes = z.strictObject({
  language: Language,
  impression: z.string().nullable(),
  outcomes: z.array(z.strictObject({ id: z.uuid(), kind: OutcomeKind, title: z.string(), body: z.string().nullable() })),
});
export type Outcomes = z.infer<typeof Outcomes>;

export const Shown = z.strictObject({
  id: z.uuid(),
  person: Named.nullable(),
  shownAs: z.string(),
  consentedOn: z.string().nullable(),
  withdrawnOn: z.string().nullable(),
});
export type Shown = z.infer<typeof Shown>;
export const Photo = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.enum(['image/jpeg', 'image/png']),
  byteCount: z.int(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  showsPeople: z.boolean(),
  people: z.array(Shown),
  /** Whether it may leave the program: nobody is shown, or each one shown has said yes and none has taken it back. */
  isExportable: z.boolean(),
});
export type Photo = z.infer<typeof Photo>;

const InMeeting = z.strictObject({ meetingId: MeetingId });
const Words = (most: number) => StoredText.pipe(z.string().trim().max(most));
const texts = ['meetings', 'coding', 'actions', 'findings'] as const;

export const minutes = {
  /** The minutes with agenda, questions and what was agreed. `language` is the one theme names are wanted in. */
  get: query({ input: z.strictObject({ meetingId: MeetingId, language: Language.default('nb') }), output: MinutesOf }),
  /** Minutes are opened on the day they are taken: the meeting is under way. `on` is that day. */
  begin: command({
    input: z.strictObject({ meetingId: MeetingId, on: IsoDay }),
    output: z.strictObject({ status: MeetingStatus }),
    touches: ['meetings'],
    undo: 'minutes.begin.undo',
  }),
  /** The meeting was held that day; the minutes are a draft to be sent. */
  finish: command({
    input: z.strictObject({ meetingId: MeetingId, heldOn: IsoDay }),
    output: z.strictObject({ status: MeetingStatus }),
    touches: ['meetings', 'actions'],
    undo: 'minutes.finish.undo',
  }),
  /** Typing in one line. Steps close in time become one. */
  write: command({
    input: z.strictObject({ meetingId: MeetingId, step: LineStep.options[0], caret: z.int().min(0) }),
    output: z.strictObject({ conflict: LineConflict.nullable() }),
    touches: [...texts],
    undo: 'minutes.write.undo',
  }),
  /** Splitting, joining, moving, pasting and removing lines: all steps or none. */
  edit: command({
    input: z.strictObject({
      meetingId: MeetingId,
      deed: z.enum(['split', 'join', 'move', 'paste', 'remove']),
      steps: z.array(LineStep).min(1).max(2000),
    }),
    output: z.strictObject({ conflicts: z.array(LineConflict), kept: Kept }),
    touches: [...texts],
    undo: 'minutes.edit.undo',
  }),
  /** Where the writer is, kept outside the log. */
  stay: session({
    input: z.strictObject({ meetingId: MeetingId, lineId: z.uuid(), caret: z.int().min(0) }),
    output: z.strictObject({}),
  }),
  /** Marks a line, or takes the mark off. `action` brings back the fields of an action that was just taken off. */
  mark: command({
    input: z.strictObject({ lineId: z.uuid(), mark: Mark.nullable(), action: ActionFields.optional() }),
    output: z.strictObject({ kept: Kept }),
    touches: [...texts],
    undo: 'minutes.mark.undo',
  }),
  /** Who said it, and whose view it is. */
  attribute: command({
    input: z.strictObject({
      lineId: z.uuid(),
      attribution: Attribution.nullable(),
      bodyId: z.uuid().nullable(),
      organisationId: z.uuid().nullable(),
      perspective: Perspective.nullable(),
    }),
    output: z.strictObject({}),
    touches: [...texts],
    undo: 'minutes.attribute.undo',
  }),
  /** Owner, parties and due of what was agreed in a line. */
  agree: command({
    input: z.strictObject({ lineId: z.uuid(), action: ActionFields.partial() }),
    output: z.strictObject({}),
    touches: ['meetings', 'actions'],
    undo: 'minutes.agree.undo',
  }),
  /** Puts a theme on a line; a line without a mark becomes one marked as a theme. */
  code: command({
    input: z.strictObject({ lineId: z.uuid(), themeId: ThemeId, isInferred: z.boolean().default(false), reason: Words(500).optional() }),
    output: z.strictObject({ codingId: CodingId.nullable() }),
    touches: ['meetings', 'coding'],
    undo: 'minutes.code.undo',
    errors: ['RANGE_OUTSIDE_TEXT'],
  }),
  setItemDone: command({
    input: z.strictObject({ itemId: z.uuid(), isDone: z.boolean() }),
    output: z.strictObject({}),
    touches: ['meetings'],
    undo: 'minutes.setItemDone.undo',
  }),
  /** Whether a question that was sent out beforehand came up; null when nobody has said. */
  setDiscussed: command({
    input: z.strictObject({ questionId: z.uuid(), wasDiscussed: z.boolean().nullable() }),
    output: z.strictObject({}),
    touches: ['meetings'],
    undo: 'minutes.setDiscussed.undo',
  }),
  attendance: query({ input: InMeeting, output: Attendance }),
  putAttendee: command({
    input: z.strictObject({
      meetingId: MeetingId,
      /** Null for a new row. */
      id: z.uuid().nullable(),
      role: Words(120),
      organisationId: z.uuid().nullable(),
      bodyId: z.uuid().nullable(),
      personId: z.uuid().nullable(),
      count: z.int().min(0).max(100_000).nullable(),
      precision: Precision.nullable(),
      note: Words(300).nullable(),
    }),
    output: z.strictObject({ id: z.uuid() }),
    touches: ['meetings'],
    undo: 'minutes.putAttendee.undo',
  }),
  removeAttendee: command({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({}),
    touches: ['meetings'],
    undo: 'minutes.removeAttendee.undo',
  }),
  setTotal: command({
    input: z.strictObject({
      meetingId: MeetingId,
      ...Attendance.shape.total.shape,
      reason: Words(300).nullable(),
      asSaid: Words(120).nullable(),
    }),
    output: z.strictObject({}),
    touches: ['meetings'],
    undo: 'minutes.setTotal.undo',
  }),
  /** Whether a person who was there may stand on this meeting's contact list. */
  setContact: command({
    input: z.strictObject({ meetingId: MeetingId, personId: z.uuid(), isConsenting: z.boolean(), on: IsoDay }),
    output: z.strictObject({}),
    touches: ['meetings', 'organisations'],
    undo: 'minutes.setContact.undo',
  }),
  outcomes: query({ input: InMeeting, output: Outcomes }),
  setImpression: command({
    input: z.strictObject({ meetingId: MeetingId, impression: Words(2000).nullable() }),
    output: z.strictObject({}),
    touches: ['meetings'],
    undo: 'minutes.setImpression.undo',
  }),
  addOutcome: command({
    input: z.strictObject({ meetingId: MeetingId, kind: OutcomeKind, title: Words(500).pipe(z.string().min(1)) }),
    output: z.strictObject({ id: z.uuid() }),
    touches: ['meetings', 'findings'],
    undo: 'minutes.addOutcome.undo',
  }),
  changeOutcome: command({
    input: z.strictObject({ id: z.uuid(), title: Words(500).pipe(z.string().min(1)) }),
    output: z.strictObject({}),
    touches: ['meetings', 'findings'],
    undo: 'minutes.changeOutcome.undo',
  }),
  removeOutcome: command({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({ kept: Kept }),
    touches: ['meetings', 'findings'],
    undo: 'minutes.removeOutcome.undo',
  }),
  photos: query({ input: InMeeting, output: z.strictObject({ language: Language, photos: z.array(Photo) }) }),
  /** A picture that was sent in: JPEG or PNG by its own bytes, without what the camera wrote beside it (place, time, device). */
  addPhoto: command({
    input: z.strictObject({ meetingId: MeetingId, ticket: Ticket }),
    output: z.strictObject({ id: z.uuid() }),
    touches: ['meetings'],
    undo: 'minutes.addPhoto.undo',
    errors: ['FILE_UNREADABLE', 'FILE_TOO_LARGE', 'TICKET_UNKNOWN'],
  }),
  changePhoto: command({
    input: z.strictObject({
      id: z.uuid(),
      caption: Words(500).nullable().optional(),
      credit: Words(120).nullable().optional(),
      showsPeople: z.boolean().optional(),
    }),
    output: z.strictObject({}),
    touches: ['meetings'],
    undo: 'minutes.changePhoto.undo',
  }),
  removePhoto: command({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({}),
    touches: ['meetings'],
    undo: 'minutes.removePhoto.undo',
  }),
  /** Somebody seen in a photo. A yes without a day, and a yes taken back, keep it inside. */
  putShown: command({
    input: z.strictObject({
      photoId: z.uuid(),
      /** Null for somebody new. */
      id: z.uuid().nullable(),
      personId: z.uuid().nullable(),
      shownAs: Words(200).pipe(z.string().min(1)),
      consentedOn: IsoDay.nullable(),
      withdrawnOn: IsoDay.nullable(),
    }),
    output: z.strictObject({ id: z.uuid() }),
    touches: ['meetings'],
    undo: 'minutes.putShown.undo',
  }),
  removeShown: command({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({}),
    touches: ['meetings'],
    undo: 'minutes.removeShown.undo',
  }),
  /** A ticket for looking at a photo inside the program. */
  seePhoto: session({ input: z.strictObject({ id: z.uuid() }), output: z.strictObject({ ticket: Ticket }) }),
};
