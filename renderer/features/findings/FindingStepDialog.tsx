import { useEffect, useRef, useState } from 'react';
import { findingStepNeeds, nextFindingStatuses } from '../../../shared/contract/finding-life.ts';
import type { FindingRow, FindingStatus } from '../../../shared/contract/findings.ts';
import { client } from '../../lib/client.ts';
import { FormDialog } from '../../lib/dialogs/FormDialog.tsx';
import { FieldStack } from '../../lib/fields/FieldStack.tsx';
import { FormDayField } from '../../lib/fields/FormDayField.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { RadioGroup } from '../../ui/radio-group/RadioGroup.tsx';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { MeetingPicker, type PickedMeeting } from '../actions/index.ts';
import { RegisterPicker, type Picked } from '../registers/index.ts';

export interface FindingStepDialogProps {
  readonly finding: FindingRow;
  readonly day: string;
  readonly onClose: () => void;
}

/** The next step in a finding's life: only the steps that lead from where it stands, each with what it needs. */
export function FindingStepDialog({ finding, day, onClose }: FindingStepDialogProps) {
  const say = useText();
  const save = useSave();
  const steps = nextFindingStatuses(finding.status);
  const [status, setStatus] = useState<FindingStatus | null>(steps[0] ?? null);
  const [meeting, setMeeting] = useState<PickedMeeting | null>(meetingOfLife(finding));
  const [body, setBody] = useState<Picked | null>(null);
  const [wording, setWording] = useState(finding.wording);
  const [note, setNote] = useState('');
  const [happenedOn, setHappenedOn] = useState<string | null>(day);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);
  const needs = status === null ? null : findingStepNeeds(status);

  async function carryOut(): Promise<void> {
    if (status === null || happenedOn === null) return;
    const step = {
      findingId: finding.id,
      status,
      happenedOn,
      note: note.trim(),
      ...(meeting === null ? {} : { meetingId: meeting.id }),
      ...(body === null ? {} : { bodyId: body.id }),
      ...(needs?.wording === true ? { wording: wording.trim() === '' ? finding.wording : wording } : {}),
    };
    if ((await save(() => client.findings.setStatus(step))) !== undefined) onClose();
  }

  return (
    <FormDialog
      onClose={onClose}
      onSave={carryOut}
      saveLabel={say('findings.step.save')}
      title={say('findings.step.title', { code: finding.code })}
    >
      <FieldStack ref={form}>
        <RadioGroup
          label={say('findings.step')}
          onChange={setStatus}
          options={steps.map((id) => ({ id, label: say(`findings.status.${id}`) }))}
          value={status}
        />
        {needs?.wording === true ? (
          <TextArea isWords label={say('findings.step.wording')} lang={finding.language} onChange={setWording} rows={2} value={wording} />
        ) : null}
        <MeetingPicker label={say('findings.step.meeting')} onPick={setMeeting} projectId={finding.projectId} value={meeting} />
        <RegisterPicker kind="bodies" label={say('findings.step.body')} on={happenedOn ?? day} onPick={setBody} value={body} />
        <TextArea label={say('findings.step.note')} labelNote={say('actions.optional')} onChange={setNote} rows={2} value={note} />
        <FormDayField label={say('findings.step.on')} onChange={setHappenedOn} today={day} value={happenedOn} />
      </FieldStack>
    </FormDialog>
  );
}

/** The conference it was last taken to: what it says there is said in that meeting. */
function meetingOfLife(finding: FindingRow): PickedMeeting | null {
  const taken = finding.status === 'to-conference' ? finding.events.findLast((event) => event.status === 'to-conference') : undefined;
  return taken?.meeting === undefined || taken.meeting === null ? null : { ...taken.meeting, on: null };
}
