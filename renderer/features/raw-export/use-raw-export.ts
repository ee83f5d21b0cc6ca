import { useEffect, useRef, useState } from 'react';
import type { ProjectId, Ticket, VersionId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { spoken, type SpokenError } from '../../lib/errors.ts';
import { runJob } from '../../lib/run-job.ts';
import { useLanguage } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { extrasOf, formatOf, knownOf, licenceOf, packageOf, type RawOrder } from './raw-order.ts';

export interface RawFile {
  readonly ticket: Ticket;
  readonly fileName: string;
  readonly rows: number;
  readonly columns: number;
}

type RawState =
  /** `problem`: why the files were not made. */
  | { readonly kind: 'asking'; readonly problem: SpokenError | null }
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly releaseNumber: number; readonly files: readonly RawFile[] };

const asking: RawState = { kind: 'asking', problem: null };

type Ordered = RawOrder & { readonly versionId: VersionId };

/** Makes the files. Closing the dialog while they are made cancels: then nothing is entered in the register, and nothing leaves. */
export function useRawExport(projectId: ProjectId): {
  readonly state: RawState;
  readonly start: (order: Ordered) => Promise<void>;
} {
  const save = useSave();
  const language = useLanguage();
  const [state, setState] = useState<RawState>(asking);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  function begin(order: Ordered, signal: AbortSignal) {
    const { versionId, choices, acceptsRisk } = order;
    const told = { language, recipient: order.recipient.trim(), purpose: order.purpose.trim() };
    if (order.aim === 'giveAway')
      return client.rawExport.package({ ...packageOf(order, projectId, versionId), licence: licenceOf(order), ...told }, { signal });
    const wanted = {
      projectId,
      versionId,
      choices,
      format: formatOf(order),
      extras: extrasOf(order),
      acceptsRisk,
      ...told,
      ...knownOf(order),
    };
    return client.rawExport.create(wanted, { signal });
  }
  async function run(order: Ordered): Promise<RawState> {
    const controller = new AbortController();
    abort.current = controller;
    try {
      const done = await runJob(begin(order, controller.signal), (step) => setState({ kind: 'running', ...step }));
      return { kind: 'done', ...done };
    } catch (error) {
      // Cancelled by closing the dialog: there is nothing to tell, and nobody to tell it to.
      if (controller.signal.aborted) return asking;
      setState({ kind: 'asking', problem: spoken(error) });
      throw error;
    }
  }
  return {
    state,
    start: async (order) => {
      setState({ kind: 'running', done: 0, of: 0 });
      const ended = await save(() => run(order));
      if (ended !== undefined) setState(ended);
    },
  };
}
