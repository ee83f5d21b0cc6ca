import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { type DataColumn, type DataSort, nextSort } from '../../ui/data-table/columns.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { moveInList } from '../../ui/keyboard/move-in-list.ts';
import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import styles from './VirtualTable.module.css';

/** What the owner of a long list can ask of it. */
export interface VirtualTableHandle {
  readonly focusRow: (index: number) => void;
}

/** Rows chosen together. The column of checkboxes appears with the first one. */
export interface VirtualSelection<Row> {
  readonly count: number;
  readonly has: (row: Row) => boolean;
  readonly toggle: (row: Row) => void;
  /** Adds the rows from one place to another, ends included. */
  readonly extend: (from: number, to: number) => void;
  readonly clear: () => void;
  readonly header: string;
  readonly rowLabel: (row: Row) => string;
}

/** What a long list needs. Its rows come in pages; one that has not come yet is an empty line. */
export interface VirtualTableProps<Row> {
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly rowHeight?: number;
  /** Narrower than this the list scrolls sideways; a CSS length. */
  readonly leastWidth?: string;
  /** Which rows are in sight: for fetching their pages. */
  readonly onVisible: (from: number, to: number) => void;
  readonly current: number;
  readonly onCurrentChange: (index: number) => void;
  readonly onOpen?: (row: Row) => void;
  readonly selection?: VirtualSelection<Row>;
  readonly sort?: DataSort | undefined;
  readonly onSort?: (sort: DataSort) => void;
  readonly waitingText: string;
  readonly empty?: ReactNode;
  readonly handleRef?: Ref<VirtualTableHandle>;
}

