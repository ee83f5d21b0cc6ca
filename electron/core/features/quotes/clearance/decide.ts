import type { MarkDecision, QuoteMark } from '../../../../../shared/contract/quotes-clearance.ts';
import { clearedWords, isRange, movedWording, overlaps } from '../../../../../shared/texts/index.ts';
import { characterEdges } from '../../../../../shared/texts/edge-characters.ts';
import { AppError } from '../../../app-error.ts';
import type { Call } from '../../../rpc/call.ts';
import { readMarkRows, readOpenQuote, type QuoteRow } from './read-quote.ts';
import { decided, marksOf, sameWord } from './scan-quote.ts';

export interface MarkWanted {
  readonly quoteId: string;
  readonly start: number;
  readonly end: number;
  readonly kind: QuoteMark['kind'];
  readonly decision: MarkDecision;
  readonly generalWord?: string | undefined;
}

/** Decides about a mark and all on the same word, and makes the cleared wording follow. @throws AppError QUOTE_NOT_OPEN, RANGE_OUTSIDE_TEXT */
export function decideMark(call: Call, wanted: MarkWanted): void {
  const { sql, operation } = call;
  const quote = readOpenQuote(sql, wanted.quoteId);
  const marks = marksOf(sql, quote);
  const isFound = marks.some(({ start, end }) => start === wanted.start && end === wanted.end);
  if (!isFound) requireFreeRange(quote.raw, marks, wanted);
  const before = isFound ? marks : [...marks, handMark(wanted)].toSorted((a, b) => a.start - b.start);
  const same = sameWord(quote.raw, wanted);
  const isMeant = (mark: QuoteMark): boolean =>
    (mark.start === wanted.start && mark.end === wanted.end) || sameWord(quote.raw, mark) === same;
  const generalWord = wanted.decision === 'general-word' ? (wanted.generalWord ?? null) : null;
  const after = before.map((mark) => (isMeant(mark) ? { ...mark, decision: wanted.decision, generalWord } : mark));
  writeMarks(call, quote, after.filter(isMeant));
  const own = quote.cleared_body ?? clearedWords(quote.raw, decided(before));
  sql.run('UPDATE quote SET cleared_body = :body WHERE id = :id', {
    id: quote.id,
    body: movedWording(quote.raw, own, decided(before), decided(after)),
  });
  operation.label({ code: quote.code ?? '' });
}

function handMark({ start, end, kind }: MarkWanted): QuoteMark {
  return { start, end, kind, why: 'by-hand', number: 0, decision: null, suggestion: '', generalWord: null };
}

function requireFreeRange(raw: string, marks: readonly QuoteMark[], range: MarkWanted): void {
  const edges = characterEdges(raw);
  const isWhole = isRange(raw, range) && edges.before(range.start) === range.start && edges.before(range.end) === range.end;
  const needsWord = range.decision === 'general-word' && range.generalWord === undefined;
  if (!isWhole || needsWord || marks.some((mark) => overlaps(mark, range))) throw new AppError('RANGE_OUTSIDE_TEXT');
}

function writeMarks({ sql, workspace }: Call, { id: quoteId }: QuoteRow, marks: readonly QuoteMark[]): void {
  const rows = readMarkRows(sql, quoteId);
  for (const { start, end, kind, decision, generalWord } of marks) {
    const row = rows.find((one) => one.start === start && one.end === end);
    const values = { decision, general_word: generalWord };
    if (row === undefined)
      sql.insert('quote_mark', { id: workspace.newId(), quote_id: quoteId, start_offset: start, end_offset: end, kind, ...values });
    else sql.run('UPDATE quote_mark SET decision = :decision, general_word = :general_word WHERE id = :id', { id: row.id, ...values });
  }
}

/** Somebody's own wording, or one made anew of the decisions (null). @throws AppError QUOTE_NOT_OPEN */
export function setClearedBody({ sql, operation }: Call, quoteId: string, body: string | null): void {
  const quote = readOpenQuote(sql, quoteId);
  const words = body ?? clearedWords(quote.raw, decided(marksOf(sql, quote)));
  if (body !== null) operation.mergeWith(`clearance ${quoteId}`);
  sql.run('UPDATE quote SET cleared_body = :words WHERE id = :quoteId', { quoteId, words });
  operation.label({ code: quote.code ?? '' });
}
