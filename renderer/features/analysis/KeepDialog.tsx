import { useState } from 'react';
import type { ExhibitDefinition } from '../../../shared/contract/analysis.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { FormDialog } from '../../lib/dialogs/FormDialog.tsx';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';

/** The table on the screen, to be kept. */
export interface KeepOrder {
  readonly projectId: ProjectId;
  readonly definition: ExhibitDefinition;
  readonly name: string;
  /** How it is drawn; null for a table. */
  readonly chart: string | null;
}

interface KeepDialogProps {
  /** What is kept, with the name that is offered. */
  readonly order: KeepOrder;
  readonly onClose: () => void;
}

/** Keeps what the table is made of under a name; its figures are counted anew whenever it is looked at. */
export function KeepDialog({ order, onClose }: KeepDialogProps) {
  const say = useText();
  const save = useSave();
  const [name, setName] = useState(order.name);
  const [isTried, setTried] = useState(false);
  const isMissing = name.trim() === '';
  async function keep(): Promise<void> {
    setTried(true);
    if (isMissing) return;
    const made = await save(() => client.analysis.keep({ ...order, name: name.trim() }));
    if (made === undefined) return;
    onClose();
    notice.set({ text: say('analysis.keep.done', { name: name.trim() }), tone: 'neutral' });
  }
  return (
    <FormDialog onClose={onClose} onSave={keep} saveLabel={say('analysis.keep.save')} title={say('analysis.keep.title')}>
      <TextField
        autoFocus
        error={isTried && isMissing ? say('analysis.keep.nameMissing') : undefined}
        help={say('analysis.keep.help')}
        label={say('analysis.keep.name')}
        maxLength={200}
        onChange={setName}
        value={name}
      />
    </FormDialog>
  );
}
