import { useEffect, useRef, useState } from 'react';
import type { ProjectId, Ticket, VersionId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { useLanguage } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { knownOf, type RawOrder } from './raw-order.ts';

export interface RawFile {
  readonly ticket: Ticket;
  readonly fileName: string;
  readonly rows: number;
  readonly columns: number;
}

type RawState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly releaseNumber: number; readonly files: readonly RawFile[] };

/** Makes the files. Closing the dialog while they are made cancels: then nothing is entered in the register, and nothing leaves. */
export function useRawExport(projectId: ProjectId): {
  readonly state: RawState;
  readonly start: (order: RawOrder & { readonly versionId: VersionId }) => Promise<void>;
} {
  const save = useSave();
  const language = useLanguage();
  const [state, setState] = useState<RawState>({ kind: 'asking' });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  async function run(order: RawOrder & { readonly versionId: VersionId }): Promise<RawState> {
    const controller = new AbortController();
    abort.current = controller;
    try {
      const { versionId, choices, recipient, purpose, acceptsRisk } = order;
      const wanted = { projectId, versionId, choices, language, recipient, purpose, acceptsRisk, ...knownOf(order) };
      const steps = await client.rawExport.create(wanted, { signal: controller.signal });
      for (;;) {
        const step = await steps.next();
        if (step.done === true) return { kind: 'done', ...step.value };
        setState({ kind: 'running', ...step.value });
      }
    } catch (error) {
      // Cancelled by closing the dialog: there is nothing to tell, and nobody to tell it to.
      if (controller.signal.aborted) return { kind: 'asking' };
      throw error;
    }
  }
  return {
    state,
    start: async (order) => {
      setState({ kind: 'running', done: 0, of: 0 });
      setState((await save(() => run(order))) ?? { kind: 'asking' });
    },
  };
}
