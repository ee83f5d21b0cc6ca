import { z } from 'zod';
import { ProjectId, Ticket } from '../model/ids.ts';
import { Language, Name } from '../model/text.ts';
import { CodebookNote } from './codebook-exchange.ts';
import { job, query, session } from './kit.ts';

/** Largest project file (.qdpx) that is read, in MB (1024 × 1024 bytes). */
export const refiMegabytes = 200;
/** Most texts, persons, notes and codings of one file. */
export const refiSources = 50_000;
export const refiItems = 500_000;
/** Most changes that an inspection shows one by one; the rest are counted. */
export const refiChangesShown = 200;

/** What goes into a project file beside the codebook. Everything but the answers has to be asked for. */
export const RefiChoices = z.strictObject({
  /** Open answers, and the words beside "other: what?". */
  answers: z.boolean(),
  /** Answers to closed questions, person by person. */
  values: z.boolean(),
  /** What interviewers wrote beside answers and about the interview. */
  remarks: z.boolean(),
  /** Transcripts, notes and letters. */
  documents: z.boolean(),
  /** Lines of minutes. */
  minutes: z.boolean(),
  /** Questions marked as identifying. */
  identifiers: z.boolean(),
});
export type RefiChoices = z.infer<typeof RefiChoices>;

/** What REFI-QDA has no place for, or somebody chose to leave out. */
export const RefiLoss = z.enum([
  'polarity',
  'level',
  'service',
  'certainty',
  'reason',
  'doubtful',
  'hidden',
  'read-mark',
  'settlement',
  'quote',
  'summary',
  'turn',
  'inside-answer',
  'answer-state',
  'several-interviews',
  'interview-facts',
  'place-lineage',
  'consent',
  'contact',
  'routing',
  'check',
  'weighting',
  'exhibit',
  'finding',
  'action',
  'observation',
  'meeting',
  'report',
  'attachment',
  'identifier',
  'left-out',
  'empty-text',
]);
export type RefiLoss = z.infer<typeof RefiLoss>;

/** What was put right on the way in from a foreign file. */
const putRight = [
  'project-file',
  'path',
  'encoding',
  'characters',
  'lines-as-one',
  'lines-as-two',
  'utf16-units',
  'guid-missing',
  'id-elsewhere',
  'name-missing',
  'pdf-as-text',
  'memo-moved',
  'note-of-nobody',
  'author-missing',
  'new-code',
  'code-taken',
  'as-document',
  'case-text',
  'words-for-record',
  'coded-blind',
  'project-deleted',
] as const;
/** What is in a foreign file and does not come in. */
export const refiNotTaken = [
  'withdrawn',
  'media',
  'text-missing',
  'rich-only',
  'formatting',
  'selection-outside',
  'selection-empty',
  'coding-unknown',
  'coding-case',
  'coding-nothing',
  'coding-twice',
  'case-coding',
  'case-selection',
  'text-value',
  'description',
  'set',
  'link',
  'graph',
  'note-coding',
  'note-missing',
  'variable-unknown',
  'value-unfit',
  'reference',
  'memo-cut',
] as const;

/** What became of something in a foreign file: put right on the way in, or not taken in at all. */
export const RefiImportNote = z.enum([...putRight, ...refiNotTaken]);
export type RefiImportNote = z.infer<typeof RefiImportNote>;

/** One kind of thing, how often, and the first places: line of the file (0 for none), and what stands there. */
function noteOf<C extends z.ZodType<string>>(code: C) {
  return z.strictObject({
    code,
    isLost: z.boolean(),
    count: z.int().min(1),
    places: z.array(z.strictObject({ line: z.int().min(0), what: z.string() })).max(20),
  });
}
export const RefiLossNote = noteOf(RefiLoss);
export type RefiLossNote = z.infer<typeof RefiLossNote>;
export const RefiFileNote = noteOf(RefiImportNote);
export type RefiFileNote = z.infer<typeof RefiFileNote>;

/** How much of what a project file holds. */
export const RefiCounts = z.strictObject({
  themes: z.int().min(0),
  people: z.int().min(0),
  persons: z.int().min(0),
  variables: z.int().min(0),
  values: z.int().min(0),
  texts: z.int().min(0),
  codings: z.int().min(0),
  memos: z.int().min(0),
});
export type RefiCounts = z.infer<typeof RefiCounts>;

export const RefiImportChoices = z.strictObject({
  /** A project of this workspace, or a new one by this name. */
  target: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('project'), projectId: ProjectId }),
    z.strictObject({ kind: z.literal('new'), name: Name }),
    /** Nobody has said: the project that the file came from, else a new one by its name. */
    z.strictObject({ kind: z.literal('proposed') }),
  ]),
  /** The language of words that name none. */
  language: Language,
  /** Where a text, coding, memo or answer of the same GUID is there and says something else: the file's counts, or ours. */
  known: z.enum(['take', 'keep']),
  /** The file's names of persons as their codes, new codes, or whichever its names look fit for. */
  codes: z.enum(['proposed', 'file', 'new']),
});
export type RefiImportChoices = z.infer<typeof RefiImportChoices>;

