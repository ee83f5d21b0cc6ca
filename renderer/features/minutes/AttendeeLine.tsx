import { useState } from 'react';
import type { Attendee } from '../../../shared/contract/minutes-after.ts';
import type { MeetingId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';
import { counted } from '../../../shared/model/vague.ts';
import { client } from '../../lib/client.ts';
import { today, useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { useKeptText } from '../../lib/use-kept-text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { attendeeName } from './attendee-name.ts';
import { CountCell } from './CountCell.tsx';
import styles from './parts.module.css';
import { WhoField, type Who } from './WhoField.tsx';

interface AttendeeLineProps {
  readonly attendee: Attendee;
  readonly meetingId: MeetingId;
  readonly lang: Language;
}

/** One row of who was there: who, how many, and behind the dots the rest. */
export function AttendeeLine({ attendee, meetingId, lang }: AttendeeLineProps) {
  const say = useText();
  const save = useSave();
  const [isOpen, setIsOpen] = useState(false);
  const name = attendeeName(attendee);
  const put = (change: Partial<Row>): void => void save(() => client.minutes.putAttendee({ meetingId, ...rowOf(attendee), ...change }));
  return (
    <li className={styles.attendee}>
      <div className={styles.row}>
        <span lang={lang}>{name}</span>
        <span className={styles.rowEnd}>
          <CountCell
            label={say('minutes.attendance.count', { who: name })}
            onCommit={(value) => put({ count: value?.count ?? null, precision: value?.precision ?? null })}
            value={counted(attendee.count, attendee.precision)}
          />
          <IconButton
            aria-expanded={isOpen}
            icon="more"
            label={say('minutes.attendance.details', { who: name })}
            onPress={() => setIsOpen(!isOpen)}
            size="small"
          />
        </span>
      </div>
      {attendee.person === null ? null : <Contact attendee={attendee} meetingId={meetingId} />}
      {isOpen ? <Details attendee={attendee} name={name} onPut={put} /> : null}
    </li>
  );
}

type Row = Omit<Parameters<typeof client.minutes.putAttendee>[0], 'meetingId'>;

function rowOf({ id, role, organisation, body, person, count, precision, note }: Attendee): Row {
  return {
    id,
    role,
    organisationId: organisation?.id ?? null,
    bodyId: body?.id ?? null,
    personId: person?.id ?? null,
    count,
    precision,
    note,
  };
}

/** Whether a person by name may stand on this meeting's contact list. Nobody does without having said so. */
function Contact({ attendee, meetingId }: { readonly attendee: Attendee; readonly meetingId: MeetingId }) {
  const say = useText();
  const dates = useDates();
  const save = useSave();
  const { person, contact } = attendee;
  if (person === null) return null;
  const isOn = contact !== null && contact.withdrawnOn === null;
  const since =
    contact === null
      ? undefined
      : contact.withdrawnOn === null
        ? say('minutes.contact.since', { day: dates.day(contact.consentedOn) })
        : say('minutes.contact.withdrawn', { day: dates.day(contact.withdrawnOn) });
  return (
    <Checkbox
      aria-label={`${say('minutes.contact')}: ${person.name}`}
      {...(since === undefined ? {} : { help: since })}
      isSelected={isOn}
      onChange={(isConsenting) => void save(() => client.minutes.setContact({ meetingId, personId: person.id, isConsenting, on: today() }))}
    >
      {say('minutes.contact')}
    </Checkbox>
  );
}

interface DetailsProps {
  readonly attendee: Attendee;
  readonly name: string;
  readonly onPut: (change: Partial<Row>) => void;
}

function Details({ attendee, name, onPut }: DetailsProps) {
  const say = useText();
  const save = useSave();
  const role = useKeptText(attendee.role, (text) => onPut({ role: text.trim() }));
  const note = useKeptText(attendee.note ?? '', (text) => onPut({ note: text.trim() === '' ? null : text.trim() }));
  function from(who: Who): void {
    if (who.kind === 'organisations') onPut({ organisationId: who.id, bodyId: null });
    else if (who.kind === 'bodies') onPut({ bodyId: who.id, organisationId: null });
  }
  return (
    <div className={styles.details}>
      <TextField
        help={say('minutes.attendance.roleHelp')}
        label={say('minutes.attendance.role')}
        onBlur={role.onBlur}
        onChange={role.onChange}
        value={role.text}
      />
      <WhoField
        kinds={['organisations', 'bodies']}
        label={say('minutes.attendance.organisations')}
        onChoose={from}
        onClear={() => onPut({ organisationId: null, bodyId: null })}
        value={attendee.body?.name ?? attendee.organisation?.name ?? ''}
      />
      <WhoField
        kinds={['people']}
        label={say('minutes.attendance.person')}
        onChoose={(who) => (who.kind === 'people' ? onPut({ personId: who.id }) : undefined)}
        onClear={() => onPut({ personId: null })}
        value={attendee.person?.name ?? ''}
      />
      <TextField label={say('minutes.attendance.note')} onBlur={note.onBlur} onChange={note.onChange} value={note.text} />
      <div>
        <Button isDanger onPress={() => void save(() => client.minutes.removeAttendee({ id: attendee.id }))} size="bar" variant="quiet">
          {say('minutes.attendance.remove', { who: name })}
        </Button>
      </div>
    </div>
  );
}
