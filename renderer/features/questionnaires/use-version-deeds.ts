import { useNavigate } from '@tanstack/react-router';
import type { ProjectId, QuestionnaireId, VersionId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { useSave } from '../../lib/use-save.ts';

/** A version and the questionnaire it belongs to. */
export interface VersionAddress {
  readonly id: VersionId;
  readonly questionnaireId: QuestionnaireId;
}

/** Deeds that lead to the designer. */
export function useVersionDeeds(projectId: ProjectId) {
  const navigate = useNavigate();
  const save = useSave();
  const open = (version: VersionAddress): void =>
    void navigate({
      to: '/projects/$project/questionnaires/$questionnaire/v/$version/edit',
      params: { project: projectId, questionnaire: version.questionnaireId, version: version.id },
    });
  return {
    open,
    /** A draft that begins as a copy; the one there is, if there is one. */
    newVersion: async (version: VersionAddress): Promise<void> => {
      const made = await save(() => client.questionnaires.newVersion({ versionId: version.id }));
      if (made !== undefined) open({ id: made.versionId, questionnaireId: version.questionnaireId });
    },
  };
}
