import type { CompleteTable } from './complete-table.ts';
import type { Place } from './table.ts';

/**
 * One published or hidden number as an edge. The table is a circulation of persons: from the "Alle" node to each row
 * (the "Alle" column), from each row to each column (inner cells), from each column to the total (bases) and back.
 * What enters a node leaves it, so every margin equation is a node, and what an attacker can work out about a
 * hidden number is exactly how much flow can be moved around through the other hidden edges.
 */
export interface Edge extends Place {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** What a reader knows before subtracting: 0 and infinity, or the range of the word that is printed. */
  readonly low: number;
  readonly high: number;
  /** Holds one person, who may be the attacker. The "Alle" column of a table with groups has its persons in the cells. */
  readonly single: boolean;
}

/** The table as a graph; `incident[node]` lists the ids of the edges that start or end there. */
export interface Network {
  readonly edges: readonly Edge[];
  readonly incident: readonly (readonly number[])[];
}

/** What is printed in words, as limits of the count. */
export type KnownRange = (place: Place) => { readonly low: number; readonly high: number } | null;

/** Id of the edge of a place in a table with these many rows and columns (one-way tables have no columns). */
export function edgeId({ row, column }: Place, rows: number, columns: number): number {
  if (row === 'base') return rows + rows * columns + Number(column);
  return column === 'all' ? row : rows + row * columns + column;
}

/**
 * Builds the network of a table. The grand total is always published and so is not an edge.
 * @param personsIn persons behind a number, where it does not count them itself.
 */
export function buildNetwork(
  table: CompleteTable,
  known: KnownRange = () => null,
  personsIn: (place: Place, value: number) => number = (_, value) => value,
): Network {
  const rows = table.counts.length;
  const columns = table.columnTotals.length;
  const sink = rows + columns;
  const all = sink + 1;
  const edges: Edge[] = [];
  const add = (place: Place, from: number, to: number, value: number): void => {
    const { low, high } = known(place) ?? { low: 0, high: Number.POSITIVE_INFINITY };
    const single = personsIn(place, value) === 1 && (table.oneWay || place.column !== 'all');
    edges.push({ ...place, id: edges.length, from, to, value, low, high, single });
  };
  table.rowTotals.forEach((value, row) => add({ row, column: 'all' }, all, table.oneWay ? sink : row, value));
  table.counts.forEach((counts, row) => counts.forEach((value, column) => add({ row, column }, row, rows + column, value)));
  table.columnTotals.forEach((value, column) => add({ row: 'base', column }, rows + column, sink, value));
  const incident: number[][] = Array.from({ length: all + 1 }, () => []);
  for (const edge of edges) {
    incident[edge.from]?.push(edge.id);
    incident[edge.to]?.push(edge.id);
  }
  return { edges, incident };
}
