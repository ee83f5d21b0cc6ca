import { useState } from 'react';
import { MeetingRole, type MeetingDetails } from '../../../shared/contract/meetings.ts';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { RegisterPicker, type Picked } from '../registers/index.ts';
import styles from './meetings.module.css';

/** Who did what in the meeting, roles kept apart; two can share one. */
export function MeetingRoles({ meeting }: { readonly meeting: MeetingDetails }) {
  const say = useText();
  const save = useSave();
  const [role, setRole] = useState<MeetingRole>('host');
  const [person, setPerson] = useState<Picked | null>(null);
  const [organisation, setOrganisation] = useState<Picked | null>(null);

  const add = useOneAtATime(async () => {
    const made = await save(() =>
      client.meetings.addRole({ meetingId: meeting.id, role, personId: person?.id ?? null, organisationId: organisation?.id ?? null }),
    );
    if (made === undefined) return;
    setPerson(null);
    setOrganisation(null);
  });
  return (
    <section aria-label={say('meetings.roles')} className={styles.facts}>
      <h2>{say('meetings.roles')}</h2>
      <ul className={styles.rows}>
        {meeting.roles.map(({ id, role: theirs, who }) => (
          <li className={styles.row} key={id}>
            <span className={styles.note}>{say(`meetings.role.${theirs}`)}</span>
            <span lang={meeting.language}>{who}</span>
            <IconButton
              icon="remove"
              label={say('meetings.role.remove', { who, role: say(`meetings.role.${theirs}`) })}
              onPress={() => void save(() => client.meetings.removeRole({ id }))}
              size="small"
            />
          </li>
        ))}
      </ul>
      <Select
        label={say('meetings.role.as')}
        onChange={setRole}
        options={MeetingRole.options.map((id) => ({ id, label: say(`meetings.role.${id}`) }))}
        value={role}
      />
      <RegisterPicker canCreate kind="people" label={say('meetings.role.person')} onPick={setPerson} value={person} />
      <RegisterPicker
        canCreate
        kind="organisations"
        label={say('meetings.role.organisation')}
        onPick={setOrganisation}
        value={organisation}
      />
      <Button isDisabled={person === null && organisation === null} onPress={() => void add()} size="bar">
        {say('meetings.role.add')}
      </Button>
    </section>
  );
}
