import { z } from 'zod';
import type { QuotePlace } from '../../../../shared/contract/quotes.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { isRange } from '../../../../shared/texts/index.ts';
import { readTextFacts } from '../coding/text-facts.ts';

const IdRow = z.object({ id: z.string() });
const existingSql = `SELECT id FROM quote WHERE text_id = :textId AND start_offset = :start AND end_offset = :end ORDER BY id LIMIT 1`;

/**
 * Keeps quotes inside the caller's operation; one that is kept already stays as it is. Ids in the order of the places.
 * @throws AppError NOT_FOUND when a text is gone or of somebody who has withdrawn, RANGE_OUTSIDE_TEXT
 */
export function keepQuotes(
  { sql, workspace }: Pick<Call, 'sql' | 'workspace'>,
  places: readonly QuotePlace[],
): { quoteIds: string[]; kept: number } {
  const facts = new Map(
    readTextFacts(
      sql,
      places.map(({ textId }) => textId),
    ).map((text) => [text.id, text]),
  );
  let kept = 0;
  const quoteIds = places.map(({ textId, start, end }) => {
    if (!isRange(facts.get(textId)?.body ?? '', { start, end })) throw new AppError('RANGE_OUTSIDE_TEXT');
    const known = sql.get(IdRow, existingSql, { textId, start, end });
    if (known !== undefined) return known.id;
    const id = workspace.newId();
    sql.insert('quote', { id, text_id: textId, start_offset: start, end_offset: end, status: 'raw' });
    kept += 1;
    return id;
  });
  return { quoteIds, kept };
}

// What a finding, a report or a summary rests on is not let go of; nor what somebody has begun to clear.
const looseSql = `SELECT quote.id FROM quote WHERE quote.id IN (SELECT value FROM json_each(:ids)) AND quote.status = 'raw' AND quote.cleared_body IS NULL
  AND NOT EXISTS (SELECT 1 FROM finding_evidence WHERE finding_evidence.quote_id = quote.id)
  AND NOT EXISTS (SELECT 1 FROM report_block WHERE report_block.quote_id = quote.id)
  AND NOT EXISTS (SELECT 1 FROM framework_cell_quote WHERE framework_cell_quote.quote_id = quote.id)`;

/** Lets go of raw quotes that nothing rests on. */
export function letGoOf(sql: Statements, quoteIds: readonly string[]): { letGo: number; inUse: number } {
  const wanted = [...new Set(quoteIds)];
  const loose = JSON.stringify(sql.all(IdRow, looseSql, { ids: JSON.stringify(wanted) }).map(({ id }) => id));
  sql.run('DELETE FROM quote_mark WHERE quote_id IN (SELECT value FROM json_each(:loose))', { loose });
  const letGo = sql.run('DELETE FROM quote WHERE id IN (SELECT value FROM json_each(:loose))', { loose });
  return { letGo, inUse: wanted.length - letGo };
}
