import { z } from 'zod';
import { ProjectId, RespondentId } from '../../../../shared/model/ids.ts';
import { ProjectStatus } from '../../../../shared/contract/projects.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';

const Row = z.object({
  id: RespondentId,
  project_id: ProjectId,
  project: z.string(),
  project_status: ProjectStatus,
  delete_on: z.string().nullable(),
  code: z.string(),
  recruited_by: z.string().nullable(),
  withdrawn_at: z.string().nullable(),
  erased_at: z.string().nullable(),
});
export type RespondentRecord = z.infer<typeof Row>;

const respondentSql = `
SELECT respondent.id, project_id, project.name AS project, project.status AS project_status, project.delete_on, code, recruited_by, withdrawn_at, erased_at
FROM respondent JOIN project ON project.id = respondent.project_id WHERE respondent.id = :respondentId`;

/** A respondent with the facts of the project that decide what may happen to it. @throws AppError NOT_FOUND */
export function findRespondent(sql: Statements, respondentId: string): RespondentRecord {
  const row = sql.get(Row, respondentSql, { respondentId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row;
}

/** @throws AppError NOT_FOUND unless the wave belongs to a project; answers the project */
export function projectOfWave(sql: Statements, waveId: string): { projectId: ProjectId; name: string } {
  const row = sql.get(z.object({ project_id: ProjectId, name: z.string() }), 'SELECT project_id, name FROM wave WHERE id = :waveId', {
    waveId,
  });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return { projectId: row.project_id, name: row.name };
}
