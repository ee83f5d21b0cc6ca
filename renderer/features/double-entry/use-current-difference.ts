import { useEffect, useRef, useState } from 'react';
import type { Discrepancy } from '../../../shared/contract/double-entry.ts';

export function differenceKey({ questionId, instance }: Pick<Discrepancy, 'questionId' | 'instance'>): string {
  return `${questionId}/${instance}`;
}

/** The next difference after one that nobody has decided, else the first such; null when there is none. `sent` are on their way. */
export function nextOpen(differences: readonly Discrepancy[], from: string | null, sent: ReadonlySet<string>): string | null {
  const place = differences.findIndex((one) => differenceKey(one) === from);
  const isOpen = (one: Discrepancy): boolean => one.decided === null && differenceKey(one) !== from && !sent.has(differenceKey(one));
  const next = differences.find((one, index) => index > place && isOpen(one)) ?? differences.find(isOpen);
  return next === undefined ? null : differenceKey(next);
}

export interface CurrentDifference {
  readonly current: number;
  readonly at: Discrepancy | undefined;
  readonly goTo: (index: number) => void;
  /** To the next that is undecided; stays at the last. */
  readonly goOn: () => void;
  /** Goes on at once while a decision is on its way: the next key is about the next difference. Comes back when it failed. */
  readonly send: (one: Discrepancy, deciding: Promise<unknown>) => Promise<void>;
}

/**
 * Which difference the hand is on. It is known by its question and not by its place: what is decided about one may take others out of
 * the list or bring them in.
 */
export function useCurrentDifference(differences: readonly Discrepancy[]): CurrentDifference {
  const [key, setKey] = useState<string | null>(() => nextOpen(differences, null, new Set()));
  const sent = useRef(new Set<string>());
  useEffect(() => {
    for (const one of differences) if (one.decided !== null) sent.current.delete(differenceKey(one));
  }, [differences]);
  const found = differences.findIndex((one) => differenceKey(one) === key);
  const open = found >= 0 ? found : differences.findIndex((one) => one.decided === null);
  const current = Math.max(0, open);
  const at = differences[current];
  const goOn = (): void => setKey(nextOpen(differences, at === undefined ? null : differenceKey(at), sent.current) ?? key);
  return {
    current,
    at,
    goTo: (index) => {
      const one = differences[Math.min(differences.length - 1, Math.max(0, index))];
      if (one !== undefined) setKey(differenceKey(one));
    },
    goOn,
    send: async (one, deciding) => {
      sent.current.add(differenceKey(one));
      goOn();
      if ((await deciding) !== undefined) return;
      sent.current.delete(differenceKey(one));
      setKey(differenceKey(one));
    },
  };
}
