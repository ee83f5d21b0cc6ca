import { useState } from 'react';
import { ObservationKind } from '../../../shared/contract/observations.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { FormDialog } from '../../lib/dialogs/FormDialog.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Select } from '../../ui/select/Select.tsx';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { MeetingPicker, type PickedMeeting } from '../actions/index.ts';
import { RegisterPicker, type Picked } from '../registers/index.ts';

export interface NewObservationDialogProps {
  readonly kind: ObservationKind | undefined;
  readonly projectId: ProjectId | undefined;
  readonly language: Language;
  readonly day: string;
  readonly onMade: (observationId: string) => void;
  readonly onClose: () => void;
}

/** A good example, a challenge, an idea or a story, with where it comes from. */
export function NewObservationDialog({ kind: given, projectId, language, day, onMade, onClose }: NewObservationDialogProps) {
  const say = useText();
  const save = useSave();
  const [kind, setKind] = useState<ObservationKind>(given ?? 'good-example');
  const [words, setWords] = useState({ title: '', body: '' });
  const [place, setPlace] = useState<Picked | null>(null);
  const [meeting, setMeeting] = useState<PickedMeeting | null>(null);
  const [isTried, setTried] = useState(false);
  const isMissing = words.title.trim() === '';
  async function carryOut(): Promise<void> {
    setTried(true);
    if (isMissing) return;
    const made = await save(() =>
      client.observations.create({
        kind,
        title: words.title.slice(0, 200),
        body: words.body,
        language,
        today: day,
        placeId: place?.id ?? null,
        ...(projectId === undefined ? {} : { projectId }),
        ...(meeting === null ? {} : { meetingId: meeting.id }),
      }),
    );
    if (made === undefined) return;
    onClose();
    onMade(made.observationId);
  }
  return (
    <FormDialog onClose={onClose} onSave={carryOut} saveLabel={say('observations.add.save')} title={say('observations.add.title')}>
      <TextField
        autoFocus
        error={isTried && isMissing ? say('observations.add.missing') : undefined}
        label={say('observations.what')}
        lang={language}
        maxLength={200}
        onChange={(title) => setWords({ ...words, title })}
        value={words.title}
      />
      <Select
        label={say('observations.kind')}
        onChange={setKind}
        options={ObservationKind.options.map((id) => ({ id, label: say(`observations.kind.${id}`) }))}
        value={kind}
      />
      <TextArea
        isWords
        label={say('observations.body')}
        labelNote={say('actions.optional')}
        lang={language}
        onChange={(body) => setWords({ ...words, body })}
        rows={3}
        value={words.body}
      />
      <RegisterPicker kind="places" label={say('observations.place')} on={day} onPick={setPlace} value={place} />
      <MeetingPicker label={say('observations.meeting')} onPick={setMeeting} projectId={projectId} value={meeting} />
    </FormDialog>
  );
}
