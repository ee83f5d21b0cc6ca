import type { PlaceLineageChange, PlaceRef, PlaceRecord } from '../../../shared/contract/place-rows.ts';

/** One place in the drawing: which columns of time its bar fills. */
export interface LineageRow {
  readonly place: PlaceRef;
  readonly direction: 'before' | 'self' | 'after';
  readonly extent: 'whole' | 'part';
  /** From this column to, but not with, that one. */
  readonly from: number;
  readonly to: number;
  readonly isRestored: boolean;
}

/** A line from one bar to another at the end of a column. */
export interface LineageLink {
  readonly id: string;
  readonly fromRow: number;
  readonly toRow: number;
  /** The number of the boundary between columns: 1 stands after the first. */
  readonly at: number;
  readonly isPart: boolean;
}

/** Places under each other, time from left to right. Columns are the periods between changes, all equally wide. */
export interface LineageLayout {
  /** The days that divide the columns, in order. */
  readonly days: readonly string[];
  readonly rows: readonly LineageRow[];
  readonly links: readonly LineageLink[];
}

/** Lays out the lineage of a place: earlier places first, then itself, then later ones. */
export function layOutLineage({ lineage, changes }: Pick<PlaceRecord, 'lineage' | 'changes'>): LineageLayout {
  const days = [...new Set(changes.map((change) => change.on))].toSorted();
  const restored = new Set(changes.filter((change) => change.isRestored).map((change) => change.toId));
  const rows = lineage.map(({ place, direction, extent }): LineageRow => {
    const from = place.validFrom === null ? 0 : columnAt(days, place.validFrom);
    const to = place.validTo === null ? days.length + 1 : columnAt(days, place.validTo);
    return { place, direction, extent, from, to: Math.max(from + 1, to), isRestored: restored.has(place.id) };
  });
  const rowOf = new Map(rows.map((row, index) => [row.place.id, index]));
  const links = changes.flatMap((change) => linkOf(change, rowOf, days));
  return { days, rows, links };
}

/** The column that begins on a day, or that the day lies in. */
function columnAt(days: readonly string[], day: string): number {
  return days.filter((one) => one <= day).length;
}

function linkOf(change: PlaceLineageChange, rowOf: ReadonlyMap<string, number>, days: readonly string[]): LineageLink[] {
  const [fromRow, toRow] = [rowOf.get(change.fromId), rowOf.get(change.toId)];
  // A restored place stands far from what it was: the words say it, a line would cross everything.
  if (fromRow === undefined || toRow === undefined || change.isRestored) return [];
  return [{ id: change.id, fromRow, toRow, at: columnAt(days, change.on), isPart: change.extent === 'part' }];
}
