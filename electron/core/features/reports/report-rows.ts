import { z } from 'zod';
import { ReportKind } from '../../../../shared/contract/reports-terms.ts';
import { ProjectId, ReportId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
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
  place: text,
  link: text,
  updated_on: text,
});
const columns = `report.id, report.project_id, project.name AS project, report.kind, report.title, report.language, report.byline, report.authors,
  report.year, place.name AS place, report.link, report.updated_on`;
const from = 'FROM report JOIN project ON project.id = report.project_id LEFT JOIN place ON place.id = report.place_id';

/** What a report is called, and of what it is. */
export interface ReportFacts {
  readonly id: ReportId;
  readonly projectId: ProjectId;
  readonly project: string;
  readonly kind: ReportKind;
  readonly title: string;
  readonly language: Language;
  readonly byline: string | null;
  readonly authors: string | null;
  readonly year: number | null;
  readonly place: string | null;
  readonly link: string | null;
  readonly updatedOn: string | null;
}

function toFacts({ project_id: projectId, updated_on: updatedOn, ...row }: z.infer<typeof Row>): ReportFacts {
  return { ...row, projectId, updatedOn };
}

/** @throws AppError NOT_FOUND */
export function readReport(sql: Statements, reportId: string): ReportFacts {
  const row = sql.get(Row, `SELECT ${columns} ${from} WHERE report.id = :reportId`, { reportId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return toFacts(row);
}

/** Reports of a project, newest first. */
export function readReportsOf(sql: Statements, projectId: string): ReportFacts[] {
  const order = 'ORDER BY report.updated_on IS NULL, report.updated_on DESC, report.year DESC, report.id DESC LIMIT 500';
  return sql.all(Row, `SELECT ${columns} ${from} WHERE report.project_id = :projectId ${order}`, { projectId }).map(toFacts);
}
