import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type Ref, type RefObject, useImperativeHandle, useLayoutEffect, useState } from 'react';
import { caretRect, placeOf, select, selectionIn, type CaretMove } from '../../texts/text-selection.ts';
import { partAt, type TextIndex } from './text-index.ts';

/** Up to here every paragraph is in the page; beyond, only those near the window. */
const allShown = 200;
/** About how many characters a line holds, how high it is and what stands round a paragraph, in px, until it has been measured. */
const lineLength = 66;
const lineHeight = 27;
const around = 28;
/** Room kept over and under the caret, px. */
const margin = 60;

interface SheetOptions {
  readonly index: TextIndex;
  readonly frameRef: RefObject<HTMLElement | null>;
  readonly regionRef: RefObject<HTMLElement | null>;
  /** A part that must stay in the page although it is scrolled away: somebody writes in it. */
  readonly pinned: number | null;
  readonly handle: Ref<Sheet>;
}

/** Ways to places of a text that may not be in the page. */
export interface Sheet {
  /** Brings a place into the window, and then does something there. */
  readonly show: (offset: number, then?: () => void) => void;
  /** Selects a place and takes focus to it. */
  readonly selectAt: (range: { readonly start: number; readonly end: number }) => void;
  /** Keeps the caret in the window after a move; true when it has made the move itself, to an end that is not in the page. */
  readonly follow: (move: CaretMove) => boolean;
  /** Where the caret stands, or the first character in the window. */
  readonly caret: () => number;
}

/** The part of a long text that is in the page, and ways to bring another place of it there. Scrolling draws nothing else anew. */
export function useTextSheet({ index, frameRef, regionRef, pinned, handle }: SheetOptions) {
  const { parts } = index;
  // The frame stands around this component, so it is known only after the first drawing: without a second one nothing would be seen.
  const [, setIsFrameThere] = useState(false);
  useLayoutEffect(() => setIsFrameThere(true), []);
  // oxlint-disable-next-line react/incompatible-library -- its functions are called, never memoised
  const virtualizer = useVirtualizer({
    count: parts.length,
    getScrollElement: () => frameRef.current,
    estimateSize: (at) => {
      const range = parts[at]?.range;
      return around + lineHeight * Math.ceil((range === undefined ? 1 : range.end - range.start) / lineLength);
    },
    overscan: parts.length <= allShown ? allShown : 5,
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      return pinned === null || near.includes(pinned) ? near : [...near, pinned].toSorted((a, b) => a - b);
    },
  });
  const show = (offset: number, then: () => void = () => {}): void => {
    const at = partAt(index, offset);
    const item = virtualizer.getVirtualItems().find((one) => one.index === at);
    const frame = frameRef.current;
    const isInView =
      item !== undefined && frame !== null && item.start >= frame.scrollTop && item.end <= frame.scrollTop + frame.clientHeight;
    if (isInView) return then();
    virtualizer.scrollToIndex(at, { align: 'center' });
    // The part is drawn in one frame and measured in the next.
    requestAnimationFrame(() => requestAnimationFrame(then));
    return undefined;
  };
  const keepInView = (): void => {
    const selection = document.getSelection();
    const frame = frameRef.current?.getBoundingClientRect();
    if (selection?.focusNode === null || selection === null || frame === undefined) return;
    const rect = caretRect(selection.focusNode, selection.focusOffset);
    if (rect === null) return;
    const over = rect.top - frame.top - margin;
    const under = rect.bottom - frame.bottom + margin;
    if (over < 0) frameRef.current?.scrollBy({ top: over });
    else if (under > 0) frameRef.current?.scrollBy({ top: under });
  };
  useImperativeHandle(handle, () => ({
    show,
    selectAt: (range) =>
      show(range.start, () => {
        const region = regionRef.current;
        if (region === null) return;
        region.focus({ preventScroll: true });
        select(region, range);
        keepInView();
      }),
    follow: (move) => {
      requestAnimationFrame(keepInView);
      if (move.by !== 'documentboundary' || move.extends || parts.length <= allShown) return false;
      const place = move.direction === 'forward' ? parts.at(-1)?.range.end : parts[0]?.range.start;
      if (place === undefined) return false;
      show(place, () => {
        const region = regionRef.current;
        if (region !== null) select(region, { start: place, end: place });
      });
      return true;
    },
    caret: () => {
      const region = regionRef.current;
      const selected = region === null ? null : selectionIn(region);
      if (selected !== null) return selected.start;
      const top = frameRef.current?.scrollTop ?? 0;
      const first = virtualizer.getVirtualItems().find((item) => item.end > top);
      return parts[first?.index ?? 0]?.range.start ?? 0;
    },
  }));
  return {
    virtualizer,
    /** Where a character stands in the window; null while its part is not in the page. */
    placeOf: (offset: number): DOMRect | null => {
      const region = regionRef.current;
      if (region === null) return null;
      const at = partAt(index, offset);
      if (!virtualizer.getVirtualItems().some((item) => item.index === at)) return null;
      const place = placeOf(region, offset);
      return caretRect(place.node, place.offset);
    },
  };
}

/** The sheet's ways for those who stand around it; they do nothing while there is none. */
export function sheetAtHand(): Sheet & { readonly attach: (sheet: Sheet | null) => void } {
  let sheet: Sheet | null = null;
  return {
    attach: (now) => {
      sheet = now;
    },
    show: (offset, then) => sheet?.show(offset, then),
    selectAt: (range) => sheet?.selectAt(range),
    follow: (move) => sheet?.follow(move) ?? false,
    caret: () => sheet?.caret() ?? 0,
  };
}
