import type { DisclosureRule } from '../../../../shared/disclosure/index.ts';
import type { ReleasedCell } from '../../../../shared/model/exhibit.ts';
import type { GatedTable } from './gate.ts';
import type { RawTable } from './raw-table.ts';

const hiddenCell: ReleasedCell = { state: 'hidden' };

/** Persons by row and printed column, "Alle" first. */
function countsOf({ rows, columns, tables }: RawTable): number[][] {
  return rows.map((_, row) => {
    const all = tables[0]?.rowTotals[row] ?? 0;
    return columns.length === 1 ? [all] : [all, ...tables.flatMap(({ counts }) => counts[row] ?? [])];
  });
}

/** Rows above each row in the tree. */
function ancestorsOf({ rows }: RawTable): number[][] {
  const path: number[] = [];
  return rows.map(({ indent }, row) => {
    while (path.length > 0 && (rows[path.at(-1) ?? 0]?.indent ?? 0) >= indent) path.pop();
    const above = [...path];
    path.push(row);
    return above;
  });
}

interface Pair {
  /** Persons by column with the theme above, and whether that number is in print. */
  readonly above: readonly number[];
  readonly isAboveShown: (column: number) => boolean;
  readonly own: readonly number[];
  readonly base: readonly number[];
}

/**
 * Whether the difference in a column stays wide when some of the row's columns are hidden: their sum is what "Alle" leaves, and none of them can be more than
 * the theme above it.
 */
function isWide({ above, isAboveShown, own, base }: Pair, column: number, hidden: readonly number[], threshold: number): boolean {
  const sum = hidden.reduce((whole, other) => whole + (own[other] ?? 0), 0);
  const most = (other: number): number => (isAboveShown(other) ? (above[other] ?? 0) : (base[other] ?? 0));
  const others = hidden.filter((other) => other !== column).reduce((whole, other) => whole + most(other), 0);
  const total = above[column] ?? 0;
  const low = total - Math.min(total, sum);
  const high = total - Math.max(0, sum - others);
  return high >= threshold && high - low >= threshold;
}

/** Columns of a row to hide besides, so that no few are left between it and the theme above it; null when the whole row must go. */
function columnsToHide(pair: Pair, near: readonly number[], open: readonly number[], threshold: number): number[] | null {
  const hidden = [...near];
  const rest = open.filter((column) => !near.includes(column)).toSorted((a, b) => (pair.above[b] ?? 0) - (pair.above[a] ?? 0) || a - b);
  while (!near.every((column) => isWide(pair, column, hidden, threshold))) {
    const next = rest.shift();
    if (next === undefined) return null;
    hidden.push(next);
  }
  return hidden;
}

/**
 * Hides a theme's numbers where they are fewer than a threshold from those of a theme above it: the difference would be the few who speak of the one without
 * the other. In a table of one plain grouping some cells of the row are enough; elsewhere, and where "Alle" is so near, the row goes.
 */
export function hideNearThemes(raw: RawTable, gated: GatedTable, { threshold }: DisclosureRule): GatedTable {
  if (raw.definition.kind !== 'themes' || raw.definition.themes === 'own') return gated;
  const counts = countsOf(raw);
  const above = ancestorsOf(raw);
  const cells = gated.cells.map((line) => [...line]);
  const base = gated.columnBases.map((one) => one?.n ?? 0);
  const isSimple = raw.parts.length === 1 && raw.parts[0]?.isOverlapping === false && raw.parts[0].groupings.length === 1;
  const isShown = (row: number, column: number): boolean => cells[row]?.[column]?.state === 'shown';
  let hiddenCount = 0;
  const hide = (row: number, column: number): void => {
    const line = cells[row];
    if (line === undefined || line[column]?.state !== 'shown') return;
    line[column] = hiddenCell;
    hiddenCount += 1;
  };
  for (const [row, ancestors] of above.entries()) {
    for (const ancestor of ancestors) {
      const columns = raw.columns.map((_, column) => column);
      const own = counts[row] ?? [];
      const other = counts[ancestor] ?? [];
      const near = columns.filter((column) => {
        const apart = (other[column] ?? 0) - (own[column] ?? 0);
        return isShown(row, column) && isShown(ancestor, column) && apart > 0 && apart < threshold;
      });
      if (near.length === 0) continue;
      const pair: Pair = { above: other, own, base, isAboveShown: (column) => isShown(ancestor, column) };
      const open = columns.filter((column) => column > 0 && isShown(row, column));
      const wanted = !isSimple || near.includes(0) ? null : columnsToHide(pair, near, open, threshold);
      for (const column of wanted ?? columns) hide(row, column);
    }
  }
  return hiddenCount === 0 ? gated : { ...gated, cells, hiddenCount: gated.hiddenCount + hiddenCount };
}
