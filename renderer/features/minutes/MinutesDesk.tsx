import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { MinutesOf } from '../../../shared/contract/minutes.ts';
import { client } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { today, useDates, type Dates } from '../../lib/dates.ts';
import { notice } from '../../lib/status.ts';
import { useText, type Say } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Banner } from '../../ui/banner/Banner.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { AttendancePane } from './AttendancePane.tsx';
import { Editor } from './Editor.tsx';
import styles from './editor.module.css';
import { MarkKeys } from './MarkKeys.tsx';
import { MinutesAgenda } from './MinutesAgenda.tsx';
import { dayOf, type Desk } from './minutes-desk.ts';
import { currentLine, useLineDeeds } from './use-line-deeds.ts';
import { goToItem } from './use-minutes-file.ts';

interface MinutesDeskProps {
  readonly desk: Desk;
  readonly minutes: MinutesOf;
}

/** Agenda, text and attendance side by side, and the course of the meeting by key. */
export function MinutesDesk({ desk, minutes }: MinutesDeskProps) {
  const say = useText();
  const dates = useDates();
  const save = useSave();
  const navigate = useNavigate();
  const [isHere, setIsHere] = useState(false);
  const [isPaneOpen, setIsPaneOpen] = useState(() => window.matchMedia('(min-width: 75rem)').matches);
  const pane = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const deeds = useLineDeeds(desk, minutes, isHere);
  const isOver = ['held', 'minutes-sent', 'changed-after-sending'].includes(minutes.status);
  const toMeeting = (): void => void navigate({ to: '/meetings/$meeting', params: { meeting: minutes.meetingId } });

  async function finish(): Promise<void> {
    await desk.flush();
    const heldOn = dayOf(minutes);
    const done = await save(() => client.minutes.finish({ meetingId: minutes.meetingId, heldOn }));
    if (done === undefined) return;
    if (!isOver) notice.set({ text: say('minutes.finished', { day: dates.day(heldOn) }), tone: 'neutral' });
    toMeeting();
  }
  function itemDone(): void {
    const itemId = currentLine(desk)?.agendaItemId ?? null;
    const index = minutes.agenda.findIndex((item) => item.id === itemId);
    const item = minutes.agenda[index];
    if (item !== undefined && !item.isDone) void save(() => client.minutes.setItemDone({ itemId: item.id, isDone: true }));
    const next = minutes.agenda[index + 1];
    if (next === undefined) void finish();
    else goToItem(desk, next.id);
  }
  function step(by: -1 | 1): void {
    const { items } = desk.store.get().draft;
    const next = items[items.indexOf(currentLine(desk)?.agendaItemId ?? null) + by];
    if (next !== undefined) goToItem(desk, next);
  }
  useCommand('minutes.done', itemDone, isHere);
  useCommand('minutes.nextItem', () => step(1), isHere);
  useCommand('minutes.previousItem', () => step(-1), isHere);
  /** To the attendance and back to the line. */
  function goBetween(): void {
    if (pane.current?.contains(document.activeElement) === true) {
      text.current?.querySelector('textarea')?.focus();
      return;
    }
    // The pane must be there before focus can go to it.
    flushSync(() => setIsPaneOpen(true));
    pane.current?.querySelector<HTMLElement>('[data-add-attendee] button, [data-add-attendee] input')?.focus();
  }
  useCommand('minutes.attendance', goBetween);
  useCommand('minutes.finish', () => void finish(), !isOver);

  return (
    <SplitPane
      end={{
        label: say('minutes.facts'),
        handleLabel: say('minutes.factsWidth'),
        isOpen: isPaneOpen,
        children: <AttendancePane minutes={minutes} paneRef={pane} />,
      }}
      start={{
        label: say('minutes.agenda'),
        handleLabel: say('minutes.agendaWidth'),
        children: <MinutesAgenda desk={desk} minutes={minutes} />,
      }}
    >
      <div className={styles.frame}>
        <PageHeader
          actions={
            <>
              {isOver ? (
                <Button onPress={toMeeting}>{say('minutes.toMeeting')}</Button>
              ) : (
                <Button onPress={() => void finish()}>{say('minutes.finish')}</Button>
              )}
              <IconButton
                icon="rightPane"
                label={say(isPaneOpen ? 'minutes.hideFacts' : 'minutes.showFacts')}
                onPress={() => setIsPaneOpen(!isPaneOpen)}
              />
            </>
          }
          facts={factsOf(minutes, dates, say)}
          title={<span lang={minutes.language}>{minutes.title}</span>}
        />
        <Course minutes={minutes} />
        <div className={styles.scroll} ref={text}>
          <Editor desk={desk} minutes={minutes} onHere={setIsHere} />
        </div>
        <MarkKeys
          onMark={deeds.mark}
          onWho={() => {
            const line = currentLine(desk);
            if (line !== undefined) desk.open({ lineId: line.id, kind: 'who' });
          }}
        />
      </div>
    </SplitPane>
  );
}

/** "19. mars 2026 kl. 13.00–16.00 · Fjordvik · rådhuset · Våren 2026" */
function factsOf(minutes: MinutesOf, dates: Dates, say: Say): string {
  const day = minutes.held === null ? dates.due(minutes.planned) : dates.held(minutes.held);
  const clock = (at: string): string => at.replace(':', say('meetings.clockSign'));
  const { startsAt, endsAt } = minutes;
  const when = startsAt === null ? day : say('minutes.at', { day, from: clock(startsAt), to: endsAt === null ? 'none' : clock(endsAt) });
  return [when, minutes.place, minutes.venue, minutes.round].filter((part) => part !== null && part !== '').join(' · ');
}

/** On the day it is planned for, opening the minutes starts the meeting; on any other day that is asked. */
function Course({ minutes }: { readonly minutes: MinutesOf }) {
  const say = useText();
  const dates = useDates();
  const save = useSave();
  const { meetingId, status, planned } = minutes;
  const isBefore = ['requested', 'planned', 'invited', 'questions-sent'].includes(status);
  const isToday = planned.precision === 'day' && planned.sortOn === today();
  const begin = (): void => void save(() => client.minutes.begin({ meetingId, on: today() }));
  const beginAtOnce = useEffectEvent(() => {
    if (isBefore && isToday) begin();
  });
  // Once for each opening: a start that is undone is not started again.
  useEffect(() => beginAtOnce(), [meetingId]);
  if (status === 'changed-after-sending') return <Banner icon="changedNumbers" title={say('minutes.changedAfter')} tone="warn" />;
  if (status === 'cancelled') return <Banner icon="stopped" title={say('minutes.cancelled')} tone="warn" />;
  if (!isBefore || isToday) return null;
  const day = dates.due(planned);
  return (
    <Banner
      action={
        <Button onPress={begin} size="bar">
          {say('minutes.begin')}
        </Button>
      }
      icon="meeting"
      title={say('minutes.begin.ask')}
      tone="neutral"
    >
      {day === '' ? say('minutes.begin.askNoDay') : say('minutes.begin.askDay', { day })}
    </Banner>
  );
}
