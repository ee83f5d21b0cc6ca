import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { GridRow, GridScope, TextCodings } from '../../../shared/contract/coding.ts';
import { orpc } from '../../lib/client.ts';

const pageSize = 200;

/** Rows of the grid by place, fetched page by page as they come into sight. */
export interface GridRows {
  readonly total: number;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly refetch: () => void;
  /** The row as the page knows it now; also right after a change, before the screen has been drawn again. */
  readonly rowAt: (index: number) => GridRow | undefined;
  /** Shows what a change answered at once; the events that follow bring the rest. */
  readonly patch: (texts: readonly TextCodings[]) => void;
}

function pageInput(scope: GridScope, page: number): GridScope & { from: number; limit: number } {
  return { ...scope, from: page * pageSize, limit: pageSize };
}

/** Pages of a scope. Only those that hold the given places are kept fresh. */
export function useGridRows(scope: GridScope, visible: readonly number[]): GridRows {
  const queryClient = useQueryClient();
  const first = useQuery({ ...orpc.coding.grid.queryOptions({ input: pageInput(scope, 0) }), placeholderData: keepPreviousData });
  const pages = [...new Set(visible.map((index) => Math.floor(index / pageSize)))].filter((page) => page > 0);
  useQueries({ queries: pages.map((page) => orpc.coding.grid.queryOptions({ input: pageInput(scope, page) })) });

  const rowAt = useCallback(
    (index: number): GridRow | undefined => {
      const page = Math.floor(index / pageSize);
      const known = queryClient.getQueryData(orpc.coding.grid.queryKey({ input: pageInput(scope, page) }));
      return (known ?? (page === 0 ? first.data : undefined))?.rows[index % pageSize];
    },
    [queryClient, scope, first.data],
  );
  const patch = useCallback(
    (texts: readonly TextCodings[]): void => {
      const changed = new Map(texts.map((text) => [text.textId, text]));
      queryClient.setQueriesData<{ rows: GridRow[]; total: number }>({ queryKey: orpc.coding.grid.key() }, (page) =>
        page === undefined
          ? undefined
          : { ...page, rows: page.rows.map((row) => withChange(row, row.textId === null ? undefined : changed.get(row.textId))) },
      );
    },
    [queryClient],
  );
  return {
    total: first.data?.total ?? 0,
    isPending: first.isPending,
    error: first.error,
    refetch: () => void first.refetch(),
    rowAt,
    patch,
  };
}

function withChange(row: GridRow, change: TextCodings | undefined): GridRow {
  return change === undefined ? row : { ...row, codings: change.codings, reading: change.reading };
}