/** A working list of any length: one tab stop, arrows move, Enter opens, Space selects; focus stays with a row that is scrolled away. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const {
    label,
    columns,
    total,
    rowAt,
    rowHeight = 34,
    leastWidth = '44rem',
    onVisible,
    current,
    onCurrentChange,
    onOpen,
    selection,
  } = props;
  const frame = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const [seen, setSeen] = useState('');
  // oxlint-disable-next-line react/incompatible-library -- its functions are called, never memoised
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollPaddingStart: 40,
    scrollPaddingEnd: 8,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...(current >= 0 && current < total ? [current] : [])])].toSorted((a, b) => a - b),
    onChange: ({ range }) => {
      if (range === null) return;
      const mark = `${Math.floor(range.startIndex / 20)} ${Math.floor(range.endIndex / 20)}`;
      if (mark === seen) return;
      setSeen(mark);
      onVisible(range.startIndex, range.endIndex);
    },
  });
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const row = frame.current?.querySelector<HTMLElement>(`[data-index="${current}"]`);
    if (row === null || row === undefined) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  function go(index: number): void {
    const next = Math.min(Math.max(index, 0), total - 1);
    if (next < 0) return;
    wantsFocus.current = true;
    onCurrentChange(next);
    virtualizer.scrollToIndex(next, { align: 'auto' });
    // The same row again: no change brings a new drawing.
    if (next === current) frame.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus({ preventScroll: true });
  }
  useImperativeHandle(props.handleRef, () => ({ focusRow: go }));

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>, index: number): void {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rowAt(index);
    const next = moveInList(event.key, { index, count: total, page: 12 });
    if (next !== null) {
      event.preventDefault();
      if (event.shiftKey) selection?.extend(index, next);
      go(next);
    } else if (event.key === 'Enter' && onOpen !== undefined && row !== undefined) {
      event.preventDefault();
      onOpen(row);
    } else if (event.key === ' ' && selection !== undefined && row !== undefined) {
      event.preventDefault();
      selection.toggle(row);
    } else if (event.key === 'Escape' && selection !== undefined && selection.count > 0) {
      event.preventDefault();
      selection.clear();
    }
  }

  function onClick(event: MouseEvent<HTMLDivElement>, index: number, row: Row): void {
    if (event.target instanceof Element && event.target !== event.currentTarget && event.target.closest('button, a, input, label') !== null)
      return;
    if (selection !== undefined && event.shiftKey) selection.extend(Math.max(0, current), index);
    else if (selection !== undefined && (event.ctrlKey || event.metaKey)) selection.toggle(row);
    onCurrentChange(index);
  }

  const showsChecks = selection !== undefined && selection.count > 0;
  const template = [...(showsChecks ? ['1.5rem'] : []), ...columns.map((column) => column.width ?? 'minmax(6rem, 1fr)')].join(' ');
  return (
    <div className={styles.frame} ref={frame}>
      <div
        aria-label={label}
        aria-multiselectable={selection === undefined ? undefined : true}
        aria-rowcount={total + 1}
        className={styles.grid}
        role="grid"
        style={{ ['--columns' as string]: template, ['--least' as string]: leastWidth }}
      >
        <div className={styles.head} ref={head} role="rowgroup">
          <Head columns={columns} onSort={props.onSort} selectionHeader={showsChecks ? selection.header : undefined} sort={props.sort} />
        </div>
        <div className={styles.rows} role="rowgroup" style={{ blockSize: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rowAt(item.index);
            const isCurrent = item.index === current;
            return (
              <div
                aria-current={isCurrent || undefined}
                aria-rowindex={item.index + 2}
                aria-selected={selection === undefined || row === undefined ? undefined : selection.has(row)}
                className={styles.row}
                data-index={item.index}
                data-opens={onOpen !== undefined || undefined}
                // By place: when another row comes to stand there, focus stays where it was.
                key={item.index}
                onClick={(event) => (row === undefined ? undefined : onClick(event, item.index, row))}
                onDoubleClick={() => (row === undefined ? undefined : onOpen?.(row))}
                onFocus={(event) => (event.target === event.currentTarget && !isCurrent ? onCurrentChange(item.index) : undefined)}
                onKeyDown={(event) => onKeyDown(event, item.index)}
                role="row"
                style={{ transform: `translateY(${item.start}px)`, blockSize: rowHeight }}
                tabIndex={isCurrent || (current < 0 && item.index === 0) ? 0 : -1}
              >
                {row === undefined ? (
                  <span className={styles.waiting} role="gridcell">
                    {props.waitingText}
                  </span>
                ) : (
                  <Cells columns={columns} row={row} selection={showsChecks ? selection : undefined} />
                )}
              </div>
            );
          })}
        </div>
      </div>
      {total === 0 ? props.empty : null}
    </div>
  );
}

interface HeadProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly sort: DataSort | undefined;
  readonly onSort: ((sort: DataSort) => void) | undefined;
  readonly selectionHeader: string | undefined;
}

function Head<Row>({ columns, sort, onSort, selectionHeader }: HeadProps<Row>) {
  return (
    <div aria-rowindex={1} role="row" style={{ display: 'contents' }}>
      {selectionHeader === undefined ? null : (
        <span role="columnheader">
          <VisuallyHidden>{selectionHeader}</VisuallyHidden>
        </span>
      )}
      {columns.map((column) => {
        const isSorted = sort?.columnId === column.id;
        return (
          <span aria-sort={isSorted ? sort.direction : undefined} data-align={column.align ?? 'start'} key={column.id} role="columnheader">
            {column.isSortable === true && onSort !== undefined ? (
              <button className={styles.sort} onClick={() => onSort(nextSort(sort, column.id))} type="button">
                {column.header}
                {isSorted ? <Icon name={sort.direction === 'ascending' ? 'sortAscending' : 'sortDescending'} size={13} /> : null}
              </button>
            ) : (
              column.header
            )}
          </span>
        );
      })}
    </div>
  );
}

interface CellsProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly row: Row;
  readonly selection: VirtualSelection<Row> | undefined;
}

function Cells<Row>({ columns, row, selection }: CellsProps<Row>) {
  return (
    <>
      {selection === undefined ? null : (
        <span role="gridcell">
          <Checkbox
            aria-label={selection.rowLabel(row)}
            excludeFromTabOrder
            isSelected={selection.has(row)}
            onChange={() => selection.toggle(row)}
          />
        </span>
      )}
      {columns.map((column) => (
        <span
          className={styles.cell}
          data-align={column.align ?? 'start'}
          data-numeric={(column.isNumeric ?? column.align === 'end') ? true : undefined}
          data-row-header={column.isRowHeader === true || undefined}
          data-words={column.isWords === true || undefined}
          key={column.id}
          role={column.isRowHeader === true ? 'rowheader' : 'gridcell'}
        >
          {column.render(row)}
        </span>
      ))}
    </>
  );
}
