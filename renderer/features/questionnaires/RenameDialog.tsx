import type { QuestionnaireId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { NameDialog } from '../../lib/dialogs/NameDialog.tsx';
import { useText } from '../../lib/text.ts';

export interface RenameDialogProps {
  readonly questionnaireId: QuestionnaireId;
  readonly name: string;
  readonly onClose: () => void;
}

/** Another name for a questionnaire, in all its versions. */
export function RenameDialog({ questionnaireId, name, onClose }: RenameDialogProps) {
  const say = useText();
  return (
    <NameDialog
      label={say('questionnaires.name')}
      missing={say('questionnaires.nameMissing')}
      name={name}
      onClose={onClose}
      onSave={(typed) => client.questionnaires.rename({ questionnaireId, name: typed })}
      onSaved={onClose}
      saveLabel={say('questionnaires.rename.keep')}
      title={say('questionnaires.rename.title')}
    />
  );
}
