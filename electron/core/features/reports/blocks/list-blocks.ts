import { z } from 'zod';
import type { ReportBlock } from '../../../../../shared/contract/reports.ts';
import { plainWords } from '../../../../../shared/texts/marked-text.ts';
import type { Statements } from '../../../db/statements.ts';
import { readReport } from '../report-rows.ts';
import { readBlocks, type BlockRow } from './block-rows.ts';

const Named = z.object({ id: z.string(), name: z.string().nullable() });
const namesSql = `
SELECT exhibit.id, exhibit.name FROM exhibit WHERE id IN (SELECT exhibit_id FROM report_block WHERE report_id = :reportId)
UNION ALL SELECT finding.id, finding.code || ' ' || finding.wording FROM finding
  WHERE id IN (SELECT finding_id FROM report_block WHERE report_id = :reportId)
UNION ALL SELECT attachment.id, coalesce(attachment.caption, attachment.name) FROM attachment
  WHERE id IN (SELECT attachment_id FROM report_block WHERE report_id = :reportId)
UNION ALL SELECT quote.id, quote.cleared_body FROM quote JOIN text ON text.id = quote.text_id
  LEFT JOIN interview ON interview.key = text.interview_key LEFT JOIN respondent ON respondent.id = interview.respondent_id
  WHERE quote.id IN (SELECT quote_id FROM report_block WHERE report_id = :reportId) AND quote.status = 'cleared'
    AND respondent.withdrawn_at IS NULL AND coalesce(interview.status, '') NOT IN ('withdrawn', 'declined')`;

const longest = 80;

function cut(words: string): string {
  return words.length <= longest ? words : `${words.slice(0, longest).replace(/\s+\S*$/u, '')} …`;
}

function labelOf({ kind, body, exhibitId, quoteId, findingId, attachmentId }: BlockRow, names: ReadonlyMap<string, string>): string {
  if (kind === 'heading' || kind === 'text') return cut(plainWords(body));
  return cut(names.get(exhibitId ?? quoteId ?? findingId ?? attachmentId ?? '') ?? '');
}

/** The blocks of a report as they are edited. @throws AppError NOT_FOUND */
export function listBlocks(sql: Statements, reportId: string): ReportBlock[] {
  readReport(sql, reportId);
  const names = new Map(sql.all(Named, namesSql, { reportId }).map(({ id, name }) => [id, name ?? '']));
  return readBlocks(sql, reportId).map((row) => ({
    id: row.id,
    kind: row.kind,
    body: row.body,
    options: row.options,
    exhibitId: row.exhibitId,
    quoteId: row.quoteId,
    findingId: row.findingId,
    attachmentId: row.attachmentId,
    label: labelOf(row, names),
  }));
}
