import { type RefObject, useEffect, useState } from 'react';
import { heldKey, keyLine, pressAgain, type HeldKey, type KeyLine } from './held-keys.ts';

/**
 * Holds keys while the row they are meant for is being looked up, and until all of them have been pressed there. They are taken before
 * anything else sees them, in the theme box too: a letter that came later must not overtake one that is still in line.
 */
export function useHeldKeys(frameRef: RefObject<HTMLElement | null>): KeyLine<HeldKey> {
  const [line] = useState(() => keyLine(pressAgain));
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!event.isTrusted || !line.isHolding() || !isOwn(event.target, frameRef.current)) return;
      const key = heldKey(event);
      if (key === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      line.add(key);
    };
    window.addEventListener('keydown', listen, true);
    return () => {
      window.removeEventListener('keydown', listen, true);
      line.forget();
    };
  }, [line, frameRef]);
  return line;
}

/** In the grid, or nowhere: a dialog or another field has its keys for itself. */
function isOwn(target: EventTarget | null, frame: HTMLElement | null): boolean {
  return frame !== null && target instanceof Node && (frame.contains(target) || target === document.body);
}
