import { useState } from 'react';
import type { Ticket } from '../../../shared/model/ids.ts';
import { spoken, type SpokenError } from '../../lib/errors.ts';
import { refusal, refusedUnsent, type FileLimit } from './unsent-file.ts';
import { useSentFile } from './use-sent-file.ts';

/** Everything that the screen shows of an import, from the choice of a file to what it came to. `W`: the way the file is read. */
export interface FileImport<W, I, R> {
  readonly fileName: string;
  readonly ticket: Ticket | null;
  readonly way: W;
  readonly inspection: I | null;
  /** What is under way; null when the person is. */
  readonly busy: 'sending' | 'reading' | 'importing' | null;
  readonly problem: SpokenError | null;
  readonly result: R | null;
}

/** A file that has been looked through. */
export interface LookedThrough<W, I> {
  readonly ticket: Ticket;
  readonly way: W;
  readonly inspection: I;
}

export interface FileImportSteps<W, I> {
  readonly limit: FileLimit;
  /** How a file is read that has just been chosen. */
  readonly firstWay: W;
  /** Looks the file through, and says which way it was read after all. */
  readonly inspect: (ticket: Ticket, way: W, signal: AbortSignal) => Promise<{ readonly inspection: I; readonly way: W }>;
  readonly discard: (ticket: Ticket) => Promise<unknown>;
}

/** Runs an import of one file: sends it in, looks it through anew for every choice, and takes it in. One thing at a time. */
export function useFileImport<W, I, R>({ limit, firstWay, inspect, discard }: FileImportSteps<W, I>) {
  const nothing: FileImport<W, I, R> = {
    fileName: '',
    ticket: null,
    way: firstWay,
    inspection: null,
    busy: null,
    problem: null,
    result: null,
  };
  const [state, setState] = useState(nothing);
  const sent = useSentFile(discard);
  const patch = (change: Partial<FileImport<W, I, R>>): void => setState((old) => ({ ...old, ...change }));

  async function read(ticket: Ticket, way: W): Promise<void> {
    const signal = sent.next();
    patch({ ticket, way, busy: 'reading', problem: null });
    try {
      const looked = await inspect(ticket, way, signal);
      if (!signal.aborted) patch({ ...looked, busy: null });
    } catch (error) {
      if (!signal.aborted) patch({ inspection: null, busy: null, problem: spoken(error) });
    }
  }

  async function choose(file: File): Promise<void> {
    const signal = sent.next();
    sent.discard();
    const unsent = refusedUnsent(file, limit);
    setState({ ...nothing, fileName: file.name, problem: unsent, busy: unsent === null ? 'sending' : null });
    if (unsent !== null) return;
    const ticket = await sent.send(file, signal);
    if (signal.aborted) return;
    if (ticket === null) patch({ busy: null, problem: refusal('exchange.import.sendFailed') });
    else await read(ticket, firstWay);
  }

  const { ticket, way, inspection } = state;
  return {
    state,
    choose,
    /** Looks the file through another way. */
    reread: (changed: W): Promise<void> => (ticket === null ? Promise.resolve() : read(ticket, changed)),
    /** Takes the file in. Where `take` gives nothing, or what was shown no longer holds, the file is looked through again instead. */
    importWith: async (take: (open: LookedThrough<W, I>, signal: AbortSignal) => Promise<R | null>): Promise<void> => {
      if (ticket === null || inspection === null) return;
      const signal = sent.next();
      patch({ busy: 'importing', problem: null });
      try {
        const result = await take({ ticket, way, inspection }, signal);
        if (result === null) return await read(ticket, way);
        sent.letGo();
        patch({ busy: null, result });
      } catch (error) {
        if (signal.aborted) return;
        const said = spoken(error);
        if (said.code === 'STALE') await read(ticket, way);
        patch({ busy: null, problem: said });
      }
    },
    /** Stops what is under way. */
    cancel: (): void => {
      sent.stop();
      setState((old) => (old.inspection === null ? nothing : { ...old, busy: null }));
    },
    /** Ready for another file. */
    restart: (): void => {
      sent.next();
      sent.discard();
      setState(nothing);
    },
  };
}
