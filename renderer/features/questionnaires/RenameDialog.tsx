import { useState } from 'react';
import type { QuestionnaireId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { spoken } from '../../lib/errors.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';

export interface RenameDialogProps {
  readonly questionnaireId: QuestionnaireId;
  readonly name: string;
  readonly onClose: () => void;
}

/** Another name for a questionnaire, in all its versions. */
export function RenameDialog({ questionnaireId, name, onClose }: RenameDialogProps) {
  const say = useText();
  const save = useSave();
  const [typed, setTyped] = useState(name);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  async function keep(): Promise<void> {
    if (typed.trim() === '') return setProblem(say('questionnaires.nameMissing'));
    const kept = await save(async () => {
      try {
        return await client.questionnaires.rename({ questionnaireId, name: typed });
      } catch (error) {
        const said = spoken(error);
        setProblem(say.any(said.message, said.params));
        throw error;
      }
    });
    if (kept !== undefined) onClose();
  }

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button onPress={() => void keep()} variant="main">
            {say('questionnaires.rename.keep')}
          </Button>
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={say('questionnaires.rename.title')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <TextField
          autoFocus
          error={problem}
          label={say('questionnaires.name')}
          maxLength={200}
          onChange={(next) => {
            setTyped(next);
            setProblem(undefined);
          }}
          value={typed}
        />
      </form>
    </Dialog>
  );
}
