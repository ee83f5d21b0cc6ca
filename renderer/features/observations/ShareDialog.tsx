import { useState } from 'react';
import type { ObservationRow } from '../../../shared/contract/observations.ts';
import { client } from '../../lib/client.ts';
import { FormDialog } from '../../lib/dialogs/FormDialog.tsx';
import { FormDayField } from '../../lib/fields/FormDayField.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { MeetingPicker, type PickedMeeting } from '../actions/index.ts';
import { RegisterPicker, type Picked } from '../registers/index.ts';
import styles from './observations.module.css';

export interface ShareDialogProps {
  readonly observation: ObservationRow;
  readonly day: string;
  readonly onClose: () => void;
}

/** Carries an example or an idea on to another place, and keeps who heard of it and when. */
export function ShareDialog({ observation, day, onClose }: ShareDialogProps) {
  const say = useText();
  const save = useSave();
  const [place, setPlace] = useState<Picked | null>(null);
  const [meeting, setMeeting] = useState<PickedMeeting | null>(null);
  const [happenedOn, setHappenedOn] = useState<string | null>(day);
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  async function carryOut(): Promise<void> {
    setTried(true);
    if (place === null || happenedOn === null) return;
    const where = meeting === null ? {} : { meetingId: meeting.id };
    const step = { observationId: observation.id, placeId: place.id, happenedOn, note: note.trim(), ...where };
    if ((await save(() => client.observations.share(step))) !== undefined) onClose();
  }
  return (
    <FormDialog onClose={onClose} onSave={carryOut} saveLabel={say('observations.share.save')} title={say('observations.share.title')}>
      <p className={styles.words} lang={observation.language}>
        {observation.title}
      </p>
      <RegisterPicker kind="places" label={say('observations.share.where')} on={happenedOn ?? day} onPick={setPlace} value={place} />
      {isTried && place === null ? (
        <p className={styles.error} role="alert">
          {say('observations.share.missing')}
        </p>
      ) : null}
      <TextArea label={say('findings.step.note')} labelNote={say('actions.optional')} onChange={setNote} rows={2} value={note} />
      <FormDayField label={say('observations.happenedOn')} onChange={setHappenedOn} today={day} value={happenedOn} />
      <MeetingPicker label={say('findings.step.meeting')} onPick={setMeeting} value={meeting} />
    </FormDialog>
  );
}
