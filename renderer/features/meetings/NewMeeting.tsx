import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { MeetingKind } from '../../../shared/contract/meetings.ts';
import { printedKey } from '../../../shared/commands/keys.ts';
import { client } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { DeedDialog } from '../../lib/dialogs/DeedDialog.tsx';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Select } from '../../ui/select/Select.tsx';
import styles from './plan.module.css';
import { PlanFields } from './PlanFields.tsx';
import { usePlan } from './use-plan.ts';

interface NewMeetingProps {
  readonly onClose: () => void;
  /** The round it is to belong to. */
  readonly roundId?: string;
}

/** One meeting: what, where, when. Everything else is written on its page. */
export function NewMeeting({ onClose, roundId }: NewMeetingProps) {
  const say = useText();
  const save = useSave();
  const navigate = useNavigate();
  const plan = usePlan();
  const { project, language, planned } = plan;
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<MeetingKind>('dialogue-meeting');
  const makeRef = useRef<HTMLSpanElement>(null);
  const [place] = plan.places;
  const proposed = place === undefined ? say(`meetings.kind.${kind}`) : say('meetings.plan.titleOf', { place: place.name });

  const make = useOneAtATime(async () => {
    const called = title.trim() === '' ? proposed : title.trim();
    const made = await save(() =>
      client.meetings.create({
        project: project.choice(called),
        fields: { kind, title: called, language, planned, placeId: place?.id ?? null, roundId: roundId ?? null },
      }),
    );
    if (made !== undefined) await navigate({ to: '/meetings/$meeting', params: { meeting: made.meetingId } });
  });
  useCommand('meetings.done', () => void make());

  return (
    <DeedDialog
      kbd={printedKey('Mod+Enter', platform)}
      onClose={onClose}
      onSave={make}
      saveLabel={say('meetings.plan.makeOne')}
      saveRef={makeRef}
      size="large"
      title={say('meetings.plan.oneTitle')}
    >
      <div className={styles.form}>
        <PlanFields
          name={title}
          nameLabel={say('meetings.plan.meetingTitle')}
          onDone={() => makeRef.current?.querySelector('button')?.focus()}
          onName={setTitle}
          onPlaces={(next) => plan.setPlaces(next.slice(-1))}
          plan={plan}
          proposed={proposed}
        />
        <div className={styles.grid}>
          <Select
            label={say('meetings.kindHead')}
            onChange={setKind}
            options={MeetingKind.options.map((id) => ({ id, label: say(`meetings.kind.${id}`) }))}
            value={kind}
          />
          <Select label={say('meetings.project')} onChange={project.onChange} options={project.options} value={project.value} />
        </div>
      </div>
    </DeedDialog>
  );
}
