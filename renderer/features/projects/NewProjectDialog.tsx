import { useState } from 'react';
import { ProjectKind } from '../../../shared/contract/projects.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { languages, type Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { spoken } from '../../lib/errors.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './OverviewScreen.module.css';

export interface NewProjectDialogProps {
  readonly onClose: () => void;
  readonly onMade: (project: ProjectId) => void;
}

/** Name, kind and language: all that must be known to begin. */
export function NewProjectDialog({ onClose, onMade }: NewProjectDialogProps) {
  const say = useText();
  const save = useSave();
  const interfaceLanguage = useLanguage();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<ProjectKind>('user-evaluation');
  const [language, setLanguage] = useState<Language>(interfaceLanguage);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  async function make(): Promise<void> {
    if (name.trim() === '') {
      setProblem(say('projects.create.nameMissing'));
      return;
    }
    const made = await save(async () => {
      try {
        return await client.projects.create({ name, kind, contentLanguage: language });
      } catch (error) {
        const said = spoken(error);
        setProblem(say.any(said.message, said.params));
        throw error;
      }
    });
    if (made !== undefined) onMade(made.projectId);
  }

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button onPress={() => void make()} variant="main">
            {say('projects.create.make')}
          </Button>
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={say('projects.new')}
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
          label={say('projects.create.name')}
          maxLength={200}
          onChange={(next) => {
            setName(next);
            setProblem(undefined);
          }}
          value={name}
        />
        <Select
          label={say('projects.create.kind')}
          onChange={setKind}
          options={ProjectKind.options.map((id) => ({ id, label: say(`projects.kind.${id}`) }))}
          value={kind}
        />
        <Select
          label={say('projects.create.language')}
          onChange={setLanguage}
          options={languages.map((id) => ({ id, label: say(`projects.language.${id}`) }))}
          value={language}
        />
      </form>
    </Dialog>
  );
}
