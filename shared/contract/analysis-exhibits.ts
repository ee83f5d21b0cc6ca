import { z } from 'zod';
import { InterviewId, ProjectId, TextId, Ticket, VariableId } from '../model/ids.ts';
import { Language } from '../model/text.ts';
import { ColumnId, ExhibitDefinition, ExhibitFilter, LetterChoice, BannerPart } from './exhibit-definition.ts';
import { ExhibitView } from './exhibit-view.ts';
import { command, job, query } from './kit.ts';

const Name = z.string().trim().min(1).max(200);
const OwnTitle = z.string().trim().max(300).nullable();
const ChartName = z.string().max(40).nullable();
const Note = z.string().max(4000).nullable();

/** A table or chart that is kept: what it is made of, never its figures. Counted anew whenever it is looked at. */
export const KeptExhibit = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  /** The finding in the author's own words; null for the one the program writes. */
  title: z.string().nullable(),
  /** How it is drawn; null for a table. */
  chart: z.string().nullable(),
  note: z.string().nullable(),
  /** Null where what it was made of cannot be read by this program, or is gone. */
  definition: ExhibitDefinition.nullable(),
  createdAt: z.string(),
  /** The latest release of the same table. */
  release: z.strictObject({ number: z.int(), releasedAt: z.string() }).nullable(),
  /** Findings that rest on it. */
  findings: z.int(),
});
export type KeptExhibit = z.infer<typeof KeptExhibit>;

/** A figure that is another than in the latest release. Null: hidden, or not there. */
export const ChangedFigure = z.strictObject({
  row: z.string(),
  column: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type ChangedFigure = z.infer<typeof ChangedFigure>;

/** How a kept table stands after it has been counted anew. `never-out`: nothing to compare with. `gone`: what it asks of is. */
export const RerunState = z.enum(['same', 'changed', 'never-out', 'stopped', 'gone']);
export type RerunState = z.infer<typeof RerunState>;

export const Rerun = z.strictObject({
  id: z.uuid(),
  state: RerunState,
  /** The first fifty. */
  changes: z.array(ChangedFigure).max(50),
  changed: z.int(),
});
export type Rerun = z.infer<typeof Rerun>;

/** Every question by the same groups. */
export const TabBook = z
  .strictObject({
    /** Those questions, or everything that can be counted. */
    rows: z.array(VariableId).min(1).max(400).optional(),
    columns: ColumnId.optional(),
    banner: z.array(BannerPart).min(1).max(8).optional(),
    filter: ExhibitFilter.optional(),
    language: Language,
    percent: z.enum(['column', 'row', 'total', 'count']),
    letters: LetterChoice.optional(),
    weights: z.literal('used').optional(),
  })
  .refine(({ columns, banner }) => columns === undefined || banner === undefined, { error: 'banner-or-columns' });
export type TabBook = z.infer<typeof TabBook>;

/** What stands behind a cell, for those who work inside: the persons who gave the answer, or the words about the theme. */
export const Behind = z.discriminatedUnion('state', [
  /** Fewer than may be looked up from a table. */
  z.strictObject({ state: z.literal('too-few'), threshold: z.int() }),
  z.strictObject({
    state: z.literal('persons'),
    count: z.int(),
    /** The first two hundred, by code. */
    interviews: z.array(z.strictObject({ interviewId: InterviewId, code: z.string() })).max(200),
  }),
  z.strictObject({
    state: z.literal('words'),
    count: z.int(),
    /** The first two hundred. */
    texts: z.array(z.strictObject({ textId: TextId, code: z.string(), words: z.string() })).max(200),
  }),
]);
export type Behind = z.infer<typeof Behind>;

const ofKept = z.strictObject({ exhibitId: z.uuid() });

/** What a table that is kept is made of. */
export const KeepExhibit = z.strictObject({
  name: Name,
  definition: ExhibitDefinition,
  title: OwnTitle.optional(),
  chart: ChartName.optional(),
});
export type KeepExhibit = z.infer<typeof KeepExhibit>;

/** Tables and charts that are kept, the tab book, and the persons or words behind a cell. Part of `analysis`. */
export const analysisExhibits = {
  /** Kept tables and charts of a project, in their order. */
  kept: query({ input: z.strictObject({ projectId: ProjectId }), output: z.strictObject({ exhibits: z.array(KeptExhibit) }) }),
  keep: command({
    input: KeepExhibit.extend({ projectId: ProjectId }),
    output: z.strictObject({ exhibitId: z.uuid() }),
    touches: ['analysis', 'findings', 'reports'],
    undo: 'exhibits.keep.undo',
  }),
  /** Changes what is given; the rest stays. */
  changeKept: command({
    input: ofKept.extend({
      name: Name.optional(),
      title: OwnTitle.optional(),
      chart: ChartName.optional(),
      note: Note.optional(),
      definition: ExhibitDefinition.optional(),
    }),
    output: z.strictObject({}),
    errors: ['NOT_FOUND'],
    touches: ['analysis', 'findings', 'reports'],
    undo: 'exhibits.change.undo',
  }),
  /** The whole order; those that are left out come last. */
  orderKept: command({
    input: z.strictObject({ projectId: ProjectId, exhibitIds: z.array(z.uuid()).max(500) }),
    output: z.strictObject({}),
    touches: ['analysis', 'reports'],
    undo: 'exhibits.order.undo',
  }),
  /** Not where findings or reports rest on it. */
  removeKept: command({
    input: ofKept,
    output: z.strictObject({}),
    errors: ['NOT_FOUND', 'IN_USE'],
    touches: ['analysis', 'findings', 'reports'],
    undo: 'exhibits.remove.undo',
  }),
  /** Counts every kept table anew and says what is other than in its latest release. Releases nothing. */
  rerun: job({
    input: z.strictObject({ projectId: ProjectId }),
    progress: z.strictObject({ done: z.int(), of: z.int() }),
    output: z.strictObject({ exhibits: z.array(Rerun) }),
    errors: ['CODING_IS_BLIND'],
    touches: [],
    undo: null,
  }),
  /** A page of the tab book, each table as it would leave. */
  tabBook: query({
    input: z.strictObject({ projectId: ProjectId, book: TabBook, from: z.int().min(0), limit: z.int().min(1).max(20) }),
    output: z.strictObject({
      of: z.int(),
      tables: z.array(z.strictObject({ definition: ExhibitDefinition, view: ExhibitView })),
    }),
    errors: ['NOT_FOUND'],
  }),
  /** The tab book as one file, a sheet per table; tables that may not leave are named and left out. Each table is a release of its own. */
  exportTabBook: job({
    input: z.strictObject({ projectId: ProjectId, book: TabBook, recipient: z.string().max(200).optional() }),
    progress: z.strictObject({ done: z.int(), of: z.int() }),
    output: z.strictObject({
      ticket: Ticket,
      fileName: z.string(),
      /** Of the first table; the others have the numbers after it. */
      releaseNumber: z.int(),
      released: z.int(),
      leftOut: z.array(z.string()),
    }),
    errors: ['TOO_FEW', 'NOT_FOUND'],
    touches: ['analysis', 'privacy'],
    undo: null,
  }),
  /** The persons or words behind a cell, when they are enough. `column` and `row` are keys of the table. */
  behind: query({
    input: z.strictObject({ projectId: ProjectId, definition: ExhibitDefinition, row: z.string().max(200), column: z.string().max(400) }),
    output: Behind,
    errors: ['CODING_IS_BLIND', 'NOT_FOUND'],
  }),
};
