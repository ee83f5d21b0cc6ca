import { z } from 'zod';
import type { QuestionnaireSummary, VersionSummary } from '../../../../shared/contract/questionnaires.ts';
import { QuestionnaireId, VersionId, type ProjectId } from '../../../../shared/model/ids.ts';
import { VersionStatus } from '../../../../shared/model/questionnaire.ts';
import type { Statements } from '../../db/statements.ts';
import { readLanguages } from './version-rows.ts';

const QuestionnaireRow = z.object({ id: QuestionnaireId, name: z.string() });
const VersionRow = z.object({
  id: VersionId,
  questionnaire_id: z.string(),
  number: z.int(),
  status: VersionStatus,
  languages: z.string(),
  taken_into_use_at: z.string().nullable(),
  question_count: z.int(),
});
const CountRow = z.object({ version_id: z.string(), count: z.int() });

const versionsSql = `
SELECT questionnaire_version.id, questionnaire_id, number, status, languages, taken_into_use_at,
  (SELECT count(*) FROM question WHERE question.version_id = questionnaire_version.id) AS question_count
FROM questionnaire_version WHERE questionnaire_id IN (SELECT id FROM questionnaire WHERE project_id = :projectId)
ORDER BY number DESC`;
const countSql = 'SELECT version_id, count(*) AS count FROM interview WHERE project_id = :projectId GROUP BY version_id';

/** A project's questionnaires by name, each with its versions, newest first. */
export function listQuestionnaires(sql: Statements, projectId: ProjectId): QuestionnaireSummary[] {
  const versions = Map.groupBy(sql.all(VersionRow, versionsSql, { projectId }), (version) => version.questionnaire_id);
  const counts = new Map(sql.all(CountRow, countSql, { projectId }).map((row) => [row.version_id, row.count]));
  return sql
    .all(QuestionnaireRow, 'SELECT id, name FROM questionnaire WHERE project_id = :projectId ORDER BY name, id', { projectId })
    .map(({ id, name }) => ({
      id,
      name,
      versions: (versions.get(id) ?? []).map((version) => toSummary(version, counts.get(version.id) ?? 0)),
    }));
}

function toSummary(row: z.infer<typeof VersionRow>, interviewCount: number): VersionSummary {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    languages: readLanguages(row.languages),
    takenIntoUseAt: row.taken_into_use_at,
    questionCount: row.question_count,
    interviewCount,
  };
}
