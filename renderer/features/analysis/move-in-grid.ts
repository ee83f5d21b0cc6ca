export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads among cells, stopping at the edges; `first` and `last` are the corners. Null when the key moves nothing. */
export function moveInGrid(
  key: string,
  { row, column }: GridPlace,
  size: { readonly rows: number; readonly columns: number },
): GridPlace | null {
  const end = { row: Math.max(0, size.rows - 1), column: Math.max(0, size.columns - 1) };
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(end.row, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(end.column, column + 1) };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: end.column };
    case 'first':
      return { row: 0, column: 0 };
    case 'last':
      return end;
    default:
      return null;
  }
}
