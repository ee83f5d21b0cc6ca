import { z } from 'zod';
import type { Certainty, Level, Polarity } from '../../../../shared/contract/coding.ts';
import { isRange, type TextRange } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { themeName } from '../themes/theme-terms.ts';
import { removeCoding } from './place-codings.ts';
import { labelOnTexts, readTextFacts } from './text-facts.ts';

const Row = z.object({
  id: z.string(),
  text_id: z.string(),
  theme_id: z.string(),
  is_whole: z.int(),
  start: z.int(),
  end: z.int(),
  certainty: z.string(),
  is_consensus: z.int(),
});
type Row = z.infer<typeof Row>;
const Found = z.object({ id: z.string() });

const codingsSql = `
SELECT coding.id, text_id, theme_id, is_whole, start_offset AS start, end_offset AS "end", certainty, actor.is_consensus
FROM json_each(:ids) AS wanted JOIN coding ON coding.id = wanted.value JOIN actor ON actor.id = coding.coder_id`;

function requireCodings(sql: Statements, ids: readonly string[]): Row[] {
  const wanted = [...new Set(ids)];
  const rows = sql.all(Row, codingsSql, { ids: JSON.stringify(wanted) });
  if (rows.length !== wanted.length) throw new AppError('NOT_FOUND');
  return rows;
}

/** Names the deed and answers the texts it touched. */
function name(call: Call, base: string, rows: readonly Row[], params: Readonly<Record<string, string>> = {}): string[] {
  const texts = readTextFacts(
    call.sql,
    rows.map((row) => row.text_id),
  );
  const themes = new Set(rows.map((row) => row.theme_id));
  const [only] = themes;
  const theme = themes.size === 1 && only !== undefined ? themeName(call.sql, only) : '';
  labelOnTexts(call.operation, base, { ...params, theme }, texts);
  return texts.map((text) => text.id);
}

// A settlement without a coding says that the theme does not belong. Only settling says that.
const emptySettlementsSql = `
DELETE FROM consensus WHERE text_id = :textId AND theme_id = :themeId AND NOT EXISTS (
  SELECT 1 FROM coding JOIN actor ON actor.id = coding.coder_id AND actor.is_consensus = 1
  WHERE coding.text_id = consensus.text_id AND coding.theme_id = consensus.theme_id)`;

/**
 * Takes codings off; where they were all that coders had agreed on, what each of them put counts again. Answers the ids of their texts.
 * @throws AppError NOT_FOUND
 */
export function removeCodings(call: Call, codingIds: readonly string[]): string[] {
  const rows = requireCodings(call.sql, codingIds);
  const textIds = name(call, 'coding.remove.undo', rows);
  for (const row of rows) removeCoding(call, row.id);
  for (const { text_id: textId, theme_id: themeId, is_consensus: isAgreed } of rows)
    if (isAgreed === 1) call.sql.run(emptySettlementsSql, { textId, themeId });
  return textIds;
}

/** Sets or (null) takes off the polarity. @throws AppError NOT_FOUND */
export function setPolarity(call: Call, codingIds: readonly string[], polarity: Polarity | null): string[] {
  const rows = requireCodings(call.sql, codingIds);
  for (const row of rows)
    call.sql.run('UPDATE coding SET polarity = :polarity WHERE id = :id AND polarity IS NOT :polarity', { id: row.id, polarity });
  return name(call, 'coding.setPolarity.undo', rows, { polarity: polarity ?? 'none' });
}

/** Sets what codings are about; what is not given stays. @throws AppError NOT_FOUND also for a service that is not there */
export function setAbout(
  call: Call,
  {
    codingIds,
    level,
    serviceId,
  }: { codingIds: readonly string[]; level?: Level | null | undefined; serviceId?: string | null | undefined },
): string[] {
  const { sql } = call;
  const rows = requireCodings(sql, codingIds);
  const isKnown = (id: string): boolean => sql.get(Found, 'SELECT id FROM service WHERE id = :id', { id }) !== undefined;
  if (typeof serviceId === 'string' && !isKnown(serviceId)) throw new AppError('NOT_FOUND');
  for (const { id } of rows) {
    if (level !== undefined) sql.run('UPDATE coding SET level = :level WHERE id = :id AND level IS NOT :level', { id, level });
    if (serviceId === undefined) continue;
    sql.run('UPDATE coding SET service_id = :serviceId WHERE id = :id AND service_id IS NOT :serviceId', { id, serviceId });
  }
  return name(call, 'coding.setAbout.undo', rows);
}

