import { useState } from 'react';
import type { MeetingRequest } from '../../../shared/contract/meetings-planning.ts';
import { printedKey } from '../../../shared/commands/keys.ts';
import type { VagueDate } from '../../../shared/model/vague.ts';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { client } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { today } from '../../lib/dates.ts';
import { VagueDateField } from '../../lib/fields/VagueDateField.tsx';
import { platform } from '../../lib/platform.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { RegisterPicker, type Picked } from '../registers/index.ts';
import styles from './plan.module.css';

/** A request as it came in: the words, who asks, for which place, and when. */
export function RequestDialog({ request, onClose }: { readonly request: MeetingRequest | null; readonly onClose: () => void }) {
  const say = useText();
  const save = useSave();
  const language = useLanguage();
  const day = today();
  const [wording, setWording] = useState(request?.wording ?? '');
  const [organisation, setOrganisation] = useState<Picked | null>(request?.askedBy.organisation ?? null);
  const [person, setPerson] = useState<Picked | null>(request?.askedBy.person ?? null);
  const [place, setPlace] = useState<Picked | null>(request?.place ?? null);
  const [asSaid, setAsSaid] = useState(request?.askedBy.asSaid ?? '');
  const [asked, setAsked] = useState<VagueDate | null>(dayAsked(request === null ? day : request.askedOn));
  const [isTried, setIsTried] = useState(false);

  const keep = useOneAtATime(async () => {
    setIsTried(true);
    if (wording.trim() === '') return;
    const done = await save(() =>
      client.meetings.saveRequest({
        id: request?.id ?? null,
        wording: wording.trim(),
        organisationId: organisation?.id ?? null,
        personId: person?.id ?? null,
        placeId: place?.id ?? null,
        askedByAsSaid: asSaid.trim() === '' ? null : asSaid.trim(),
        askedOn: asked?.sortOn ?? null,
      }),
    );
    if (done !== undefined) onClose();
  });
  useCommand('meetings.done', () => void keep());

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button kbd={printedKey('Mod+Enter', platform)} onPress={() => void keep()} variant="main">
            {say('meetings.request.keep')}
          </Button>
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      size="large"
      title={say('meetings.request.title')}
    >
      <div className={styles.form}>
        <TextArea
          autoFocus
          error={isTried && wording.trim() === '' ? say('meetings.request.wordingMissing') : undefined}
          isWords
          label={say('meetings.request.wording')}
          onChange={setWording}
          value={wording}
        />
        <div className={styles.grid}>
          <RegisterPicker
            canCreate
            kind="organisations"
            label={say('meetings.role.organisation')}
            onPick={setOrganisation}
            value={organisation}
          />
          <RegisterPicker canCreate kind="people" label={say('meetings.role.person')} onPick={setPerson} value={person} />
          <RegisterPicker kind="places" label={say('meetings.area')} on={asked?.sortOn ?? day} onPick={setPlace} value={place} />
          <TextField label={say('meetings.request.how')} maxLength={300} onChange={setAsSaid} value={asSaid} />
          <VagueDateField label={say('meetings.request.on')} language={language} onCommit={setAsked} today={day} value={asked} />
        </div>
      </div>
    </Dialog>
  );
}

function dayAsked(on: string | null): VagueDate | null {
  return on === null ? null : { asSaid: null, sortOn: on, precision: 'day' };
}
