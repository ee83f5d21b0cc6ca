import { useState } from 'react';
import type { VersionId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { DeedDialog } from '../../lib/dialogs/DeedDialog.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import styles from './Dialogs.module.css';
import { LanguagePick } from './LanguagePick.tsx';

export interface LanguagesDialogProps {
  readonly versionId: VersionId;
  readonly languages: readonly Language[];
  readonly onClose: () => void;
}

/** The languages of a draft. Texts of a language that is taken away stay, and are there when it comes back. */
export function LanguagesDialog({ versionId, languages, onClose }: LanguagesDialogProps) {
  const say = useText();
  const save = useSave();
  const [chosen, setChosen] = useState<readonly Language[]>(languages);
  async function keep(): Promise<void> {
    const kept = await save(() => client.questionnaires.setLanguages({ versionId, languages: [...chosen] }));
    if (kept !== undefined) onClose();
  }
  return (
    <DeedDialog
      onClose={onClose}
      onSave={keep}
      saveLabel={say('questionnaires.languages.keep')}
      title={say('questionnaires.languages.question')}
    >
      <div className={styles.form}>
        <LanguagePick chosen={chosen} onChange={setChosen} />
        <p className={styles.note}>{say('questionnaires.languages.help')}</p>
      </div>
    </DeedDialog>
  );
}
