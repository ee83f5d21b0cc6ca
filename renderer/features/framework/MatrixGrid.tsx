import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useText } from '../../lib/text.ts';
import type { Themes } from '../themes/index.ts';
import { CellEditor } from './CellEditor.tsx';
import { moveInGrid, type GridPlace } from './grid-moves.ts';
import { headWidth, usualWidth } from './kept-look.ts';
import { MatrixCell } from './MatrixCell.tsx';
import styles from './MatrixGrid.module.css';
import { MatrixHead } from './MatrixHead.tsx';
import { MatrixRowHead } from './MatrixRowHead.tsx';
import type { MatrixDesk } from './use-matrix-desk.ts';

const rowHeight = 118;
const headHeight = 60;

export interface MatrixGridProps {
  readonly desk: MatrixDesk;
  readonly themes: Themes;
  /** "30–49 · kvinne" of a row: what it answered to the variables beside. */
  readonly factsOf: (index: number) => string;
}

/** The matrix: header and first column stay while the rest scrolls both ways; only what is in sight is drawn. */
export function MatrixGrid({ desk, themes, factsOf }: MatrixGridProps) {
  const say = useText();
  const frame = useRef<HTMLDivElement>(null);
  const { data, at, look, isEditing } = desk;
  const { themeIds } = data.matrix;
  const widthOf = (column: number): number => look.widths[themeIds[column] ?? ''] ?? usualWidth;
  const frozen = themeIds.flatMap((id, column) => (look.frozen.includes(id) ? [column] : []));
  const loose = themeIds.flatMap((id, column) => (look.frozen.includes(id) ? [] : [column]));
  const fixed = headWidth + frozen.reduce((sum, column) => sum + widthOf(column), 0);
  const withCurrent = (place: number) => (range: Range) =>
    [...new Set([...defaultRangeExtractor(range), ...(place < 0 || place >= range.count ? [] : [place])])].toSorted((a, b) => a - b);
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
  const order = themeIds.join(' ');
  const knownOrder = useRef(order);
  useLayoutEffect(() => {
    if (knownOrder.current === order) return;
    knownOrder.current = order;
    // A column that moves takes its cells out for a moment: focus stays with the current cell.
    const focused = document.activeElement;
    if (focused === document.body || frame.current?.contains(focused) === true) desk.wantsFocus.current = true;
  });
  useLayoutEffect(() => {
    if (!desk.wantsFocus.current || isEditing) return;
    const cell = frame.current?.querySelector<HTMLElement>(`[data-at="${at.row} ${at.column}"]`);
    if (cell === null || cell === undefined) return;
    desk.wantsFocus.current = false;
    cell.focus({ preventScroll: true });
  });
  const goneTo = `${at.row} ${at.column}`;
  useLayoutEffect(() => {
    if (at.row >= 0) rows.scrollToIndex(at.row, { align: 'auto' });
    const place = loose.indexOf(at.column);
    if (place >= 0) columns.scrollToIndex(place, { align: 'auto' });
    // oxlint-disable-next-line react/exhaustive-deps -- only where the current cell has changed
  }, [goneTo]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>, place: GridPlace): void {
    if (event.target !== event.currentTarget || event.altKey) return;
    const isFar = event.ctrlKey || event.metaKey;
    const size = { rows: data.pages.total, columns: themeIds.length, page: 5 };
    const next = isFar && event.key.startsWith('Arrow') ? null : moveInGrid(event.key, isFar, place, size);
    if (next !== null) desk.go(next);
    else if (event.key === 'Enter' && !isFar) desk.edit(place);
    else if (event.key === ' ') desk.toggle(place);
    else if (event.key === 'Escape' && desk.selected.size > 0) desk.clear();
    else return;
    event.preventDefault();
  }

  function cellAt(row: number, column: number, left: number, isFrozen: boolean): ReactNode {
    const place = { row, column };
    const isCurrent = row === at.row && column === at.column;
    const cell = data.cellAt(place);
    const isHere = isCurrent && isEditing;
    const shown = data.pages.rowAt(row);
    const cellPlace = data.placeOf(place);
    return (
      <div
        aria-colindex={column + 2}
        aria-selected={desk.isSelected(place)}
        className={styles.cell}
        data-at={`${row} ${column}`}
        data-current={isCurrent || undefined}
        data-done={cell?.isDone || undefined}
        data-editing={isHere || undefined}
        data-frozen={isFrozen || undefined}
        data-selected={desk.isSelected(place) || undefined}
        key={themeIds[column]}
        onClick={() => (isHere ? undefined : desk.go(place))}
        onDoubleClick={() => desk.edit(place)}
        onFocus={(event) => (event.target === event.currentTarget && !isCurrent ? desk.go(place) : undefined)}
        onKeyDown={(event) => onKeyDown(event, place)}
        role="gridcell"
        style={{ insetInlineStart: left, inlineSize: widthOf(column) }}
        tabIndex={isCurrent || (at.row < 0 && row === 0 && column === 0) ? 0 : -1}
      >
        {isHere && cellPlace !== null ? (
          <CellEditor
            key={`${cellPlace.rowId} ${cellPlace.themeId}`}
            label={say('framework.cell.field', { row: desk.nameOf(row), theme: themes.nameOf(cellPlace.themeId) })}
            onLeave={desk.leave}
            onSave={(text) => void data.write(cellPlace, text)}
            value={data.wordsAt(place)}
          />
        ) : shown === undefined ? null : (
          <MatrixCell cell={cell} isSelected={desk.isSelected(place)} said={shown.said[column] ?? 0} words={data.wordsAt(place)} />
        )}
      </div>
    );
  }

  const lefts = frozen.map((_, index) => headWidth + frozen.slice(0, index).reduce((sum, column) => sum + widthOf(column), 0));
  const drawn = columns.getVirtualItems();
  return (
    <div className={styles.frame} ref={frame}>
      <div
        aria-colcount={themeIds.length + 1}
        aria-label={data.matrix.name}
        aria-multiselectable
        aria-rowcount={data.pages.total + 1}
        className={styles.grid}
        role="grid"
        style={{ inlineSize: columns.getTotalSize(), minInlineSize: '100%', blockSize: rows.getTotalSize() + 48 }}
      >
        <MatrixHead
          columns={[
            ...frozen.map((column, index) => ({ column, left: lefts[index] ?? 0, width: widthOf(column), isFrozen: true })),
            ...drawn.map(({ index, start, size }) => ({ column: loose[index] ?? 0, left: start, width: size, isFrozen: false })),
          ]}
          current={at.column}
          data={data}
          themes={themes}
        />
        {rows.getVirtualItems().map((item) => (
          <div
            aria-rowindex={item.index + 2}
            className={styles.row}
            key={item.index}
            role="row"
            style={{ insetBlockStart: item.start, blockSize: rowHeight }}
          >
            <MatrixRowHead
              facts={factsOf(item.index)}
              isCurrent={item.index === at.row}
              name={desk.nameOf(item.index)}
              row={data.pages.rowAt(item.index)}
              width={headWidth}
            />
            {frozen.map((column, index) => cellAt(item.index, column, lefts[index] ?? 0, true))}
            {drawn.map(({ index, start }) => cellAt(item.index, loose[index] ?? 0, start, false))}
          </div>
        ))}
      </div>
    </div>
  );
}
