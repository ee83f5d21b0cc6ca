import { keepPreviousData, type QueryKey, useQueries, useQuery, useQueryClient, type UseQueryOptions } from '@tanstack/react-query';
import { useCallback, useState } from 'react';

/** One page as long lists answer it. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** Rows of a long list by place; pages come as they come into sight. */
export interface Pages<Row> {
  readonly total: number;
  readonly isPending: boolean;
  /** False while the rows of another filter still stand, until the new ones have come: nothing may be done to them. */
  readonly isSettled: boolean;
  readonly error: Error | null;
  readonly refetch: () => void;
  readonly rowAt: (index: number) => Row | undefined;
  readonly onVisible: (from: number, to: number) => void;
  /** Changes when rows come or change, for what is worked out from them. */
  readonly mark: number;
}

export const pageSize = 100;

/** Reads a long list page by page. `optionsOf` makes the query of the page that begins at an offset; only pages in sight are kept fresh. */
export function usePages<Row, P extends Page<Row>>(optionsOf: (offset: number) => UseQueryOptions<P, Error, P, QueryKey>): Pages<Row> {
  const queryClient = useQueryClient();
  const [visible, setVisible] = useState<readonly [number, number]>([0, 0]);
  const from = Math.floor(visible[0] / pageSize);
  const to = Math.floor(visible[1] / pageSize);
  // The first page tells how many there are, wherever the list stands.
  const first = useQuery({ ...optionsOf(0), placeholderData: keepPreviousData });
  const pages = Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((page) => page > 0);
  const results = useQueries({ queries: pages.map((page) => optionsOf(page * pageSize)) });
  const rowAt = useCallback(
    (index: number): Row | undefined => {
      const page = Math.floor(index / pageSize);
      // What is under this key was put there by the query of this page.
      const known = queryClient.getQueryData(optionsOf(page * pageSize).queryKey) as P | undefined;
      const shown = known ?? (page === 0 ? first.data : undefined);
      return shown?.rows[index % pageSize];
    },
    [queryClient, optionsOf, first.data],
  );
  return {
    total: first.data?.total ?? 0,
    isPending: first.isPending,
    isSettled: first.isSuccess && !first.isPlaceholderData,
    error: first.error,
    refetch: () => void first.refetch(),
    rowAt,
    onVisible: (start, end) => setVisible([start, end]),
    mark: results.reduce((sum, result) => sum + result.dataUpdatedAt, first.dataUpdatedAt),
  };
}
