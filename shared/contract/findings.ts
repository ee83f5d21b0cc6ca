import { z } from 'zod';
import { ActionId, FindingId, MeetingId, ProjectId, ThemeId } from '../model/ids.ts';
import { Language, StoredText } from '../model/text.ts';
import { IsoDay } from '../model/vague.ts';
import { ActionStatus } from './actions.ts';
import { KeepExhibit } from './analysis-exhibits.ts';
import { command, query } from './kit.ts';

export const FindingStatus = z.enum([
  'preliminary',
  'to-conference',
  'validated',
  'changed',
  'rejected',
  'too-early',
  'final',
  'needs-a-look',
]);
export type FindingStatus = z.infer<typeof FindingStatus>;
export const Polarity = z.enum(['positive', 'negative', 'mixed', 'neutral', 'suggestion']);
export type Polarity = z.infer<typeof Polarity>;

/** A theme as it is named, in the order of the tree's branches. */
export const ThemeOnThing = z.strictObject({
  id: ThemeId,
  name: z.string(),
  /** The colour of its branch, 1–12; null beyond the palette. */
  color: z.int().nullable(),
});
export type ThemeOnThing = z.infer<typeof ThemeOnThing>;

export const FindingLevel = z.enum(['individual', 'service', 'system']);
export type FindingLevel = z.infer<typeof FindingLevel>;
export const EvidenceKind = z.enum(['text', 'quote', 'theme', 'exhibit', 'meeting', 'cell', 'note']);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

const Named = z.strictObject({ id: z.uuid(), name: z.string() });
const MeetingNamed = z.strictObject({ id: MeetingId, title: z.string() });

/** One thing a finding rests on, by what it says. */
const EvidenceItem = z.strictObject({
  id: z.uuid(),
  kind: EvidenceKind,
  /** What was said, or the name of the theme, the table or the meeting; empty for a note alone. */
  words: z.string(),
  note: z.string().nullable(),
  /** The kept table or chart, where it is one. */
  exhibitId: z.uuid().optional(),
});

export const FindingRow = z.strictObject({
  id: FindingId,
  projectId: ProjectId,
  code: z.string(),
  wording: z.string(),
  language: Language,
  polarity: Polarity,
  level: FindingLevel.nullable(),
  /** A final finding whose evidence has been withdrawn since needs a look. */
  status: FindingStatus,
  service: z.string().nullable(),
  ownService: Named.nullable(),
  place: Named.nullable(),
  meeting: MeetingNamed.nullable(),
  /** The amount in the words it was said with ("mange"). */
  amountAsSaid: z.string().nullable(),
  themes: z.array(ThemeOnThing),
  evidence: z.strictObject({ texts: z.int(), quotes: z.int(), cells: z.int(), exhibits: z.int(), meetings: z.int(), themes: z.int() }),
  evidenceNotes: z.array(z.string()),
  restsOn: z.array(EvidenceItem),
  /** Statements it rested on that were withdrawn. */
  withdrawnTexts: z.int(),
  /** Earlier wordings, newest first, and the meeting that changed each. */
  wordings: z.array(z.strictObject({ before: z.string(), changedAt: z.string(), meeting: MeetingNamed.nullable() })),
  /** Its life in order of time. Who took part is a body or a meeting, never names. */
  events: z.array(
    z.strictObject({
      status: FindingStatus,
      on: z.string(),
      note: z.string().nullable(),
      meeting: MeetingNamed.nullable(),
      body: z.string().nullable(),
    }),
  ),
  actions: z.array(
    z.strictObject({ id: ActionId, code: z.string(), wording: z.string(), status: ActionStatus, result: z.string().nullable() }),
  ),
  reportedBack: z.array(z.strictObject({ on: z.string(), how: z.string(), by: z.string().nullable(), to: z.string().nullable() })),
  /** When the users were told about it. */
  reportedBackOn: z.string().nullable(),
});
export type FindingRow = z.infer<typeof FindingRow>;

const line = StoredText.transform((text) => text.trim()).pipe(z.string().max(400));
const optionalLine = line.transform((text) => (text === '' ? null : text)).nullable();
const Wording = StoredText.transform((text) => text.trim()).pipe(z.string().min(1).max(4000));
const Note = StoredText.transform((text) => text.trim())
  .pipe(z.string().max(2000))
  .optional();

/** What is said about a finding. Its status and its evidence have deeds of their own. */
export const FindingFields = z.strictObject({
  wording: Wording,
  language: Language,
  polarity: Polarity,
  level: FindingLevel.nullable(),
  serviceId: z.uuid().nullable(),
  placeId: z.uuid().nullable(),
  meetingId: MeetingId.nullable(),
  amountAsSaid: optionalLine,
});
export type FindingFields = z.input<typeof FindingFields>;

