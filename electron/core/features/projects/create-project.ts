import { z } from 'zod';
import type { ProjectKind } from '../../../../shared/contract/projects.ts';
import { ProjectId, WaveId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';

/** What a project is begun with. */
export interface NewProject {
  readonly name: string;
  readonly kind: ProjectKind;
  readonly contentLanguage: Language;
  /** ISO day. */
  readonly startsOn: string;
}

/** Begins a project with its first wave, inside the caller's operation. @throws AppError NAME_TAKEN */
export function createProject(
  { sql, workspace }: Pick<Call, 'sql' | 'workspace'>,
  { name, kind, contentLanguage, startsOn }: NewProject,
): { projectId: ProjectId; waveId: WaveId } {
  const taken = sql.get(z.object({ id: z.string() }), 'SELECT id FROM project WHERE name = :name COLLATE NOCASE', { name });
  if (taken !== undefined) throw new AppError('NAME_TAKEN');
  const projectId = ProjectId.parse(workspace.newId());
  const waveId = WaveId.parse(workspace.newId());
  sql.insert('project', { id: projectId, kind, name, status: 'planned', content_language: contentLanguage, starts_on: startsOn });
  // A wave is called by its year until somebody gives it a name: a year reads the same in every language.
  sql.insert('wave', { id: waveId, project_id: projectId, ordinal: 1, name: startsOn.slice(0, 4) });
  return { projectId, waveId };
}
