import { useEffect, useRef, type RefObject } from 'react';

/** A ref whose input takes focus when it comes into being, where it is the first of a row that was just opened. */
export function useFirstFocus(takesFocus: boolean): RefObject<HTMLInputElement | null> {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) ref.current?.focus();
  }, [takesFocus]);
  return ref;
}
