import { type ReactNode, useState } from 'react';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { FormDialog } from '../../lib/dialogs/FormDialog.tsx';
import { FormDayField } from '../../lib/fields/FormDayField.tsx';
import { useText } from '../../lib/text.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './ActionsScreen.module.css';
import { MeetingPicker, type PickedMeeting } from './MeetingPicker.tsx';

/** When, how, by whom, to whom and where the users were told. */
export interface Told {
  readonly toldOn: string;
  readonly how: string;
  readonly by: string | null;
  readonly to: string | null;
  readonly meetingId?: PickedMeeting['id'];
}

export interface ReportBackDialogProps {
  /** What they were told about, in its own words. */
  readonly about: ReactNode;
  readonly day: string;
  readonly projectId: ProjectId | null;
  /** True when it is kept. */
  readonly onTell: (told: Told) => Promise<boolean>;
  readonly onClose: () => void;
}

/** The users have been told what came of it: the last step, without which what was done stays in sight. */
export function ReportBackDialog({ about, day, projectId, onTell, onClose }: ReportBackDialogProps) {
  const say = useText();
  const [toldOn, setToldOn] = useState<string | null>(day);
  const [words, setWords] = useState({ how: '', by: '', to: '' });
  const [meeting, setMeeting] = useState<PickedMeeting | null>(null);
  const [isTried, setTried] = useState(false);
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  async function carryOut(): Promise<void> {
    setTried(true);
    if (toldOn === null || words.how.trim() === '') return;
    const { how, by, to } = words;
    const where = meeting === null ? {} : { meetingId: meeting.id };
    if (await onTell({ toldOn, how: how.trim(), by: orNull(by), to: orNull(to), ...where })) onClose();
  }
  return (
    <FormDialog onClose={onClose} onSave={carryOut} saveLabel={say('actions.back.save')} title={say('actions.back.title')}>
      <p className={styles.about}>{about}</p>
      <TextField
        autoFocus
        error={isTried && words.how.trim() === '' ? say('actions.back.howMissing') : undefined}
        help={say('actions.back.howHelp')}
        label={say('actions.back.how')}
        onChange={(how) => setWords({ ...words, how })}
        value={words.how}
      />
      <FormDayField label={say('actions.back.on')} onChange={setToldOn} today={day} value={toldOn} />
      <TextField label={say('actions.back.by')} onChange={(by) => setWords({ ...words, by })} value={words.by} />
      <TextField label={say('actions.back.to')} onChange={(to) => setWords({ ...words, to })} value={words.to} />
      <MeetingPicker label={say('actions.back.meeting')} onPick={setMeeting} projectId={projectId ?? undefined} value={meeting} />
    </FormDialog>
  );
}
