import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { MeetingDetails } from '../../../shared/contract/meetings.ts';
import { MeetingId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useDates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useRouteParam, useSearchParam } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { AttendancePart, MinutesRead, OutcomesPart, PhotosPart } from '../minutes/index.ts';
import { DistributionPart, SendDialog } from '../papers/index.ts';
import { AgendaPart } from './AgendaPart.tsx';
import { InvitationsPart } from './InvitationsPart.tsx';
import { MeetingFacts } from './MeetingFacts.tsx';
import { MeetingStatusText } from './MeetingStatusText.tsx';
import { MeetingStep } from './MeetingStep.tsx';
import { kindName, whenText } from './meeting-words.ts';
import styles from './meetings.module.css';
import { SheetPart } from './SheetPart.tsx';

/** One meeting: what it is, and what stands before, in and after it. */
export function MeetingScreen() {
  const meetingId = MeetingId.parse(useRouteParam('meeting'));
  const query = useQuery(orpc.meetings.get.queryOptions({ input: { meetingId } }));
  return <Loaded query={query}>{(meeting) => <MeetingPage key={meeting.id} meeting={meeting} />}</Loaded>;
}

type Part = 'before' | 'during' | 'after';

function MeetingPage({ meeting }: { readonly meeting: MeetingDetails }) {
  const say = useText();
  const dates = useDates();
  const navigate = useNavigate();
  const view = useSearchParam('view');
  const [areFactsOpen, setAreFactsOpen] = useState(hasRoomForFacts);
  const [isSending, setIsSending] = useState(false);
  const isBegun = meeting.held !== null || meeting.lines > 0;
  const part: Part = view === 'before' || view === 'during' || view === 'after' ? view : isBegun ? 'during' : 'before';
  const go = (to: Part): void => void navigate({ to: '.', search: { view: to } });
  const toMinutes = (): void => void navigate({ to: '/meetings/$meeting/minutes', params: { meeting: meeting.id } });
  useCommand('meetings.minutes', toMinutes, !isSending);
  useCommand('lists.export', () => setIsSending(true), !isSending);
  return (
    <SplitPane
      end={{
        label: say('meetings.factsPane'),
        handleLabel: say('meetings.factsWidth'),
        isOpen: areFactsOpen,
        defaultSize: 304,
        max: 360,
        children: <MeetingFacts meeting={meeting} />,
      }}
    >
      <PageHeader
        actions={
          <>
            <Button kbd="E" onPress={() => setIsSending(true)}>
              {say('meetings.send')}
            </Button>
            <Button kbd="R" onPress={toMinutes} variant="main">
              {say(isBegun ? 'meetings.openMinutes' : 'meetings.startMinutes')}
            </Button>
            <IconButton
              icon="rightPane"
              label={say(areFactsOpen ? 'meetings.hideFacts' : 'meetings.showFacts')}
              onPress={() => setAreFactsOpen(!areFactsOpen)}
            />
          </>
        }
        facts={
          <>
            <MeetingStatusText status={meeting.status} />
            {[kindName(meeting, say), whenText(meeting, say, dates), meeting.area, meeting.venue, meeting.round?.name]
              .filter((fact) => fact !== null && fact !== undefined && fact !== '')
              .map((fact) => ` · ${String(fact)}`)
              .join('')}
          </>
        }
        title={<span lang={meeting.language}>{meeting.title}</span>}
      />
      <MeetingStep meeting={meeting} onMinutes={toMinutes} onSend={() => setIsSending(true)} onShow={go} />
      <div className={styles.views}>
        <SegmentedControl
          label={say('meetings.parts')}
          onChange={go}
          segments={(['before', 'during', 'after'] as const).map((id) => ({ id, label: say(`meetings.part.${id}`) }))}
          value={part}
        />
      </div>
      {part === 'before' ? <Before meeting={meeting} /> : null}
      {part === 'during' ? <MinutesRead meetingId={meeting.id} /> : null}
      {part === 'after' ? (
        <div className={styles.parts}>
          <AttendancePart meetingId={meeting.id} />
          <DistributionPart meetingId={meeting.id} />
          <OutcomesPart meetingId={meeting.id} />
          <PhotosPart meetingId={meeting.id} />
        </div>
      ) : null}
      <SendDialog isOpen={isSending} meetingIds={[meeting.id]} onClose={() => setIsSending(false)} />
    </SplitPane>
  );
}

function Before({ meeting }: { readonly meeting: MeetingDetails }) {
  const on = (meeting.held?.on ?? meeting.planned.sortOn)?.slice(0, 10) ?? null;
  return (
    <div className={styles.parts}>
      <InvitationsPart
        coverage={meeting.coverage}
        invitations={meeting.invitations}
        language={meeting.language}
        meetingId={meeting.id}
        on={on}
      />
      <AgendaPart meeting={meeting} />
      <SheetPart
        isHeld={meeting.held !== null || meeting.status === 'in-session'}
        language={meeting.language}
        owner={{ meetingId: meeting.id }}
        sheets={meeting.sheets}
      />
    </div>
  );
}

/** In a narrow window the pane would lie over the page; there it opens when it is asked for. */
function hasRoomForFacts(): boolean {
  return window.matchMedia('(min-width: 75rem)').matches;
}
