import { Link } from '@tanstack/react-router';
import type { WheelMeeting } from '../../../shared/contract/projects.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import styles from './OverviewScreen.module.css';

/** The year as a list, where there are too many areas for a wheel. */
export function YearList({ meetings }: { readonly meetings: readonly WheelMeeting[] }) {
  const say = useText();
  const dates = useDates();
  return (
    <ul className={styles.list}>
      {meetings.map((meeting) => (
        <li className={styles.item} key={meeting.id}>
          <span className={styles.words}>
            <Link params={{ meeting: meeting.id }} to="/meetings/$meeting">
              {meeting.area === '' ? meeting.title : meeting.area}
            </Link>
            <span className={styles.note}>{say(`meetings.status.${meeting.status}`)}</span>
          </span>
          <span className={styles.when}>{meeting.held === null ? dates.due(meeting.planned) : dates.held(meeting.held)}</span>
        </li>
      ))}
    </ul>
  );
}
