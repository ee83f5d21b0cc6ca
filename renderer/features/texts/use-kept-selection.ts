import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { TextRange } from '../../../shared/texts/index.ts';
import { select, selectionIn } from '../../texts/text-selection.ts';
import type { TextIndex } from './text-index.ts';

/** Keeps the reading caret and the selection where they are when their words are drawn anew, as after a theme was put on them. */
export function useKeptSelection(regionRef: RefObject<HTMLElement | null>, index: TextIndex): void {
  const last = useRef<TextRange | null>(null);
  useEffect(() => {
    const note = (): void => {
      const region = regionRef.current;
      last.current = region === null || document.activeElement !== region ? null : selectionIn(region);
    };
    document.addEventListener('selectionchange', note);
    return () => document.removeEventListener('selectionchange', note);
  }, [regionRef]);
  // Before the browser tells of the selection that the new page left.
  useLayoutEffect(() => {
    const region = regionRef.current;
    const kept = last.current;
    if (region === null || kept === null || document.activeElement !== region || kept.end > index.body.length) return;
    const now = selectionIn(region);
    if (now === null || now.start !== kept.start || now.end !== kept.end) select(region, kept);
  }, [regionRef, index]);
}
