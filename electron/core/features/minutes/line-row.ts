import { z } from 'zod';
import { LineMark } from '../../../../shared/contract/meeting-terms.ts';
import { Attribution, Perspective } from '../../../../shared/contract/observations.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';

const Row = z.object({
  id: z.string(),
  meeting_id: z.string(),
  agenda_item_id: z.string().nullable(),
  text_id: z.string(),
  mark: LineMark.nullable(),
  attribution: Attribution.nullable(),
  attributed_body_id: z.string().nullable(),
  attributed_organisation_id: z.string().nullable(),
  perspective: Perspective.nullable(),
  action_id: z.string().nullable(),
  finding_id: z.string().nullable(),
  observation_id: z.string().nullable(),
  body: z.string(),
});
/** A line with its words. */
export type LineRecord = z.infer<typeof Row>;

const lineSql = `SELECT minute_line.id, minute_line.meeting_id, agenda_item_id, text_id, mark, attribution, attributed_body_id,
  attributed_organisation_id, perspective, action_id, finding_id, observation_id, text.body
FROM minute_line JOIN text ON text.id = minute_line.text_id WHERE minute_line.id = :lineId`;

/** One line, or undefined. */
export function findLine(sql: Statements, lineId: string): LineRecord | undefined {
  return sql.get(Row, lineSql, { lineId });
}

/** One line that must be there. @throws AppError NOT_FOUND */
export function requireLine(sql: Statements, lineId: string): LineRecord {
  const line = findLine(sql, lineId);
  if (line === undefined) throw new AppError('NOT_FOUND');
  return line;
}
