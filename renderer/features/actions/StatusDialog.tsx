import { useEffect, useRef, useState } from 'react';
import { ActionStatus, type ActionRow } from '../../../shared/contract/actions.ts';
import { FormDialog } from '../../lib/dialogs/FormDialog.tsx';
import { FieldStack } from '../../lib/fields/FieldStack.tsx';
import { FormDayField } from '../../lib/fields/FormDayField.tsx';
import { useText } from '../../lib/text.ts';
import { RadioGroup } from '../../ui/radio-group/RadioGroup.tsx';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import styles from './ActionsScreen.module.css';
import { needsNote } from './needs-note.ts';
import { useSetStatus } from './use-set-status.ts';

export interface StatusDialogProps {
  readonly action: ActionRow;
  readonly day: string;
  readonly onClose: () => void;
}

/** How it goes with an action, since when, and why when it was dropped or moved on to others. */
export function StatusDialog({ action, day, onClose }: StatusDialogProps) {
  const say = useText();
  const setStatus = useSetStatus();
  const [status, setChosen] = useState<ActionStatus>(action.status);
  const [note, setNote] = useState('');
  const [happenedOn, setHappenedOn] = useState<string | null>(day);
  const [isMissing, setIsMissing] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  // The arrows choose from where it stands now.
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);

  async function carryOut(): Promise<void> {
    const isNoteMissing = needsNote(status) && note.trim() === '';
    setIsMissing(isNoteMissing);
    if (isNoteMissing || happenedOn === null) return;
    const isSaved = await setStatus({ actionId: action.id, status, happenedOn, ...(note.trim() === '' ? {} : { note: note.trim() }) });
    if (isSaved) onClose();
  }

  return (
    <FormDialog
      onClose={onClose}
      onSave={carryOut}
      saveLabel={say('actions.changeStatus')}
      title={<span lang={action.language}>{action.wording}</span>}
    >
      <FieldStack ref={form}>
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
        <FormDayField label={say('actions.happenedOn')} onChange={setHappenedOn} today={day} value={happenedOn} />
        <p className={styles.said}>{say('actions.kept')}</p>
      </FieldStack>
    </FormDialog>
  );
}
