import type { Statements } from '../../../db/statements.ts';

/** Numbers the blocks of a report in the order given; those that already stand where they should are not written. */
export function writeOrder(sql: Statements, blockIds: readonly string[]): void {
  for (const [at, id] of blockIds.entries())
    sql.run('UPDATE report_block SET ordinal = :ordinal WHERE id = :id AND ordinal <> :ordinal', { id, ordinal: at + 1 });
}
