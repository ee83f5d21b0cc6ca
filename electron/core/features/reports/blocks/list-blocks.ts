import { z } from 'zod';
import type { ReportBlock } from '../../../../../shared/contract/reports.ts';
import { plainWords } from '../../../../../shared/texts/marked-text.ts';
import type { Statements } from '../../../db/statements.ts';
import { refusedToBeQuoted } from '../../quotes/may-be-quoted.ts';
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
    AND respondent.withdrawn_at IS NULL AND coalesce(interview.status, '') NOT IN ('withdrawn', 'declined')
    AND coalesce(respondent.id, '') NOT IN (SELECT value FROM json_each(:refused))`;

const longest = 80;

function cut(words: string): string {
  if (words.length <= longest) return words;
  const letters = Array.from(words.slice(0, 2 * longest + 2));
  return letters.length <= longest
    ? words
    : `${letters
        .slice(0, longest)
        .join('')
        .replace(/\s+\S*$/u, '')} …`;
}

function labelOf({ kind, body, exhibitId, quoteId, findingId, attachmentId }: BlockRow, names: ReadonlyMap<string, string>): string {
  if (kind === 'heading' || kind === 'text') return cut(plainWords(body));
  return cut(names.get(exhibitId ?? quoteId ?? findingId ?? attachmentId ?? '') ?? '');
}

/** The blocks of a report as they are edited. @throws AppError NOT_FOUND */
export function listBlocks(sql: Statements, reportId: string): ReportBlock[] {
  const { projectId } = readReport(sql, reportId);
  const refused = JSON.stringify([...refusedToBeQuoted(sql, projectId)]);
  const names = new Map(sql.all(Named, namesSql, { reportId, refused }).map(({ id, name }) => [id, name ?? '']));
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
