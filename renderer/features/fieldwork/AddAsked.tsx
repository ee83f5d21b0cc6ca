import { useEffect, useRef, useState } from 'react';
import { printedKey } from '../../../shared/commands/keys.ts';
import type { WaveFigures } from '../../../shared/contract/fieldwork-asked.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import type { EventPrecision } from '../../../shared/model/participation.ts';
import { client } from '../../lib/client.ts';
import { today } from '../../lib/dates.ts';
import { formKeys } from '../../lib/form-keys.ts';
import { platform } from '../../lib/platform.ts';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './fieldwork.module.css';
import { parseGroups } from './parse-groups.ts';

/** Adds people to the list: a number, or who recruits how many. Codes are given by the program, in random order. */
export function AddAsked({
  projectId,
  wave,
  onClose,
}: {
  readonly projectId: ProjectId;
  readonly wave: WaveFigures;
  readonly onClose: () => void;
}) {
  const say = useText();
  const save = useSave();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [invitedOn, setInvitedOn] = useState(() => today());
  const [isAbout, setAbout] = useState(false);
  useEffect(() => area.current?.focus(), []);
  const { groups, total, looksLikeNames } = parseGroups(text);
  const canAdd = total > 0 && !looksLikeNames && invitedOn !== '';
  const add = useOneAtATime(async () => {
    if (!canAdd) return;
    const precision: EventPrecision = isAbout ? 'about' : 'exact';
    const added = await save(() =>
      client.fieldwork.addAsked({ projectId, waveId: wave.waveId, groups: groups.map((group) => ({ ...group })), invitedOn, precision }),
    );
    if (added === undefined) return;
    notice.set({ text: say('fieldwork.add.done', { count: added.added, first: added.firstCode, last: added.lastCode }), tone: 'neutral' });
    onClose();
  });
  return (
    <section aria-labelledby="add-asked" className={styles.form} {...formKeys(() => void add(), onClose)}>
      <h2 className={styles.heading} id="add-asked">
        {say('fieldwork.add.title', { wave: wave.name })}
      </h2>
      <p className={styles.lead}>{say('fieldwork.add.lead')}</p>
      <div className={styles.fields}>
        <div className={styles.wide}>
          <TextArea
            error={looksLikeNames ? say('fieldwork.add.names') : undefined}
            help={say('fieldwork.add.help')}
            label={say('fieldwork.add.who')}
            onChange={setText}
            rows={3}
            textAreaRef={area}
            value={text}
          />
        </div>
        <TextField label={say('fieldwork.add.invitedOn')} length={16} onChange={setInvitedOn} type="date" value={invitedOn} />
        <Checkbox isSelected={isAbout} onChange={setAbout}>
          {say('fieldwork.event.about')}
        </Checkbox>
      </div>
      <div className={styles.actions}>
        <Button onPress={onClose}>{say('app.cancel')}</Button>
        <Button isDisabled={!canAdd} kbd={printedKey('Mod+Enter', platform)} onPress={() => void add()} variant="main">
          {say('fieldwork.add.add', { count: total })}
        </Button>
        <span aria-live="polite" className={styles.quiet}>
          {total > 0 && groups.some((group) => group.recruitedBy !== '') ? say('fieldwork.add.groups', { count: groups.length }) : ''}
        </span>
      </div>
    </section>
  );
}
