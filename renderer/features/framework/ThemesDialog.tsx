import { useState } from 'react';
import type { Framework } from '../../../shared/contract/framework.ts';
import { client } from '../../lib/client.ts';
import { FormDialog } from '../../lib/dialogs/FormDialog.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import type { Themes } from '../themes/index.ts';
import { ThemeChoice } from './ThemeChoice.tsx';

export interface ThemesDialogProps {
  readonly matrix: Framework;
  readonly themes: Themes;
  readonly onClose: () => void;
}

/** Chooses the columns of a matrix anew. Those that stay keep their order, and cells of those that go are kept. */
export function ThemesDialog({ matrix, themes, onClose }: ThemesDialogProps) {
  const say = useText();
  const save = useSave();
  const [chosen, setChosen] = useState(matrix.themeIds as readonly Framework['themeIds'][number][]);
  async function keep(): Promise<void> {
    const done = await save(() => client.framework.setThemes({ frameworkId: matrix.id, themeIds: [...chosen] }));
    if (done !== undefined) onClose();
  }
  return (
    <FormDialog onClose={onClose} onSave={keep} saveLabel={say('framework.themes.save')} title={say('framework.themes.title')}>
      <ThemeChoice chosen={chosen} onChange={setChosen} themes={themes} />
    </FormDialog>
  );
}
