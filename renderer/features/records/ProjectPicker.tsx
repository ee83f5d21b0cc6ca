import { useState } from 'react';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { fold } from '../../../shared/texts/fold.ts';
import { useCurrentProject } from '../../lib/current-project.ts';
import { useText } from '../../lib/text.ts';
import { ComboBox } from '../../ui/combo-box/ComboBox.tsx';

interface ProjectPickerProps {
  readonly label: string;
  /** Projects that are there already. */
  readonly without: readonly ProjectId[];
  readonly onPick: (projectId: ProjectId) => void;
}

/** Finds a project by typing, and is empty again afterwards. */
export function ProjectPicker({ label, without, onPick }: ProjectPickerProps) {
  const say = useText();
  const { all } = useCurrentProject();
  const [text, setText] = useState('');
  const hits = all.filter(({ id, name }) => !without.includes(id) && fold(name).includes(fold(text.trim())));
  return (
    <ComboBox
      countText={say('registers.pick.hits', { n: hits.length })}
      label={label}
      onChoose={(chosen) => {
        setText('');
        const hit = hits.find(({ id }) => id === chosen);
        if (hit !== undefined) onPick(hit.id);
      }}
      onTextChange={setText}
      opensOnFocus
      options={hits.map(({ id, name }) => ({ id, label: name }))}
      text={text}
    />
  );
}
