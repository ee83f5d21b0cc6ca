import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { DetailPane } from '../../ui/detail-pane/DetailPane.tsx';
import type { ThemeLine } from './meeting-rows.ts';
import styles from './compare.module.css';

interface MinutesPaneProps {
  readonly projectId: ProjectId;
  readonly line: ThemeLine;
  readonly name: string;
  /** Minutes of the project's own meetings alone. */
  readonly isOwn: boolean;
  readonly onClose: () => void;
}

/** The words behind a theme: the lines of the minutes, and the way to what persons said. */
export function MinutesPane({ projectId, line, name, isOwn, onClose }: MinutesPaneProps) {
  const say = useText();
  const dates = useDates();
  const { themeId, meetings, row } = line.theme;
  const query = useQuery({
    ...orpc.recurrence.lines.queryOptions({
      input: { filter: isOwn ? { projectId } : {}, by: 'years', placeMode: 'as-recorded', themeId },
    }),
    enabled: meetings !== null,
  });
  return (
    <DetailPane closeLabel={say('compare.pane.close')} onClose={onClose} title={name}>
      <ul className={styles.ways}>
        {row === null ? null : (
          <li>
            <Link params={{ project: projectId }} search={{ only: `e:${themeId}`, rows: 'person' }} to="/projects/$project/quotes">
              {say('compare.meetings.toQuotes')}
            </Link>
          </li>
        )}
        {meetings === null ? null : (
          <li>
            <Link search={{ theme: themeId, ...(isOwn ? { filter: `project:${projectId}` } : {}) }} to="/recurrence">
              {say('compare.meetings.toRecurrence')}
            </Link>
          </li>
        )}
      </ul>
      {meetings === null ? (
        <p className={styles.quiet}>{say('compare.meetings.noMeeting')}</p>
      ) : (
        <Loaded query={query}>
          {({ lines, total }) => (
            <>
              <p className={styles.quiet}>
                {lines.length < total
                  ? say('compare.meetings.firstLines', { n: lines.length, total })
                  : say('compare.meetings.lines', { n: total })}
              </p>
              <ul className={styles.said}>
                {lines.map((said) => (
                  <li key={said.id}>
                    <p className={styles.words} lang={said.language}>
                      {said.body}
                    </p>
                    <p className={styles.quiet}>
                      <Link params={{ meeting: said.meetingId }} to="/meetings/$meeting">
                        {said.meeting}
                      </Link>
                      {[said.held === null ? null : dates.held(said.held), said.place]
                        .filter((part) => part !== null)
                        .map((part) => `, ${part}`)
                        .join('')}
                    </p>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Loaded>
      )}
    </DetailPane>
  );
}
