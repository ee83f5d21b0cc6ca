import { z } from 'zod';
import type { ClearanceRow } from '../../../../../shared/contract/quotes-clearance.ts';
import { QuoteStatus } from '../../../../../shared/contract/quotes-search.ts';
import type { Statements } from '../../../db/statements.ts';
import { firstWords } from '../../findings/first-words.ts';
import { quoteTables, stillThere } from './read-quote.ts';

interface Wanted {
  readonly projectId: string;
  readonly statuses?: readonly QuoteStatus[] | undefined;
  readonly from: number;
  readonly limit: number;
}

// A proposal of one's own waits for somebody else; what is cleared waits for nobody.
const isWaiting = `(quote.status IN ('raw', 'needs-a-look') OR (quote.status = 'proposed' AND quote.proposed_by IS NOT :actorId))`;
const order = `CASE quote.status WHEN 'proposed' THEN CASE WHEN quote.proposed_by IS :actorId THEN 3 ELSE 0 END WHEN 'needs-a-look' THEN 1 WHEN 'raw' THEN 2 ELSE 4 END, quote.id`;

const IdRow = z.object({ id: z.string() });
const waitingSql = `SELECT quote.id ${quoteTables} WHERE text.project_id = :projectId AND ${stillThere} AND ${isWaiting} ORDER BY ${order}`;

/** Quotes that wait for somebody, in the order they are taken. */
export function readQueue(sql: Statements, projectId: string, actorId: string): string[] {
  return sql.all(IdRow, waitingSql, { projectId, actorId }).map(({ id }) => id);
}

const CountRow = z.object({ status: QuoteStatus, n: z.int() });
const countSql = `SELECT quote.status, count(*) AS n ${quoteTables} WHERE text.project_id = :projectId AND ${stillThere} GROUP BY quote.status`;

const text = z.string().nullable();
const Row = z.object({
  id: z.string(),
  status: QuoteStatus,
  code: text,
  title: text,
  number: text,
  language: z.string(),
  body: z.string(),
  start_offset: z.int(),
  end_offset: z.int(),
  cleared_body: text,
  proposed_by: text,
  proposer: text,
  note: text,
  is_waiting: z.int(),
});
const listSql = `
SELECT quote.id, quote.status, respondent.code, coalesce(meeting.title, document.title) AS title, question.number, text.language, text.body,
  quote.start_offset, quote.end_offset, quote.cleared_body, quote.proposed_by, actor.name AS proposer, quote.note, ${isWaiting} AS is_waiting
${quoteTables} LEFT JOIN actor ON actor.id = quote.proposed_by
WHERE text.project_id = :projectId AND ${stillThere} AND quote.status IN (SELECT value FROM json_each(:statuses))
ORDER BY ${order} LIMIT :limit OFFSET :from`;

/** Kept quotes by where they stand, with how many there are of each. */
export function listClearances(sql: Statements, { projectId, statuses, from, limit }: Wanted, actorId: string) {
  const counts = sql.all(CountRow, countSql, { projectId });
  const wanted = statuses ?? QuoteStatus.options;
  const rows = sql.all(Row, listSql, { projectId, actorId, statuses: JSON.stringify(wanted), from, limit }).map((row): ClearanceRow => ({
    id: row.id,
    status: row.status,
    code: row.code ?? '',
    title: row.title ?? '',
    number: row.number,
    language: row.language,
    words: firstWords(row.cleared_body ?? row.body.slice(row.start_offset, row.end_offset)),
    proposedBy: row.proposer,
    isProposedByMe: row.proposed_by === actorId,
    note: row.note,
    isWaiting: row.is_waiting === 1,
  }));
  return {
    rows,
    total: counts.reduce((sum, { status, n }) => sum + (wanted.includes(status) ? n : 0), 0),
    counts: counts.map(({ status, n }) => ({ status, count: n })),
    waiting: readQueue(sql, projectId, actorId).length,
  };
}
