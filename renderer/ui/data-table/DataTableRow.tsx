import type { KeyboardEvent } from 'react';
import { Checkbox } from '../checkbox/Checkbox.tsx';
import type { DataColumn } from './columns.ts';
import styles from './DataTable.module.css';

/** What one row of a working list needs. */
export interface DataTableRowProps<Row> {
  readonly row: Row;
  readonly columns: readonly DataColumn<Row>[];
  readonly index: number;
  readonly isCurrent: boolean;
  /** The one row that Tab leads to. */
  readonly isTabStop: boolean;
  readonly label?: string | undefined;
  /** Undefined in a list where rows cannot be selected. */
  readonly isSelected?: boolean | undefined;
  /** Set while the column of checkboxes is shown. */
  readonly checkLabel?: string | undefined;
  readonly onFocus: () => void;
  readonly onClick: (modifiers: { readonly extends: boolean; readonly toggles: boolean }) => void;
  readonly onDoubleClick: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => void;
  readonly onToggle: () => void;
}

function isOwnControl(target: EventTarget, row: Element): boolean {
  return target instanceof Element && target !== row && target.closest('button, a, input, label, select, textarea') !== null;
}

/** One row. Controls inside a cell keep their own keys and clicks. */
export function DataTableRow<Row>({
  row,
  columns,
  index,
  isCurrent,
  isTabStop,
  label,
  isSelected,
  checkLabel,
  onFocus,
  onClick,
  onDoubleClick,
  onKeyDown,
  onToggle,
}: DataTableRowProps<Row>) {
  return (
    <tr
      aria-current={isCurrent || undefined}
      aria-label={label}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={styles.row}
      onClick={(event) => {
        if (!isOwnControl(event.target, event.currentTarget)) {
          onClick({ extends: event.shiftKey, toggles: event.ctrlKey || event.metaKey });
        }
      }}
      onDoubleClick={(event) => {
        if (!isOwnControl(event.target, event.currentTarget)) {
          onDoubleClick();
        }
      }}
      onFocus={(event) => {
        if (event.target === event.currentTarget) {
          onFocus();
        }
      }}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget) {
          onKeyDown(event);
        }
      }}
      tabIndex={isTabStop ? 0 : -1}
    >
      {checkLabel === undefined ? null : (
        <td className={styles.checkCell}>
          <Checkbox aria-label={checkLabel} excludeFromTabOrder isSelected={isSelected === true} onChange={onToggle} />
        </td>
      )}
      {columns.map((column) => {
        const Cell = column.isRowHeader === true ? 'th' : 'td';
        return (
          <Cell
            data-align={column.align ?? 'start'}
            data-numeric={(column.isNumeric ?? column.align === 'end') ? true : undefined}
            data-words={column.isWords === true || undefined}
            key={column.id}
            scope={column.isRowHeader === true ? 'row' : undefined}
          >
            {column.render(row)}
          </Cell>
        );
      })}
    </tr>
  );
}
