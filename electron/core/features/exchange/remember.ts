import type { ProjectId, QuestionnaireId } from '../../../../shared/model/ids.ts';
import type { SurveyMapping } from '../../../../shared/model/survey-file.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { headerFingerprint, toRemember } from './matching/remember-mapping.ts';
import type { WrittenQuestion } from './writing.ts';

/**
 * Keeps how a file was matched with a questionnaire for the next one with the same headers. A convenience that lies outside the
 * operation log: undoing the import does not forget it.
 */
export function rememberMapping(
  { sql, newId, now }: Pick<Workspace, 'sql' | 'newId' | 'now'>,
  settled: {
    readonly projectId: ProjectId;
    readonly questionnaireId: QuestionnaireId;
    readonly mapping: SurveyMapping;
    readonly heldOnKey: string | null;
    /** One for each question of the mapping, in its order. */
    readonly questions: readonly Pick<WrittenQuestion, 'variable'>[];
  },
): void {
  const { mapping, questions, heldOnKey, projectId, questionnaireId } = settled;
  const variables = new Map(mapping.questions.map(({ key }, place) => [key, questions[place]?.variable ?? null] as const));
  const remembered = toRemember(mapping, (key) => variables.get(key) ?? null, heldOnKey);
  sql.run(
    `INSERT INTO import_mapping (id, project_id, questionnaire_id, header_fingerprint, mapping, used_at)
     VALUES (:id, :projectId, :questionnaireId, :fingerprint, :mapping, :usedAt)
     ON CONFLICT (questionnaire_id, header_fingerprint) DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at`,
    {
      id: newId(),
      projectId,
      questionnaireId,
      fingerprint: headerFingerprint(mapping.columns),
      mapping: JSON.stringify(remembered),
      usedAt: new Date(now()).toISOString(),
    },
  );
}
