import { z } from 'zod';
import { ProjectId, ReportId, Ticket } from '../model/ids.ts';
import { Language, StoredText } from '../model/text.ts';
import { KeepExhibit } from './analysis-exhibits.ts';
import { command, job, query, session } from './kit.ts';
import { ReportDocument } from './reports-document.ts';
import { HouseStyle } from './reports-style.ts';
import { BlockKind, BlockOptions, ReportKind, ReportTemplate } from './reports-terms.ts';

/** A report as the list knows it. */
export const ReportRow = z.strictObject({
  id: ReportId,
  kind: ReportKind,
  title: z.string(),
  language: Language,
  byline: z.string().nullable(),
  year: z.int().nullable(),
  place: z.string().nullable(),
  link: z.string().nullable(),
  updatedOn: z.string().nullable(),
  /** Parts it consists of. */
  blockCount: z.int().min(0),
  /** The latest time it was written out. */
  latest: z.strictObject({ draft: z.int(), format: z.string(), at: z.string() }).nullable(),
});
export type ReportRow = z.infer<typeof ReportRow>;

/** A block as its author edits it, in its place. */
export const ReportBlock = z.strictObject({
  id: z.uuid(),
  kind: BlockKind,
  /** Heading: its words. Text: with its marks. Else the author's own words above what the block shows; empty for none. */
  body: z.string(),
  options: BlockOptions,
  exhibitId: z.uuid().nullable(),
  quoteId: z.uuid().nullable(),
  findingId: z.uuid().nullable(),
  attachmentId: z.uuid().nullable(),
  /** What the outline says of it: a heading's words, a table's name, the beginning of a text. */
  label: z.string(),
});
export type ReportBlock = z.infer<typeof ReportBlock>;

const body = StoredText.pipe(z.string().max(100_000));

export const NewBlock = z.strictObject({
  /** Chosen by the page, so that it can be written in before the answer has come; otherwise the core makes one. */
  id: z.uuid().optional(),
  kind: BlockKind,
  body: body.default(''),
  options: BlockOptions.default({}),
  exhibitId: z.uuid().nullable().default(null),
  quoteId: z.uuid().nullable().default(null),
  findingId: z.uuid().nullable().default(null),
  attachmentId: z.uuid().nullable().default(null),
});
export type NewBlock = z.infer<typeof NewBlock>;

export const ReportFormat = z.enum(['docx', 'pdf', 'pptx', 'xlsx', 'html']);
export type ReportFormat = z.infer<typeof ReportFormat>;

const touches = ['reports'] as const;
const Nothing = z.strictObject({});
const Block = z.strictObject({ blockId: z.uuid() });

