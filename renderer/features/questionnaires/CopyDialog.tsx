import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProjectId, QuestionnaireId, VersionId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { spoken } from '../../lib/errors.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './Dialogs.module.css';

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
  const save = useSave();
  const projects = useQuery(orpc.projects.list.queryOptions({ input: {} })).data?.projects ?? [];
  const [target, setTarget] = useState<ProjectId>(projectId);
  const [typed, setTyped] = useState(say('questionnaires.copy.name', { name }));
  const [problem, setProblem] = useState<string | undefined>(undefined);

  async function make(): Promise<void> {
    if (typed.trim() === '') return setProblem(say('questionnaires.nameMissing'));
    const made = await save(async () => {
      try {
        return await client.questionnaires.copy({ versionId, projectId: target, name: typed });
      } catch (error) {
        const said = spoken(error);
        setProblem(say.any(said.message, said.params));
        throw error;
      }
    });
    if (made !== undefined) onMade(target, made.questionnaireId, made.versionId);
  }

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button onPress={() => void make()} variant="main">
            {say('questionnaires.copy.make')}
          </Button>
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={say('questionnaires.copy.title', { name })}
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
          label={say('questionnaires.copy.newName')}
          maxLength={200}
          onChange={(next) => {
            setTyped(next);
            setProblem(undefined);
          }}
          value={typed}
        />
        <Select
          label={say('app.project')}
          onChange={setTarget}
          options={projects.map((project) => ({ id: project.id, label: project.name }))}
          value={target}
        />
      </form>
    </Dialog>
  );
}
