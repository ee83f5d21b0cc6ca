import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { MeetingKind } from '../../../shared/contract/meetings.ts';
import type { VagueDate } from '../../../shared/model/vague.ts';
import { printedKey } from '../../../shared/commands/keys.ts';
import { client } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { today } from '../../lib/dates.ts';
import { VagueDateField } from '../../lib/fields/VagueDateField.tsx';
import { platform } from '../../lib/platform.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import type { Picked } from '../registers/index.ts';
import styles from './plan.module.css';
import { PlacePick } from './PlacePick.tsx';
import { useProjectChoice } from './use-project-choice.ts';

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
  const day = today();
  const project = useProjectChoice();
  const interfaceLanguage = useLanguage();
  const language = project.language ?? interfaceLanguage;
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<MeetingKind>('dialogue-meeting');
  const [places, setPlaces] = useState<readonly Picked[]>([]);
  const [planned, setPlanned] = useState<VagueDate | null>(null);
  const placeRef = useRef<HTMLInputElement>(null);
  const whenRef = useRef<HTMLInputElement>(null);
  const makeRef = useRef<HTMLSpanElement>(null);
  const [place] = places;
  const proposed = place === undefined ? say(`meetings.kind.${kind}`) : say('meetings.plan.titleOf', { place: place.name });

  async function make(): Promise<void> {
    const called = title.trim() === '' ? proposed : title.trim();
    const made = await save(() =>
      client.meetings.create({
        project: project.choice(called),
        fields: { kind, title: called, language, planned, placeId: place?.id ?? null, roundId: roundId ?? null },
      }),
    );
    if (made !== undefined) void navigate({ to: '/meetings/$meeting', params: { meeting: made.meetingId } });
  }
  useCommand('meetings.done', () => void make());

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <span ref={makeRef}>
            <Button kbd={printedKey('Mod+Enter', platform)} onPress={() => void make()} variant="main">
              {say('meetings.plan.makeOne')}
            </Button>
          </span>
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      size="large"
      title={say('meetings.plan.oneTitle')}
    >
      <div className={styles.form}>
        <TextField
          autoFocus
          label={say('meetings.plan.meetingTitle')}
          maxLength={200}
          onChange={setTitle}
          onKeyDown={(event) =>
            event.key === 'Enter' && !event.ctrlKey && !event.metaKey ? placeRef.current?.focus() : event.continuePropagation()
          }
          placeholder={proposed}
          value={title}
        />
        <PlacePick
          inputRef={placeRef}
          on={planned?.sortOn ?? null}
          onChange={(next) => setPlaces(next.slice(-1))}
          onDone={() => whenRef.current?.focus()}
          places={places}
        />
        <VagueDateField
          inputRef={whenRef}
          label={say('meetings.plan.when')}
          language={language}
          onCommit={setPlanned}
          onDone={() => makeRef.current?.querySelector('button')?.focus()}
          today={day}
          value={planned}
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
    </Dialog>
  );
}
