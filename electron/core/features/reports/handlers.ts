import { z } from 'zod';
import type { contract } from '../../../../shared/contract/index.ts';
import { ReportKind, ReportRow } from '../../../../shared/contract/reports.ts';
import { ReportId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import type { Handlers } from '../../rpc/call.ts';

const Row = z.object({
  id: ReportId,
  kind: ReportKind,
  title: z.string(),
  language: Language,
  byline: z.string().nullable(),
  year: z.int().nullable(),
  place: z.string().nullable(),
  link: z.string().nullable(),
  updated_on: z.string().nullable(),
});
const reportSql = `SELECT report.id, report.kind, report.title, report.language, report.byline, report.year, place.name AS place, report.link, report.updated_on
FROM report LEFT JOIN place ON place.id = report.place_id
WHERE report.project_id = :projectId ORDER BY report.updated_on DESC, report.year DESC, report.title LIMIT 500`;

/** Words of whoever has withdrawn, or no longer wants to be quoted, leave every report at once. */
const mayBeQuoted = `NOT EXISTS (
  SELECT 1 FROM text JOIN interview ON interview.key = text.interview_key JOIN respondent ON respondent.id = interview.respondent_id
  WHERE text.id = quote.text_id AND (respondent.withdrawn_at IS NOT NULL OR interview.status = 'withdrawn' OR (
    EXISTS (SELECT 1 FROM consent WHERE consent.respondent_id = respondent.id AND scope = 'quotes' AND withdrawn_on IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM consent WHERE consent.respondent_id = respondent.id AND scope = 'quotes' AND withdrawn_on IS NULL))))`;

const BlockRow = z.object({ report_id: ReportId, kind: ReportRow.shape.blocks.element.shape.kind, text: z.string().nullable() });
const blockSql = `SELECT report_block.report_id, report_block.kind,
  coalesce(report_block.body, exhibit.name, finding.wording, quote.cleared_body) AS text
FROM report_block
LEFT JOIN exhibit ON exhibit.id = report_block.exhibit_id
LEFT JOIN finding ON finding.id = report_block.finding_id
LEFT JOIN quote ON quote.id = report_block.quote_id AND quote.status = 'cleared' AND ${mayBeQuoted}
WHERE report_block.report_id IN (SELECT value FROM json_each(:ids)) ORDER BY report_block.report_id, report_block.ordinal`;

export const reportsHandlers: Handlers<typeof contract.reports> = {
  list: ({ sql }, { projectId }) => {
    const rows = sql.all(Row, reportSql, { projectId });
    const blocks = Map.groupBy(sql.all(BlockRow, blockSql, { ids: JSON.stringify(rows.map((row) => row.id)) }), (block) => block.report_id);
    return {
      reports: rows.map(({ updated_on: updatedOn, ...row }) => ({
        ...row,
        updatedOn,
        blocks: (blocks.get(row.id) ?? []).map(({ kind, text }) => ({ kind, text })),
      })),
    };
  },
};
