import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { TabBook } from '../../../shared/contract/analysis-exhibits.ts';
import type { ProjectId, VariableId } from '../../../shared/model/ids.ts';
import { useText } from '../../lib/text.ts';
import { BookTable } from './BookTable.tsx';
import styles from './tab-book.module.css';

/** What the owner of the tables can ask of them. */
export interface BookTablesHandle {
  /** Puts a table at the top, and the focus on it where that is wanted. */
  readonly show: (index: number, takesFocus: boolean) => void;
}

interface BookTablesProps {
  readonly projectId: ProjectId;
  readonly book: TabBook;
  readonly questions: readonly { readonly id: VariableId; readonly label: string }[];
  readonly current: number;
  /** Scrolled to by hand. */
  readonly onCurrent: (index: number) => void;
  readonly hasIntervals: boolean;
  readonly handleRef: Ref<BookTablesHandle>;
}

/** A table nobody has seen yet is taken to be this high, in px. */
const usualHeight = 420;

/** The tables of the book under each other. Only those in sight are fetched and drawn. */
export function BookTables({ projectId, book, questions, current, onCurrent, hasIntervals, handleRef }: BookTablesProps) {
  const say = useText();
  const frame = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef<number | null>(null);
  // Who scrolls by hand moves the mark in the list; being led somewhere has moved it already.
  const isByHand = useRef(false);
  // oxlint-disable-next-line react/incompatible-library -- its functions are called, never memoised
  const virtualizer = useVirtualizer({
    count: questions.length,
    getScrollElement: () => frame.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => questions[index]?.id ?? index,
    overscan: 1,
    // The last one can stand at the top too.
    paddingEnd: 320,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...(current < questions.length ? [current] : [])])].toSorted((a, b) => a - b),
  });
  const ids = questions.map(({ id }) => id);
  const toAddress = useEffectEvent(() => {
    if (current > 0) virtualizer.scrollToIndex(current, { align: 'start' });
  });
  useEffect(() => toAddress(), []);
  useLayoutEffect(() => {
    if (wantsFocus.current === null) return;
    const table = frame.current?.querySelector<HTMLElement>(`[data-index="${wantsFocus.current}"] > section`);
    if (table === null || table === undefined) return;
    wantsFocus.current = null;
    table.focus({ preventScroll: true });
  });
  useImperativeHandle(handleRef, () => ({
    show: (index, takesFocus) => {
      isByHand.current = false;
      virtualizer.scrollToIndex(index, { align: 'start' });
      if (!takesFocus) return;
      const table = frame.current?.querySelector<HTMLElement>(`[data-index="${index}"] > section`);
      if (table === null || table === undefined) wantsFocus.current = index;
      else table.focus({ preventScroll: true });
    },
  }));
  const byHand = (): void => {
    isByHand.current = true;
  };
  function onScroll(): void {
    if (!isByHand.current) return;
    const top = frame.current?.scrollTop ?? 0;
    const first = virtualizer.getVirtualItems().find(({ end }) => end > top + 80);
    if (first !== undefined) onCurrent(first.index);
  }
  return (
    <div
      aria-label={say('exhibits.book.tables')}
      className={styles.frame}
      onPointerDown={byHand}
      onScroll={onScroll}
      onTouchMove={byHand}
      onWheel={byHand}
      ref={frame}
      role="region"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys, and its tables hold nothing else that is
      tabIndex={0}
    >
      <div className={styles.tables} style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <div
            className={styles.place}
            data-index={index}
            key={questions[index]?.id ?? index}
            ref={virtualizer.measureElement}
            style={{ transform: `translateY(${start}px)` }}
          >
            <BookTable
              book={book}
              hasIntervals={hasIntervals}
              ids={ids}
              index={index}
              projectId={projectId}
              spoken={say('exhibits.book.spoken', { question: questions[index]?.label ?? '', index: index + 1, count: questions.length })}
            />
          </div>
        ))}
      </div>
    </div>
  );
}
