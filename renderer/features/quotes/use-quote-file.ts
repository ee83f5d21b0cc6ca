import { useEffect, useRef, useState } from 'react';
import type { QuoteAttributeKey, QuoteFileFormat, QuoteFileUse, QuoteScope } from '../../../shared/contract/quotes.ts';
import type { Ticket } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { runJob } from '../../lib/run-job.ts';
import { useLanguage } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';

/** What is asked for in the dialog. */
export interface QuoteOrder {
  readonly use: QuoteFileUse;
  readonly format: QuoteFileFormat;
  readonly attributes: readonly QuoteAttributeKey[];
  readonly recipient: string;
  readonly purpose: string;
}

export type QuoteFileState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly releaseNumber: number; readonly ticket: Ticket; readonly fileName: string; readonly quotes: number };

/** Makes the file. Closing the dialog while it is made cancels: then nothing is entered in the register, and nothing leaves. */
export function useQuoteFile(scope: QuoteScope): { readonly state: QuoteFileState; readonly start: (order: QuoteOrder) => Promise<void> } {
  const save = useSave();
  const language = useLanguage();
  const [state, setState] = useState<QuoteFileState>({ kind: 'asking' });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  async function run(order: QuoteOrder): Promise<QuoteFileState> {
    const controller = new AbortController();
    abort.current = controller;
    try {
      const wanted = { ...scope, ...order, attributes: [...order.attributes], language };
      const made = await runJob(client.quotes.export(wanted, { signal: controller.signal }), () => undefined);
      return { kind: 'done', ...made };
    } catch (error) {
      // Cancelled by closing the dialog: there is nothing to tell, and nobody to tell it to.
      if (controller.signal.aborted) return { kind: 'asking' };
      throw error;
    }
  }
  return {
    state,
    start: async (order) => {
      setState({ kind: 'running' });
      setState((await save(() => run(order))) ?? { kind: 'asking' });
    },
  };
}
