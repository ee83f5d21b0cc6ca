import { startTransition, useEffect, useState } from 'react';
import { afterFrame } from './after-frame.ts';
import { isAsked } from './entry-model.ts';
import { comingSpot } from './entry-walk.ts';
import type { Spot } from './entry-layout.ts';
import { type Entry, type EntryHandle, useEntry } from './use-entry.ts';

/**
 * The interview with the question that comes next drawn ahead: once the frame of this key is painted, and unseen, so that the next
 * key finds it made and laid out. Whoever types faster than that gets it drawn when it is come to.
 */
export function useEntryAhead(handle: EntryHandle): Entry {
  const entry = useEntry(handle);
  const coming = comingSpot(entry.model, entry.spot);
  const [ready, setReady] = useState<Spot | null>(null);
  useEffect(() => afterFrame(() => startTransition(() => setReady(coming))), [coming]);
  const isStillComing = ready !== null && ready !== entry.spot && isAsked(entry.model, ready);
  return { ...entry, ready: isStillComing ? ready : null };
}
