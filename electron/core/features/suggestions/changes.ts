import { z } from 'zod';
import { firstSince, isSameMark, readMark, tablesChangedSince, type LogMark } from '../../db/changes-since.ts';
import type { Statements } from '../../db/statements.ts';

/** What has happened to what is learnt from since a moment. */
export interface ChangesSince {
  /** Codings and readings put, changed or taken off. */
  readonly codings: number;
  /** Somebody withdrew or declined, a text went, coding became blind, a file came in or an import was undone: what was learnt no longer stands. */
  readonly isVoid: boolean;
  /** A text came, went or was corrected. */
  readonly hasTexts: boolean;
}

const Counts = z.object({ codings: z.int(), voids: z.int() });
const nothing: ChangesSince = { codings: 0, isVoid: false, hasTexts: false };
const everything: ChangesSince = { codings: 0, isVoid: true, hasTexts: true };

const countsSql = `
SELECT count(*) FILTER (WHERE table_name IN ('coding', 'text_reading', 'consensus')) AS codings,
  count(*) FILTER (WHERE (table_name IN ('respondent', 'text') AND after IS NULL)
    OR (table_name = 'respondent' AND before IS NOT NULL)
    OR (table_name = 'coding_setting' AND before ->> '$.is_blind' IS NOT after ->> '$.is_blind')
    OR (table_name = 'interview' AND before ->> '$.status' IS NOT after ->> '$.status'
      AND (before ->> '$.status' IN ('withdrawn', 'declined') OR after ->> '$.status' IN ('withdrawn', 'declined')))) AS voids
FROM op_change WHERE op_seq >= :from`;

/** Looks through the log from a moment on; nothing at all to read where nothing was done. */
export function changesSince(sql: Statements, mark: LogMark): ChangesSince {
  const now = readMark(sql);
  if (isSameMark(now, mark)) return nothing;
  const tables = tablesChangedSince(sql, mark);
  // A workspace brought back from a backup is behind what was known of it.
  if (tables === null || now.seq < mark.seq) return everything;
  const { codings, voids } = sql.get(Counts, countsSql, { from: firstSince(sql, mark) }) ?? { codings: 0, voids: 0 };
  return { codings, isVoid: voids > 0, hasTexts: tables.has('text') };
}
