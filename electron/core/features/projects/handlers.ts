import { z } from 'zod';
import type { contract } from '../../../../shared/contract/index.ts';
import type { Navigation, ProjectFields } from '../../../../shared/contract/projects.ts';
import { ProjectId, WaveId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Handlers } from '../../rpc/call.ts';
import { countActions } from '../actions/list-actions.ts';
import { getProject } from './get-project.ts';
import { countOpenAnswers, listProjects } from './list-projects.ts';
import { readOverview } from './overview.ts';
import { changeProject, readSettings, setParts } from './settings.ts';
import { todayOf } from './today.ts';

const ScopeRow = z.object({ threshold: z.int().nullable(), delete_on: z.string().nullable(), findings: z.int() });
const scopeSql = `SELECT max(threshold) AS threshold, min(delete_on) AS delete_on,
  (SELECT count(*) FROM finding WHERE finding.status = 'needs-a-look' AND (:projectId IS NULL OR finding.project_id = :projectId)) AS findings
FROM project WHERE :projectId IS NULL OR project.id = :projectId`;

function readNavigation(sql: Statements, projectId: ProjectId | undefined, today: string): Navigation {
  const scope = sql.get(ScopeRow, scopeSql, { projectId: projectId ?? null });
  // The rail's entry opens the list of all projects' actions, so it counts what that list counts.
  const actions = countActions(sql, { projectId: undefined, today });
  const answers = [...countOpenAnswers(sql, projectId).values()];
  return {
    uncodedAnswers: answers.reduce((sum, { all, done }) => sum + all - done, 0),
    overdueActions: actions.overdue,
    unreportedActions: actions.unreported,
    findingsToLookAt: scope?.findings ?? 0,
    threshold: scope?.threshold ?? null,
    deleteOn: scope?.delete_on ?? null,
  };
}

export const projectsHandlers: Handlers<typeof contract.projects> = {
  list: ({ sql }) => ({ projects: listProjects(sql) }),
  get: ({ sql }, { projectId }) => getProject(sql, projectId),
  navigation: (call, { projectId, today }) => readNavigation(call.sql, projectId, todayOf(call, today)),
  overview: (call, { projectId, year, today }) => readOverview(call.sql, { projectId, year, today: todayOf(call, today) }),
  settings: ({ sql }, { projectId }) => readSettings(sql, projectId),
  change: (call, { projectId, fields }) => {
    // Zod's optional fields are either there with a value or not there.
    changeProject(call, projectId, fields as Partial<ProjectFields>);
    return {};
  },
  setParts: (call, parts) => {
    setParts(call, parts);
    return {};
  },
  create: (call, { name, kind, contentLanguage }) => {
    const { sql, workspace, operation } = call;
    const taken = sql.get(z.object({ id: z.string() }), 'SELECT id FROM project WHERE name = :name COLLATE NOCASE', { name });
    if (taken !== undefined) throw new AppError('NAME_TAKEN');
    operation.label({ name });
    const projectId = ProjectId.parse(workspace.newId());
    const waveId = WaveId.parse(workspace.newId());
    const startsOn = todayOf(call, undefined);
    sql.insert('project', { id: projectId, kind, name, status: 'planned', content_language: contentLanguage, starts_on: startsOn });
    // A wave is called by its year until somebody gives it a name: a year reads the same in every language.
    sql.insert('wave', { id: waveId, project_id: projectId, ordinal: 1, name: startsOn.slice(0, 4) });
    return { projectId, waveId };
  },
};
