import { useNavigate } from '@tanstack/react-router';
import type { MeetingRow } from '../../../shared/contract/meetings.ts';
import { useDates, type Dates } from '../../lib/dates.ts';
import { useText, type Say } from '../../lib/text.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { groupRounds } from './group-rounds.ts';
import { MeetingStatusText } from './MeetingStatusText.tsx';
import styles from './MeetingsScreen.module.css';

/** The meetings under the round they belong to; those outside a round stand under their own heading. */
export function MeetingRounds({ meetings }: { readonly meetings: readonly MeetingRow[] }) {
  const say = useText();
  const dates = useDates();
  const navigate = useNavigate();
  return groupRounds(meetings).map(({ key, meetings: ofRound }) => {
    const round = ofRound[0]?.round ?? null;
    const name = round === null ? say('meetings.noRound') : round.name;
    return (
      <section aria-label={name} className={styles.round} key={key}>
        <div className={styles.roundHead}>
          <h2 lang={round === null ? undefined : ofRound[0]?.language}>{name}</h2>
          {round?.series === null || round === null ? null : (
            <span className={styles.note} lang={ofRound[0]?.language}>
              {round.series}
            </span>
          )}
        </div>
        <DataTable
          columns={meetingTableColumns(say, dates)}
          label={name}
          onOpen={(meeting) => void navigate({ to: '/meetings/$meeting', params: { meeting: meeting.id } })}
          rowKey={(meeting) => meeting.id}
          rows={ofRound}
        />
      </section>
    );
  });
}

function meetingTableColumns(say: Say, dates: Dates): readonly DataColumn<MeetingRow>[] {
  const when = (meeting: MeetingRow) =>
    meeting.held === null ? <span lang={meeting.language}>{dates.due(meeting.planned)}</span> : dates.held(meeting.held);
  return [
    {
      id: 'title',
      header: say('meetings.meeting'),
      isRowHeader: true,
      width: '36%',
      render: (meeting) => (
        <>
          <span lang={meeting.language}>{meeting.title}</span>
          {meeting.isFirstOfKind ? <span className={styles.first}>{say('meetings.first')}</span> : null}
        </>
      ),
    },
    { id: 'area', header: say('meetings.area'), width: '16%', render: (meeting) => (meeting.area === '' ? '–' : meeting.area) },
    { id: 'when', header: say('meetings.when'), width: '18%', render: when },
    { id: 'status', header: say('meetings.statusHead'), width: '14%', render: (meeting) => <MeetingStatusText status={meeting.status} /> },
    {
      id: 'present',
      header: say('meetings.present'),
      align: 'end',
      width: '8%',
      render: (meeting) => (meeting.attendance === null ? '–' : dates.counted(meeting.attendance)),
    },
    { id: 'actions', header: say('meetings.openActions'), align: 'end', width: '8%', render: (meeting) => meeting.openActions },
  ];
}
