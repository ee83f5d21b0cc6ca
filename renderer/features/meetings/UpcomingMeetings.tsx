import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { MeetingRow } from '../../../shared/contract/meetings.ts';
import { daysBetween } from '../../../shared/model/vague.ts';
import { orpc } from '../../lib/client.ts';
import { today, useDates, type Dates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText, type Say } from '../../lib/text.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import { whenText } from './meeting-words.ts';
import { MeetingStatusText } from './MeetingStatusText.tsx';
import styles from './meetings.module.css';

/** Meetings to come, soonest first. */
export function UpcomingMeetings() {
  const say = useText();
  const dates = useDates();
  const navigate = useNavigate();
  const query = useQuery(orpc.meetings.upcoming.queryOptions({ input: { today: today() } }));
  return (
    <Loaded query={query}>
      {({ meetings }) => (
        <div className={styles.list}>
          <DataTable
            columns={columnsOf(say, dates)}
            empty={<EmptyState how={say('meetings.emptyHow')} what={say('meetings.upcoming.empty')} />}
            isFullWidth
            label={say('meetings.view.upcoming')}
            onOpen={(meeting) => void navigate({ to: '/meetings/$meeting', params: { meeting: meeting.id } })}
            rowKey={({ id }) => id}
            rows={meetings}
          />
        </div>
      )}
    </Loaded>
  );
}

function columnsOf(say: Say, dates: Dates): readonly DataColumn<MeetingRow>[] {
  const ahead = ({ planned, held }: MeetingRow) => {
    if (held !== null || planned.sortOn === null) return '–';
    const days = daysBetween(today(), planned.sortOn);
    return days < 0 ? <StatusText tone="warn">{say('meetings.upcoming.passed')}</StatusText> : dates.ahead(days);
  };
  return [
    {
      id: 'when',
      header: say('meetings.when'),
      width: '26%',
      render: (meeting) => (
        <span lang={meeting.language}>{whenText(meeting, say, dates) === '' ? '–' : whenText(meeting, say, dates)}</span>
      ),
    },
    { id: 'ahead', header: say('meetings.upcoming.ahead'), width: '12%', render: ahead },
    {
      id: 'title',
      header: say('meetings.meeting'),
      isRowHeader: true,
      width: '30%',
      render: (meeting) => (
        <>
          <span lang={meeting.language}>{meeting.title}</span>
          {meeting.round === null ? null : (
            <span className={styles.note} lang={meeting.language}>
              {meeting.round.name}
            </span>
          )}
        </>
      ),
    },
    {
      id: 'area',
      header: say('meetings.area'),
      width: '18%',
      render: ({ area, venue }) => [area, venue ?? ''].filter((part) => part !== '').join(', '),
    },
    { id: 'status', header: say('meetings.statusHead'), width: '14%', render: ({ status }) => <MeetingStatusText status={status} /> },
  ];
}
