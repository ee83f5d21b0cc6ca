import type { MeetingRecipients, Recipient } from '../../../shared/contract/papers.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { getsLetter, recipientKey, type SendChoices } from './send-plan.ts';
import styles from './papers.module.css';

interface RecipientListProps {
  readonly meetings: readonly MeetingRecipients[];
  readonly choices: SendChoices;
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Who gets it, meeting by meeting; who has no address, and who has had it before. */
export function RecipientList({ meetings, choices, chosen, onChange }: RecipientListProps) {
  const say = useText();
  const all = meetings.flatMap(({ meetingId, recipients }) => recipients.map(({ ref }) => recipientKey(meetingId, ref)));
  const isForAttendees = choices.what === 'minutes' || choices.what === 'contact-list';
  const areAll = chosen.size === all.length;
  return (
    <fieldset className={styles.recipients}>
      <legend>
        {say('papers.send.recipients')}
        <span aria-live="polite" className={styles.about}>
          {say('papers.send.recipientCount', { n: chosen.size })}
        </span>
        <Button onPress={() => onChange(areAll ? new Set() : new Set(all))} size="bar" variant="quiet">
          {say(areAll ? 'papers.send.selectNone' : 'papers.send.selectAll')}
        </Button>
      </legend>
      {isForAttendees ? <p className={styles.help}>{say('papers.send.attendeesOnly')}</p> : null}
      <div className={styles.people}>
        {meetings.map((meeting) => (
          <MeetingPeople
            choices={choices}
            chosen={chosen}
            isNamed={meetings.length > 1}
            key={meeting.meetingId}
            meeting={meeting}
            onChange={onChange}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface MeetingPeopleProps extends Omit<RecipientListProps, 'meetings'> {
  readonly meeting: MeetingRecipients;
  readonly isNamed: boolean;
}

function MeetingPeople({ meeting, isNamed, choices, chosen, onChange }: MeetingPeopleProps) {
  function toggle(key: string, isOn: boolean): void {
    const next = new Set(chosen);
    if (isOn) next.add(key);
    else next.delete(key);
    onChange(next);
  }
  return (
    <>
      {isNamed ? <h3 lang={meeting.language}>{meeting.title}</h3> : null}
      {meeting.recipients.map((recipient) => {
        const key = recipientKey(meeting.meetingId, recipient.ref);
        return (
          <Checkbox isSelected={chosen.has(key)} key={key} onChange={(isOn) => toggle(key, isOn)}>
            <span className={styles.person}>{recipient.name}</span> <About choices={choices} recipient={recipient} />
          </Checkbox>
        );
      })}
    </>
  );
}

/** "Røstlaget · svenska · ingen e-post, får brev · sendt 3. april 2026" */
function About({ recipient, choices }: { readonly recipient: Recipient; readonly choices: SendChoices }) {
  const say = useText();
  const dates = useDates();
  const { of, language, email, last, invitation } = recipient;
  const parts = [
    of,
    choices.language === 'own' ? say(`projects.language.${language}`) : '',
    email === null ? say(getsLetter(recipient, choices) ? 'papers.send.noEmailLetter' : 'papers.send.noEmail') : '',
    invitation === 'declined' ? say('meetings.invitation.declined') : '',
    last === null ? '' : say(last.status === 'sent' ? 'papers.send.lastSent' : 'papers.send.lastPrepared', { day: dates.day(last.on) }),
  ];
  return <span className={styles.about}>{parts.filter((part) => part !== '').join(' · ')}</span>;
}
