import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useWidth } from '../../analysis/index.ts';

/** What is smaller than this cannot be told apart any more. */
const least = 0.4;

/**
 * A frame whose content is shown smaller where it is wider than the frame: the paper on the desk is narrower than the one in the printer.
 * @param content what is in it
 */
export function useFitted(content: unknown): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  useLayoutEffect(() => {
    const inside = frame.current?.firstElementChild;
    if (!(inside instanceof HTMLElement) || width === 0) return;
    inside.style.setProperty('zoom', '1');
    const needed = inside.offsetWidth;
    if (needed > width) inside.style.setProperty('zoom', String(Math.max(least, width / needed)));
  }, [width, content]);
  return frame;
}
