import { useEffect, useEffectEvent, useRef } from 'react';
import type { Ticket } from '../../../shared/model/ids.ts';
import { sendFile } from '../../lib/blobs.ts';

/**
 * A file sent to the core, with those that belong to it, and what is being done with it, one thing at a time. All end when the screen is
 * left: what is under way is aborted, and the files are given to `discard`.
 */
export function useSentFile(discardFile: (ticket: Ticket) => Promise<unknown>) {
  const running = useRef<AbortController | null>(null);
  const kept = useRef<readonly Ticket[]>([]);
  const stop = (): void => running.current?.abort();
  const discard = (): void => {
    for (const ticket of kept.current) void discardFile(ticket).catch(() => {});
    kept.current = [];
  };
  const leave = useEffectEvent(() => {
    stop();
    discard();
  });
  useEffect(() => () => leave(), []);
  return {
    /** Stops what is under way and gives the next thing its signal. */
    next: (): AbortSignal => {
      stop();
      running.current = new AbortController();
      return running.current.signal;
    },
    stop,
    /** Sends another file in, in the place of the one before; null when it did not arrive or was given up meanwhile. */
    send: async (file: File, signal: AbortSignal): Promise<Ticket | null> => {
      const ticket = await sendFile(file).catch(() => null);
      if (!signal.aborted) kept.current = ticket === null ? [] : [ticket];
      return ticket;
    },
    /** Sends a file in that belongs to the one before; null when it did not arrive. */
    sendBeside: async (file: File): Promise<Ticket | null> => {
      const ticket = await sendFile(file).catch(() => null);
      if (ticket !== null) kept.current = [...kept.current, ticket];
      return ticket;
    },
    discard,
    /** The core has used the file: there is nothing to discard any more. */
    letGo: (): void => {
      kept.current = [];
    },
  };
}
