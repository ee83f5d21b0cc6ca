import { useEffect, useRef, useState } from 'react';
import type { ProjectId, Ticket } from '../../../shared/model/ids.ts';
import { sendFile } from '../../lib/blobs.ts';
import { client } from '../../lib/client.ts';
import { runJob } from '../../lib/run-job.ts';
import { useLanguage } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';

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
  | { readonly kind: 'asking' }
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly made: MadePackage };

/** Sends the papers in and makes the package. Leaving the screen or cancelling ends it: then nothing is entered, and nothing leaves. */
export function useArchive(projectId: ProjectId): {
  readonly state: ArchiveState;
  readonly start: (order: ArchiveOrder) => Promise<void>;
  readonly cancel: () => void;
} {
  const save = useSave();
  const language = useLanguage();
  const [state, setState] = useState<ArchiveState>({ kind: 'asking' });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  async function run({ recipient, reason, identifiers, papers }: ArchiveOrder): Promise<ArchiveState> {
    const { signal } = (abort.current = new AbortController());
    try {
      const sent: { ticket: Ticket; name: string }[] = [];
      // One after the other: each may be large.
      for (const file of papers) sent.push({ ticket: await sendFile(file), name: file.name });
      const wanted = { projectId, language, identifiers, recipient: recipient.trim(), reason: reason.trim(), papers: sent };
      const made = await runJob(client.archive.make(wanted, { signal }), (step) => setState({ kind: 'running', ...step }));
      return { kind: 'done', made };
    } catch (error) {
      if (signal.aborted) return { kind: 'asking' };
      throw error;
    }
  }
  return {
    state,
    start: async (order) => {
      setState({ kind: 'running', done: 0, of: 0 });
      setState((await save(() => run(order))) ?? { kind: 'asking' });
    },
    cancel: () => abort.current?.abort(),
  };
}
