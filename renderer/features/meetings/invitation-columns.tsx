import type { Invitation } from '../../../shared/contract/meetings.ts';
import type { Dates } from '../../lib/dates.ts';
import type { Say } from '../../lib/text.ts';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { StatusText, type StatusTone } from '../../ui/status-text/StatusText.tsx';
import styles from './meetings.module.css';

const tones: Readonly<Record<Invitation['status'], StatusTone>> = {
  draft: 'neutral',
  prepared: 'neutral',
  sent: 'neutral',
  accepted: 'good',
  declined: 'neutral',
  'no-answer': 'warn',
};

/** Who, how it stands, when it was sent and answered, and whether they came. */
export function invitationColumns(say: Say, dates: Dates, language: string): readonly DataColumn<Invitation>[] {
  const day = (iso: string | null): string => (iso === null ? '–' : dates.day(iso));
  return [
    {
      id: 'who',
      header: say('meetings.invited.who'),
      isRowHeader: true,
      width: '40%',
      render: ({ organisation, person, place, who, note }) => (
        <span lang={language}>
          {organisation?.name ?? who}
          {organisation !== null && person !== null ? <span className={styles.note}>{person.name}</span> : null}
          {organisation !== null && person === null && place !== null ? <span className={styles.note}>{place.name}</span> : null}
          {note === null ? null : <span className={styles.note}>{note}</span>}
        </span>
      ),
    },
    {
      id: 'status',
      header: say('meetings.statusHead'),
      width: '16%',
      render: ({ status }) => <StatusText tone={tones[status]}>{say(`meetings.invitation.${status}`)}</StatusText>,
    },
    { id: 'sent', header: say('meetings.sentOn'), width: '16%', render: ({ sentOn }) => day(sentOn) },
    { id: 'answered', header: say('meetings.answeredOn'), width: '16%', render: ({ answeredOn }) => day(answeredOn) },
    {
      id: 'came',
      header: say('meetings.came'),
      width: '12%',
      render: ({ came }) => (came === null ? '–' : say(came ? 'meetings.came.yes' : 'meetings.came.no')),
    },
  ];
}
