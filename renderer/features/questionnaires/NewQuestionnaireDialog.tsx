import { useState } from 'react';
import type { ProjectId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { spoken } from '../../lib/errors.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './Dialogs.module.css';
import { LanguagePick } from './LanguagePick.tsx';
import { useVersionDeeds } from './use-version-deeds.ts';

export interface NewQuestionnaireDialogProps {
  readonly projectId: ProjectId;
  readonly onClose: () => void;
}

/** A new questionnaire needs a name and its languages; then it opens for writing. */
export function NewQuestionnaireDialog({ projectId, onClose }: NewQuestionnaireDialogProps) {
  const say = useText();
  const save = useSave();
  const deeds = useVersionDeeds(projectId);
  const interfaceLanguage = useLanguage();
  const [name, setName] = useState('');
  const [languages, setLanguages] = useState<readonly Language[]>([interfaceLanguage]);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  async function make(): Promise<void> {
    if (name.trim() === '') return setProblem(say('questionnaires.nameMissing'));
    const made = await save(async () => {
      try {
        return await client.questionnaires.create({ projectId, name, languages: [...languages] });
      } catch (error) {
        const said = spoken(error);
        setProblem(say.any(said.message, said.params));
        throw error;
      }
    });
    if (made !== undefined) deeds.open({ id: made.versionId, questionnaireId: made.questionnaireId });
  }

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button onPress={() => void make()} variant="main">
            {say('questionnaires.make')}
          </Button>
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={say('questionnaires.new')}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextField
          autoFocus
          error={problem}
          label={say('questionnaires.name')}
          maxLength={200}
          onChange={(next) => {
            setName(next);
            setProblem(undefined);
          }}
          value={name}
        />
        <LanguagePick chosen={languages} onChange={setLanguages} />
      </form>
    </Dialog>
  );
}
