import { z } from 'zod';
import { ActionId, FindingId, MeetingId, ProjectId } from '../model/ids.ts';
import { Language, StoredText } from '../model/text.ts';
import { IsoDay, VagueDate } from '../model/vague.ts';
import { command, query } from './kit.ts';

export const ActionStatus = z.enum(['agreed', 'under-way', 'done', 'not-done', 'handed-over']);
export type ActionStatus = z.infer<typeof ActionStatus>;

/** A record of a register, by name. */
const Named = z.strictObject({ id: z.uuid(), name: z.string() });
const MeetingNamed = z.strictObject({ id: MeetingId, title: z.string(), on: z.string().nullable() });

const ActionEvent = z.strictObject({
  kind: z.enum([...ActionStatus.options, 'reviewed']),
  on: z.string(),
  note: z.string().nullable(),
  /** The body that reviewed it, if it was one. */
  body: z.string().nullable(),
  meeting: z.string().nullable(),
});

const ReportBack = z.strictObject({
  on: z.string(),
  how: z.string(),
  by: z.string().nullable(),
  to: z.string().nullable(),
  meeting: z.string().nullable(),
});

/** What was agreed, by whom, with whom, by when, and what came of it. */
export const ActionRow = z.strictObject({
  id: ActionId,
  code: z.string(),
  wording: z.string(),
  language: Language,
  projectId: ProjectId.nullable(),
  project: z.string().nullable(),
  /** The owner as it was said, or else the organisation or the person; null while nobody owns it. */
  owner: z.string().nullable(),
  ownerAsSaid: z.string().nullable(),
  ownerOrganisation: Named.nullable(),
  ownerPerson: Named.nullable(),
  parties: z.string().nullable(),
  /** Whom it is for beyond the parties ("politikerne"). */
  addressee: z.string().nullable(),
  /** How it is to be made known ("felles hjemmeside"). */
  channel: z.string().nullable(),
  /** It was there before anybody agreed on it. */
  isExistingMeasure: z.boolean(),
  /** Its own place, or else the meeting's. */
  place: z.string().nullable(),
  ownPlace: Named.nullable(),
  agreedOn: z.string().nullable(),
  due: VagueDate,
  /** Days past the due while it is agreed or under way, else 0. */
  daysOverdue: z.int(),
  status: ActionStatus,
  result: z.string().nullable(),
  reviewingBody: Named.nullable(),
  followUp: MeetingNamed.nullable(),
  finding: z.strictObject({ id: FindingId, projectId: ProjectId, code: z.string(), wording: z.string() }).nullable(),
  observation: Named.nullable(),
  meeting: MeetingNamed.nullable(),
  /** The last day anybody said or did something about it. */
  lastLookedOn: z.string(),
  /** The users know how it ended: told on or after the day it did. */
  isReportedBack: z.boolean(),
  events: z.array(ActionEvent),
  reportedBack: z.array(ReportBack),
});
export type ActionRow = z.infer<typeof ActionRow>;

/**
 * The lists in which what was agreed is found again. overdue: past its due. soon: due within six weeks. missing: nobody owns it, or nothing
 * was said about when. unreported: done or not done, and the users have not been told. forgotten: agreed, under way or handed over to
 * others, the users not told, and nothing has happened for half a year. A new action stands in one of them after half a year at the latest.
 */
export const DueFilter = z.enum(['overdue', 'soon', 'missing', 'unreported', 'forgotten']);
export type DueFilter = z.infer<typeof DueFilter>;

const line = StoredText.transform((text) => text.trim()).pipe(z.string().max(400));
const longText = StoredText.transform((text) => text.trim()).pipe(z.string().max(4000));
/** Words that may be left out; empty ones are nothing. */
const optionalLine = line.transform((text) => (text === '' ? null : text)).nullable();
const optionalText = longText.transform((text) => (text === '' ? null : text)).nullable();
const Wording = longText.pipe(z.string().min(1));

/** Everything an action says about itself that a person writes. Its status and its life are told by deeds of their own. */
export const ActionFields = z.strictObject({
  wording: Wording,
  language: Language,
  projectId: ProjectId.nullable(),
  meetingId: MeetingId.nullable(),
  findingId: FindingId.nullable(),
  observationId: z.uuid().nullable(),
  placeId: z.uuid().nullable(),
  ownerOrganisationId: z.uuid().nullable(),
  ownerPersonId: z.uuid().nullable(),
  ownerAsSaid: optionalLine,
  parties: optionalLine,
  addressee: optionalLine,
  channel: optionalLine,
  reviewingBodyId: z.uuid().nullable(),
  followUpMeetingId: MeetingId.nullable(),
  agreedOn: IsoDay.nullable(),
  isExistingMeasure: z.boolean(),
  due: VagueDate,
  result: optionalText,
});
export type ActionFields = z.input<typeof ActionFields>;

