import { type RefObject, useEffect, useRef } from 'react';

/** After something that opened is closed: back to where it was opened, unless something else has taken the focus meanwhile. */
export function useReturnFocus(isOpen: boolean, place: RefObject<HTMLElement | null>, selector: string): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    if (!isOpen && wasOpen.current && document.activeElement === document.body) {
      const all = place.current?.querySelectorAll<HTMLElement>(selector) ?? [];
      all[all.length - 1]?.focus();
    }
    wasOpen.current = isOpen;
  }, [isOpen, place, selector]);
}
