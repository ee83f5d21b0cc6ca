/** A cell by its place in the matrix, from 0; column -1 is none. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows a page has. */
  readonly page: number;
}

/** Where a key leads in a grid (APG), or null when it leads nowhere. `isFar` is Ctrl or Cmd. */
export function moveInGrid(key: string, isFar: boolean, { row, column }: GridPlace, { rows, columns, page }: GridSize): GridPlace | null {
  const at = (wantedRow: number, wantedColumn: number): GridPlace => ({
    row: Math.max(0, Math.min(rows - 1, wantedRow)),
    column: Math.max(0, Math.min(columns - 1, wantedColumn)),
  });
  switch (key) {
    case 'ArrowDown':
      return at(row + 1, column);
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'PageDown':
      return at(row + page, column);
    case 'PageUp':
      return at(row - page, column);
    case 'Home':
      return at(isFar ? 0 : row, 0);
    case 'End':
      return at(isFar ? rows - 1 : row, columns - 1);
    default:
      return null;
  }
}

/** The cell after or before, row by row; null at the ends. */
export function nextInLine({ row, column }: GridPlace, direction: 1 | -1, { rows, columns }: GridSize): GridPlace | null {
  const place = row * columns + column + direction;
  return place < 0 || place >= rows * columns ? null : { row: Math.floor(place / columns), column: place % columns };
}

/** Columns after one was moved a step. */
export function moved<T>(items: readonly T[], from: number, step: 1 | -1): T[] {
  const to = from + step;
  const [one] = items.slice(from, from + 1);
  if (one === undefined || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, one);
}
