import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useId, useState } from 'react';
import type { MinutesOf } from '../../../shared/contract/minutes.ts';
import type { MeetingId } from '../../../shared/model/ids.ts';
import { notice } from '../../lib/status.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { createDesk, type Desk } from './minutes-desk.ts';
import { enterItem, type Spot } from './minutes-model.ts';

/**
 * The desk of a meeting and the latest reading of its minutes. Leaving, hiding and quitting send what is typed.
 * @param wanted the line to begin at; null begins where the minutes were left
 */
export function useMinutesFile(meetingId: MeetingId, wanted: Spot | null) {
  const say = useText();
  const save = useSave();
  const language = useLanguage();
  const [desk] = useState(() =>
    createDesk({
      meetingId,
      save,
      tell: ({ kept }) => notice.set({ text: say('minutes.kept', { names: kept.join(', ') }), tone: 'neutral' }),
    }),
  );
  const deskId = useId();
  const query = useQuery({
    // Begins like the contract's own keys, so that it grows stale with them. A reading belongs to the desk that took it in.
    queryKey: [['minutes', 'desk'], meetingId, deskId, language],
    queryFn: () => desk.read(language),
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    const leave = (): void => void desk.flush();
    window.addEventListener('pagehide', leave);
    window.addEventListener('blur', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('blur', leave);
      leave();
    };
  }, [desk]);
  const land = useEffectEvent((minutes: MinutesOf) => {
    if (desk.store.get().at === null) enterMinutes(desk, minutes, wanted);
  });
  const { data } = query;
  useEffect(() => {
    if (data !== undefined) land(data);
  }, [data]);
  return { desk, query };
}

/** In the wanted line; else where the minutes were left; else in the first item that is not done. */
function enterMinutes(desk: Desk, minutes: MinutesOf, wanted: Spot | null): void {
  const { draft } = desk.store.get();
  for (const at of [wanted, minutes.at]) {
    if (at === null || !draft.lines.some((line) => line.id === at.lineId)) continue;
    desk.go(at);
    return;
  }
  const next = minutes.agenda.find((item) => !item.isDone) ?? minutes.agenda.at(-1);
  goToItem(desk, next?.id ?? draft.items[0] ?? null);
}

/** Puts the caret at the end of an item, on a new line where it has none. */
export function goToItem(desk: Desk, itemId: string | null): void {
  const state = desk.store.get();
  const { draft, spot } = enterItem(state.draft, itemId, crypto.randomUUID());
  desk.store.set({ ...state, draft });
  desk.go(spot);
}
