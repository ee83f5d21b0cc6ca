import { updateRow } from '../../../db/update-row.ts';
import type { Call } from '../../../rpc/call.ts';
import { assemble } from '../document/assemble.ts';
import { figuresIn } from '../document/changes.ts';
import { readReport } from '../report-rows.ts';
import { readBlock } from './block-rows.ts';

/** Keeps the figures of a block as its author has read them now. @throws AppError NOT_FOUND, CODING_IS_BLIND */
export function markRead(call: Call, blockId: string): void {
  const { reportId } = readBlock(call.sql, blockId);
  const block = assemble(call, reportId).document.blocks.find(({ id }) => id === blockId);
  updateRow(call.sql, 'report_block', blockId, { figures_read: JSON.stringify(figuresIn(block?.parts ?? [])) });
  call.operation.label({ title: readReport(call.sql, reportId).title });
}
