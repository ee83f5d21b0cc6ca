import { z } from 'zod';
import { ActionId, MeetingId, ProjectId, WaveId } from '../model/ids.ts';
import { Language, Name } from '../model/text.ts';
import { Counted, HeldDate, IsoDay, VagueDate } from '../model/vague.ts';
import { ActionStatus } from './actions.ts';
import { command, query } from './kit.ts';
import { MeetingStatus } from './meetings.ts';

export const ProjectKind = z.enum(['user-evaluation', 'dialogue-round', 'user-audit', 'survey', 'partnership', 'other']);
export type ProjectKind = z.infer<typeof ProjectKind>;
export const ProjectStatus = z.enum(['idea', 'planned', 'running', 'finished', 'stopped', 'anonymised']);

/** A project and how far it has come. */
export const ProjectSummary = z.strictObject({
  id: ProjectId,
  name: z.string(),
  kind: ProjectKind,
  status: ProjectStatus,
  contentLanguage: Language,
  threshold: z.int(),
  deleteOn: z.string().nullable(),
  /** Interviews finished in full or in part, in all waves. */
  interviews: z.int(),
  /** How many were within reach in the latest wave that says so ("ca. 400"). */
  frame: Counted.nullable(),
  /** Open answers, and those of them that are coded or read as holding no theme. */
  openAnswers: z.int(),
  openAnswersDone: z.int(),
  meetings: z.int(),
  meetingsHeld: z.int(),
  findings: z.int(),
  /** The report touched last. */
  report: z.strictObject({ title: z.string(), updatedOn: z.string().nullable() }).nullable(),
});
export type ProjectSummary = z.infer<typeof ProjectSummary>;

const Named = z.strictObject({ name: z.string(), note: z.string().nullable() });

/** Everything known about one project, for its page. */
export const ProjectDetails = z.strictObject({
  id: ProjectId,
  name: z.string(),
  kind: ProjectKind,
  status: ProjectStatus,
  contentLanguage: Language,
  threshold: z.int(),
  minimumBase: z.int(),
  deleteOn: z.string().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  idea: z.string().nullable(),
  mainPurpose: z.string().nullable(),
  intendedUse: z.string().nullable(),
  targetGroup: z.string().nullable(),
  method: z.string().nullable(),
  methodDeviation: z.string().nullable(),
  anchoring: z.string().nullable(),
  ethicsReference: z.string().nullable(),
  lead: z.string().nullable(),
  partner: z.string().nullable(),
  partnership: z.string().nullable(),
  waves: z.array(
    z.strictObject({
      id: WaveId,
      name: z.string(),
      startsOn: z.string().nullable(),
      endsOn: z.string().nullable(),
      frame: Counted.nullable(),
      interviews: z.int(),
    }),
  ),
  services: z.array(Named),
  places: z.array(Named),
  bodies: z.array(Named),
  guidelines: z.array(Named),
  workProducts: z.array(z.strictObject({ name: z.string(), due: VagueDate, deliveredOn: z.string().nullable() })),
});
export type ProjectDetails = z.infer<typeof ProjectDetails>;

const Words = z.string().max(4000).nullable();
const Choice = z.strictObject({ id: z.uuid(), name: z.string() });

/** What a project says about itself. Everything may be corrected; nothing is required but the name. */
export const ProjectFields = z.strictObject({
  name: Name,
  kind: ProjectKind,
  status: ProjectStatus,
  contentLanguage: Language,
  idea: Words,
  mainPurpose: Words,
  intendedUse: Words,
  targetGroup: Words,
  method: Words,
  methodDeviation: Words,
  anchoring: Words,
  ethicsReference: Words,
  startsOn: IsoDay.nullable(),
  endsOn: IsoDay.nullable(),
  deleteOn: IsoDay.nullable(),
  leadPersonId: z.uuid().nullable(),
  partnerOrganisationId: z.uuid().nullable(),
  /** The partnership the project belongs to, by name; a new name makes a new one. */
  partnership: z.string().max(200).nullable(),
});
export type ProjectFields = z.infer<typeof ProjectFields>;

/** A council, panel or reference group of the project, and what it does there. */
const ProjectBody = z.strictObject({ bodyId: z.uuid(), role: z.string().max(200) });
/** A law, plan or steering paper the project refers to; a title that is not known makes a new one. */
const ProjectGuideline = z.strictObject({ title: Name, reference: z.string().max(500), point: z.string().max(200) });
/** Something the project promised to make, with the time as it was said. */
const WorkProduct = z.strictObject({ name: Name, dueAsSaid: z.string().max(200).nullable(), deliveredOn: IsoDay.nullable() });

/** A project's own page of facts, with everything that can be chosen on it. */
export const ProjectSettings = z.strictObject({
  fields: ProjectFields,
  serviceIds: z.array(z.uuid()),
  placeIds: z.array(z.uuid()),
  bodies: z.array(ProjectBody),
  guidelines: z.array(ProjectGuideline),
  workProducts: z.array(WorkProduct.extend({ dueSortOn: z.string().nullable() })),
  choices: z.strictObject({
    people: z.array(Choice),
    organisations: z.array(Choice),
    services: z.array(Choice),
    /** Those that are chosen: the register of places is searched, for it is long. */
    places: z.array(Choice),
    bodies: z.array(Choice),
    guidelines: z.array(z.strictObject({ title: z.string(), reference: z.string() })),
    partnerships: z.array(z.string()),
  }),
});
export type ProjectSettings = z.infer<typeof ProjectSettings>;

