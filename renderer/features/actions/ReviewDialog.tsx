import { useState } from 'react';
import type { ActionRow } from '../../../shared/contract/actions.ts';
import { client } from '../../lib/client.ts';
import { FormDialog } from '../../lib/dialogs/FormDialog.tsx';
import { FormDayField } from '../../lib/fields/FormDayField.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { RegisterPicker, type Picked } from '../registers/index.ts';
import styles from './ActionsScreen.module.css';
import { MeetingPicker, type PickedMeeting } from './MeetingPicker.tsx';

export interface ReviewDialogProps {
  readonly action: ActionRow;
  readonly day: string;
  readonly onClose: () => void;
}

/** Another body has looked at what was agreed: who, when, in which meeting, and what they said. */
export function ReviewDialog({ action, day, onClose }: ReviewDialogProps) {
  const say = useText();
  const save = useSave();
  const { reviewingBody } = action;
  const [body, setBody] = useState<Picked | null>(reviewingBody === null ? null : { ...reviewingBody, detail: '' });
  const [meeting, setMeeting] = useState<PickedMeeting | null>(action.followUp);
  const [happenedOn, setHappenedOn] = useState<string | null>(day);
  const [note, setNote] = useState('');
  async function carryOut(): Promise<void> {
    if (happenedOn === null) return;
    const where = meeting === null ? {} : { meetingId: meeting.id };
    const step = { actionId: action.id, bodyId: body?.id ?? null, happenedOn, note: note.trim(), ...where };
    if ((await save(() => client.actions.review(step))) !== undefined) onClose();
  }
  return (
    <FormDialog onClose={onClose} onSave={carryOut} saveLabel={say('actions.review.save')} title={say('actions.review.title')}>
      <p className={styles.about} lang={action.language}>
        {action.wording}
      </p>
      <TextArea autoFocus label={say('actions.note')} labelNote={say('actions.optional')} onChange={setNote} value={note} />
      <RegisterPicker kind="bodies" label={say('actions.review.body')} on={happenedOn ?? day} onPick={setBody} value={body} />
      <FormDayField label={say('actions.happenedOn')} onChange={setHappenedOn} today={day} value={happenedOn} />
      <MeetingPicker label={say('actions.back.meeting')} onPick={setMeeting} value={meeting} />
    </FormDialog>
  );
}
