import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { today } from '../../lib/dates.ts';
import { useSearchParam } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { MeetingsNav } from './MeetingsNav.tsx';
import { viewOf } from './meeting-views.ts';
import { MeetingYears } from './MeetingYears.tsx';
import styles from './MeetingsScreen.module.css';
import { PlanDialog } from './PlanDialog.tsx';
import { RequestDialog } from './RequestDialog.tsx';
import { RequestsInbox } from './RequestsInbox.tsx';
import { SeriesList } from './SeriesList.tsx';
import { TimelinePart } from './TimelinePart.tsx';
import { UpcomingMeetings } from './UpcomingMeetings.tsx';

/** Meetings by round, on the wheel, in time, to come, asked for, and the series they belong to. Y goes between rounds and wheel. */
export function MeetingsScreen() {
  const say = useText();
  const navigate = useNavigate();
  const view = viewOf(useSearchParam('view'));
  const show = useSearchParam('show');
  const [dialog, setDialog] = useState<'plan' | 'request' | null>(null);
  const { data } = useQuery(orpc.meetings.upcoming.queryOptions({ input: { today: today() } }));
  const open = (): void => setDialog(view === 'requests' ? 'request' : 'plan');
  const close = (): void => setDialog(null);
  useCommand('lists.new', open, dialog === null && view !== 'series');
  useCommand(
    'meetings.wheel',
    () =>
      void navigate({
        to: '/meetings',
        search: { ...(view === 'wheel' ? {} : { view: 'wheel' }), ...(show === undefined ? {} : { show }) },
      }),
    dialog === null,
  );
  return (
    <div className={styles.page}>
      <PageHeader
        actions={
          view === 'series' ? undefined : (
            <Button kbd="N" onPress={open} variant="main">
              {say(view === 'requests' ? 'meetings.requests.new' : 'meetings.new')}
            </Button>
          )
        }
        facts={say('meetings.ahead', { n: data?.meetings.length ?? 0 })}
        title={say('meetings.title')}
      />
      <MeetingsNav requests={data?.requests ?? 0} view={view} />
      {view === 'rounds' || view === 'wheel' ? <MeetingYears isWheel={view === 'wheel'} /> : null}
      {view === 'timeline' ? <TimelinePart /> : null}
      {view === 'upcoming' ? <UpcomingMeetings /> : null}
      {view === 'requests' ? <RequestsInbox /> : null}
      {view === 'series' ? <SeriesList /> : null}
      {dialog === 'plan' ? <PlanDialog onClose={close} /> : null}
      {dialog === 'request' ? <RequestDialog onClose={close} request={null} /> : null}
    </div>
  );
}
