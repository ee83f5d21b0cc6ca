import { Link } from '@tanstack/react-router';
import nav from '../../lib/nav/side-nav.module.css';
import { useText } from '../../lib/text.ts';
import { meetingViews, type MeetingsView } from './meeting-views.ts';
import styles from './meetings.module.css';

/** The sides of the meetings: rounds, the wheel, what is to come, what is asked for, what comes round. */
export function MeetingsNav({ view, requests }: { readonly view: MeetingsView; readonly requests: number }) {
  const say = useText();
  return (
    <nav aria-label={say('meetings.view')} className={nav.nav}>
      {meetingViews.map((id) => (
        <Link
          // Without this every view would count the plain address as its own.
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={id === view ? 'page' : undefined}
          className={nav.link}
          key={id}
          search={id === 'rounds' ? {} : { view: id }}
          to="/meetings"
        >
          {say(`meetings.view.${id}`)}
          {id === 'requests' && requests > 0 ? <span className={styles.count}>{requests}</span> : null}
        </Link>
      ))}
    </nav>
  );
}
