import { useEffect, useEffectEvent } from 'react';

/**
 * On a new screen the hand is on the list as soon as it is there; whoever came with a key in the choices above keeps the focus.
 * `place` finds what takes the focus.
 */
export function useHandOnList(isThere: boolean, place: () => HTMLElement | null | undefined): void {
  const take = useEffectEvent(() => {
    const at = document.activeElement;
    if (at === document.body || at?.tagName === 'H1' || at?.tagName === 'MAIN') place()?.focus({ preventScroll: true });
  });
  useEffect(() => {
    if (isThere) take();
  }, [isThere]);
}
