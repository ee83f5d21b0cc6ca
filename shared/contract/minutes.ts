import { z } from 'zod';
import { ActionId, CodingId, FindingId, MeetingId, ProjectId, TextId, ThemeId } from '../model/ids.ts';
import { Language, LocalisedText, StoredText } from '../model/text.ts';
import { HeldDate, IsoDay, VagueDate } from '../model/vague.ts';
import { ActionStatus } from './actions.ts';
import { Polarity, ThemeOnThing } from './findings.ts';
import { command, query, session } from './kit.ts';
import { LineMark, MeetingStatus } from './meeting-terms.ts';
import { minutesAfter } from './minutes-after.ts';
import { Attribution, Perspective } from './observations.ts';

export { Attendance, Outcomes, Photo } from './minutes-after.ts';

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
  mark: LineMark.nullable(),
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
  /** Clocks on the wall, "13:00". */
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
    input: z.strictObject({ lineId: z.uuid(), mark: LineMark.nullable(), action: ActionFields.optional() }),
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
  /** Whether a question that was sent out beforehand came up in this meeting; null when nobody has said. */
  setDiscussed: command({
    input: z.strictObject({ meetingId: MeetingId, questionId: z.uuid(), wasDiscussed: z.boolean().nullable() }),
    output: z.strictObject({}),
    touches: ['meetings'],
    undo: 'minutes.setDiscussed.undo',
  }),
  ...minutesAfter,
};
