import { Link, useNavigate } from '@tanstack/react-router';
import type { MeetingRow } from '../../../shared/contract/meetings.ts';
import { useDates, type Dates } from '../../lib/dates.ts';
import { useText, type Say } from '../../lib/text.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { groupRounds } from './group-rounds.ts';
import { isOutsidePeriod, whenText } from './meeting-words.ts';
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
          <h2 lang={round === null ? undefined : ofRound[0]?.language}>
            {round === null ? (
              name
            ) : (
              <Link className={styles.roundLink} params={{ round: round.id }} to="/rounds/$round">
                {name}
              </Link>
            )}
          </h2>
          {round?.series === null || round === null ? null : (
            <span className={styles.note} lang={ofRound[0]?.language}>
              {[round.series, dates.due(round.planned)].filter((part) => part !== '').join(' · ')}
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
  const when = (meeting: MeetingRow) => (
    <>
      <span lang={meeting.language}>{whenText(meeting, say, dates)}</span>
      {isOutsidePeriod(meeting) ? <span className={styles.under}>{say('meetings.outside')}</span> : null}
    </>
  );
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
          {meeting.gapReason === null ? null : (
            <span className={styles.under} lang={meeting.language}>
              {meeting.gapReason}
            </span>
          )}
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
