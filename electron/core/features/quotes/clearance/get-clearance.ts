import { z } from 'zod';
import type { ClearanceView } from '../../../../../shared/contract/quotes-clearance.ts';
import { FindingId, ReportId } from '../../../../../shared/model/ids.ts';
import type { LocalisedText } from '../../../../../shared/model/text.ts';
import { clearedWords } from '../../../../../shared/texts/index.ts';
import type { Statements } from '../../../db/statements.ts';
import { refusedToBeQuoted } from '../may-be-quoted.ts';
import { readQuoteAttributes } from './attributes.ts';
import { readQueue } from './list-clearances.ts';
import { readQuote, type QuoteRow } from './read-quote.ts';
import { decided, marksOf } from './scan-quote.ts';

const sources = {
  answer: 'answers',
  specify: 'answers',
  remark: 'remarks',
  note: 'remarks',
  minutes: 'minutes',
  document: 'documents',
} as const;

/** One quote with everything that clearing it needs. */
export function getClearance(sql: Statements, quoteId: string, actorId: string): ClearanceView {
  const quote = readQuote(sql, quoteId);
  const marks = marksOf(sql, quote);
  const made = clearedWords(quote.raw, decided(marks));
  const { threshold, choices, coarser, isRefused } = readQuoteAttributes(sql, quote, quote.language);
  return {
    id: quote.id,
    projectId: quote.project_id,
    textId: quote.text_id,
    start: quote.start_offset,
    end: quote.end_offset,
    status: quote.status,
    language: quote.language,
    source: sources[quote.kind],
    code: quote.code ?? '',
    // A wording is a LocalisedText; the schema of the answer checks it in development.
    question: quote.number === null ? null : { number: quote.number, wording: JSON.parse(quote.wording ?? '{}') as LocalisedText },
    title: quote.title ?? '',
    raw: quote.raw,
    cleared: quote.cleared_body ?? made,
    isOwnWording: quote.cleared_body !== null && quote.cleared_body !== made,
    marks,
    threshold,
    attributes: [...choices],
    coarser: coarser.map((keys) => [...keys]),
    areAttributesRefused: isRefused,
    ...readers(sql, quote, actorId),
    note: quote.note,
    mayBeQuoted: quote.respondent_id === null || !refusedToBeQuoted(sql, quote.project_id).has(quote.respondent_id),
    ...readUses(sql, quoteId),
    queue: queueAround(readQueue(sql, quote.project_id, actorId), quoteId),
  };
}

const NameRow = z.object({ name: z.string() });

function readers(sql: Statements, quote: QuoteRow, actorId: string) {
  const nameOf = (id: string | null): string | null =>
    id === null ? null : (sql.get(NameRow, 'SELECT name FROM actor WHERE id = :id', { id })?.name ?? null);
  return {
    proposedBy: nameOf(quote.proposed_by),
    isProposedByMe: quote.proposed_by === actorId,
    clearedBy: nameOf(quote.cleared_by),
    clearedAt: quote.cleared_at,
  };
}

const FindingRow = z.object({ id: FindingId, code: z.string(), wording: z.string() });
const ReportRow = z.object({ id: ReportId, title: z.string() });

/** Findings that rest on it, and reports it stands in. */
function readUses(sql: Statements, quoteId: string) {
  return {
    findings: sql.all(
      FindingRow,
      'SELECT id, code, wording FROM finding WHERE id IN (SELECT finding_id FROM finding_evidence WHERE quote_id = :quoteId) ORDER BY length(code), code LIMIT 50',
      { quoteId },
    ),
    reports: sql.all(
      ReportRow,
      'SELECT id, title FROM report WHERE id IN (SELECT report_id FROM report_block WHERE quote_id = :quoteId) ORDER BY title LIMIT 50',
      { quoteId },
    ),
  };
}

function queueAround(queue: readonly string[], quoteId: string): ClearanceView['queue'] {
  const at = queue.indexOf(quoteId);
  const next = at < 0 ? queue[0] : queue[at + 1];
  return { previous: (at < 0 ? undefined : queue[at - 1]) ?? null, next: next ?? null, waiting: queue.length };
}
