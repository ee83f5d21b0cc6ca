import { useEffect, useRef, type RefObject } from 'react';

/**
 * A heading that takes focus when its part of the screen appears in the place of what had it (a pressed button that is gone).
 * Focus that stands somewhere is left alone.
 */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
