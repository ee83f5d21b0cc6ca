import { useState } from 'react';
import type { AttributeChoice, ClearanceView } from '../../../../shared/contract/quotes-clearance.ts';
import type { QuoteAttributeKey } from '../../../../shared/contract/quotes.ts';
import { notice } from '../../../lib/status.ts';
import { useText } from '../../../lib/text.ts';
import type { ClearanceDeeds } from './use-clearance-deeds.ts';

const most = 2;

/** What is chosen to stand under the quote; a second key before the file has answered the first builds on it. */
export function useAttributeChoice({ attributes }: ClearanceView, deeds: ClearanceDeeds) {
  const say = useText();
  const stored = attributes.filter(({ isChosen }) => isChosen).map(({ key }) => key);
  const [pending, setPending] = useState<readonly QuoteAttributeKey[] | null>(null);
  if (pending !== null && pending.length === stored.length && pending.every((key) => stored.includes(key))) setPending(null);
  const chosen = pending ?? stored;
  const toggle = ({ key }: AttributeChoice): void => {
    const next = chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key];
    if (next.length > most) {
      notice.set({ text: say('clearance.tooMany'), tone: 'bad' });
      return;
    }
    setPending(next);
    void deeds.tell(next).then((isDone) => {
      if (!isDone) setPending(null);
    });
  };
  return { chosen: new Set<string>(chosen), toggle };
}