/** Explicit or inferred; the reason goes with inferred. @throws AppError NOT_FOUND */
export function setCertainty(call: Call, codingId: string, certainty: Certainty, reason: string | undefined): string[] {
  const rows = requireCodings(call.sql, [codingId]);
  const kept = certainty === 'inferred' ? reason : '';
  const values = { id: codingId, certainty, reason: kept === undefined || kept.trim() === '' ? null : kept.trim() };
  // A reason given in the same breath belongs to the same step.
  if (certainty === 'inferred') call.operation.mergeWith(`coding-certainty:${codingId}`);
  call.sql.run(
    'UPDATE coding SET certainty = :certainty, reason = :reason WHERE id = :id AND (certainty <> :certainty OR reason IS NOT :reason)',
    values,
  );
  return name(call, 'coding.setCertainty.undo', rows, { certainty });
}

/** Moves the edges of a coding of part of a text. @throws AppError NOT_FOUND, RANGE_OUTSIDE_TEXT */
export function setRange(call: Call, codingId: string, range: TextRange): string[] {
  const rows = requireCodings(call.sql, [codingId]);
  const [text] = readTextFacts(
    call.sql,
    rows.map((row) => row.text_id),
  );
  if (text === undefined || !isRange(text.body, range)) throw new AppError('RANGE_OUTSIDE_TEXT');
  // Moving an edge unit by unit is one step.
  call.operation.mergeWith(`coding-range:${codingId}`);
  call.sql.run(
    `UPDATE coding SET start_offset = :start, end_offset = :end, is_whole = 0, is_doubtful = 0
     WHERE id = :id AND (start_offset <> :start OR end_offset <> :end OR is_doubtful = 1)`,
    { id: codingId, start: range.start, end: range.end },
  );
  return name(call, 'coding.setRange.undo', rows);
}

/** Marks texts as read without a theme, or takes the mark off. Texts with a theme of this coder are left alone. */
export function setNoTheme(call: Call, textIds: readonly string[], isOn: boolean): { textIds: string[]; withThemes: number } {
  const { sql, actorId, operation } = call;
  const texts = readTextFacts(sql, textIds);
  const unmark = 'DELETE FROM text_reading WHERE text_id = :textId AND coder_id = :actorId';
  const changed = texts.filter((text) => (isOn ? markRead(call, text.id) : sql.run(unmark, { textId: text.id, actorId }) > 0));
  labelOnTexts(operation, isOn ? 'coding.noTheme.undo' : 'coding.noTheme.undoOff', {}, changed);
  const coded = isOn ? texts.filter((text) => hasOwnCoding(sql, text.id, actorId)).length : 0;
  return { textIds: texts.map((text) => text.id), withThemes: coded };
}

function hasOwnCoding(sql: Statements, textId: string, actorId: string): boolean {
  return sql.get(Found, 'SELECT id FROM coding WHERE text_id = :textId AND coder_id = :actorId LIMIT 1', { textId, actorId }) !== undefined;
}

function markRead({ sql, workspace, actorId }: Call, textId: string): boolean {
  if (hasOwnCoding(sql, textId, actorId)) return false;
  const known = sql.get(Found, 'SELECT id FROM text_reading WHERE text_id = :textId AND coder_id = :actorId', { textId, actorId });
  if (known !== undefined) return false;
  const readAt = new Date(workspace.now()).toISOString();
  sql.insert('text_reading', { id: workspace.newId(), text_id: textId, coder_id: actorId, state: 'no-theme', read_at: readAt });
  return true;
}
