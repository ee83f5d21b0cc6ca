import type { BlockOptions } from '../../../../../shared/contract/reports-terms.ts';
import { updateRow } from '../../../db/update-row.ts';
import type { Call } from '../../../rpc/call.ts';
import { readReport } from '../report-rows.ts';
import { readBlock } from './block-rows.ts';

export interface BlockChange {
  readonly blockId: string;
  readonly kind?: 'heading' | 'text' | undefined;
  readonly body?: string | undefined;
  readonly options?: BlockOptions | undefined;
}

/** Changes what is given. Words typed one after another are one step. Only headings and texts can become each other. @throws AppError NOT_FOUND */
export function changeBlock({ sql, operation }: Call, { blockId, kind, body, options }: BlockChange): void {
  const known = readBlock(sql, blockId);
  if (kind === undefined && options === undefined) operation.mergeWith(`block:${blockId}`);
  const mayTurn = known.kind === 'heading' || known.kind === 'text';
  updateRow(sql, 'report_block', blockId, {
    ...(kind === undefined || !mayTurn ? {} : { kind }),
    ...(body === undefined ? {} : { body: body === '' ? null : body }),
    ...(options === undefined ? {} : { options: JSON.stringify(options) }),
  });
  operation.label({ title: readReport(sql, known.reportId).title });
}
