import type { ProjectId, QuestionnaireId } from '../../../../shared/model/ids.ts';
import type { SurveyMapping } from '../../../../shared/model/survey-file.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { headerFingerprint, toRemember, type RememberedMapping, type RememberedRounds } from './matching/remember-mapping.ts';
import type { LoadedRounds } from './rounds/load-rounds.ts';
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
    readonly rounds?: readonly LoadedRounds[];
  },
): void {
  const { mapping, questions, heldOnKey, projectId, questionnaireId, rounds = [] } = settled;
  const variables = new Map(mapping.questions.map(({ key }, place) => [key, questions[place]?.variable ?? null] as const));
  const own = toRemember(mapping, (key) => variables.get(key) ?? null, heldOnKey);
  const remembered: RememberedMapping = rounds.length === 0 ? own : { ...own, rounds: rounds.map(toRememberRounds) };
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

function toRememberRounds({ sheet, repeat, linked }: LoadedRounds): RememberedRounds {
  const names = new Map(linked.map(({ file, target }) => [file.key, target?.name ?? null] as const));
  return { name: sheet.name, of: repeat?.name ?? null, mapping: toRemember(sheet.mapping, (key) => names.get(key) ?? null, null) };
}
