import { useState } from 'react';
import type { ProjectId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { NameDialog } from '../../lib/dialogs/NameDialog.tsx';
import { useLanguage, useText } from '../../lib/text.ts';
import { LanguagePick } from './LanguagePick.tsx';
import { useVersionDeeds } from './use-version-deeds.ts';

export interface NewQuestionnaireDialogProps {
  readonly projectId: ProjectId;
  readonly onClose: () => void;
}

/** A new questionnaire needs a name and its languages; then it opens for writing. */
export function NewQuestionnaireDialog({ projectId, onClose }: NewQuestionnaireDialogProps) {
  const say = useText();
  const deeds = useVersionDeeds(projectId);
  const interfaceLanguage = useLanguage();
  const [languages, setLanguages] = useState<readonly Language[]>([interfaceLanguage]);
  return (
    <NameDialog
      label={say('questionnaires.name')}
      missing={say('questionnaires.nameMissing')}
      onClose={onClose}
      onSave={(name) => client.questionnaires.create({ projectId, name, languages: [...languages] })}
      onSaved={(made) => deeds.open({ id: made.versionId, questionnaireId: made.questionnaireId })}
      saveLabel={say('questionnaires.make')}
      title={say('questionnaires.new')}
    >
      <LanguagePick chosen={languages} onChange={setLanguages} />
    </NameDialog>
  );
}
