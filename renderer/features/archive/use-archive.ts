import { useEffect, useRef, useState } from 'react';
import type { ProjectId, Ticket } from '../../../shared/model/ids.ts';
import { sendFile } from '../../lib/blobs.ts';
import { client } from '../../lib/client.ts';
import { desktop } from '../../lib/pipe.ts';
import { runJob } from '../../lib/run-job.ts';
import { useLanguage } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { NotPrintedError, printPapers } from './print-papers.ts';

/** What somebody has filled in. */
export interface ArchiveOrder {
  readonly recipient: string;
  readonly reason: string;
  readonly identifiers: boolean;
  readonly papers: readonly File[];
}

export interface MadePackage {
  readonly releaseNumber: number;
  readonly ticket: Ticket;
  readonly fileName: string;
  readonly sha256: string;
  readonly entries: readonly unknown[];
}

type ArchiveState =
  | { readonly kind: 'asking'; /** The paper that could not be printed just now. */ readonly notPrinted?: string }
  | { readonly kind: 'printing'; readonly at: number; readonly of: number; readonly title: string }
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly made: MadePackage };

const asking: ArchiveState = { kind: 'asking' };

/**
 * Prints what this window can, sends the papers in and makes the package. Leaving the screen or cancelling ends it: then nothing is entered, nothing leaves,
 * and what was sent in is thrown away.
 */
export function useArchive(projectId: ProjectId): {
  readonly state: ArchiveState;
  readonly start: (order: ArchiveOrder) => Promise<void>;
  readonly cancel: () => void;
} {
  const save = useSave();
  const language = useLanguage();
  const [state, setState] = useState<ArchiveState>(asking);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  async function make(
    { recipient, reason, identifiers, papers }: ArchiveOrder,
    signal: AbortSignal,
    tickets: Ticket[],
  ): Promise<MadePackage> {
    const onTicket = (ticket: Ticket): number => tickets.push(ticket);
    const onProgress = (progress: { at: number; of: number; title: string }): void => setState({ kind: 'printing', ...progress });
    const prints = desktop === null ? [] : await printPapers({ bridge: desktop, projectId, language, signal, onTicket, onProgress });
    setState({ kind: 'running', done: 0, of: 0 });
    const sent: { ticket: Ticket; name: string }[] = [];
    // One after the other: each may be large.
    for (const file of papers) {
      signal.throwIfAborted();
      sent.push({ ticket: await sendFile(file, onTicket), name: file.name });
    }
    const wanted = { projectId, language, identifiers, recipient: recipient.trim(), reason: reason.trim(), papers: sent, prints };
    return runJob(client.archive.make(wanted, { signal }), (step) => setState({ kind: 'running', ...step }));
  }

  async function run(order: ArchiveOrder): Promise<ArchiveState> {
    const { signal } = (abort.current = new AbortController());
    const tickets: Ticket[] = [];
    try {
      return { kind: 'done', made: await make(order, signal, tickets) };
    } catch (error) {
      await client.archive.discard({ tickets }).catch(() => undefined);
      if (signal.aborted) return asking;
      if (error instanceof NotPrintedError) return { kind: 'asking', notPrinted: error.title };
      throw error;
    }
  }

  async function start(order: ArchiveOrder): Promise<void> {
    setState({ kind: 'running', done: 0, of: 0 });
    setState((await save(() => run(order))) ?? asking);
  }
  return { state, start, cancel: () => abort.current?.abort() };
}
