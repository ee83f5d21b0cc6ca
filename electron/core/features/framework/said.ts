import { z } from 'zod';
import { ThemeId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';
import { mayBeSeen } from '../coding/blind.ts';
import { readThemeOrder } from '../recurrence/read-themes.ts';

const SegmentRow = z.object({
  interview_key: z.int(),
  instance: z.int(),
  text_id: z.string(),
  theme_id: ThemeId,
  start: z.int(),
  end: z.int(),
});
export type Segment = z.infer<typeof SegmentRow>;

// Persons first, then their texts by index, then the codings of each.
const segmentsSql = `
SELECT DISTINCT text.interview_key, text.instance, text.id AS text_id, coding.theme_id, coding.start_offset AS start, coding.end_offset AS "end"
FROM json_each(:keys) AS wanted CROSS JOIN text ON text.interview_key = wanted.value CROSS JOIN counted_coding AS coding ON coding.text_id = text.id
LEFT JOIN answer ON answer.interview_key = text.interview_key AND answer.question_key = text.question_key AND answer.instance = text.instance
LEFT JOIN question ON question.key = text.question_key
WHERE ${mayBeSeen()}
AND (text.kind <> 'answer' OR (answer.text_id = text.id AND coalesce(answer.state, '') NOT IN ('parked', 'invalid-draft')))
ORDER BY text.interview_key, question.ordinal IS NULL, question.ordinal, text.id, coding.start_offset, coding.end_offset`;

/** What was coded in interviews, each theme on each stretch once, in the order it was asked. */
export function readSegments(sql: Statements, interviewKeys: readonly number[], actorId: string): Segment[] {
  return sql.all(SegmentRow, segmentsSql, { keys: JSON.stringify(interviewKeys), actorId });
}

/** Which columns a coded theme counts in: its own and those of the themes above it. */
export function columnsAbove(sql: Statements, themeIds: readonly string[]): (themeId: string) => readonly number[] {
  const { parents } = readThemeOrder(sql);
  const places = new Map(themeIds.map((id, place) => [id, place]));
  const known = new Map<string, readonly number[]>();
  return (themeId) => {
    const before = known.get(themeId);
    if (before !== undefined) return before;
    const found: number[] = [];
    for (let at: string | null = themeId; at !== null; at = parents.get(at) ?? null) {
      const place = places.get(at);
      if (place !== undefined) found.push(place);
    }
    known.set(themeId, found);
    return found;
  };
}