/** Something that is here already and that the file says otherwise. Words are cut to 300 characters. */
export const RefiChange = z.strictObject({
  kind: z.enum(['text', 'coding', 'memo', 'value', 'theme']),
  /** What is meant: a person's code and question, a title, the beginning of a memo. */
  name: z.string(),
  field: z.enum(['words', 'place', 'theme', 'coder', 'author', 'time', 'value', 'facts']),
  ours: z.string(),
  theirs: z.string(),
});
export type RefiChange = z.infer<typeof RefiChange>;

const outcome = z.strictObject({ made: z.int().min(0), changed: z.int().min(0), same: z.int().min(0), left: z.int().min(0) });

/** What became, or would become, of each kind of thing. `left`: not taken in. */
export const RefiOutcome = z.strictObject({
  themes: outcome,
  people: outcome,
  persons: outcome,
  questions: outcome,
  values: outcome,
  texts: outcome,
  codings: outcome,
  memos: outcome,
});
export type RefiOutcome = z.infer<typeof RefiOutcome>;

/** What a project file holds and would come to, before anything is written. */
export const RefiInspection = z.strictObject({
  fileName: z.string(),
  projectName: z.string(),
  /** The program that wrote it, as it says. */
  origin: z.string(),
  isOwn: z.boolean(),
  /** Where it would go, as chosen or proposed. */
  target: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('project'), projectId: ProjectId, name: z.string() }),
    z.strictObject({ kind: z.literal('new'), name: z.string() }),
  ]),
  codes: z.enum(['file', 'new']),
  /** The first names of persons in the file. */
  names: z.array(z.string()).max(5),
  counts: RefiCounts,
  outcome: RefiOutcome,
  /** Everything in the file is here already, and the same. */
  isSame: z.boolean(),
  changes: z.array(RefiChange).max(refiChangesShown),
  changeCount: z.int().min(0),
  /** What the workspace was like; an import says it again, so that nothing happens that was not shown. */
  basis: z.string(),
  notes: z.array(RefiFileNote),
  themeNotes: z.array(CodebookNote),
});
export type RefiInspection = z.infer<typeof RefiInspection>;

const Progress = z.strictObject({ done: z.int().min(0), of: z.int().min(0) });
const fileErrors = ['TICKET_UNKNOWN', 'FILE_UNREADABLE', 'FILE_TOO_LARGE', 'ANONYMISED'] as const;
const spoken = (most: number) => z.string().trim().min(1).max(most);

/** Whole projects to and from other programs for qualitative analysis: REFI-QDA 1.5, `.qdpx`. */
export const refi = {
  /** What would leave with these choices, and all that cannot. */
  exportFacts: query({
    input: z.strictObject({ projectId: ProjectId, choices: RefiChoices, language: Language }),
    output: z.strictObject({
      counts: RefiCounts,
      losses: z.array(RefiLossNote),
      identifiers: z.int().min(0),
      /** Persons who can be recognised by what others may know; null while no answers to closed questions leave. */
      risk: z
        .strictObject({ persons: z.int(), threshold: z.int(), smallest: z.int(), underThreshold: z.int(), standsOut: z.boolean() })
        .nullable(),
    }),
  }),
  /** A project as a file for one download. Entered in the register of releases; nobody who has withdrawn is in it. */
  exportProject: job({
    input: z.strictObject({
      projectId: ProjectId,
      choices: RefiChoices,
      language: Language,
      /** Who gets the file, and what for: the register keeps both. */
      recipient: spoken(200),
      purpose: spoken(500),
      /** Somebody has seen that persons stand out, and lets the file leave all the same. Needed only when they do. */
      acceptsRisk: z.boolean(),
    }),
    progress: Progress,
    output: z.strictObject({
      releaseNumber: z.int(),
      ticket: Ticket,
      fileName: z.string(),
      counts: RefiCounts,
      losses: z.array(RefiLossNote),
    }),
    errors: ['NOT_RELEASABLE', 'NOTHING_TO_SEND'],
    touches: ['analysis', 'privacy'],
    undo: null,
  }),
  /** Reads a file through and says what it would come to. Writes nothing. */
  inspectProject: job({
    input: z.strictObject({ ticket: Ticket, choices: RefiImportChoices }),
    progress: Progress,
    output: RefiInspection,
    errors: fileErrors,
    touches: [],
    undo: null,
  }),
  /** Takes a file in as chosen, in one operation. STALE when it would no longer come to what the inspection said. */
  importProject: job({
    input: z.strictObject({ ticket: Ticket, choices: RefiImportChoices, basis: z.string().max(100) }),
    progress: Progress,
    output: z.strictObject({ projectId: ProjectId, projectName: z.string(), outcome: RefiOutcome }),
    errors: [...fileErrors, 'STALE'],
    touches: ['projects', 'questionnaires', 'interviews', 'coding', 'themes', 'texts', 'codebook', 'agreement', 'analysis', 'exchange'],
    undo: 'refi.import.undo',
  }),
  /** A list of what does not come along, as it stands on the screen, as a table to keep beside the file. */
  lossList: query({
    input: z.strictObject({
      title: z.string().max(200),
      language: Language,
      rows: z.array(z.array(z.string().max(4000)).max(6)).max(300),
    }),
    output: z.strictObject({ ticket: Ticket, fileName: z.string() }),
  }),
  /** Throws away an uploaded file that will not be imported. */
  discardFile: session({ input: z.strictObject({ ticket: Ticket }), output: z.strictObject({}) }),
};
