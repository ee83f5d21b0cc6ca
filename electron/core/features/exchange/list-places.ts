import { z } from 'zod';
import type { ImportPlaces } from '../../../../shared/contract/exchange.ts';
import { QuestionnaireId, VersionId, WaveId, type ProjectId } from '../../../../shared/model/ids.ts';
import { VersionStatus } from '../../../../shared/model/questionnaire.ts';
import type { Statements } from '../../db/statements.ts';
import { headerFingerprint } from './matching/remember-mapping.ts';
import { readLanguages } from '../questionnaires/read-version.ts';

const VersionRow = z.object({
  id: VersionId,
  questionnaire_id: QuestionnaireId,
  name: z.string(),
  number: z.int(),
  status: VersionStatus,
  languages: z.string(),
  question_count: z.int(),
});
const CountRow = z.object({ version_id: z.string(), wave_id: WaveId, n: z.int() });
const WaveRow = z.object({ id: WaveId, name: z.string() });

const versionsSql = `
SELECT questionnaire_version.id, questionnaire_id, questionnaire.name, number, status, languages,
  (SELECT count(*) FROM question WHERE question.version_id = questionnaire_version.id) AS question_count
FROM questionnaire JOIN questionnaire_version ON questionnaire_version.questionnaire_id = questionnaire.id
WHERE project_id = :projectId ORDER BY questionnaire.name, questionnaire.id, number DESC`;
const countsSql =
  'SELECT version_id, wave_id, count(*) AS n FROM interview WHERE project_id = :projectId GROUP BY version_id, wave_id ORDER BY n DESC';

const rememberedSql = `
SELECT questionnaire_id AS id FROM import_mapping JOIN questionnaire ON questionnaire.id = questionnaire_id
WHERE questionnaire.project_id = :projectId AND header_fingerprint = :fingerprint ORDER BY used_at DESC LIMIT 1`;

/**
 * Where in a project answers can go: its questionnaires by name with their versions, its waves, and the questionnaire that a file
 * with these headers went into last.
 */
export function listPlaces(sql: Statements, projectId: ProjectId, headers: readonly (readonly string[])[]): ImportPlaces {
  const fingerprint = headerFingerprint(headers.map((header) => ({ header: [...header] })));
  const counts = Map.groupBy(sql.all(CountRow, countsSql, { projectId }), ({ version_id: id }) => id);
  const versions = Map.groupBy(sql.all(VersionRow, versionsSql, { projectId }), ({ questionnaire_id: id }) => id);
  return {
    questionnaires: [...versions].map(([id, rows]) => ({
      id,
      name: rows[0]?.name ?? '',
      versions: rows.map((row) => ({
        id: row.id,
        number: row.number,
        status: row.status,
        languages: readLanguages(row.languages),
        questionCount: row.question_count,
        interviewCount: (counts.get(row.id) ?? []).reduce((sum, { n }) => sum + n, 0),
        waveId: counts.get(row.id)?.[0]?.wave_id ?? null,
      })),
    })),
    remembered:
      headers.length === 0 ? null : (sql.get(z.object({ id: QuestionnaireId }), rememberedSql, { projectId, fingerprint })?.id ?? null),
    waves: sql.all(WaveRow, 'SELECT id, name FROM wave WHERE project_id = :projectId ORDER BY ordinal DESC', { projectId }),
  };
}
