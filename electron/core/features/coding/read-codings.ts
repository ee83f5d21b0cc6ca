import { z } from 'zod';
import { Certainty, Level, Origin, Polarity, type Coding, type TextCodings } from '../../../../shared/contract/coding.ts';
import type { Statements } from '../../db/statements.ts';
import { mayBeSeen } from './blind.ts';

export type PlainCoding = z.input<typeof Coding>;
export type PlainTextCodings = z.input<typeof TextCodings>;

const Row = z.object({
  id: z.string(),
  text_id: z.string(),
  theme_id: z.string(),
  coder_id: z.string(),
  is_whole: z.int(),
  start_offset: z.int(),
  end_offset: z.int(),
  certainty: Certainty,
  reason: z.string().nullable(),
  polarity: Polarity.nullable(),
  level: Level.nullable(),
  service_id: z.string().nullable(),
  origin: Origin,
  is_consensus: z.int(),
  is_settled: z.int(),
  is_doubtful: z.int(),
  coded_at: z.string(),
  name: z.string(),
  initials: z.string(),
});
const ReadingRow = z.object({ text_id: z.string(), state: z.enum(['no-theme', 'done']) });

// While coding is blind nobody learns of what others put, nor that they settled something before.
const columns = `
SELECT coding.id, text_id, theme_id, coder_id, is_whole, start_offset, end_offset, certainty, reason, polarity, level, service_id,
  origin, is_doubtful, coded_at, actor.name, actor.initials, actor.is_consensus,
  EXISTS (SELECT 1 FROM consensus WHERE consensus.text_id = coding.text_id AND consensus.theme_id = coding.theme_id)
    AND NOT EXISTS (SELECT 1 FROM coding_setting WHERE coding_setting.project_id = text.project_id AND coding_setting.is_blind = 1) AS is_settled`;
const codingsSql = `${columns}
FROM json_each(:textIds) AS wanted JOIN text ON text.id = wanted.value JOIN coding ON coding.text_id = text.id
JOIN actor ON actor.id = coding.coder_id
WHERE ${mayBeSeen()}
ORDER BY coded_at, coding.id`;
const someSql = `${columns}
FROM json_each(:codingIds) AS wanted JOIN coding ON coding.id = wanted.value JOIN text ON text.id = coding.text_id
JOIN actor ON actor.id = coding.coder_id
WHERE ${mayBeSeen()}`;

const readingsSql = `
SELECT text_id, state FROM json_each(:textIds) AS wanted JOIN text ON text.id = wanted.value
JOIN text_reading ON text_reading.text_id = text.id
WHERE ${mayBeSeen('text_reading')}
ORDER BY coder_id = :actorId`;

/**
 * Codings and reading state of texts, in the order of the given ids; codings in the order they were put. Of a project that is coded
 * blind only this coder's own.
 */
export function readCodings(sql: Statements, textIds: readonly string[], actorId: string): PlainTextCodings[] {
  const params = { textIds: JSON.stringify(textIds), actorId };
  const codings = Map.groupBy(sql.all(Row, codingsSql, params), (row) => row.text_id);
  // My own reading comes last and so stands.
  const readings = new Map(sql.all(ReadingRow, readingsSql, params).map((row) => [row.text_id, row.state]));
  return textIds.map((textId) => ({
    textId,
    codings: (codings.get(textId) ?? []).map((row) => toCoding(row, actorId)),
    reading: readings.get(textId) ?? null,
  }));
}

/** Those of some codings that are there, so that a text with thousands of them need not be read anew for one. */
export function readSomeCodings(sql: Statements, codingIds: readonly string[], actorId: string): PlainCoding[] {
  return sql.all(Row, someSql, { codingIds: JSON.stringify(codingIds), actorId }).map((row) => toCoding(row, actorId));
}

function toCoding(row: z.infer<typeof Row>, actorId: string): PlainCoding {
  return {
    id: row.id,
    themeId: row.theme_id,
    isWhole: row.is_whole === 1,
    start: row.start_offset,
    end: row.end_offset,
    certainty: row.certainty,
    reason: row.reason,
    polarity: row.polarity,
    level: row.level,
    serviceId: row.service_id,
    origin: row.origin,
    isDoubtful: row.is_doubtful === 1,
    coderId: row.coder_id,
    coder: row.name,
    coderInitials: row.initials,
    isMine: row.coder_id === actorId,
    isConsensus: row.is_consensus === 1,
    isCounted: row.is_consensus === row.is_settled,
    codedAt: row.coded_at,
  };
}
