import { type RefObject, useEffect } from 'react';
import type { TextRange } from '../../../shared/texts/index.ts';
import { placeOf } from '../../texts/text-selection.ts';

/**
 * Marks stretches of the text that is in the page, without changing the page: only those in view are registered, since each one costs
 * in proportion to all. `shown` tells that other parts of the text are in the page now.
 */
export function useHighlights(
  regionRef: RefObject<HTMLElement | null>,
  marks: Readonly<Record<string, readonly TextRange[]>>,
  view: TextRange,
): void {
  useEffect(() => {
    const region = regionRef.current;
    if (region === null) return undefined;
    for (const [name, ranges] of Object.entries(marks)) {
      const inView = ranges.filter((range) => range.start < view.end && range.end > view.start);
      CSS.highlights.set(name, new Highlight(...inView.map((range) => rangeOf(region, range))));
    }
    return () => {
      for (const name of Object.keys(marks)) CSS.highlights.delete(name);
    };
  }, [regionRef, marks, view.start, view.end]);
}

function rangeOf(region: HTMLElement, { start, end }: TextRange): StaticRange {
  const [from, to] = [placeOf(region, start), placeOf(region, end)];
  return new StaticRange({ startContainer: from.node, startOffset: from.offset, endContainer: to.node, endOffset: to.offset });
}
