import { useState } from 'react';
import type { ObservationRow } from '../../../shared/contract/observations.ts';
import { client } from '../../lib/client.ts';
import { FormDialog } from '../../lib/dialogs/FormDialog.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import styles from './observations.module.css';

export interface DeidentifyDialogProps {
  readonly observation: ObservationRow;
  readonly day: string;
  readonly onClose: () => void;
}

/** Before a case story may be told to others: how it was made so that nobody can be known again. */
export function DeidentifyDialog({ observation, day, onClose }: DeidentifyDialogProps) {
  const say = useText();
  const save = useSave();
  const [how, setHow] = useState('');
  const [isTried, setTried] = useState(false);
  async function carryOut(): Promise<void> {
    setTried(true);
    const howDeidentified = how.trim();
    if (howDeidentified === '') return;
    const input = { observationId: observation.id, isShareable: true, howDeidentified, happenedOn: day };
    if ((await save(() => client.observations.setShareable(input))) !== undefined) onClose();
  }
  return (
    <FormDialog
      onClose={onClose}
      onSave={carryOut}
      saveLabel={say('observations.deidentify.save')}
      title={say('observations.deidentify.title')}
    >
      <p className={styles.words} lang={observation.language}>
        {observation.body ?? observation.title}
      </p>
      <TextArea
        autoFocus
        error={isTried && how.trim() === '' ? say('observations.deidentify.missing') : undefined}
        help={say('observations.deidentify.help')}
        label={say('observations.deidentify.how')}
        onChange={setHow}
        rows={3}
        value={how}
      />
    </FormDialog>
  );
}
