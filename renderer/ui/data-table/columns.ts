import type { ReactNode } from 'react';

/** One column of a working list. Numbers stand at the end; text at the start. */
export interface DataColumn<Row> {
  readonly id: string;
  readonly header: ReactNode;
  readonly render: (row: Row) => ReactNode;
  readonly align?: 'start' | 'end';
  /** A CSS length, in rem, ch or %. */
  readonly width?: string;
  /** The cell that names the row. One per table. */
  readonly isRowHeader?: boolean;
  readonly isSortable?: boolean;
  /** What people said: set in serif. */
  readonly isWords?: boolean;
  /** Figures and ids: tabular. */
  readonly isNumeric?: boolean;
}

/** Which column the rows are in the order of. */
export interface DataSort {
  readonly columnId: string;
  readonly direction: 'ascending' | 'descending';
}

/** The order asked for by pressing a head: first ascending, then the other way. */
export function nextSort(current: DataSort | undefined, columnId: string): DataSort {
  const turns = current?.columnId === columnId && current.direction === 'ascending';
  return { columnId, direction: turns ? 'descending' : 'ascending' };
}
