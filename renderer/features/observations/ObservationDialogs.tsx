import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ObservationStatus, type ObservationKind, type ObservationRow } from '../../../shared/contract/observations.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { FormDialog } from '../../lib/dialogs/FormDialog.tsx';
import { FieldStack } from '../../lib/fields/FieldStack.tsx';
import { FormDayField } from '../../lib/fields/FormDayField.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { RadioGroup } from '../../ui/radio-group/RadioGroup.tsx';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { MeetingPicker, NewActionDialog, type PickedMeeting } from '../actions/index.ts';
import { DeidentifyDialog } from './DeidentifyDialog.tsx';
import { NewObservationDialog } from './NewObservationDialog.tsx';
import type { ObservationDeed } from './ObservationDetail.tsx';
import { ShareDialog } from './ShareDialog.tsx';

export interface ObservationDialogsProps {
  readonly deed: ObservationDeed | 'new' | null;
  /** The chosen one, if any. */
  readonly observation: ObservationRow | undefined;
  readonly kind: ObservationKind | undefined;
  readonly projectId: ProjectId | undefined;
  readonly language: Language;
  readonly day: string;
  readonly onMade: (observationId: string) => void;
  readonly onClose: () => void;
}

/** The dialog of what is being done in the list of examples and ideas. */
export function ObservationDialogs({ deed, observation, kind, projectId, language, day, onMade, onClose }: ObservationDialogsProps) {
  const navigate = useNavigate();
  if (deed === 'new')
    return <NewObservationDialog day={day} kind={kind} language={language} onClose={onClose} onMade={onMade} projectId={projectId} />;
  if (observation === undefined) return null;
  switch (deed) {
    case 'status':
      return <StatusDialog day={day} observation={observation} onClose={onClose} />;
    case 'share':
      return observation.isShareable ? <ShareDialog day={day} observation={observation} onClose={onClose} /> : null;
    case 'deidentify':
      return <DeidentifyDialog day={day} observation={observation} onClose={onClose} />;
    case 'action':
      return (
        <NewActionDialog
          day={day}
          language={observation.language}
          onClose={onClose}
          onMade={({ actionId }) => void navigate({ to: '/actions/$action', params: { action: actionId } })}
          origin={{ projectId: observation.projectId, observationId: observation.id, placeId: observation.place?.id ?? null }}
          wording={observation.kind === 'idea' ? observation.title : ''}
        />
      );
    case null:
      return null;
  }
}

interface StatusDialogProps {
  readonly observation: ObservationRow;
  readonly day: string;
  readonly onClose: () => void;
}

function StatusDialog({ observation, day, onClose }: StatusDialogProps) {
  const say = useText();
  const save = useSave();
  const [status, setStatus] = useState<ObservationStatus>(observation.status);
  const [note, setNote] = useState('');
  const [meeting, setMeeting] = useState<PickedMeeting | null>(null);
  const [happenedOn, setHappenedOn] = useState<string | null>(day);
  const [isMissing, setMissing] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  // The arrows choose from where it stands now.
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);
  async function carryOut(): Promise<void> {
    const isNoteMissing = status === 'dropped' && note.trim() === '';
    setMissing(isNoteMissing);
    if (isNoteMissing || happenedOn === null) return;
    const where = meeting === null ? {} : { meetingId: meeting.id };
    const step = { observationId: observation.id, status, happenedOn, note: note.trim(), ...where };
    if ((await save(() => client.observations.setStatus(step))) !== undefined) onClose();
  }
  return (
    <FormDialog
      onClose={onClose}
      onSave={carryOut}
      saveLabel={say('observations.changeStatus')}
      title={<span lang={observation.language}>{observation.title}</span>}
    >
      <FieldStack ref={form}>
        <RadioGroup
          label={say('observations.status')}
          onChange={setStatus}
          options={ObservationStatus.options.map((id) => ({ id, label: say(`observations.status.${id}`) }))}
          value={status}
        />
        <TextArea
          error={isMissing ? say('observations.noteMissing') : undefined}
          label={say('observations.note')}
          onChange={setNote}
          rows={2}
          value={note}
        />
        <FormDayField label={say('observations.happenedOn')} onChange={setHappenedOn} today={day} value={happenedOn} />
        <MeetingPicker label={say('findings.step.meeting')} onPick={setMeeting} value={meeting} />
      </FieldStack>
    </FormDialog>
  );
}
