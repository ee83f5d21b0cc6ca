import { z } from 'zod';
import type { Call } from '../../rpc/call.ts';
import { mayBeSeen } from '../coding/index.ts';

const Row = z.object({ text_id: z.string(), theme_id: z.string() });

const themesSql = `
SELECT counted_coding.text_id, counted_coding.theme_id
FROM json_each(:ids) AS wanted JOIN counted_coding ON counted_coding.text_id = wanted.value
JOIN text ON text.id = counted_coding.text_id WHERE ${mayBeSeen('counted_coding')}
GROUP BY counted_coding.text_id, counted_coding.theme_id ORDER BY min(counted_coding.coded_at), counted_coding.theme_id`;

/** Themes on texts, in the order they were put. */
export function themesOnTexts({ sql, actorId }: Call, textIds: readonly string[]): Map<string, string[]> {
  if (textIds.length === 0) return new Map();
  const rows = sql.all(Row, themesSql, { ids: JSON.stringify(textIds), actorId });
  return new Map([...Map.groupBy(rows, (row) => row.text_id)].map(([id, found]) => [id, found.map((row) => row.theme_id)]));
}
