import { useState } from 'react';
import type { FindingId, MeetingId, ProjectId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';
import type { VagueDate } from '../../../shared/model/vague.ts';
import { client } from '../../lib/client.ts';
import { FormDialog } from '../../lib/dialogs/FormDialog.tsx';
import { VagueDateField } from '../../lib/fields/VagueDateField.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';

/** Where an action comes from. */
export interface ActionOrigin {
  readonly projectId?: ProjectId | null;
  readonly meetingId?: MeetingId | null;
  readonly findingId?: FindingId;
  readonly observationId?: string;
  readonly placeId?: string | null;
}

export interface NewActionDialogProps {
  readonly origin: ActionOrigin;
  readonly language: Language;
  readonly day: string;
  /** What may be agreed already, in the words of what it comes from. */
  readonly wording?: string;
  readonly onMade: (made: { readonly actionId: string; readonly code: string }) => void;
  readonly onClose: () => void;
}

/** What was agreed, who does it and by when. Owner and due may be missing; then it stands where such actions are found. */
export function NewActionDialog({ origin, language, day, wording: given = '', onMade, onClose }: NewActionDialogProps) {
  const say = useText();
  const save = useSave();
  const [words, setWords] = useState({ wording: given, owner: '', parties: '' });
  const [due, setDue] = useState<VagueDate | null>(null);
  const [isTried, setTried] = useState(false);
  const isMissing = words.wording.trim() === '';
  async function carryOut(): Promise<void> {
    setTried(true);
    if (isMissing) return;
    const { wording, owner, parties } = words;
    const made = await save(() =>
      client.actions.create({ ...origin, wording, ownerAsSaid: owner, parties, language, today: day, ...(due === null ? {} : { due }) }),
    );
    if (made === undefined) return;
    onClose();
    onMade(made);
  }
  return (
    <FormDialog onClose={onClose} onSave={carryOut} saveLabel={say('actions.add.save')} title={say('actions.add')}>
      <TextArea
        autoFocus
        error={isTried && isMissing ? say('actions.add.wordingMissing') : undefined}
        isWords
        label={say('actions.wording')}
        lang={language}
        onChange={(wording) => setWords({ ...words, wording })}
        rows={2}
        value={words.wording}
      />
      <TextField
        label={say('actions.owner')}
        labelNote={say('actions.optional')}
        onChange={(owner) => setWords({ ...words, owner })}
        value={words.owner}
      />
      <TextField
        label={say('actions.parties')}
        labelNote={say('actions.optional')}
        onChange={(parties) => setWords({ ...words, parties })}
        value={words.parties}
      />
      <VagueDateField isAhead label={say('actions.due')} language={language} onCommit={setDue} today={day} value={due} />
    </FormDialog>
  );
}
