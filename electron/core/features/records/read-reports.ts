import { z } from 'zod';
import type { ReportRecord } from '../../../../shared/contract/records.ts';
import { ReportKind } from '../../../../shared/contract/reports-terms.ts';
import { ProjectId, ReportId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import { yearsOf } from '../../../../shared/model/calendar-day.ts';
import type { Statements } from '../../db/statements.ts';

const text = z.string().nullable();
const Row = z.object({
  id: ReportId,
  project_id: ProjectId,
  project: z.string(),
  kind: ReportKind,
  title: z.string(),
  language: Language,
  byline: text,
  authors: text,
  year: z.int().nullable(),
  place_id: text,
  place: text,
  place_code: text,
  place_from: text,
  place_to: text,
  link: text,
  body: text,
  published_on: text,
  updated_on: text,
});
const reportSql = `
SELECT report.id, report.project_id, project.name AS project, report.kind, report.title, report.language, report.byline, report.authors, report.year,
  report.place_id, place.name AS place, place.code AS place_code, place.valid_from AS place_from, place.valid_to AS place_to,
  report.link, report.body, report.published_on, report.updated_on
FROM report JOIN project ON project.id = report.project_id LEFT JOIN place ON place.id = report.place_id
WHERE :projectId IS NULL OR report.project_id = :projectId
ORDER BY coalesce(report.updated_on, report.published_on, CAST(report.year AS TEXT)) DESC, report.title, report.id LIMIT 500`;

const RecipientRow = z.object({
  report_id: ReportId,
  id: z.string(),
  recipient: z.string(),
  organisation_id: text,
  sent_on: text,
  is_asked_to_spread: z.int(),
});
const recipientSql = `
SELECT report_id, id, recipient, organisation_id, sent_on, is_asked_to_spread FROM report_recipient
WHERE report_id IN (SELECT value FROM json_each(:ids)) ORDER BY sent_on NULLS FIRST, recipient, id`;

/** Reports and news texts, newest first, with whoever they have gone to. */
export function readReports(sql: Statements, projectId: ProjectId | undefined): ReportRecord[] {
  const rows = sql.all(Row, reportSql, { projectId: projectId ?? null });
  const recipients = Map.groupBy(
    sql.all(RecipientRow, recipientSql, { ids: JSON.stringify(rows.map(({ id }) => id)) }),
    (recipient) => recipient.report_id,
  );
  return rows.map((row) => ({
    id: row.id,
    projectId: row.project_id,
    project: row.project,
    kind: row.kind,
    title: row.title,
    language: row.language,
    byline: row.byline,
    authors: row.authors,
    year: row.year,
    placeId: row.place_id,
    place: row.place_id === null ? null : { id: row.place_id, name: row.place ?? '', detail: placeDetail(row) },
    link: row.link,
    body: row.body,
    publishedOn: row.published_on,
    updatedOn: row.updated_on,
    recipients: (recipients.get(row.id) ?? []).map((one) => ({
      id: one.id,
      recipient: one.recipient,
      organisationId: one.organisation_id,
      sentOn: one.sent_on,
      isAskedToSpread: one.is_asked_to_spread === 1,
    })),
  }));
}

/** What tells a place from its namesakes: "9921, 2020–2023". */
function placeDetail(row: z.infer<typeof Row>): string {
  return [row.place_code ?? '', yearsOf(row.place_from, row.place_to)].filter((part) => part !== '').join(', ');
}
