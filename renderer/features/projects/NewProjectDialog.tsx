import { useState } from 'react';
import { ProjectKind } from '../../../shared/contract/projects.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { languages, type Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { NameDialog } from '../../lib/dialogs/NameDialog.tsx';
import { useLanguage, useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';

export interface NewProjectDialogProps {
  readonly onClose: () => void;
  readonly onMade: (project: ProjectId) => void;
}

/** Name, kind and language: all that must be known to begin. */
export function NewProjectDialog({ onClose, onMade }: NewProjectDialogProps) {
  const say = useText();
  const interfaceLanguage = useLanguage();
  const [kind, setKind] = useState<ProjectKind>('user-evaluation');
  const [language, setLanguage] = useState<Language>(interfaceLanguage);
  return (
    <NameDialog
      label={say('projects.create.name')}
      missing={say('projects.create.nameMissing')}
      onClose={onClose}
      onSave={(name) => client.projects.create({ name, kind, contentLanguage: language })}
      onSaved={(made) => onMade(made.projectId)}
      saveLabel={say('projects.create.make')}
      title={say('projects.new')}
    >
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
    </NameDialog>
  );
}
