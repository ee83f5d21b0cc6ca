import { z } from 'zod';
import type { contract } from '../../../../shared/contract/index.ts';
import type { Navigation, ProjectFields } from '../../../../shared/contract/projects.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import type { Call, Handlers } from '../../rpc/call.ts';
import { countActions } from '../actions/list-actions.ts';
import { findingStanding } from '../findings/list-findings.ts';
import { createProject } from './create-project.ts';
import { getProject } from './get-project.ts';
import { countOpenAnswers, listProjects } from './list-projects.ts';
import { readOverview } from './overview.ts';
import { changeProject, readSettings, setParts } from './settings.ts';
import { todayOf } from './today.ts';

const ScopeRow = z.object({ threshold: z.int().nullable(), delete_on: z.string().nullable(), findings: z.int() });
const scopeSql = `SELECT max(threshold) AS threshold, min(delete_on) AS delete_on,
  (SELECT count(*) FROM finding WHERE ${findingStanding} = 'needs-a-look' AND (:projectId IS NULL OR finding.project_id = :projectId)) AS findings
FROM project WHERE :projectId IS NULL OR project.id = :projectId`;

function readNavigation({ sql, actorId }: Pick<Call, 'sql' | 'actorId'>, projectId: ProjectId | undefined, today: string): Navigation {
  const scope = sql.get(ScopeRow, scopeSql, { projectId: projectId ?? null });
  // The rail's entry opens the list of all projects' actions, so it counts what that list counts.
  const actions = countActions(sql, { projectId: undefined, today });
  const answers = [...countOpenAnswers(sql, projectId, actorId).values()];
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
  list: ({ sql, actorId }) => ({ projects: listProjects(sql, actorId) }),
  get: ({ sql }, { projectId }) => getProject(sql, projectId),
  navigation: (call, { projectId, today }) => readNavigation(call, projectId, todayOf(call, today)),
  overview: (call, { projectId, year, today }) => readOverview(call, { projectId, year, today: todayOf(call, today) }),
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
    call.operation.label({ name });
    return createProject(call, { name, kind, contentLanguage, startsOn: todayOf(call, undefined) });
  },
};
