import { useEffect } from 'react';

/** How long a screen has to appear and place its own focus, in ticks of 25 ms. */
const ticks = 60;

/**
 * On a new screen focus goes to its heading, also from the rail's entry that opened it, unless the screen has placed it itself;
 * and when the thing that had focus goes away, the heading takes it again. Focus is never left on the body by a key, only by a
 * mouse.
 */
export function useMoveFocus(pathname: string): void {
  useEffect(() => {
    let count = 0;
    const chosen = document.activeElement;
    const isFromFrame = chosen?.closest('[data-region="rail"]') != null;
    const timer = setInterval(() => {
      count += 1;
      // A place was chosen in the frame: what was chosen is read next, so that is where the keys go.
      if (isFromFrame && document.activeElement === chosen && document.querySelector('[role="dialog"]') === null) toHeading();
      else catchFocus();
      if (count > ticks) clearInterval(timer);
    }, 25);
    return () => clearInterval(timer);
  }, [pathname]);
  useEffect(() => {
    let pressedAt = Number.NEGATIVE_INFINITY;
    const press = (event: PointerEvent): void => {
      pressedAt = event.timeStamp;
    };
    const leave = (event: FocusEvent): void => {
      if (event.relatedTarget === null && event.timeStamp - pressedAt > 400) setTimeout(catchFocus, 60);
    };
    window.addEventListener('pointerdown', press, true);
    window.addEventListener('focusout', leave);
    return () => {
      window.removeEventListener('pointerdown', press, true);
      window.removeEventListener('focusout', leave);
    };
  }, []);
}

function catchFocus(): void {
  const main = document.querySelector('#main');
  if (document.activeElement !== null && document.activeElement !== document.body && document.activeElement !== main) return;
  if (!document.hasFocus()) return;
  // What lies over the screen keeps the keys: a new screen behind the palette must not take Enter from it.
  const dialog = document.querySelector<HTMLElement>('[role="dialog"]');
  if (dialog === null) toHeading();
  else dialog.querySelector<HTMLElement>('input, button, [tabindex]')?.focus({ preventScroll: true });
}

function toHeading(): void {
  // A screen that cannot be shown has no heading; then its place takes the focus until one comes.
  const place = document.querySelector<HTMLElement>('#main h1[tabindex="-1"]') ?? document.querySelector<HTMLElement>('#main');
  if (document.activeElement !== place) place?.focus({ preventScroll: true });
}
