import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { headWidth, usualWidth } from './kept-look.ts';
import type { MatrixDesk } from './use-matrix-desk.ts';

export const rowHeight = 118;
const headHeight = 60;

/** A column as it is drawn: which, how far from the start, how wide, in px. */
export interface DrawnColumn {
  readonly column: number;
  readonly left: number;
  readonly width: number;
  readonly isFrozen: boolean;
}

/** The current row or column is drawn wherever it is, so that focus stays in the page. */
function withCurrent(place: number) {
  return (range: Range): number[] =>
    [...new Set([...defaultRangeExtractor(range), ...(place < 0 || place >= range.count ? [] : [place])])].toSorted((a, b) => a - b);
}

/** Which rows and columns of a matrix are drawn, and where; what is current comes into sight. */
export function useMatrixView(desk: MatrixDesk, frame: RefObject<HTMLDivElement | null>) {
  const { data, at, look } = desk;
  const { themeIds } = data.matrix;
  const widthOf = (column: number): number => look.widths[themeIds[column] ?? ''] ?? usualWidth;
  const ofKind = (isFrozen: boolean) => themeIds.flatMap((id, column) => (look.frozen.includes(id) === isFrozen ? [column] : []));
  const frozen = ofKind(true);
  const loose = ofKind(false);
  const leftOf = (place: number): number => headWidth + frozen.slice(0, place).reduce((sum, column) => sum + widthOf(column), 0);
  const fixed = leftOf(frozen.length);
  // oxlint-disable-next-line react/incompatible-library -- its functions are called, never memoised
  const rows = useVirtualizer({
    count: data.pages.total,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: withCurrent(at.row),
    onChange: ({ range }) => (range === null ? undefined : desk.onVisible(range.startIndex, range.endIndex)),
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: loose.length,
    getScrollElement: () => frame.current,
    estimateSize: (place) => widthOf(loose[place] ?? -1),
    overscan: 2,
    paddingStart: fixed,
    scrollPaddingStart: fixed,
    rangeExtractor: withCurrent(loose.indexOf(at.column)),
  });
  const sizes = `${fixed} ${themeIds.map((_, column) => widthOf(column)).join(' ')}`;
  useEffect(() => columns.measure(), [columns, sizes]);
  const goneTo = `${at.row} ${at.column}`;
  useLayoutEffect(() => {
    if (at.row >= 0) rows.scrollToIndex(at.row, { align: 'auto' });
    const place = loose.indexOf(at.column);
    if (place >= 0) columns.scrollToIndex(place, { align: 'auto' });
    // oxlint-disable-next-line react/exhaustive-deps -- only where the current cell has changed
  }, [goneTo]);
  const drawn: readonly DrawnColumn[] = [
    ...frozen.map((column, place) => ({ column, left: leftOf(place), width: widthOf(column), isFrozen: true })),
    ...columns.getVirtualItems().map(({ index, start }) => {
      const column = loose[index] ?? 0;
      return { column, left: start, width: widthOf(column), isFrozen: false };
    }),
  ];
  return { rows: rows.getVirtualItems(), columns: drawn, inlineSize: columns.getTotalSize(), blockSize: rows.getTotalSize() + 48 };
}

/** Focus follows to the current cell, also when its column has moved. */
export function useMatrixFocus(desk: MatrixDesk, frame: RefObject<HTMLDivElement | null>): void {
  const { data, at, isEditing, wantsFocusRef } = desk;
  const order = data.matrix.themeIds.join(' ');
  const knownOrder = useRef(order);
  useLayoutEffect(() => {
    if (knownOrder.current === order) return;
    knownOrder.current = order;
    // A column that moves takes its cells out for a moment: focus stays with the current cell.
    const focused = document.activeElement;
    if (focused === document.body || frame.current?.contains(focused) === true) wantsFocusRef.current = true;
  });
  useLayoutEffect(() => {
    if (!wantsFocusRef.current || isEditing) return;
    const cell = frame.current?.querySelector<HTMLElement>(`[data-at="${at.row} ${at.column}"]`);
    if (cell === null || cell === undefined) return;
    wantsFocusRef.current = false;
    cell.focus({ preventScroll: true });
  });
}
