import { useState } from 'react';
import { Polarity } from '../../../shared/contract/findings.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { FormDialog } from '../../lib/dialogs/FormDialog.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { RadioGroup } from '../../ui/radio-group/RadioGroup.tsx';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { MeetingPicker, type PickedMeeting } from '../actions/index.ts';

/** Where a new finding is made, and what it rests on. */
export interface FindingOrigin {
  readonly projectId: ProjectId;
  readonly evidence?: readonly { readonly kind: 'text' | 'theme' | 'exhibit' | 'meeting'; readonly id: string }[];
}

/** What the dialog asks for. */
export interface FindingWords {
  readonly projectId: ProjectId;
  readonly wording: string;
  readonly polarity: Polarity;
  readonly language: Language;
  readonly today: string;
  readonly meetingId?: string;
}

export interface NewFindingDialogProps {
  readonly origin: FindingOrigin;
  /** Makes the finding otherwise: from something that is not evidence yet. */
  readonly make?: (words: FindingWords) => Promise<{ readonly findingId: string; readonly code: string }>;
  /** Words to begin with, to be made the person's own. */
  readonly offered?: string;
  readonly language: Language;
  readonly day: string;
  readonly onMade: (made: { readonly findingId: string; readonly code: string }) => void;
  readonly onClose: () => void;
}

/** What was found, in the words it is told with; a statement, a table or a meeting it was made from is its evidence. */
export function NewFindingDialog({ origin, make, offered = '', language, day, onMade, onClose }: NewFindingDialogProps) {
  const say = useText();
  const save = useSave();
  const [wording, setWording] = useState(offered);
  const [polarity, setPolarity] = useState<Polarity>('neutral');
  const [meeting, setMeeting] = useState<PickedMeeting | null>(null);
  const [isTried, setTried] = useState(false);
  const isMissing = wording.trim() === '';
  async function carryOut(): Promise<void> {
    setTried(true);
    if (isMissing) return;
    const where = meeting === null ? {} : { meetingId: meeting.id };
    const { projectId, evidence } = origin;
    const from = evidence === undefined ? {} : { evidence: [...evidence] };
    const words = { projectId, ...where, wording, polarity, language, today: day };
    const made = await save<{ readonly findingId: string; readonly code: string }>(() =>
      make === undefined ? client.findings.create({ ...words, ...from }) : make(words),
    );
    if (made === undefined) return;
    onClose();
    onMade(made);
  }
  return (
    <FormDialog onClose={onClose} onSave={carryOut} saveLabel={say('findings.add.save')} title={say('findings.add')}>
      <TextArea
        autoFocus
        error={isTried && isMissing ? say('findings.add.wordingMissing') : undefined}
        isWords
        label={say('findings.wording')}
        lang={language}
        onChange={setWording}
        rows={2}
        value={wording}
      />
      <RadioGroup
        label={say('findings.polarity')}
        look="row"
        onChange={setPolarity}
        options={Polarity.options.map((id) => ({ id, label: say(`findings.polarity.${id}`) }))}
        value={polarity}
      />
      <MeetingPicker label={say('findings.madeIn')} onPick={setMeeting} projectId={origin.projectId} value={meeting} />
    </FormDialog>
  );
}
