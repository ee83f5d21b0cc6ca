import { z } from 'zod';
import type { ProjectCounts } from '../../../../shared/contract/archive.ts';
import type { Statements } from '../../db/statements.ts';
import { mayBeSeen } from '../coding/index.ts';

const Count = z.object({ n: z.int() });
const ofInterviews = 'interview_key IN (SELECT key FROM interview WHERE project_id = :projectId)';
const ofTexts = 'text_id IN (SELECT id FROM text WHERE project_id = :projectId)';

const counted: Readonly<Record<keyof ProjectCounts, string>> = {
  participants: 'SELECT count(*) AS n FROM respondent WHERE project_id = :projectId',
  interviews: 'SELECT count(*) AS n FROM interview WHERE project_id = :projectId',
  answers: `SELECT count(*) AS n FROM answer WHERE ${ofInterviews}`,
  texts: 'SELECT count(*) AS n FROM text WHERE project_id = :projectId',
  codings: `SELECT count(*) AS n FROM coding JOIN text ON text.id = coding.text_id
    WHERE text.project_id = :projectId AND (:actorId IS NULL OR ${mayBeSeen()})`,
  quotes: `SELECT count(*) AS n FROM quote WHERE ${ofTexts}`,
  meetings: 'SELECT count(*) AS n FROM meeting WHERE project_id = :projectId',
  findings: 'SELECT count(*) AS n FROM finding WHERE project_id = :projectId',
  actions: `SELECT count(*) AS n FROM action WHERE project_id = :projectId OR (project_id IS NULL AND meeting_id IN (SELECT id FROM meeting WHERE project_id = :projectId))`,
  exhibits: 'SELECT count(*) AS n FROM exhibit WHERE project_id = :projectId',
  reports: 'SELECT count(*) AS n FROM report WHERE project_id = :projectId',
  attachments: `SELECT count(*) AS n FROM attachment WHERE project_id = :projectId OR meeting_id IN (SELECT id FROM meeting WHERE project_id = :projectId)
    OR report_id IN (SELECT id FROM report WHERE project_id = :projectId)`,
};

/** How much there is of what in a project. @param actorId whose sight it is, where codings are coded blind; null counts everybody's */
export function countProject(sql: Statements, projectId: string, actorId: string | null = null): ProjectCounts {
  const entries = Object.entries(counted).map(([name, text]) => [name, sql.get(Count, text, { projectId, actorId })?.n ?? 0]);
  // Object.fromEntries forgets the keys; `counted` has exactly those of ProjectCounts.
  return Object.fromEntries(entries) as ProjectCounts;
}
