import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProjectId, QuestionnaireId, VersionId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { NameDialog } from '../../lib/dialogs/NameDialog.tsx';
import { useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';

export interface CopyDialogProps {
  readonly versionId: VersionId;
  readonly name: string;
  readonly projectId: ProjectId;
  readonly onClose: () => void;
  readonly onMade: (project: ProjectId, questionnaire: QuestionnaireId, version: VersionId) => void;
}

/** A questionnaire of its own that begins as a copy, here or in another project. */
export function CopyDialog({ versionId, name, projectId, onClose, onMade }: CopyDialogProps) {
  const say = useText();
  const projects = useQuery(orpc.projects.list.queryOptions({ input: {} })).data?.projects ?? [];
  const [target, setTarget] = useState<ProjectId>(projectId);
  return (
    <NameDialog
      label={say('questionnaires.copy.newName')}
      missing={say('questionnaires.nameMissing')}
      name={say('questionnaires.copy.name', { name })}
      onClose={onClose}
      onSave={async (typed) => ({ target, ...(await client.questionnaires.copy({ versionId, projectId: target, name: typed })) })}
      onSaved={(made) => onMade(made.target, made.questionnaireId, made.versionId)}
      saveLabel={say('questionnaires.copy.make')}
      title={say('questionnaires.copy.title', { name })}
    >
      <Select
        label={say('app.project')}
        onChange={setTarget}
        options={projects.map((project) => ({ id: project.id, label: project.name }))}
        value={target}
      />
    </NameDialog>
  );
}
