import { type RefObject, useLayoutEffect, useState } from 'react';

/** Width in rem of words and themes with their gaps and the sheet's padding: what must always be in sight besides the first column. */
const needed = 34.5;
/** Width in rem of one column beside the answer, with its gap. */
const perColumn = 7.5;

/** How many columns fit beside words and themes without pushing the themes out of sight. `headRem`: width of the first column. */
export function useColumnRoom(frameRef: RefObject<HTMLElement | null>, isShown: boolean, headRem: number): number {
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const frame = frameRef.current;
    if (frame === null || !isShown) return undefined;
    const measure = (): void => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setRoom(Math.max(0, Math.floor((frame.clientWidth / rem - needed - headRem) / perColumn)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(frame);
    return () => observer.disconnect();
  }, [frameRef, isShown, headRem]);
  return room;
}
