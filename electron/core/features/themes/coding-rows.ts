import { z } from 'zod';
import { Certainty, Level, Origin, Polarity } from '../../../../shared/contract/coding.ts';
import type { CodingFacts } from './unite-codings.ts';

/** A coding as the deeds on the tree read it. */
export const CodingRow = z.object({
  id: z.string(),
  text_id: z.string(),
  coder_id: z.string(),
  theme_id: z.string(),
  is_whole: z.int(),
  start: z.int(),
  end: z.int(),
  certainty: Certainty,
  reason: z.string().nullable(),
  polarity: Polarity.nullable(),
  level: Level.nullable(),
  service_id: z.string().nullable(),
  origin: Origin,
  is_doubtful: z.int(),
});
export type CodingRow = z.infer<typeof CodingRow>;

/** Its columns, in a statement that names the table. */
export const codingColumns = `coding.id, coding.text_id, coding.coder_id, coding.theme_id, coding.is_whole, coding.start_offset AS start,
  coding.end_offset AS "end", coding.certainty, coding.reason, coding.polarity, coding.level, coding.service_id, coding.origin, coding.is_doubtful`;

/** A row as the uniting of codings knows it. */
export function toFacts(row: CodingRow): CodingFacts {
  return {
    id: row.id,
    start: row.start,
    end: row.end,
    isWhole: row.is_whole === 1,
    certainty: row.certainty,
    reason: row.reason,
    polarity: row.polarity,
    level: row.level,
    serviceId: row.service_id,
    origin: row.origin,
    isDoubtful: row.is_doubtful === 1,
  };
}
