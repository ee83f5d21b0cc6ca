import { z } from 'zod';
import { contains, type TextRange } from '../../../../shared/texts/index.ts';
import type { Statements } from '../../db/statements.ts';

const Row = z.object({ text_id: z.string(), start: z.int(), end: z.int(), is_whole: z.int() });

const standingSql = `
SELECT text_id, start_offset AS start, end_offset AS "end", is_whole FROM json_each(:ids) AS wanted
JOIN coding ON coding.text_id = wanted.value AND coding.theme_id = :themeId AND coding.coder_id = :actorId`;

/** Whether a coder's codings of a theme hold all of a stretch already; without a theme nothing is held. */
export function createStandingTest(
  sql: Statements,
  { textIds, themeId, actorId }: { readonly textIds: readonly string[]; readonly themeId: string | null; readonly actorId: string },
): (textId: string, range: TextRange, isWhole: boolean) => boolean {
  if (themeId === null || actorId === '') return () => false;
  const rows = sql.all(Row, standingSql, { ids: JSON.stringify(textIds), themeId, actorId });
  const byText = Map.groupBy(rows, (row) => row.text_id);
  return (textId, range, isWhole) => (byText.get(textId) ?? []).some((row) => contains(row, range) && (!isWhole || row.is_whole === 1));
}
