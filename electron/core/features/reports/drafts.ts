import { z } from 'zod';
import { ReportId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';

const Row = z.object({
  report_id: ReportId,
  draft: z.int(),
  format: z.string(),
  recipient: z.string().nullable(),
  releases: z.string(),
  exported_at: z.string(),
});
const Releases = z.record(z.string(), z.string());

/** One time a report was written out. */
export interface Draft {
  readonly draft: number;
  readonly format: string;
  readonly recipient: string | null;
  readonly at: string;
  /** Release by kept table, by `wave <id>`, and of the quotes. */
  readonly releases: ReadonlyMap<string, string>;
}

const latestSql = `SELECT report_id, draft, format, recipient, releases, exported_at FROM report_export
WHERE report_id IN (SELECT value FROM json_each(:ids)) AND draft = (SELECT max(other.draft) FROM report_export AS other
  WHERE other.report_id = report_export.report_id) ORDER BY exported_at, id`;

/** The latest draft of each report that has one. */
export function latestDrafts(sql: Statements, reportIds: readonly string[]): ReadonlyMap<string, Draft> {
  return new Map(
    sql.all(Row, latestSql, { ids: JSON.stringify(reportIds) }).map((row) => {
      const { draft, format, recipient, exported_at: at } = row;
      const releases = Releases.safeParse(JSON.parse(row.releases));
      return [row.report_id, { draft, format, recipient, at, releases: new Map(Object.entries(releases.data ?? {})) }];
    }),
  );
}

/** The number of the next draft of a report. */
export function nextDraft(sql: Statements, reportId: string): number {
  const last = sql.get(z.object({ n: z.int().nullable() }), 'SELECT max(draft) AS n FROM report_export WHERE report_id = :reportId', {
    reportId,
  });
  return (last?.n ?? 0) + 1;
}
