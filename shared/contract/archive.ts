import { z } from 'zod';
import { ProjectId, Ticket } from '../model/ids.ts';
import { Language } from '../model/text.ts';
import { job, query } from './kit.ts';

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

const spoken = (most: number) => z.string().trim().min(1).max(most);
/** A file of the archive, as its list tells of it. */
export const ArchiveEntry = z.strictObject({ fileName: z.string(), bytes: z.int(), sha256: z.string() });

export const archive = {
  /** What there is, which archives have been made of it, and when it should be deleted. */
  overview: query({
    input: z.strictObject({ projectId: ProjectId }),
    output: z.strictObject({
      name: z.string(),
      deleteOn: z.string().nullable(),
      isDeleted: z.boolean(),
      counts: ProjectCounts,
      archives: z.array(MadeArchive),
      /** Copies of the workspace lie beside it, which hold the project too. */
      hasBackups: z.boolean(),
    }),
  }),
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
    errors: ['OUT_OF_RANGE', 'FILE_TOO_LARGE', 'TICKET_UNKNOWN'],
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
