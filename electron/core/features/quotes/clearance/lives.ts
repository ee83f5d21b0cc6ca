import type { QuoteMark } from '../../../../../shared/contract/quotes-clearance.ts';
import { AppError } from '../../../app-error.ts';
import type { Statements } from '../../../db/statements.ts';
import type { Call } from '../../../rpc/call.ts';
import { clearedWords } from '../../../../../shared/texts/index.ts';
import { refusedToBeQuoted } from '../may-be-quoted.ts';
import { requireShared } from './attributes.ts';
import { readOpenQuote, readQuote, type QuoteRow } from './read-quote.ts';
import { decided, marksOf } from './scan-quote.ts';

/** Gives a quote to the second reader. @throws AppError QUOTE_NOT_OPEN, QUOTE_UNDECIDED, QUOTE_SHARED, QUOTE_NO_CONSENT */
export function propose({ sql, actorId, operation }: Call, quoteId: string): void {
  const quote = readOpenQuote(sql, quoteId);
  const marks = requireDecided(sql, quote);
  requireConsent({ sql }, quote);
  requireShared(sql, quote);
  sql.run(
    `UPDATE quote SET status = 'proposed', cleared_body = :body, proposed_by = :actorId, cleared_by = NULL, cleared_at = NULL, note = NULL WHERE id = :quoteId`,
    { quoteId, actorId, body: quote.cleared_body ?? clearedWords(quote.raw, decided(marks)) },
  );
  operation.label({ code: quote.code ?? '' });
}

/** Clears a proposed quote. @throws AppError QUOTE_NOT_PROPOSED, QUOTE_SECOND_READER, QUOTE_UNDECIDED, QUOTE_SHARED, QUOTE_NO_CONSENT */
export function approve({ sql, actorId, operation, workspace }: Call, quoteId: string): void {
  const quote = requireProposed(readQuote(sql, quoteId));
  if (quote.proposed_by === null || quote.proposed_by === actorId) throw new AppError('QUOTE_SECOND_READER');
  // A name may have come to the registers since it was proposed.
  requireDecided(sql, quote, 'clearance.foundSince');
  requireConsent({ sql }, quote);
  // Somebody may have withdrawn since it was proposed.
  requireShared(sql, quote);
  sql.run(`UPDATE quote SET status = 'cleared', cleared_by = :actorId, cleared_at = :at, note = NULL WHERE id = :quoteId`, {
    quoteId,
    actorId,
    at: new Date(workspace.now()).toISOString(),
  });
  operation.label({ code: quote.code ?? '' });
}

/** Sends a proposed quote back, with the reason. @throws AppError QUOTE_NOT_PROPOSED */
export function sendBack({ sql, operation }: Call, quoteId: string, note: string): void {
  const quote = requireProposed(readQuote(sql, quoteId));
  sql.run(`UPDATE quote SET status = 'raw', note = :note WHERE id = :quoteId`, { quoteId, note });
  operation.label({ code: quote.code ?? '' });
}

/** Takes a proposal or a clearance back. @throws AppError QUOTE_NOT_PROPOSED */
export function withdraw({ sql, operation }: Call, quoteId: string): void {
  const quote = readQuote(sql, quoteId);
  if (quote.status !== 'cleared') requireProposed(quote);
  sql.run(`UPDATE quote SET status = 'raw', proposed_by = NULL, cleared_by = NULL, cleared_at = NULL WHERE id = :quoteId`, { quoteId });
  operation.label({ code: quote.code ?? '' });
}

function requireProposed(quote: QuoteRow): QuoteRow {
  if (quote.status !== 'proposed') throw new AppError('QUOTE_NOT_PROPOSED');
  return quote;
}

/** The marks, when each is decided. @throws AppError QUOTE_UNDECIDED with how many words are not */
function requireDecided(sql: Statements, quote: QuoteRow, message?: string): QuoteMark[] {
  const marks = marksOf(sql, quote);
  const open = new Set(marks.filter(({ decision }) => decision === null).map(({ number }) => number));
  if (open.size > 0) throw new AppError('QUOTE_UNDECIDED', { count: open.size }, message);
  return marks;
}

function requireConsent({ sql }: Pick<Call, 'sql'>, quote: QuoteRow): void {
  if (quote.respondent_id !== null && refusedToBeQuoted(sql, quote.project_id).has(quote.respondent_id))
    throw new AppError('QUOTE_NO_CONSENT');
}
