import { useEffect, useEffectEvent } from 'react';
import { hasCaret, isCommand } from '../../../lib/commands.tsx';

/** Calls with the digit (1 to 9) that is pressed anywhere on the screen while no caret stands. */
export function useDigits(isOn: boolean, onDigit: (digit: number) => void): void {
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || !event.isTrusted || !isCommand(event, 'attributes.choose') || hasCaret(document.activeElement)) return;
    event.preventDefault();
    onDigit(Number(event.key));
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const listen = (event: KeyboardEvent): void => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [isOn]);
}
