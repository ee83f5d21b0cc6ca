import { z } from 'zod';
import { Polarity } from '../../../../shared/contract/coding.ts';
import type { ThemeSegment } from '../../../../shared/contract/themes-tree.ts';
import { fold } from '../../../../shared/texts/index.ts';
import type { Call } from '../../rpc/call.ts';
import { mayBeSeen } from '../coding/blind.ts';
import { countedText } from './counted-text.ts';

const SegmentRow = z.object({
  id: z.string(),
  text_id: z.string(),
  start: z.int(),
  end: z.int(),
  is_whole: z.int(),
  polarity: Polarity.nullable(),
  coder: z.string(),
  is_consensus: z.int(),
  language: z.string(),
  code: z.string().nullable(),
  number: z.string().nullable(),
  title: z.string().nullable(),
});
type SegmentRow = z.infer<typeof SegmentRow>;
const BodyRow = z.object({ id: z.string(), body: z.string() });

const segmentSql = `
SELECT coding.id, coding.text_id, coding.start_offset AS start, coding.end_offset AS "end", coding.is_whole, coding.polarity,
  actor.name AS coder, actor.is_consensus, text.language, respondent.code, question.number, coalesce(document.title, meeting.title) AS title
FROM counted_coding AS coding JOIN actor ON actor.id = coding.coder_id ${countedText}
LEFT JOIN question ON question.key = text.question_key
LEFT JOIN meeting ON meeting.id = text.meeting_id
LEFT JOIN document ON document.text_id = text.id
WHERE coding.theme_id = :themeId AND ${mayBeSeen()}
ORDER BY respondent.code IS NULL, respondent.code, question.ordinal, title, coding.text_id, coding.start_offset, coding.id`;

const longest = 400;

/** Where a theme itself stands, by participant and question, then minutes and documents. */
export function readSegments(
  { sql, actorId }: Pick<Call, 'sql' | 'actorId'>,
  { themeId, typed = '', limit }: { readonly themeId: string; readonly typed?: string | undefined; readonly limit: number },
): { segments: z.input<typeof ThemeSegment>[]; total: number } {
  const rows = sql.all(SegmentRow, segmentSql, { themeId, actorId });
  const wanted = fold(typed);
  const shown = wanted === '' ? rows.slice(0, limit) : rows;
  const ids = JSON.stringify([...new Set(shown.map((row) => row.text_id))]);
  const bodies = new Map(
    sql
      .all(BodyRow, 'SELECT id, body FROM text WHERE id IN (SELECT value FROM json_each(:ids))', { ids })
      .map(({ id, body }) => [id, body]),
  );
  const wordsOf = (row: SegmentRow): string => (bodies.get(row.text_id) ?? '').slice(row.start, row.end);
  const found =
    wanted === '' ? shown : shown.filter((row) => [wordsOf(row), row.code, row.title].some((words) => fold(words ?? '').includes(wanted)));
  return { segments: found.slice(0, limit).map((row) => toSegment(row, wordsOf(row))), total: wanted === '' ? rows.length : found.length };
}

function toSegment(row: SegmentRow, words: string): z.input<typeof ThemeSegment> {
  const characters = words.length > longest ? Array.from(words.slice(0, 2 * longest)) : null;
  return {
    codingId: row.id,
    textId: row.text_id,
    words: characters === null || characters.length <= longest ? words : `${characters.slice(0, longest - 1).join('')}…`,
    language: row.language,
    isWhole: row.is_whole === 1,
    code: row.code,
    question: row.number,
    title: row.title,
    coder: row.coder,
    isAgreed: row.is_consensus === 1,
    polarity: row.polarity,
  };
}
