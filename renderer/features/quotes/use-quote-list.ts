import { useNavigate } from '@tanstack/react-router';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { QuoteHeading, QuoteLine, QuotePlace, QuoteScope } from '../../../shared/contract/quotes.ts';
import type { VariableId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { isCommand } from '../../lib/commands.tsx';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { pageSize, usePages } from '../../lib/use-pages.ts';
import { useSave } from '../../lib/use-save.ts';
import { useHandOnList } from '../../lib/use-hand-on-list.ts';

export type Line = QuoteHeading | QuoteLine;

/** Most quotes that one deed is done to. */
const mostAtOnce = 500;

export interface QuoteListProps {
  readonly scope: QuoteScope;
  readonly beside: readonly VariableId[];
  readonly onFinding: (places: readonly QuotePlace[]) => void;
  /** Puts a cleared quote in a report. */
  readonly onInsert: (quoteId: string) => void;
}

function placeOf({ textId, start, end }: QuoteLine): QuotePlace {
  return { textId, start, end };
}

/** Everything behind the list: lines in sight, the quote under the hand, the selection, and what keys do. */
export function useQuoteList({ scope, beside, onFinding, onInsert }: QuoteListProps, frameRef: RefObject<HTMLDivElement | null>) {
  const say = useText();
  const save = useSave();
  const navigate = useNavigate();
  const optionsOf = useCallback(
    (from: number) => orpc.quotes.find.queryOptions({ input: { ...scope, beside: [...beside], from, limit: pageSize } }),
    [scope, beside],
  );
  const pages = usePages<Line, Awaited<ReturnType<typeof client.quotes.find>>>(optionsOf);
  const { total, rowAt } = pages;
  const key = JSON.stringify(scope);
  const [hand, setHand] = useState({ key, index: 0 });
  const [chosen, setChosen] = useState<{ readonly key: string; readonly places: ReadonlyMap<string, QuotePlace> }>({
    key,
    places: new Map(),
  });
  const selection: ReadonlyMap<string, QuotePlace> = chosen.key === key ? chosen.places : new Map<string, QuotePlace>();
  const first = rowAt(0)?.kind === 'heading' ? 1 : 0;
  const current = Math.min(hand.key === key ? Math.max(hand.index, first) : first, Math.max(0, total - 1));
  // oxlint-disable-next-line react/incompatible-library -- its functions are called, never memoised
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => frameRef.current,
    estimateSize: (index) => (rowAt(index)?.kind === 'heading' ? 52 : 84),
    getItemKey: (index) => rowAt(index)?.id ?? index,
    overscan: 8,
    // The quote under the hand stays in the page: it is named to the list that has the focus.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...(current < total ? [current] : [])])].toSorted((a, b) => a - b),
    onChange: ({ range }) => {
      if (range !== null) pages.onVisible(range.startIndex, range.endIndex);
    },
  });
  const wasAt = useRef(current);
  useLayoutEffect(() => {
    if (wasAt.current === current) return;
    wasAt.current = current;
    virtualizer.scrollToIndex(current, { align: 'auto' });
  }, [current, virtualizer]);

  // Another search begins at its top.
  useEffect(() => {
    const frame = frameRef.current;
    if (frame !== null) frame.scrollTop = 0;
  }, [key, frameRef]);
  useHandOnList(total > 0, () => frameRef.current?.querySelector<HTMLElement>('[role="listbox"]'));

  const quoteAt = (index: number): QuoteLine | null => {
    const line = rowAt(index);
    return line?.kind === 'quote' ? line : null;
  };
  const step = (by: 1 | -1, from = current): number => {
    let next = from + by;
    while (next > 0 && next < total && rowAt(next)?.kind === 'heading') next += by;
    return next < first || next >= total || rowAt(next)?.kind === 'heading' ? from : next;
  };
  const goTo = (index: number): void => setHand({ key, index });
  const setSelected = (places: ReadonlyMap<string, QuotePlace>): void => setChosen({ key, places });
  const toggle = (index: number, isOn?: boolean): void => {
    const line = quoteAt(index);
    if (line === null) return;
    const next = new Map(selection);
    const had = next.delete(line.id);
    if (isOn ?? !had) next.set(line.id, placeOf(line));
    setSelected(next);
  };
  const targets = (): readonly QuotePlace[] => {
    const line = quoteAt(current);
    if (selection.size > 0)
      return [...new Map([...selection.values()].map((place) => [`${place.textId} ${place.start} ${place.end}`, place])).values()];
    return line === null ? [] : [placeOf(line)];
  };
  const open = (): void => {
    const line = quoteAt(current);
    if (line === null) return;
    void navigate({
      to: '/projects/$project/coding/texts/$text',
      params: { project: scope.projectId, text: line.textId },
      search: { at: line.start },
    });
  };
  async function keep(): Promise<void> {
    const places = targets();
    if (places.length > mostAtOnce) return notice.set({ text: say('quotes.said.tooMany'), tone: 'bad' });
    const line = quoteAt(current);
    if (selection.size === 0 && line !== null && line.quoteId !== null) {
      const { quoteId } = line;
      const done = await save(() => client.quotes.letGo({ quoteIds: [quoteId] }));
      if (done !== undefined)
        notice.set({ text: done.letGo > 0 ? say('quotes.said.letGo', { n: done.letGo }) : say('quotes.said.inUse'), tone: 'neutral' });
      return undefined;
    }
    if (places.length === 0) return undefined;
    const done = await save(() => client.quotes.keep({ places: [...places] }));
    if (done !== undefined) notice.set({ text: say('quotes.said.kept', { n: places.length }), tone: 'neutral' });
    return undefined;
  }
  const finding = (): void => {
    const places = targets();
    if (places.length > mostAtOnce) notice.set({ text: say('quotes.said.tooMany'), tone: 'bad' });
    else if (places.length > 0) onFinding(places);
  };
  /** Only words that two people have cleared stand in a report. */
  const insert = (): void => {
    const line = quoteAt(current);
    if (line === null) return;
    if (line.status === 'cleared' && line.quoteId !== null) onInsert(line.quoteId);
    else notice.set({ text: say('reports.into.quoteRefused'), tone: 'bad' });
  };
  async function selectAll(): Promise<void> {
    const all = await save(() => client.quotes.places(scope));
    if (all === undefined) return;
    if (all.total > mostAtOnce) notice.set({ text: say('quotes.said.tooMany'), tone: 'bad' });
    // By place: the same quote under two themes is chosen in both.
    setSelected(new Map(all.places.map((place) => [`*|${place.textId}:${place.start}-${place.end}`, place])));
  }

  function act(event: KeyboardEvent): boolean {
    const { key: pressed, shiftKey } = event;
    if (pressed === 'ArrowDown' || pressed === 'ArrowUp') {
      const next = step(pressed === 'ArrowDown' ? 1 : -1);
      if (shiftKey) {
        const both = new Map(selection);
        for (const at of [current, next]) {
          const line = quoteAt(at);
          if (line !== null) both.set(line.id, placeOf(line));
        }
        setSelected(both);
      }
      goTo(next);
      return true;
    }
    if (pressed === 'PageDown' || pressed === 'PageUp') {
      let next = current;
      for (let count = 0; count < 8; count++) next = step(pressed === 'PageDown' ? 1 : -1, next);
      goTo(next);
      return true;
    }
    if (pressed === 'Home' || pressed === 'End') {
      goTo(pressed === 'Home' ? first : total - 1);
      return true;
    }
    if (pressed === 'Escape' && selection.size > 0) {
      setSelected(new Map());
      return true;
    }
    if (isCommand(event.nativeEvent, 'quotes.makeFinding')) return done(finding);
    if (isCommand(event.nativeEvent, 'lists.selectAll')) return done(() => void selectAll());
    if (isCommand(event.nativeEvent, 'quotes.keep')) return done(() => void keep());
    if (isCommand(event.nativeEvent, 'quotes.insert')) return done(insert);
    if (pressed === ' ') return done(() => toggle(current));
    if (pressed === 'Enter') return done(open);
    return false;
  }

  return {
    pages,
    current,
    selection,
    isSelected: (line: QuoteLine): boolean => selection.has(line.id) || selection.has(`*|${line.textId}:${line.start}-${line.end}`),
    clear: () => setSelected(new Map()),
    finding,
    items: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    goTo,
    toggle,
    open,
    onKeyDown: (event: KeyboardEvent): void => {
      if (act(event)) event.preventDefault();
    },
  } as const;
}

function done(deed: () => void): true {
  deed();
  return true;
}
