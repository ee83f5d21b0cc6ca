import { z } from 'zod';
import type { TextRange } from '../../../../shared/texts/index.ts';
import type { Statements } from '../../db/statements.ts';

const Row = z.object({ text_id: z.string(), start: z.int(), end: z.int(), is_whole: z.int() });

const standingSql = `
SELECT text_id, start_offset AS start, end_offset AS "end", is_whole FROM json_each(:ids) AS wanted
JOIN coding ON coding.text_id = wanted.value AND coding.theme_id = :themeId AND coding.coder_id = :actorId
ORDER BY coding.start_offset`;

/** Whether a coder's codings of a theme hold all of a stretch already; without a theme nothing is held. */
export function createStandingTest(
  sql: Statements,
  { textIds, themeId, actorId }: { readonly textIds: readonly string[]; readonly themeId: string | null; readonly actorId: string },
): (textId: string, range: TextRange, isWhole: boolean) => boolean {
  if (themeId === null || actorId === '') return () => false;
  const rows = sql.all(Row, standingSql, { ids: JSON.stringify(textIds), themeId, actorId });
  const byText = new Map([...Map.groupBy(rows, (row) => row.text_id)].map(([textId, own]) => [textId, holderOf(own)]));
  return (textId, range, isWhole) => byText.get(textId)?.(range, isWhole) ?? false;
}

/** Whether one of some codings holds a stretch: of those that begin before it, one reaches to its end. They come by where they begin. */
function holderOf(rows: readonly z.infer<typeof Row>[]): (range: TextRange, isWhole: boolean) => boolean {
  const reaching = (own: readonly z.infer<typeof Row>[]): ((range: TextRange) => boolean) => {
    let end = 0;
    const ends = own.map((row) => (end = Math.max(end, row.end)));
    return (range) => {
      let [low, high] = [0, own.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((own[middle]?.start ?? 0) <= range.start) low = middle + 1;
        else high = middle;
      }
      return low > 0 && (ends[low - 1] ?? 0) >= range.end;
    };
  };
  const [any, whole] = [reaching(rows), reaching(rows.filter((row) => row.is_whole === 1))];
  return (range, isWhole) => (isWhole ? whole : any)(range);
}
