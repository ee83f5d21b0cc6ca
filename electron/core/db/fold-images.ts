import { z } from 'zod';
import type { Statements } from './statements.ts';

const Image = z.object({
  n: z.int(),
  table_name: z.string(),
  row_id: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
const Earlier = Image.pick({ n: true, before: true, after: true });
const Last = z.object({ n: z.int().nullable() });

const freshSql = `SELECT n, table_name, row_id, before, after FROM op_change
WHERE op_seq = :seq AND n > :from AND table_name NOT IN ('answer', 'second_answer') ORDER BY n`;
const earlierSql = `SELECT n, before, after FROM op_change
WHERE table_name = :table AND row_id = :rowId AND op_seq = :seq AND n < :n ORDER BY n DESC LIMIT 1`;

/** Number of the last row image there is. */
export function lastImage(sql: Statements): number {
  return sql.get(Last, 'SELECT max(n) AS n FROM op_change')?.n ?? 0;
}

/**
 * Puts the images written since `from` together with those that the same operation already has of the same rows. A text that is
 * saved every half second while it is typed would otherwise leave a whole copy of itself behind each time. Answers keep every image:
 * they are small, and a value that was replaced stays in the history.
 */
export function foldImages(sql: Statements, seq: number, from: number): void {
  for (const image of sql.all(Image, freshSql, { seq, from })) {
    const known = sql.get(Earlier, earlierSql, { table: image.table_name, rowId: image.row_id, seq, n: image.n });
    if (known === undefined || known.after !== image.before) continue;
    sql.run('DELETE FROM op_change WHERE n = :n', { n: image.n });
    if (known.before === image.after) sql.run('DELETE FROM op_change WHERE n = :n', { n: known.n });
    else sql.run('UPDATE op_change SET after = :after WHERE n = :n', { n: known.n, after: image.after });
  }
}
