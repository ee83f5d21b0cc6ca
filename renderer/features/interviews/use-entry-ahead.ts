import { startTransition, useEffect, useState } from 'react';
import { afterFrame } from './after-frame.ts';
import { isAsked } from './entry-model.ts';
import { near } from './entry-row.ts';
import { comingSpot } from './entry-walk.ts';
import type { Spot } from './entry-layout.ts';
import { type Entry, type EntryHandle, useEntry } from './use-entry.ts';

interface Ahead {
  readonly ready: Spot | null;
  readonly around: number;
}

/**
 * The interview with the question that comes next drawn ahead: once the frame of this key is painted, and unseen, so that the next
 * key finds it made and laid out. Whoever types faster than that gets it drawn when it is come to. Which rows are far off is
 * settled then too; only a leap settles it at once.
 */
export function useEntryAhead(handle: EntryHandle): Entry {
  const entry = useEntry(handle);
  const { model, spot, around } = entry;
  const coming = comingSpot(model, spot);
  const [ahead, setAhead] = useState<Ahead>({ ready: null, around });
  useEffect(() => afterFrame(() => startTransition(() => setAhead({ ready: coming, around }))), [coming, around]);
  const isStillComing = ahead.ready !== null && ahead.ready !== spot && isAsked(model, ahead.ready);
  const isLeap = Math.abs(around - ahead.around) > near / 2;
  return { ...entry, ready: isStillComing ? ahead.ready : null, around: isLeap ? around : ahead.around };
}
