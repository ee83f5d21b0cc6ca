import { useNavigate } from '@tanstack/react-router';
import type { MeetingRow, RoundDetails } from '../../../shared/contract/meetings.ts';
import { useDates, type Dates } from '../../lib/dates.ts';
import { useText, type Say } from '../../lib/text.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { isOutsidePeriod, whenText } from './meeting-words.ts';
import { MeetingStatusText } from './MeetingStatusText.tsx';
import styles from './meetings.module.css';

interface RoundMeetingsProps {
  readonly round: RoundDetails;
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
}

/** The meetings of a round: the plan against the day, what explains a gap, who was asked and came. */
export function RoundMeetings({ round, chosen, onChosen }: RoundMeetingsProps) {
  const say = useText();
  const dates = useDates();
  const navigate = useNavigate();
  return (
    <DataTable
      columns={columnsOf(round, say, dates)}
      empty={<EmptyState how={say('meetings.round.emptyHow')} what={say('meetings.round.empty')} />}
      label={say('meetings.title')}
      onOpen={(meeting) => void navigate({ to: '/meetings/$meeting', params: { meeting: meeting.id } })}
      rowKey={(meeting) => meeting.id}
      rows={round.meetings}
      selection={{
        keys: chosen,
        onChange: onChosen,
        header: say('meetings.choose'),
        rowLabel: ({ title }) => say('meetings.chooseOne', { who: title }),
      }}
    />
  );
}

function columnsOf(round: RoundDetails, say: Say, dates: Dates): readonly DataColumn<MeetingRow>[] {
  const asked = Map.groupBy(round.invitations, ({ meetingId }) => meetingId);
  return [
    {
      id: 'title',
      header: say('meetings.meeting'),
      isRowHeader: true,
      width: '34%',
      render: (meeting) => (
        <>
          <span lang={meeting.language}>{meeting.title}</span>
          {meeting.isFirstOfKind ? <span className={styles.note}>{say('meetings.first')}</span> : null}
          {meeting.gapReason === null ? null : (
            <span className={styles.note} lang={meeting.language}>
              {meeting.gapReason}
            </span>
          )}
        </>
      ),
    },
    { id: 'area', header: say('meetings.area'), width: '16%', render: ({ area }) => (area === '' ? '–' : area) },
    {
      id: 'when',
      header: say('meetings.when'),
      width: '24%',
      render: (meeting) => (
        <>
          {whenText(meeting, say, dates)}
          {isOutsidePeriod(meeting) ? <span className={styles.note}>{say('meetings.outside')}</span> : null}
        </>
      ),
    },
    { id: 'status', header: say('meetings.statusHead'), width: '14%', render: ({ status }) => <MeetingStatusText status={status} /> },
    {
      id: 'asked',
      header: say('meetings.asked'),
      align: 'end',
      width: '12%',
      render: ({ id, held }) => {
        const of = asked.get(id) ?? [];
        if (of.length === 0) return '–';
        const came = of.filter((one) => one.came === true).length;
        return held === null ? of.length : say('meetings.askedCame', { invited: of.length, came });
      },
    },
    {
      id: 'present',
      header: say('meetings.present'),
      align: 'end',
      width: '10%',
      render: ({ attendance }) => (attendance === null ? '–' : dates.counted(attendance)),
    },
  ];
}
