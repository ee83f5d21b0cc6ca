import { z } from 'zod';
import { QuestionnaireSheet } from './print.ts';
import { ReportDocument } from './reports-document.ts';
import { ProjectId, Ticket } from '../model/ids.ts';
import { Language } from '../model/text.ts';
import { job, query, session } from './kit.ts';

/** How much there is of what, in a project. */
export const ProjectCounts = z.strictObject({
  participants: z.int(),
  interviews: z.int(),
  answers: z.int(),
  texts: z.int(),
  codings: z.int(),
  quotes: z.int(),
  meetings: z.int(),
  findings: z.int(),
  actions: z.int(),
  exhibits: z.int(),
  reports: z.int(),
  attachments: z.int(),
});
export type ProjectCounts = z.infer<typeof ProjectCounts>;

/** What is counted, in the order in which it is told. */
export const countNames = ProjectCounts.keyof().options;

/** An archive package that has been made: its release, when, to whom, and what it can be known again by. */
export const MadeArchive = z.strictObject({
  releaseNumber: z.int(),
  madeAt: z.string(),
  recipient: z.string(),
  bytes: z.int(),
  /** Hex. */
  sha256: z.string(),
});
export type MadeArchive = z.infer<typeof MadeArchive>;

/** What was deleted when, and by whom; no names of those who took part. */
export const DeletionReceipt = z.strictObject({
  id: z.uuid(),
  project: z.string(),
  deletedAt: z.string(),
  by: z.string(),
  reason: z.string(),
  counts: ProjectCounts,
  /** Steps of the history and packs of undone imports that held something of it. */
  steps: z.int(),
  packs: z.int(),
  /** Rows removed in all. */
  rows: z.int(),
  /** Releases that stay in the register: what is out is out. */
  releases: z.int(),
  archives: z.array(MadeArchive),
  /** Copies of the workspace from before, which still hold it. */
  backups: z.array(z.string()),
});
export type DeletionReceipt = z.infer<typeof DeletionReceipt>;

/** What there is of a project before its end. */
const ProjectEnd = z.strictObject({
  name: z.string(),
  deleteOn: z.string().nullable(),
  isDeleted: z.boolean(),
  counts: ProjectCounts,
  archives: z.array(MadeArchive),
  /** Copies of the workspace lie beside it, which hold the project too. */
  hasBackups: z.boolean(),
});
export type ProjectEnd = z.infer<typeof ProjectEnd>;

const spoken = (most: number) => z.string().trim().min(1).max(most);
/** A file of the archive, as its list tells of it. */
export const ArchiveEntry = z.strictObject({ fileName: z.string(), bytes: z.int(), sha256: z.string() });

/** What the window can print for a package: a report, or a version of a questionnaire. */
const PrintKind = z.enum(['report', 'questionnaire']);
const Printable = z.strictObject({ kind: PrintKind, id: z.uuid() });
/** What stands on a printed paper, known again by this: hex. */
const Mark = z.string().regex(/^[0-9a-f]{64}$/u);

/** A paper to print, and what it is known by once it is. */
export const ArchivePaper = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('report'), mark: Mark, document: ReportDocument }),
  z.strictObject({ kind: z.literal('questionnaire'), mark: Mark, sheet: QuestionnaireSheet }),
]);
export type ArchivePaper = z.infer<typeof ArchivePaper>;

/** A paper that was printed to PDF and sent in. */
export const ArchivePrint = Printable.extend({ mark: Mark, ticket: Ticket });
export type ArchivePrint = z.infer<typeof ArchivePrint>;

export const archive = {
  /** What there is, which archives have been made of it, and when it should be deleted. */
  overview: query({
    input: z.strictObject({ projectId: ProjectId }),
    output: ProjectEnd,
  }),
  /** What the window prints to PDF before the package is made. Coding blind, no reports: they would tell what others have coded. */
  toPrint: query({
    input: z.strictObject({ projectId: ProjectId }),
    output: z.strictObject({ papers: z.array(Printable.extend({ title: z.string() })) }),
  }),
  /** One of them as it stands now, counted anew. */
  paper: query({ input: Printable.extend({ language: Language }), output: ArchivePaper, errors: ['CODING_IS_BLIND'] }),
  /** Throws away files that were sent in for a package that was not made. */
  discard: session({ input: z.strictObject({ tickets: z.array(Ticket).max(2000) }), output: z.strictObject({}) }),
  /**
   * Everything needed to read a project in many years without this program, as one ZIP with a list of SHA-256. It holds answers person by
   * person and what people said: it is a release, with a reason and a recipient.
   */
  make: job({
    input: z.strictObject({
      projectId: ProjectId,
      language: Language,
      /** Questions marked as identifying; left out unless they are asked for. */
      identifiers: z.boolean(),
      recipient: spoken(200),
      reason: spoken(500),
      /** Finished papers, such as reports as PDF, that were sent in. */
      papers: z.array(z.strictObject({ ticket: Ticket, name: z.string().min(1).max(200) })).max(100),
      /** Reports and questionnaires as PDF, where the window could print. One on which something else stands by now is refused. */
      prints: z.array(ArchivePrint).max(1000).default([]),
    }),
    progress: z.strictObject({ done: z.int(), of: z.int() }),
    output: z.strictObject({
      releaseNumber: z.int(),
      ticket: Ticket,
      fileName: z.string(),
      bytes: z.int(),
      sha256: z.string(),
      entries: z.array(ArchiveEntry),
    }),
    errors: ['OUT_OF_RANGE', 'FILE_TOO_LARGE', 'FILE_UNREADABLE', 'TICKET_UNKNOWN', 'STALE'],
    touches: ['privacy'],
    undo: null,
  }),
  /**
   * Deletes everything of a project for good: its rows, their images in the history, undone imports, and what the file kept of them. What
   * stays is the project's name, marked as anonymised, the register of its releases and a receipt. Cannot be undone.
   */
  deleteProject: job({
    input: z.strictObject({ projectId: ProjectId, typedName: z.string().max(200), reason: spoken(500) }),
    progress: z.strictObject({ stage: z.enum(['removing']) }),
    output: DeletionReceipt,
    errors: ['CODE_DIFFERS', 'ANONYMISED'],
    touches: [
      'projects',
      'questionnaires',
      'interviews',
      'coding',
      'texts',
      'quotes',
      'framework',
      'patterns',
      'agreement',
      'suggestions',
      'meetings',
      'findings',
      'actions',
      'observations',
      'analysis',
      'reports',
      'exchange',
      'privacy',
      'history',
    ],
    undo: null,
  }),
  /** Receipts of deleted projects, newest first. */
  receipts: query({ input: z.strictObject({}), output: z.strictObject({ receipts: z.array(DeletionReceipt) }) }),
  /** A receipt as a Word document. */
  receiptFile: job({
    input: z.strictObject({ receiptId: z.uuid(), language: Language }),
    progress: z.strictObject({ done: z.int(), of: z.int() }),
    output: z.strictObject({ ticket: Ticket, fileName: z.string() }),
    touches: [],
    undo: null,
  }),
};
