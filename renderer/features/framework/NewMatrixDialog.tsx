import { useState } from 'react';
import { FrameworkUnit } from '../../../shared/contract/framework.ts';
import type { BackgroundColumn } from '../../../shared/contract/coding.ts';
import type { ProjectId, ThemeId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { NameDialog } from '../../lib/dialogs/NameDialog.tsx';
import { useContent, useText } from '../../lib/text.ts';
import { RadioGroup } from '../../ui/radio-group/RadioGroup.tsx';
import { Select } from '../../ui/select/Select.tsx';
import type { Themes } from '../themes/index.ts';
import { ThemeChoice } from './ThemeChoice.tsx';

export interface NewMatrixDialogProps {
  readonly projectId: ProjectId;
  readonly themes: Themes;
  /** Closed questions whose answers can be rows. */
  readonly variables: readonly BackgroundColumn[];
  readonly onMade: (frameworkId: string) => void;
  readonly onClose: () => void;
}

/** A new matrix: its name, what its rows are, and which themes are its columns. */
export function NewMatrixDialog({ projectId, themes, variables, onMade, onClose }: NewMatrixDialogProps) {
  const say = useText();
  const content = useContent();
  const [unit, setUnit] = useState<FrameworkUnit>('person');
  const [variableId, setVariable] = useState(variables[0]?.variableId);
  const [themeIds, setThemes] = useState<readonly ThemeId[]>([]);
  const units = FrameworkUnit.options.filter((id) => id !== 'variable' || variables.length > 0);
  return (
    <NameDialog
      label={say('framework.new.name')}
      missing={say('framework.new.nameMissing')}
      onClose={onClose}
      onSave={(name) =>
        client.framework.create({
          projectId,
          name,
          unit,
          themeIds: [...themeIds],
          ...(unit === 'variable' && variableId !== undefined ? { variableId } : {}),
        })
      }
      onSaved={({ frameworkId }) => onMade(frameworkId)}
      saveLabel={say('framework.new.save')}
      title={say('framework.new')}
    >
      <RadioGroup
        label={say('framework.new.unit')}
        onChange={setUnit}
        options={units.map((id) => ({ id, label: say(`framework.new.unit.${id}`) }))}
        value={unit}
      />
      {unit === 'variable' ? (
        <Select
          label={say('framework.new.variable')}
          onChange={(id) => setVariable(variables.find((one) => one.variableId === id)?.variableId)}
          options={variables.map((one) => ({ id: one.variableId, label: content(one.title) }))}
          value={variableId ?? null}
        />
      ) : null}
      <ThemeChoice chosen={themeIds} onChange={setThemes} themes={themes} />
    </NameDialog>
  );
}
