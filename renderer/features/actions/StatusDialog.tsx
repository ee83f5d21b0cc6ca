import { useEffect, useRef, useState } from 'react';
import { ActionStatus, type ActionRow } from '../../../shared/contract/actions.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { RadioGroup } from '../../ui/radio-group/RadioGroup.tsx';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { needsNote } from './needs-note.ts';
import { useSetStatus } from './use-set-status.ts';
import styles from './ActionsScreen.module.css';

export interface StatusDialogProps {
  readonly action: ActionRow;
  readonly day: string;
  readonly onClose: () => void;
}

/** How it goes with an action, and why when it was dropped or moved on to others. */
export function StatusDialog({ action, day, onClose }: StatusDialogProps) {
  const say = useText();
  const setStatus = useSetStatus();
  const [status, setChosen] = useState<ActionStatus>(action.status);
  const [note, setNote] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  // The arrows choose from where it stands now.
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);

  async function carryOut(): Promise<void> {
    const isNoteMissing = needsNote(status) && note.trim() === '';
    setIsMissing(isNoteMissing);
    if (isNoteMissing) return;
    const isSaved = await setStatus({ actionId: action.id, status, happenedOn: day, ...(note.trim() === '' ? {} : { note: note.trim() }) });
    if (isSaved) onClose();
  }

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button onPress={() => void carryOut()} variant="main">
            {say('actions.changeStatus')}
          </Button>
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={<span lang={action.language}>{action.wording}</span>}
    >
      <div className={styles.form} ref={form}>
        <RadioGroup
          label={say('actions.status')}
          onChange={setChosen}
          options={ActionStatus.options.map((id) => ({ id, label: say(`actions.status.${id}`) }))}
          value={status}
        />
        <TextArea
          error={isMissing ? say('actions.noteMissing') : undefined}
          label={say('actions.note')}
          {...(needsNote(status) ? {} : { labelNote: say('actions.optional') })}
          maxLength={2000}
          onChange={setNote}
          value={note}
        />
      </div>
    </Dialog>
  );
}