export const reports = {
  /** Newest first. */
  list: query({ input: z.strictObject({ projectId: ProjectId }), output: z.strictObject({ reports: z.array(ReportRow) }) }),
  /** The blocks of a report in their order, as they are edited. */
  blocks: query({ input: z.strictObject({ reportId: ReportId }), output: z.strictObject({ blocks: z.array(ReportBlock) }) }),
  /** The report as it stands now, every table counted anew and through the gate. */
  document: query({ input: z.strictObject({ reportId: ReportId }), output: ReportDocument, errors: ['CODING_IS_BLIND'] }),
  /** Where something can be put: reports and the headings in each; `isLast` marks where something was put last. */
  places: query({
    input: z.strictObject({ projectId: ProjectId }),
    output: z.strictObject({
      places: z.array(
        z.strictObject({
          reportId: ReportId,
          title: z.string(),
          language: Language,
          isLast: z.boolean(),
          headings: z.array(
            z.strictObject({ blockId: z.uuid(), number: z.string().nullable(), text: z.string(), level: z.int(), isLast: z.boolean() }),
          ),
        }),
      ),
    }),
  }),
  /** Begins a report: empty, or as its kind's template in the language asked for, with what the project knows filled in. */
  create: command({
    input: z.strictObject({
      projectId: ProjectId,
      kind: ReportKind,
      title: StoredText.pipe(z.string().trim().min(1).max(300)),
      language: Language,
      template: ReportTemplate.nullable(),
      placeId: z.uuid().nullable().default(null),
      roundId: z.uuid().nullable().default(null),
      meetingId: z.uuid().nullable().default(null),
    }),
    output: z.strictObject({ reportId: ReportId }),
    touches,
    undo: 'reports.create.undo',
    errors: ['CODING_IS_BLIND'],
  }),
  /** Changes what stands on the title page. */
  change: command({
    input: z.strictObject({
      reportId: ReportId,
      title: StoredText.pipe(z.string().trim().min(1).max(300)).optional(),
      byline: StoredText.pipe(z.string().max(300)).nullable().optional(),
      authors: StoredText.pipe(z.string().max(500)).nullable().optional(),
      year: z.int().min(1900).max(2200).nullable().optional(),
      language: Language.optional(),
    }),
    output: Nothing,
    touches,
    undo: 'reports.change.undo',
  }),
  /** Puts blocks in after another one; null puts them first. One operation, whatever their number. */
  insert: command({
    input: z.strictObject({ reportId: ReportId, after: z.uuid().nullable(), blocks: z.array(NewBlock).min(1).max(100) }),
    output: z.strictObject({ blockIds: z.array(z.uuid()) }),
    touches,
    undo: 'reports.insert.undo',
  }),
  /**
   * Puts something at the end of a section: after what stands right under its heading, before the next heading; at the end of the report for null.
   * A report rests on a kept table, so that it can be counted again: `keep` is kept in the same operation, unless it is already, and shown by the
   * exhibits among the blocks that name none.
   */
  insertInSection: command({
    input: z.strictObject({
      reportId: ReportId,
      headingId: z.uuid().nullable(),
      blocks: z.array(NewBlock).min(1).max(100),
      keep: KeepExhibit.optional(),
    }),
    output: z.strictObject({ blockIds: z.array(z.uuid()) }),
    touches: ['reports', 'analysis', 'findings'],
    undo: 'reports.insert.undo',
  }),
  /** Writing in a block: what is typed in one go is one operation. */
  changeBlock: command({
    input: Block.extend({ kind: z.enum(['heading', 'text']).optional(), body: body.optional(), options: BlockOptions.optional() }),
    output: Nothing,
    touches,
    undo: 'reports.changeBlock.undo',
  }),
  /** Moves blocks, in the order given, to after another one; a heading takes its section along when that is asked for. */
  move: command({
    input: z.strictObject({
      reportId: ReportId,
      blockIds: z.array(z.uuid()).min(1).max(500),
      after: z.uuid().nullable(),
      withSection: z.boolean(),
    }),
    output: Nothing,
    touches,
    undo: 'reports.move.undo',
  }),
  remove: command({
    input: z.strictObject({ blockIds: z.array(z.uuid()).min(1).max(500) }),
    output: Nothing,
    touches,
    undo: 'reports.removeBlock.undo',
  }),
  /** Says that the changed figures of a block have been read, and the words beside them looked at. */
  markRead: command({ input: Block, output: Nothing, touches, undo: 'reports.markRead.undo', errors: ['CODING_IS_BLIND'] }),
  /** Turns what the program fills in (methods, response, meetings, …) into the author's own text, as it stands now. */
  takeOver: command({
    input: Block,
    output: z.strictObject({ blockIds: z.array(z.uuid()) }),
    touches,
    undo: 'reports.takeOver.undo',
    errors: ['CODING_IS_BLIND'],
  }),
  houseStyle: query({ input: Nothing, output: HouseStyle }),
  /** The organisation's logo, for one look inside the program; null for none. */
  seeLogo: session({ input: Nothing, output: z.strictObject({ ticket: Ticket.nullable() }) }),
  /** Fields left out stay. A logo or a template comes by ticket; null takes it away. */
  setHouseStyle: command({
    input: HouseStyle.pick({ accent: true, headingFont: true, bodyFont: true })
      .partial()
      .extend({
        organisation: StoredText.pipe(z.string().max(200)).optional(),
        logo: z
          .strictObject({ ticket: Ticket, altText: StoredText.pipe(z.string().max(200)) })
          .nullable()
          .optional(),
        wordTemplate: z.strictObject({ ticket: Ticket }).nullable().optional(),
      }),
    output: HouseStyle,
    touches,
    undo: 'reports.setHouseStyle.undo',
    errors: ['TICKET_UNKNOWN', 'FILE_UNREADABLE', 'FILE_TOO_LARGE'],
  }),
  /**
   * Writes a report out: everything counted and checked anew, the file made, every table in it entered in the register of releases as one operation, a new
   * draft. PDF: no file; the document with its release numbers, for the page to print. NOT_RELEASABLE while a blocking problem stands.
   * FILE_UNREADABLE for DOCX on a Word template that is none after all.
   */
  export: job({
    input: z.strictObject({
      reportId: ReportId,
      format: ReportFormat,
      charts: z.enum(['native', 'picture']).default('native'),
      recipient: StoredText.pipe(z.string().trim().max(200)),
    }),
    progress: z.strictObject({ done: z.int(), of: z.int() }),
    output: z.strictObject({
      ticket: Ticket.nullable(),
      fileName: z.string(),
      draft: z.int(),
      releases: z.array(z.int()),
      document: ReportDocument.nullable(),
    }),
    errors: ['NOT_RELEASABLE', 'TOO_FEW', 'CODING_IS_BLIND', 'FILE_UNREADABLE'],
    touches: ['reports', 'analysis', 'privacy'],
    undo: null,
  }),
};
