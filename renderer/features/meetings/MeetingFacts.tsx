import type { MeetingDetails } from '../../../shared/contract/meetings.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { Facts } from '../../ui/facts/Facts.tsx';
import styles from './MeetingScreen.module.css';

/** Who came, in which roles, what the meeting was for, and what was sent to whom afterwards. */
export function MeetingFacts({ meeting }: { readonly meeting: MeetingDetails }) {
  const say = useText();
  const dates = useDates();
  const facts = [
    { name: say('meetings.kindHead'), value: say(`meetings.kind.${meeting.kind}`) },
    {
      name: say('meetings.purposes'),
      value: meeting.purposes.length === 0 ? null : <span lang={meeting.language}>{meeting.purposes.join(' · ')}</span>,
    },
    { name: say('meetings.formatHead'), value: say(`meetings.format.${meeting.format}`) },
    {
      name: say('meetings.preferred'),
      value:
        meeting.preferredFormat === null || meeting.preferredFormat === meeting.format
          ? null
          : say(`meetings.format.${meeting.preferredFormat}`),
    },
    {
      name: say('meetings.planned'),
      value: meeting.held === null ? null : <span lang={meeting.language}>{dates.due(meeting.planned)}</span>,
    },
    { name: say('meetings.gap'), value: meeting.gapReason === null ? null : <span lang={meeting.language}>{meeting.gapReason}</span> },
    {
      name: say('meetings.impression'),
      value: meeting.impression === null ? null : <span lang={meeting.language}>{meeting.impression}</span>,
    },
    { name: say('meetings.project'), value: meeting.project },
  ].filter((fact) => fact.name !== say('meetings.planned') || dates.due(meeting.planned) !== '');
  return (
    // The pane scrolls and may hold no control: without a tab stop the keyboard could not reach its end.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <div aria-label={say('meetings.factsPane')} className={styles.pane} role="group" tabIndex={0}>
      <Present meeting={meeting} />
      {meeting.roles.length === 0 ? null : (
        <section>
          <h2>{say('meetings.roles')}</h2>
          <Facts
            facts={meeting.roles.map(({ role, who }) => ({ name: say(`meetings.role.${role}`), value: who }))}
            lang={meeting.language}
          />
        </section>
      )}
      <section>
        <h2>{say('meetings.about')}</h2>
        <Facts facts={facts} />
      </section>
      <Invited meeting={meeting} />
      <Sent meeting={meeting} />
    </div>
  );
}

function Present({ meeting }: { readonly meeting: MeetingDetails }) {
  const say = useText();
  const dates = useDates();
  if (meeting.attendance === null && meeting.attendees.length === 0) return null;
  return (
    <section>
      <h2 className={styles.paneHead}>
        {say('meetings.present')}
        <span>{meeting.attendance === null ? '' : dates.counted(meeting.attendance)}</span>
      </h2>
      <p className={styles.note}>{say(meeting.attendance?.precision === 'average' ? 'meetings.averageNote' : 'meetings.namesOptional')}</p>
      <ul className={styles.rows}>
        {meeting.attendees.map(({ role, from, count, precision }) => (
          <li className={styles.row} key={`${role}/${from ?? ''}`}>
            <span lang={meeting.language}>{from === null ? role : `${role}, ${from}`}</span>
            <span className="num">{count === null ? '' : dates.counted({ count, precision: precision ?? 'exact' })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Invited({ meeting }: { readonly meeting: MeetingDetails }) {
  const say = useText();
  if (meeting.invitations.length === 0) return null;
  const accepted = meeting.invitations.filter((invitation) => invitation.status === 'accepted').length;
  return (
    <section>
      <h2>{say('meetings.invited')}</h2>
      <p className={styles.note}>{say('meetings.invitedCount', { n: meeting.invitations.length, accepted })}</p>
      <ul className={styles.rows}>
        {meeting.invitations.map(({ who, status }) => (
          <li className={styles.row} key={who}>
            <span>{who}</span>
            <span className={styles.note}>{say(`meetings.invitation.${status}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sent({ meeting }: { readonly meeting: MeetingDetails }) {
  const say = useText();
  const dates = useDates();
  return (
    <section>
      <h2>{say('meetings.sent')}</h2>
      <p className={styles.note}>{say('meetings.contactList', { n: meeting.contactListCount })}</p>
      {meeting.distributions.length === 0 ? <p className={styles.note}>{say('meetings.nothingSent')}</p> : null}
      <ul className={styles.rows}>
        {meeting.distributions.map(({ what, recipient, sentOn }) => (
          <li className={styles.row} key={`${what}/${recipient}/${sentOn}`}>
            <span>{say('meetings.sentTo', { what: say(`meetings.what.${what}`), recipient })}</span>
            <span className={styles.note}>{dates.day(sentOn)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
