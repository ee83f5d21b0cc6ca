import type { KeyboardEvent } from 'react';
import { useText } from '../../lib/text.ts';
import type { Themes } from '../themes/index.ts';
import { CellEditor } from './CellEditor.tsx';
import { moveInGrid } from './grid-moves.ts';
import { MatrixCell } from './MatrixCell.tsx';
import styles from './MatrixGrid.module.css';
import type { MatrixDesk } from './use-matrix-desk.ts';
import type { DrawnColumn } from './use-matrix-view.ts';

interface MatrixGridCellProps {
  readonly desk: MatrixDesk;
  readonly themes: Themes;
  readonly row: number;
  readonly drawn: DrawnColumn;
}

/** One cell in its place: it takes the keys and the mouse, and becomes a field while it is written in. */
export function MatrixGridCell({ desk, themes, row, drawn }: MatrixGridCellProps) {
  const say = useText();
  const { data, at, isEditing } = desk;
  const { column, left, width, isFrozen } = drawn;
  const place = { row, column };
  const isCurrent = row === at.row && column === at.column;
  const isHere = isCurrent && isEditing;
  const isSelected = desk.isSelected(place);
  const cell = data.cellAt(place);
  const cellPlace = data.placeOf(place);
  const shown = data.pages.rowAt(row);
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.target !== event.currentTarget || event.altKey) return;
    const isFar = event.ctrlKey || event.metaKey;
    const size = { rows: data.pages.total, columns: data.matrix.themeIds.length, page: 5 };
    const next = isFar && event.key.startsWith('Arrow') ? null : moveInGrid(event.key, isFar, place, size);
    if (next !== null) desk.go(next);
    else if (event.key === 'Enter' && !isFar) desk.edit(place);
    else if (event.key === ' ') desk.toggle(place);
    else if (event.key === 'Escape' && desk.selected.size > 0) desk.clear();
    else return;
    event.preventDefault();
  }
  return (
    <div
      aria-colindex={column + 2}
      aria-selected={isSelected}
      className={styles.cell}
      data-at={`${row} ${column}`}
      data-current={isCurrent || undefined}
      data-done={cell?.isDone || undefined}
      data-editing={isHere || undefined}
      data-frozen={isFrozen || undefined}
      data-selected={isSelected || undefined}
      onClick={() => (isHere ? undefined : desk.go(place))}
      onDoubleClick={() => desk.edit(place)}
      onFocus={(event) => (event.target === event.currentTarget && !isCurrent ? desk.go(place) : undefined)}
      onKeyDown={onKeyDown}
      role="gridcell"
      style={{ insetInlineStart: left, inlineSize: width }}
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
        <MatrixCell cell={cell} isSelected={isSelected} said={shown.said[column] ?? 0} words={data.wordsAt(place)} />
      )}
    </div>
  );
}
