import { useEffect, useRef } from 'react';

/** On a new screen focus goes to its heading, unless the screen has placed it itself. It is never left on the body. */
export function useMoveFocus(pathname: string): void {
  const isFirst = useRef(true);
  useEffect(() => {
    let tries = 0;
    const timer = setInterval(() => {
      tries += 1;
      const active = document.activeElement;
      const main = document.getElementById('main');
      const isPlaced = active !== null && active !== document.body && (main?.contains(active) === true || isFirst.current);
      const heading = main?.querySelector<HTMLElement>('h1[tabindex="-1"]');
      if (!isPlaced && heading !== undefined && heading !== null) heading.focus({ preventScroll: true });
      if (isPlaced || (heading !== undefined && heading !== null) || tries > 40) {
        clearInterval(timer);
        isFirst.current = false;
      }
    }, 25);
    return () => clearInterval(timer);
  }, [pathname]);
}
