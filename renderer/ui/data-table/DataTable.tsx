import { type KeyboardEvent, type ReactNode, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { moveInList } from '../keyboard/move-in-list.ts';
import type { DataColumn, DataSort } from './columns.ts';
import styles from './DataTable.module.css';
import { DataTableHead } from './DataTableHead.tsx';
import { DataTableRow } from './DataTableRow.tsx';
import { addRange, toggleKey } from './selection.ts';

/** What the owner of a table can ask of it. */
export interface DataTableHandle {
  /** Puts focus on a row, for example the last one used, or the next after a deletion. */
  focusRow(key: string): void;
}

/** Rows chosen together. The column of checkboxes appears with the first one. */
export interface DataTableSelection<Row> {
  readonly keys: ReadonlySet<string>;
  readonly onChange: (keys: ReadonlySet<string>) => void;
  /** The name of the column. */
  readonly header: string;
  /** The name of one checkbox: "Velg R017". */
  readonly rowLabel: (row: Row) => string;
}

/** What a working list needs. Up to some hundred rows; longer lists have a virtual grid of their own. */
export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Read when a row takes focus; without it the cells are read. */
  readonly rowLabel?: (row: Row) => string;
  readonly currentKey?: string | null;
  readonly onCurrentKeyChange?: (key: string) => void;
  /** Enter, and click or double click. */
  readonly onOpen?: (row: Row) => void;
  readonly opensOn?: 'click' | 'doubleClick';
  readonly selection?: DataTableSelection<Row>;
  readonly sort?: DataSort | undefined;
  readonly onSort?: (sort: DataSort) => void;
  /** Cells begin at the sheet's own padding and rows run from edge to edge. */
  readonly isFullWidth?: boolean;
  /** Shown under the head when there are no rows: usually an EmptyState. */
  readonly empty?: ReactNode;
  readonly handleRef?: Ref<DataTableHandle>;
}

/** A working list: semantic table, one tab stop, arrows move, Enter opens, Space selects. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  rowLabel,
  currentKey,
  onCurrentKeyChange,
  onOpen,
  opensOn = 'click',
  selection,
  sort,
  onSort,
  isFullWidth = false,
  empty,
  handleRef,
}: DataTableProps<Row>) {
  const bodyRef = useRef<HTMLTableSectionElement>(null);
  const [ownKey, setOwnKey] = useState<string | null>(null);
  const keys = rows.map(rowKey);
  const chosenKey = currentKey === undefined ? ownKey : currentKey;
  const currentIndex = chosenKey === null ? -1 : keys.indexOf(chosenKey);
  const isSelecting = selection !== undefined && selection.keys.size > 0;

  useImperativeHandle(handleRef, () => ({ focusRow: (key) => bodyRef.current?.rows[keys.indexOf(key)]?.focus() }));

  function setCurrent(index: number) {
    const key = keys[index];
    if (key !== undefined && key !== chosenKey) {
      setOwnKey(key);
      onCurrentKeyChange?.(key);
    }
  }

  function toggle(index: number) {
    const key = keys[index];
    if (selection !== undefined && key !== undefined) {
      selection.onChange(toggleKey(selection.keys, key));
    }
  }

  function extend(from: number, to: number) {
    selection?.onChange(addRange(selection.keys, keys, from, to));
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableRowElement>, index: number, row: Row) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const next = moveInList(event.key, { index, count: rows.length, page: 10 });
    if (next !== null) {
      event.preventDefault();
      if (event.shiftKey) {
        extend(index, next);
      }
      bodyRef.current?.rows[next]?.focus();
    } else if (event.key === 'Enter' && onOpen !== undefined) {
      event.preventDefault();
      onOpen(row);
    } else if (event.key === ' ' && selection !== undefined) {
      event.preventDefault();
      toggle(index);
    } else if (event.key === 'Escape' && isSelecting) {
      event.preventDefault();
      selection.onChange(new Set());
    }
  }

  function onClick(index: number, row: Row, modifiers: { readonly extends: boolean; readonly toggles: boolean }) {
    if (selection !== undefined && modifiers.extends) {
      extend(Math.max(0, currentIndex), index);
    } else if (selection !== undefined && modifiers.toggles) {
      toggle(index);
    } else if (opensOn === 'click') {
      onOpen?.(row);
    }
    setCurrent(index);
  }

  return (
    <div className={styles.frame} data-full-width={isFullWidth || undefined}>
      <table
        aria-label={label}
        aria-multiselectable={selection === undefined ? undefined : true}
        aria-rowcount={rows.length + 1}
        className={styles.table}
        role="grid"
      >
        <DataTableHead columns={columns} onSort={onSort} selectionHeader={isSelecting ? selection.header : undefined} sort={sort} />
        <tbody data-opens={onOpen !== undefined || undefined} ref={bodyRef}>
          {rows.map((row, index) => {
            const key = rowKey(row);
            return (
              <DataTableRow
                checkLabel={isSelecting ? selection.rowLabel(row) : undefined}
                columns={columns}
                index={index}
                isCurrent={index === currentIndex}
                isSelected={selection?.keys.has(key)}
                isTabStop={index === Math.max(0, currentIndex)}
                key={key}
                label={rowLabel?.(row)}
                onClick={(modifiers) => onClick(index, row, modifiers)}
                onDoubleClick={() => (opensOn === 'doubleClick' ? onOpen?.(row) : undefined)}
                onFocus={() => setCurrent(index)}
                onKeyDown={(event) => onKeyDown(event, index, row)}
                onToggle={() => toggle(index)}
                row={row}
              />
            );
          })}
        </tbody>
      </table>
      {rows.length === 0 ? empty : null}
    </div>
  );
}