/** Counts that need someone, for the rail, and the two promises that stand at its foot. */
export const Navigation = z.strictObject({
  uncodedAnswers: z.int(),
  overdueActions: z.int(),
  unreportedActions: z.int(),
  findingsToLookAt: z.int(),
  /** The project's threshold; without a project the strictest of all. Null when there is no project. */
  threshold: z.int().nullable(),
  /** The project's deletion date; without a project the nearest of all. */
  deleteOn: z.string().nullable(),
});
export type Navigation = z.infer<typeof Navigation>;

/** One meeting on the year wheel. */
export const WheelMeeting = z.strictObject({
  id: MeetingId,
  title: z.string(),
  /** Name of the place or area whose ring it stands on; empty when the meeting has none. */
  area: z.string(),
  status: MeetingStatus,
  planned: VagueDate,
  held: HeldDate.nullable(),
  isFirstOfKind: z.boolean(),
  gapReason: z.string().nullable(),
});
export type WheelMeeting = z.infer<typeof WheelMeeting>;

/** Something agreed that is not done, or done without the users having been told. */
export const Promised = z.strictObject({
  id: ActionId,
  code: z.string(),
  wording: z.string(),
  language: Language,
  status: ActionStatus,
  due: VagueDate,
  /** Days past the due, 0 when it is not overdue. */
  daysOverdue: z.int(),
  owner: z.string().nullable(),
  place: z.string().nullable(),
  agreedOn: z.string().nullable(),
  isReportedBack: z.boolean(),
});
export type Promised = z.infer<typeof Promised>;

export const OverviewPlace = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  code: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  /** Places held by an area that somebody drew; 0 for a municipality. */
  parts: z.int(),
  /** Names and codes it came from at its latest change, nearest first. */
  formerly: z.array(z.strictObject({ name: z.string(), code: z.string().nullable(), changedOn: z.string() })),
  lastMeeting: HeldDate.nullable(),
  nextMeeting: VagueDate.nullable(),
  openActions: z.int(),
  overdueActions: z.int(),
  unreportedActions: z.int(),
  projects: z.array(z.string()),
});
export type OverviewPlace = z.infer<typeof OverviewPlace>;

export const Overview = z.strictObject({
  year: z.int(),
  /** Years that have a meeting, newest first. */
  years: z.array(z.int()),
  meetings: z.array(WheelMeeting),
  /** Overdue first, then by due, then those that have no date. */
  promises: z.array(Promised),
  places: z.array(OverviewPlace),
  projects: z.array(ProjectSummary),
});
export type Overview = z.infer<typeof Overview>;

const Today = IsoDay.optional();

export const projects = {
  list: query({ input: z.strictObject({}), output: z.strictObject({ projects: z.array(ProjectSummary) }) }),
  get: query({ input: z.strictObject({ projectId: ProjectId }), output: ProjectDetails }),
  /** `today` is the day on the person's wall; the core's own (UTC) when left out. */
  navigation: query({ input: z.strictObject({ projectId: ProjectId.optional(), today: Today }), output: Navigation }),
  /** Without `year` the wheel shows the latest year up to today's that has a meeting, else the first one that has. */
  overview: query({
    input: z.strictObject({ projectId: ProjectId.optional(), year: z.int().min(1900).max(2200).optional(), today: Today }),
    output: Overview,
  }),
  /** Makes a project and its first wave, named after the year. */
  create: command({
    input: z.strictObject({ name: Name, kind: ProjectKind, contentLanguage: Language }),
    output: z.strictObject({ projectId: ProjectId, waveId: WaveId }),
    errors: ['NAME_TAKEN'],
    touches: ['projects'],
    undo: 'projects.create.undo',
  }),
  settings: query({ input: z.strictObject({ projectId: ProjectId }), output: ProjectSettings }),
  /** Changes what the project says about itself; only what is named changes. */
  change: command({
    input: z.strictObject({ projectId: ProjectId, fields: ProjectFields.partial() }),
    output: z.strictObject({}),
    errors: ['NAME_TAKEN', 'EVENT_IMPOSSIBLE'],
    touches: ['projects'],
    undo: 'projects.change.undo',
  }),
  /** What belongs to the project; each list that is named replaces the one there. */
  setParts: command({
    input: z.strictObject({
      projectId: ProjectId,
      serviceIds: z.array(z.uuid()).max(200).optional(),
      placeIds: z.array(z.uuid()).max(500).optional(),
      bodies: z.array(ProjectBody).max(100).optional(),
      guidelines: z.array(ProjectGuideline).max(100).optional(),
      workProducts: z.array(WorkProduct).max(100).optional(),
    }),
    output: z.strictObject({}),
    touches: ['projects'],
    undo: 'projects.setParts.undo',
  }),
};
