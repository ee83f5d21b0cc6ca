import { useEffect, useEffectEvent } from 'react';
import type { CellQuote } from '../../../shared/contract/framework.ts';
import { hasCaret, isCommand } from '../../lib/commands.tsx';

export interface LinkKeysProps {
  readonly suggested: readonly CellQuote[];
  readonly link: (quote: CellQuote) => void;
}

/** The digits link the quote printed beside them. Shows nothing. */
export function LinkKeys({ suggested, link }: LinkKeysProps) {
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || hasCaret(event.target) || !isCommand(event, 'framework.link')) return;
    if (document.querySelector('[role="dialog"]') !== null) return;
    const quote = suggested[Number(event.key) - 1];
    if (quote === undefined) return;
    event.preventDefault();
    link(quote);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return null;
}
