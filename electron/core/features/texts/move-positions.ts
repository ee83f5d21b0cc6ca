import { z } from 'zod';
import { mover, type MovedRange } from '../../../../shared/texts/index.ts';
import type { Statements } from '../../db/statements.ts';

const CodingRow = z.object({ id: z.string(), is_whole: z.int(), start_offset: z.int(), end_offset: z.int(), is_doubtful: z.int() });
type CodingRow = z.infer<typeof CodingRow>;
const PlaceRow = z.object({ id: z.string(), start: z.int(), end: z.int() });
const QuoteRow = z.object({ ...PlaceRow.shape, status: z.string() });
type Move = (range: { readonly start: number; readonly end: number }) => MovedRange;

/**
 * Everything that points into a text by offsets moves with a correction of its words: codings, quotes with their marks, and turns.
 * A coding whose words are half gone or more is doubtful; a quote that reads otherwise needs a look before it is shown again.
 */
export function movePositions({ sql }: { readonly sql: Statements }, textId: string, before: string, after: string): void {
  if (before === after) return;
  const move = mover(before, after);
  moveCodings(sql, textId, move, after.length);
  moveQuotes(sql, textId, move, { before, after });
  moveTurns(sql, textId, move);
}

function moveCodings(sql: Statements, textId: string, move: Move, length: number): void {
  const codings = sql.all(CodingRow, 'SELECT id, is_whole, start_offset, end_offset, is_doubtful FROM coding WHERE text_id = :textId', {
    textId,
  });
  for (const coding of codings) {
    const moved = placeOf(coding, move, length);
    if (moved.start === coding.start_offset && moved.end === coding.end_offset && moved.doubtful === coding.is_doubtful) continue;
    sql.run('UPDATE coding SET start_offset = :start, end_offset = :end, is_doubtful = :doubtful WHERE id = :id', {
      id: coding.id,
      ...moved,
    });
  }
}

/** Where codings of one text lie after its words became others; for those that are not in this file. */
export function codingMover(
  before: string,
  after: string,
): (coding: Omit<CodingRow, 'id'>) => { start: number; end: number; doubtful: number } {
  const move = mover(before, after);
  return (coding) => placeOf(coding, move, after.length);
}

function placeOf(coding: Omit<CodingRow, 'id'>, move: Move, length: number): { start: number; end: number; doubtful: number } {
  if (coding.is_whole === 1) return { start: 0, end: length, doubtful: coding.is_doubtful };
  const { start, end, isDoubtful } = move({ start: coding.start_offset, end: coding.end_offset });
  return { start, end, doubtful: isDoubtful ? 1 : coding.is_doubtful };
}

function moveQuotes(
  sql: Statements,
  textId: string,
  move: Move,
  { before, after }: { readonly before: string; readonly after: string },
): void {
  const quotes = sql.all(QuoteRow, 'SELECT id, start_offset AS start, end_offset AS "end", status FROM quote WHERE text_id = :textId', {
    textId,
  });
  for (const quote of quotes) {
    const { start, end } = move(quote);
    const isSame = before.slice(quote.start, quote.end) === after.slice(start, end);
    if (start !== quote.start || end !== quote.end)
      sql.run('UPDATE quote SET start_offset = :start, end_offset = :end WHERE id = :id', { id: quote.id, start, end });
    if (isSame) continue;
    moveMarks(sql, quote, start, move);
    // A wording that somebody has begun to clear is of the old words too, and may hold what the correction took out.
    sql.run(
      `UPDATE quote SET status = 'needs-a-look', cleared_by = NULL, cleared_at = NULL
       WHERE id = :id AND (status IN ('proposed', 'cleared') OR (status = 'raw' AND cleared_body IS NOT NULL))`,
      { id: quote.id },
    );
  }
}

/** Marks count from the start of their quote. One whose words are gone has nothing to say any more. */
function moveMarks(sql: Statements, quote: z.infer<typeof QuoteRow>, start: number, move: Move): void {
  const marks = sql.all(PlaceRow, 'SELECT id, start_offset AS start, end_offset AS "end" FROM quote_mark WHERE quote_id = :quoteId', {
    quoteId: quote.id,
  });
  for (const mark of marks) {
    const moved = move({ start: quote.start + mark.start, end: quote.start + mark.end });
    if (!moved.hasWords || moved.start < start) sql.run('DELETE FROM quote_mark WHERE id = :id', { id: mark.id });
    else
      sql.run(
        `UPDATE quote_mark SET start_offset = :start, end_offset = :end WHERE id = :id AND (start_offset <> :start OR end_offset <> :end)`,
        { id: mark.id, start: moved.start - start, end: moved.end - start },
      );
  }
}

function moveTurns(sql: Statements, textId: string, move: Move): void {
  const turns = sql.all(PlaceRow, 'SELECT id, start_offset AS start, end_offset AS "end" FROM text_turn WHERE text_id = :textId', {
    textId,
  });
  for (const turn of turns) {
    if (turn.end <= turn.start) continue;
    const { start, end, hasWords } = move(turn);
    if (!hasWords) sql.run('DELETE FROM text_turn WHERE id = :id', { id: turn.id });
    else if (start !== turn.start || end !== turn.end)
      sql.run('UPDATE text_turn SET start_offset = :start, end_offset = :end WHERE id = :id', { id: turn.id, start, end });
  }
}
