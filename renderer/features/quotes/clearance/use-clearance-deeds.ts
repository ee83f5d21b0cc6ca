import { useEffect, useRef } from 'react';
import type { ClearanceView, MarkDecision, QuoteMark } from '../../../../shared/contract/quotes-clearance.ts';
import type { QuoteAttributeKey } from '../../../../shared/contract/quotes.ts';
import { client } from '../../../lib/client.ts';
import { notice } from '../../../lib/status.ts';
import { useText } from '../../../lib/text.ts';
import { useSave } from '../../../lib/use-save.ts';

/** What can be done with one quote. Each answers whether it was done. */
export function useClearanceDeeds({ id: quoteId, status }: Pick<ClearanceView, 'id' | 'status'>) {
  const say = useText();
  const save = useSave();
  const told = async (deed: () => Promise<unknown>, text: string): Promise<boolean> => {
    const isDone = (await save(deed)) !== undefined;
    if (isDone) notice.set({ text, tone: 'neutral' });
    return isDone;
  };
  // A doubly pressed key hands the quote on once: until the quote stands as it was handed on, the next press says nothing.
  const isHanding = useRef(false);
  useEffect(() => {
    isHanding.current = false;
  }, [status]);
  const once = async (deed: () => Promise<boolean>): Promise<boolean> => {
    if (isHanding.current) return false;
    isHanding.current = true;
    const isDone = await deed();
    if (!isDone) isHanding.current = false;
    return isDone;
  };
  return {
    decide: async ({ start, end, kind }: QuoteMark, decision: MarkDecision, generalWord?: string): Promise<boolean> =>
      (await save(() =>
        client.quotes.decide({ quoteId, start, end, kind, decision, ...(generalWord === undefined ? {} : { generalWord }) }),
      )) !== undefined,
    write: async (body: string | null): Promise<boolean> =>
      (await save(() => client.quotes.setClearedBody({ quoteId, body }))) !== undefined,
    tell: async (attributes: readonly QuoteAttributeKey[]): Promise<boolean> =>
      (await save(() => client.quotes.setAttributes({ quoteId, attributes: [...attributes] }))) !== undefined,
    propose: () => once(() => told(() => client.quotes.propose({ quoteId }), say('clearance.proposed'))),
    approve: () => once(() => told(() => client.quotes.approve({ quoteId }), say('clearance.approved'))),
    sendBack: (note: string) => told(() => client.quotes.sendBack({ quoteId, note }), say('clearance.sentBack')),
    withdraw: () => told(() => client.quotes.withdraw({ quoteId }), say('clearance.withdrawn')),
  };
}

export type ClearanceDeeds = ReturnType<typeof useClearanceDeeds>;
