import { z } from 'zod';
import { BlockKind, BlockOptions } from '../../../../../shared/contract/reports-terms.ts';
import { ReportId } from '../../../../../shared/model/ids.ts';
import { AppError } from '../../../app-error.ts';
import type { Statements } from '../../../db/statements.ts';

const text = z.string().nullable();
const Row = z.object({
  id: z.string(),
  report_id: ReportId,
  kind: BlockKind,
  body: text,
  options: z.string(),
  exhibit_id: text,
  quote_id: text,
  finding_id: text,
  attachment_id: text,
  figures_read: text,
});
const columns = 'id, report_id, kind, body, options, exhibit_id, quote_id, finding_id, attachment_id, figures_read';

/** A block as it lies in the file. */
export interface BlockRow {
  readonly id: string;
  readonly reportId: ReportId;
  readonly kind: BlockKind;
  readonly body: string;
  readonly options: BlockOptions;
  readonly exhibitId: string | null;
  readonly quoteId: string | null;
  readonly findingId: string | null;
  readonly attachmentId: string | null;
  /** The released figures that the author has read, as JSON. */
  readonly figuresRead: string | null;
}

function toBlock(row: z.infer<typeof Row>): BlockRow {
  // What another version of the program wrote and this one does not know is as if it were not there.
  const options = BlockOptions.safeParse(JSON.parse(row.options));
  return {
    id: row.id,
    reportId: row.report_id,
    kind: row.kind,
    body: row.body ?? '',
    options: options.data ?? {},
    exhibitId: row.exhibit_id,
    quoteId: row.quote_id,
    findingId: row.finding_id,
    attachmentId: row.attachment_id,
    figuresRead: row.figures_read,
  };
}

/** The blocks of a report in their order. */
export function readBlocks(sql: Statements, reportId: string): BlockRow[] {
  return sql.all(Row, `SELECT ${columns} FROM report_block WHERE report_id = :reportId ORDER BY ordinal, id`, { reportId }).map(toBlock);
}

/** @throws AppError NOT_FOUND */
export function readBlock(sql: Statements, blockId: string): BlockRow {
  const row = sql.get(Row, `SELECT ${columns} FROM report_block WHERE id = :blockId`, { blockId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return toBlock(row);
}

/** How deep a heading lies; 1 where nothing else is said. */
export function levelOf({ options }: Pick<BlockRow, 'options'>): number {
  return options.level ?? 1;
}

/** Where the section of the heading at `at` ends: at the next heading of its level or above. */
export function sectionEnd(blocks: readonly Pick<BlockRow, 'kind' | 'options'>[], at: number): number {
  const heading = blocks[at];
  if (heading === undefined || heading.kind !== 'heading') return at + 1;
  const end = blocks.findIndex((block, index) => index > at && block.kind === 'heading' && levelOf(block) <= levelOf(heading));
  return end === -1 ? blocks.length : end;
}
