import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MeetingDetails } from '../../../shared/contract/meetings.ts';
import { MeetingId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useDates, type Dates } from '../../lib/dates.ts';
import { formatTime } from '../../lib/format.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useRouteParam } from '../../lib/route.ts';
import { useLanguage, useText, type Say } from '../../lib/text.ts';
import type { Language } from '../../../shared/model/text.ts';
import { Banner } from '../../ui/banner/Banner.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { MeetingAgenda } from './MeetingAgenda.tsx';
import { MeetingFacts } from './MeetingFacts.tsx';
import { MeetingStatusText } from './MeetingStatusText.tsx';
import { Minutes } from './Minutes.tsx';

/** One meeting with its minutes, for reading. */
export function MeetingScreen() {
  const meetingId = MeetingId.parse(useRouteParam('meeting'));
  const language = useLanguage();
  const query = useQuery(orpc.meetings.get.queryOptions({ input: { meetingId, language } }));
  return <Loaded query={query}>{(meeting) => <MeetingPage meeting={meeting} />}</Loaded>;
}

function MeetingPage({ meeting }: { readonly meeting: MeetingDetails }) {
  const say = useText();
  const dates = useDates();
  const language = useLanguage();
  const [areFactsOpen, setAreFactsOpen] = useState(hasRoomForFacts);
  return (
    <SplitPane
      end={{
        label: say('meetings.factsPane'),
        handleLabel: say('meetings.factsWidth'),
        isOpen: areFactsOpen,
        children: <MeetingFacts meeting={meeting} />,
      }}
      start={{ label: say('meetings.agenda'), handleLabel: say('meetings.agendaWidth'), children: <MeetingAgenda meeting={meeting} /> }}
    >
      <PageHeader
        actions={
          <>
            <MeetingStatusText status={meeting.status} />
            <IconButton
              icon="rightPane"
              label={say(areFactsOpen ? 'meetings.hideFacts' : 'meetings.showFacts')}
              onPress={() => setAreFactsOpen(!areFactsOpen)}
            />
          </>
        }
        facts={headline(meeting, say, dates, language)}
        title={<span lang={meeting.language}>{meeting.title}</span>}
      />
      {meeting.status === 'changed-after-sending' ? (
        <Banner icon="changedNumbers" title={say('meetings.changedAfter')} tone="warn" />
      ) : null}
      <Minutes meeting={meeting} />
    </SplitPane>
  );
}

/** In a narrow window the pane would lie over the minutes; there it opens when it is asked for. */
function hasRoomForFacts(): boolean {
  return window.matchMedia('(min-width: 75rem)').matches;
}

/** "22. april 2025 kl. 13.00–16.00 · Fjordvik · Rådhuset · Våren 2025" */
function headline(meeting: MeetingDetails, say: Say, dates: Dates, language: Language): string {
  const day = meeting.held === null ? dates.due(meeting.planned) : dates.held(meeting.held);
  const times = [meeting.startsAt, meeting.endsAt].map((at) => (at === null ? '' : formatTime(at, language)));
  const when =
    times[0] === '' ? day : say('meetings.at', { day, from: times[0] ?? '', to: times[1] === '' ? 'none' : (times[1] ?? 'none') });
  return [when, meeting.area, meeting.venue, meeting.round?.name]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(' · ');
}
