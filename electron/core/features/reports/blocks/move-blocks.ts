import { AppError } from '../../../app-error.ts';
import type { Call } from '../../../rpc/call.ts';
import { readReport } from '../report-rows.ts';
import { readBlock, readBlocks, sectionEnd, type BlockRow } from './block-rows.ts';
import { writeOrder } from './write-order.ts';

export interface Move {
  readonly reportId: string;
  readonly blockIds: readonly string[];
  readonly after: string | null;
  readonly withSection: boolean;
}

/** What is moved, each once: a heading with everything under it where that is asked for. */
function movedOf(rows: readonly BlockRow[], { blockIds, withSection }: Move): string[] {
  const moved = blockIds.flatMap((id) => {
    const at = rows.findIndex((row) => row.id === id);
    if (at === -1) throw new AppError('NOT_FOUND');
    return withSection ? rows.slice(at, sectionEnd(rows, at)).map((row) => row.id) : [id];
  });
  return [...new Set(moved)];
}

/** Moves blocks to after another one; a target that is itself moved counts as what stands before it. @throws AppError NOT_FOUND */
export function moveBlocks({ sql, operation }: Call, move: Move): void {
  const rows = readBlocks(sql, move.reportId);
  const moved = movedOf(rows, move);
  const target = move.after === null ? -1 : rows.findIndex(({ id }) => id === move.after);
  if (move.after !== null && target === -1) throw new AppError('NOT_FOUND');
  const before = rows.slice(0, target + 1).filter(({ id }) => !moved.includes(id));
  const behind = rows.slice(target + 1).filter(({ id }) => !moved.includes(id));
  writeOrder(sql, [...before.map(({ id }) => id), ...moved, ...behind.map(({ id }) => id)]);
  operation.label({ title: readReport(sql, move.reportId).title });
}

/** Takes blocks away; what they showed stays where it is. @throws AppError NOT_FOUND */
export function removeBlocks({ sql, operation }: Call, blockIds: readonly string[]): void {
  const blocks = blockIds.map((id) => readBlock(sql, id));
  const reports = new Set(blocks.map(({ reportId }) => reportId));
  for (const { id } of blocks) sql.run('DELETE FROM report_block WHERE id = :id', { id });
  for (const reportId of reports)
    writeOrder(
      sql,
      readBlocks(sql, reportId).map(({ id }) => id),
    );
  const [first] = reports;
  if (first !== undefined) operation.label({ title: readReport(sql, first).title });
}