/** Dropping something or moving it on to others is told with a reason. */
function hasNeededNote({ status, note }: { readonly status: ActionStatus; readonly note?: string | undefined }): boolean {
  return (status !== 'not-done' && status !== 'handed-over') || (note !== undefined && note.trim() !== '');
}

const Note = StoredText.pipe(z.string().max(2000)).optional();
/** Where and when a step was taken. */
const step = { note: Note, happenedOn: IsoDay, meetingId: MeetingId.optional() };

/** Which actions; every part narrows. A place also means those it shares ground with through mergers, splits and new numbers. */
const selection = {
  projectId: ProjectId.optional(),
  status: ActionStatus.optional(),
  /** An organisation or a person. */
  ownerId: z.uuid().optional(),
  placeIds: z.array(z.uuid()).max(500).optional(),
  meetingId: MeetingId.optional(),
  /** Found in the words, the people, the result and the code. */
  text: z.string().max(100).optional(),
  today: IsoDay.optional(),
};

const choice = z.strictObject({ id: z.uuid(), name: z.string(), detail: z.string().nullable(), count: z.int() });

export const actions = {
  /** Overdue first, then by due, then those without a date, then what is over. The counts are of the same selection without `due`. */
  list: query({
    input: z.strictObject({
      ...selection,
      due: DueFilter.optional(),
      limit: z.int().min(1).max(500).default(500),
      offset: z.int().min(0).default(0),
    }),
    output: z.strictObject({
      actions: z.array(ActionRow),
      total: z.int(),
      counts: z.strictObject({
        all: z.int(),
        overdue: z.int(),
        soon: z.int(),
        missing: z.int(),
        unreported: z.int(),
        forgotten: z.int(),
      }),
    }),
  }),
  get: query({
    input: z.strictObject({ actionId: ActionId, today: IsoDay.optional() }),
    output: ActionRow,
  }),
  /** What actions can be narrowed by: those who own any, and the places any is about. `count` is how many are agreed or under way. */
  choices: query({
    input: z.strictObject({ projectId: ProjectId.optional() }),
    output: z.strictObject({ owners: z.array(choice), places: z.array(choice) }),
  }),
  /** Actions whose code or words hold what was typed, the code first. */
  find: query({
    input: z.strictObject({ text: z.string().max(100), limit: z.int().min(1).max(50).default(12) }),
    output: z.strictObject({ hits: z.array(z.strictObject({ id: ActionId, code: z.string(), wording: z.string() })) }),
  }),
  /** Meetings whose title or place holds what was typed, the latest first: where something was agreed, followed up or told. */
  meetings: query({
    input: z.strictObject({ text: z.string().max(100), projectId: ProjectId.optional(), limit: z.int().min(1).max(50).default(12) }),
    output: z.strictObject({ hits: z.array(MeetingNamed) }),
  }),
  /** From a meeting, a finding, an idea, or alone. An idea that was new is then taken up. */
  create: command({
    input: z.strictObject({ ...ActionFields.partial().shape, wording: Wording, today: IsoDay }),
    output: z.strictObject({ actionId: ActionId, code: z.string() }),
    touches: ['actions', 'findings', 'observations', 'meetings'],
    undo: 'actions.create.undo',
  }),
  change: command({
    input: z.strictObject({ actionId: ActionId, fields: ActionFields.partial() }),
    output: z.strictObject({}),
    touches: ['actions', 'findings', 'meetings'],
    undo: 'actions.change.undo',
  }),
  /** Says how it goes with an action; the day it happened is kept beside the word. The same status again, with a note, is a note. */
  setStatus: command({
    input: z.strictObject({ actionId: ActionId, status: ActionStatus, ...step }).refine(hasNeededNote, {
      error: 'note-needed',
      path: ['note'],
    }),
    output: z.strictObject({ status: ActionStatus }),
    touches: ['actions'],
    undo: 'actions.setStatus.undo',
  }),
  /** A body or a meeting has looked at it. */
  review: command({
    input: z.strictObject({ actionId: ActionId, bodyId: z.uuid().nullable(), ...step }),
    output: z.strictObject({}),
    touches: ['actions'],
    undo: 'actions.review.undo',
  }),
  /** The users have been told: when, how, by whom, to whom, and in which meeting. */
  reportBack: command({
    input: z.strictObject({
      actionId: ActionId,
      toldOn: IsoDay,
      how: line.pipe(z.string().min(1)),
      by: optionalLine,
      to: optionalLine,
      meetingId: MeetingId.optional(),
    }),
    output: z.strictObject({}),
    touches: ['actions', 'findings'],
    undo: 'actions.reportBack.undo',
  }),
};
