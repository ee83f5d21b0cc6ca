import { z } from 'zod';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { isBlind } from '../coding/blind.ts';

const ProjectRow = z.object({ name: z.string() });
const Id = z.object({ id: z.string() });

/** Begins or ends blind coding of a project. @throws AppError NOT_FOUND */
export function setBlind({ sql, workspace, operation }: Call, projectId: string, wanted: boolean): void {
  const project = sql.get(ProjectRow, 'SELECT name FROM project WHERE id = :projectId', { projectId });
  if (project === undefined) throw new AppError('NOT_FOUND');
  operation.label({ project: project.name }, wanted ? 'agreement.setBlind.undo' : 'agreement.setBlind.undoOff');
  if (isBlind(sql, projectId) === wanted) return;
  const value = wanted ? 1 : 0;
  const known = sql.get(Id, 'SELECT id FROM coding_setting WHERE project_id = :projectId', { projectId });
  if (known === undefined) sql.insert('coding_setting', { id: workspace.newId(), project_id: projectId, is_blind: value });
  else sql.run('UPDATE coding_setting SET is_blind = :value WHERE id = :id', { id: known.id, value });
}
