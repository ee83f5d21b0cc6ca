import { z } from 'zod';
import type { Statements } from '../../db/statements.ts';

/** Lines stand far apart, so that one between two others gets a number of its own and no other line is touched. */
const farApart = 65_536;
const between = 256;

const Row = z.object({ id: z.string(), ordinal: z.int() });
const orderSql = `SELECT id, ordinal FROM minute_line WHERE meeting_id = :meetingId AND agenda_item_id IS :itemId AND id <> :lineId
ORDER BY ordinal, id`;

interface Place {
  readonly meetingId: string;
  readonly lineId: string;
  readonly agendaItemId: string | null;
  /** The line it comes after; null for the first of its item, one that is not there for the last. */
  readonly after: string | null;
}

/** The number that puts a line in its place. Only where there is no number left do the lines after it move on. */
export function ordinalAt(sql: Statements, { meetingId, lineId, agendaItemId, after }: Place): number {
  const rows = sql.all(Row, orderSql, { meetingId, itemId: agendaItemId, lineId });
  const found = after === null ? -1 : rows.findIndex((row) => row.id === after);
  const index = after !== null && found === -1 ? rows.length - 1 : found;
  const [before, next] = [rows[index]?.ordinal, rows[index + 1]?.ordinal];
  if (next === undefined) return (before ?? 0) + farApart;
  if (before === undefined) return next - between;
  if (next - before > 1) return before + Math.min(between, Math.floor((next - before) / 2));
  for (const row of rows.slice(index + 1))
    sql.run('UPDATE minute_line SET ordinal = :ordinal WHERE id = :id', { id: row.id, ordinal: row.ordinal + farApart });
  return before + between;
}
