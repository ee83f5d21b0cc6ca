import { z } from 'zod';
import type { CellPlace } from '../../../../shared/contract/framework.ts';
import { TextId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { keepQuotes } from '../quotes/keep.ts';
import { addCell, openCell } from './write-cell.ts';

const TextRow = z.object({ body: z.string(), interview_key: z.int().nullable(), instance: z.int() });
const Id = z.object({ id: z.string() });

interface Words {
  readonly textId: string;
  readonly start: number;
  readonly end: number;
}

/** Links words of the row to a cell, which is made where there is none. @throws AppError NOT_FOUND, CELL_DONE, RANGE_OUTSIDE_TEXT */
export function linkQuote(call: Call, place: CellPlace, words: Words): { cellId: string; quoteId: string } {
  const { sql, workspace } = call;
  const known = openCell(call, place);
  call.operation.label(known.label);
  requireOwnWords(call, known.row.holds, words);
  const cellId = known.cell?.id ?? addCell(call, known, { summary: '' });
  const { quoteIds } = keepQuotes(call, [{ ...words, textId: TextId.parse(words.textId) }]);
  const quoteId = quoteIds[0] ?? '';
  const linked = sql.get(Id, 'SELECT id FROM framework_cell_quote WHERE cell_id = :cellId AND quote_id = :quoteId', { cellId, quoteId });
  if (linked === undefined) sql.insert('framework_cell_quote', { id: workspace.newId(), cell_id: cellId, quote_id: quoteId });
  return { cellId, quoteId };
}

/** Words of another person are no evidence for this one. */
function requireOwnWords({ sql }: Call, holds: (key: number, instance: number) => boolean, { textId, start, end }: Words): void {
  const text = sql.get(TextRow, 'SELECT body, interview_key, instance FROM text WHERE id = :textId', { textId });
  if (text === undefined || text.interview_key === null || !holds(text.interview_key, text.instance)) throw new AppError('NOT_FOUND');
  if (start >= end || end > text.body.length) throw new AppError('RANGE_OUTSIDE_TEXT');
}

/** The summary rests on the quote no longer; a cell with nothing left in it goes. @throws AppError NOT_FOUND, CELL_DONE */
export function unlinkQuote(call: Call, place: CellPlace, quoteId: string): void {
  const known = openCell(call, place);
  call.operation.label(known.label);
  if (known.cell === undefined) throw new AppError('NOT_FOUND');
  const { id: cellId, summary } = known.cell;
  const gone = call.sql.run('DELETE FROM framework_cell_quote WHERE cell_id = :cellId AND quote_id = :quoteId', { cellId, quoteId });
  if (gone === 0) throw new AppError('NOT_FOUND');
  if (summary.trim() !== '') return;
  call.sql.run(
    `DELETE FROM framework_cell WHERE id = :cellId AND NOT EXISTS (SELECT 1 FROM framework_cell_quote WHERE cell_id = :cellId)
     AND NOT EXISTS (SELECT 1 FROM finding_evidence WHERE framework_cell_id = :cellId)`,
    { cellId },
  );
}
