import { z } from 'zod';
import type { ReportRow } from '../../../../shared/contract/reports.ts';
import { ReportId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';
import { latestDrafts } from './drafts.ts';
import { readReportsOf } from './report-rows.ts';

const Count = z.object({ report_id: ReportId, n: z.int() });
const countSql = `SELECT report_id, count(*) AS n FROM report_block
WHERE report_id IN (SELECT value FROM json_each(:ids)) GROUP BY report_id`;

/** Reports of a project, newest first, with how much is in each and when it last was written out. */
export function listReports(sql: Statements, projectId: string): ReportRow[] {
  const reports = readReportsOf(sql, projectId);
  const ids = reports.map(({ id }) => id);
  const counts = new Map(sql.all(Count, countSql, { ids: JSON.stringify(ids) }).map((row) => [row.report_id, row.n]));
  const drafts = latestDrafts(sql, ids);
  return reports.map(({ id, kind, title, language, byline, year, place, link, updatedOn }) => {
    const draft = drafts.get(id);
    const latest = draft === undefined ? null : { draft: draft.draft, format: draft.format, at: draft.at };
    return { id, kind, title, language, byline, year, place, link, updatedOn, blockCount: counts.get(id) ?? 0, latest };
  });
}
