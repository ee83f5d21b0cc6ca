import { z } from 'zod';
import type { TextPlace } from '../../../../shared/contract/coding.ts';
import type { Statements } from '../../db/statements.ts';

const Row = z.object({ id: z.string() });

// A whole text has no range: any coding on it touches it.
const ownSql = `
SELECT DISTINCT coding.id FROM json_each(:places) AS wanted CROSS JOIN coding ON coding.text_id = wanted.value ->> '$.textId'
WHERE coding.theme_id = :themeId AND coding.coder_id = :actorId
AND coding.start_offset < coalesce(wanted.value ->> '$.range.end', coding.end_offset)
AND coding.end_offset > coalesce(wanted.value ->> '$.range.start', 0) LIMIT 20000`;

/** A coder's codings of a theme that touch the words of rows. */
export function findOwnCodings(
  sql: Statements,
  actorId: string,
  { themeId, places }: { readonly themeId: string; readonly places: readonly TextPlace[] },
): string[] {
  return sql.all(Row, ownSql, { places: JSON.stringify(places), themeId, actorId }).map((row) => row.id);
}
