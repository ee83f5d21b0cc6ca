import { z } from 'zod';
import type { ProjectId, ReportId } from '../../../../shared/model/ids.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { SqlParams } from '../../db/statements.ts';
import { updateRow } from '../../db/update-row.ts';
import type { Call } from '../../rpc/call.ts';
import { assertKnown } from './write-records.ts';

const Named = z.object({ name: z.string() });

interface RecipientInput {
  readonly id: string | null;
  readonly reportId: ReportId;
  readonly recipient: string;
  readonly organisationId: string | null;
  readonly sentOn: string | null;
  readonly isAskedToSpread: boolean;
}

/** Adds or changes whom a report has gone to. @throws AppError NOT_FOUND */
export function saveRecipient(call: Call, { id, reportId, ...recipient }: RecipientInput): { id: string } {
  const report = call.sql.get(Named, 'SELECT title AS name FROM report WHERE id = :reportId', { reportId });
  if (report === undefined) throw new AppError('NOT_FOUND');
  call.operation.label({ recipient: cut(recipient.recipient), name: cut(report.name) });
  return saveTie(call, 'report_recipient', id, {
    report_id: reportId,
    recipient: recipient.recipient,
    organisation_id: recipient.organisationId,
    sent_on: recipient.sentOn,
    is_asked_to_spread: Number(recipient.isAskedToSpread),
  });
}

/** @throws AppError NOT_FOUND */
export function removeRecipient({ sql, operation }: Call, id: string): void {
  const row = sql.get(Named, 'SELECT recipient AS name FROM report_recipient WHERE id = :id', { id });
  if (row === undefined) throw new AppError('NOT_FOUND');
  operation.label({ recipient: cut(row.name) });
  sql.run('DELETE FROM report_recipient WHERE id = :id', { id });
}

interface UseInput {
  readonly id: string | null;
  readonly guidelineId: string;
  readonly projectId: ProjectId;
  readonly point: string | null;
}

/** Ties a guideline to a project, or changes the point that is meant. @throws AppError NOT_FOUND */
export function saveGuidelineUse(call: Call, { id, guidelineId, projectId, point }: UseInput): { id: string } {
  const guideline = call.sql.get(Named, 'SELECT title AS name FROM guideline WHERE id = :guidelineId', { guidelineId });
  const project = call.sql.get(Named, 'SELECT name FROM project WHERE id = :projectId', { projectId });
  if (guideline === undefined || project === undefined) throw new AppError('NOT_FOUND');
  call.operation.label({ name: cut(guideline.name), project: cut(project.name) });
  return saveTie(call, 'project_guideline', id, { guideline_id: guidelineId, project_id: projectId, point: point === '' ? null : point });
}

/** @throws AppError NOT_FOUND */
export function removeGuidelineUse({ sql, operation }: Call, id: string): void {
  const row = sql.get(
    Named.extend({ project: z.string() }),
    `SELECT guideline.title AS name, project.name AS project FROM project_guideline
     JOIN guideline ON guideline.id = guideline_id JOIN project ON project.id = project_id WHERE project_guideline.id = :id`,
    { id },
  );
  if (row === undefined) throw new AppError('NOT_FOUND');
  operation.label({ name: cut(row.name), project: cut(row.project) });
  sql.run('DELETE FROM project_guideline WHERE id = :id', { id });
}

/** Puts a project into a partnership or out of the one it is in. @throws AppError NOT_FOUND */
export function setPartnership({ sql, operation }: Call, projectId: ProjectId, partnershipId: string | null): void {
  const project = sql.get(
    Named.extend({ partnership: z.string().nullable() }),
    'SELECT project.name, partnership.name AS partnership FROM project LEFT JOIN partnership ON partnership.id = partnership_id WHERE project.id = :projectId',
    { projectId },
  );
  const next = partnershipId === null ? null : sql.get(Named, 'SELECT name FROM partnership WHERE id = :partnershipId', { partnershipId });
  if (project === undefined || next === undefined) throw new AppError('NOT_FOUND');
  operation.label({ project: cut(project.name), name: cut(next?.name ?? project.partnership ?? '–') });
  sql.run('UPDATE project SET partnership_id = :partnershipId WHERE id = :projectId', { partnershipId, projectId });
}

function saveTie(
  { sql, workspace }: Call,
  table: 'report_recipient' | 'project_guideline',
  id: string | null,
  row: SqlParams,
): { id: string } {
  assertKnown(sql, row);
  if (id === null) {
    const made = workspace.newId();
    sql.insert(table, { id: made, ...row });
    return { id: made };
  }
  updateRow(sql, table, id, row);
  return { id };
}