const Evidence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['text', 'theme', 'exhibit', 'meeting']), id: z.uuid(), note: Note }),
  z.strictObject({ kind: z.literal('note'), note: z.string().trim().min(1).max(2000) }),
]);

export const findings = {
  /** In the order of their codes. `language` is the one theme names are wanted in. The counts are of the project. */
  list: query({
    input: z.strictObject({
      projectId: ProjectId,
      status: FindingStatus.optional(),
      polarity: Polarity.optional(),
      /** Found in the words, earlier words and the code. */
      text: z.string().max(100).optional(),
      language: Language.default('nb'),
      limit: z.int().min(1).max(500).default(500),
      offset: z.int().min(0).default(0),
    }),
    output: z.strictObject({
      findings: z.array(FindingRow),
      total: z.int(),
      counts: z.strictObject({ all: z.int(), byStatus: z.partialRecord(FindingStatus, z.int()) }),
    }),
  }),
  /** Findings of all projects whose code or words hold what was typed, the code first. */
  find: query({
    input: z.strictObject({ text: z.string().max(100), projectId: ProjectId.optional(), limit: z.int().min(1).max(50).default(12) }),
    output: z.strictObject({
      hits: z.array(z.strictObject({ id: FindingId, projectId: ProjectId, code: z.string(), wording: z.string(), project: z.string() })),
    }),
  }),
  /** What a finding of the project can rest on: statements by their words, themes, tables and meetings by name. */
  evidenceChoices: query({
    input: z.strictObject({
      projectId: ProjectId,
      text: z.string().max(100),
      language: Language.default('nb'),
      limit: z.int().min(1).max(50).default(20),
    }),
    output: z.strictObject({
      hits: z.array(
        z.strictObject({ kind: z.enum(['text', 'theme', 'exhibit', 'meeting']), id: z.uuid(), words: z.string(), detail: z.string() }),
      ),
    }),
  }),
  /** From a statement, a table, a line in minutes, a meeting, or alone. */
  create: command({
    input: z.strictObject({
      ...FindingFields.partial().shape,
      projectId: ProjectId,
      wording: Wording,
      evidence: z.array(Evidence).max(50).optional(),
      /** A table it rests on too, kept in the same operation unless it is already, so that what the finding says can be counted again. */
      keep: KeepExhibit.optional(),
      today: IsoDay,
    }),
    output: z.strictObject({ findingId: FindingId, code: z.string() }),
    touches: ['findings', 'meetings', 'analysis', 'reports'],
    undo: 'findings.create.undo',
  }),
  /** Other words are kept beside the old ones; `changedInMeetingId` is the meeting that changed them. */
  change: command({
    input: z.strictObject({
      findingId: FindingId,
      fields: FindingFields.partial(),
      changedInMeetingId: MeetingId.optional(),
    }),
    output: z.strictObject({}),
    touches: ['findings'],
    undo: 'findings.change.undo',
  }),
  /**
   * One step in its life. To a conference: the meeting is named. Changed: the new words are given. Final: it rests on something.
   * EVENT_IMPOSSIBLE says what is missing, or where it can go from where it stands.
   */
  setStatus: command({
    input: z.strictObject({
      findingId: FindingId,
      status: FindingStatus,
      happenedOn: IsoDay,
      meetingId: MeetingId.optional(),
      bodyId: z.uuid().optional(),
      wording: Wording.optional(),
      note: Note,
    }),
    output: z.strictObject({}),
    errors: ['EVENT_IMPOSSIBLE'],
    touches: ['findings'],
    undo: 'findings.setStatus.undo',
  }),
  /** A final finding then needs a look. */
  addEvidence: command({
    input: z.strictObject({ findingId: FindingId, evidence: Evidence, today: IsoDay }),
    output: z.strictObject({ evidenceId: z.uuid() }),
    touches: ['findings'],
    undo: 'findings.addEvidence.undo',
  }),
  /** A final finding then needs a look. */
  removeEvidence: command({
    input: z.strictObject({ evidenceId: z.uuid(), today: IsoDay }),
    output: z.strictObject({}),
    touches: ['findings'],
    undo: 'findings.removeEvidence.undo',
  }),
  /** The users have been told about it. */
  reportBack: command({
    input: z.strictObject({
      findingId: FindingId,
      toldOn: IsoDay,
      how: line.pipe(z.string().min(1)),
      by: optionalLine,
      to: optionalLine,
      meetingId: MeetingId.optional(),
    }),
    output: z.strictObject({}),
    touches: ['findings', 'actions'],
    undo: 'findings.reportBack.undo',
  }),
};
