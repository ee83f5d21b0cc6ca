import { z } from 'zod';
import type { KeepExhibit } from '../../../../../shared/contract/analysis-exhibits.ts';
import type { NewBlock } from '../../../../../shared/contract/reports.ts';
import { AppError } from '../../../app-error.ts';
import type { Statements } from '../../../db/statements.ts';
import type { Call } from '../../../rpc/call.ts';
import { keepOnce } from '../../analysis/exhibits/kept.ts';
import { readReport } from '../report-rows.ts';
import { readBlocks, sectionEnd } from './block-rows.ts';
import { writeOrder } from './write-order.ts';

const Found = z.object({ found: z.int() });
const knownSql = {
  exhibitId: 'SELECT 1 AS found FROM exhibit WHERE id = :id AND project_id = :projectId',
  quoteId: 'SELECT 1 AS found FROM quote JOIN text ON text.id = quote.text_id WHERE quote.id = :id AND text.project_id = :projectId',
  findingId: 'SELECT 1 AS found FROM finding WHERE id = :id AND project_id = :projectId',
  attachmentId: `SELECT 1 AS found FROM attachment LEFT JOIN meeting ON meeting.id = attachment.meeting_id
    WHERE attachment.id = :id AND coalesce(attachment.project_id, meeting.project_id, :projectId) = :projectId`,
} as const;

/** A report shows only what is of its own project. @throws AppError NOT_FOUND */
function assertKnown(sql: Statements, projectId: string, block: NewBlock): void {
  for (const key of ['exhibitId', 'quoteId', 'findingId', 'attachmentId'] as const) {
    const id = block[key];
    if (id !== null && sql.get(Found, knownSql[key], { id, projectId }) === undefined) throw new AppError('NOT_FOUND');
  }
}

/** Writes one row; its place in the order is given later. */
export function writeBlock(
  { sql, workspace }: Pick<Call, 'sql' | 'workspace'>,
  reportId: string,
  block: NewBlock,
  ordinal: number,
): string {
  const id = block.id ?? workspace.newId();
  sql.insert('report_block', {
    id,
    report_id: reportId,
    ordinal,
    kind: block.kind,
    body: block.body === '' ? null : block.body,
    options: JSON.stringify(block.options),
    exhibit_id: block.exhibitId,
    quote_id: block.quoteId,
    finding_id: block.findingId,
    attachment_id: block.attachmentId,
    figures_read: null,
  });
  return id;
}

function insertAt(call: Call, reportId: string, order: readonly string[], at: number, blocks: readonly NewBlock[]): string[] {
  const { projectId, title } = readReport(call.sql, reportId);
  for (const block of blocks) assertKnown(call.sql, projectId, block);
  const ids = blocks.map((block, index) => writeBlock(call, reportId, block, at + 1 + index));
  writeOrder(call.sql, [...order.slice(0, at), ...ids, ...order.slice(at)]);
  call.operation.label({ title });
  return ids;
}

/** Puts blocks in after another one; null: first. @throws AppError NOT_FOUND */
export function insertBlocks(call: Call, reportId: string, after: string | null, blocks: readonly NewBlock[]): string[] {
  const order = readBlocks(call.sql, reportId).map(({ id }) => id);
  const before = after === null ? -1 : order.indexOf(after);
  if (after !== null && before === -1) throw new AppError('NOT_FOUND');
  return insertAt(call, reportId, order, before + 1, blocks);
}

interface IntoSection {
  readonly reportId: string;
  /** Null for the end of the report. */
  readonly headingId: string | null;
  readonly blocks: readonly NewBlock[];
  readonly keep?: KeepExhibit | undefined;
}

/** The blocks with the table that is kept for them. */
function withKept(call: Call, { reportId, blocks, keep }: IntoSection): readonly NewBlock[] {
  if (keep === undefined) return blocks;
  const exhibitId = keepOnce(call, { ...keep, projectId: readReport(call.sql, reportId).projectId });
  return blocks.map((block) => (block.kind === 'exhibit' && block.exhibitId === null ? { ...block, exhibitId } : block));
}

/** Puts blocks at the end of a section, below whatever stands in it, or of the report. @throws AppError NOT_FOUND */
export function insertInSection(call: Call, wanted: IntoSection): string[] {
  const { reportId, headingId } = wanted;
  const rows = readBlocks(call.sql, reportId);
  const at = rows.findIndex(({ id }) => id === headingId);
  if (headingId !== null && at === -1) throw new AppError('NOT_FOUND');
  // A section's own end: what comes under a lower heading of it is of that heading.
  const next = rows.findIndex(({ kind }, index) => index > at && kind === 'heading');
  const end = headingId === null ? rows.length : Math.min(sectionEnd(rows, at), next === -1 ? rows.length : next);
  const order = rows.map(({ id }) => id);
  return insertAt(call, reportId, order, end, withKept(call, wanted));
}
