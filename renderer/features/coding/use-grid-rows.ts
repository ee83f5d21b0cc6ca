import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { GridRow, GridScope, TextCodings } from '../../../shared/contract/coding.ts';
import type { TextId, VariableId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { keptUpByCoding } from '../../lib/connect.ts';
import { isOnRow } from './row-parts.ts';

const pageSize = 200;

/** Rows of the grid by place, fetched page by page as they come into sight. */
export interface GridRows {
  readonly total: number;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly refetch: () => void;
  /** The row as the page knows it now; also right after a change, before the screen has been drawn again. */
  readonly rowAt: (index: number) => GridRow | undefined;
  /** Ids of the whole texts on a page that is here. */
  readonly textIdsOf: (page: number) => TextId[];
  /** Shows what a change answered at once; the events that follow bring the rest. */
  readonly patch: (texts: readonly TextCodings[]) => void;
  /** Reads everything in sight anew: after a change that does not answer with all it changed. */
  readonly readAnew: () => void;
}

interface GridPage {
  readonly rows: GridRow[];
  readonly total: number;
}

/** The page a row lies on. */
export function pageOf(index: number): number {
  return Math.floor(index / pageSize);
}

function pageInput(scope: GridScope, beside: readonly VariableId[], page: number) {
  return { ...scope, beside: [...beside], from: page * pageSize, limit: pageSize };
}

/** What this window codes is written into the pages it has, and they are not read anew for each theme. */
const meta = { [keptUpByCoding]: true };

/** Pages of a scope. Only those that hold the given places are kept fresh. */
export function useGridRows(scope: GridScope, beside: readonly VariableId[], visible: readonly number[]): GridRows {
  const queryClient = useQueryClient();
  const first = useQuery({
    ...orpc.coding.grid.queryOptions({ input: pageInput(scope, beside, 0), meta }),
    placeholderData: keepPreviousData,
  });
  const total = first.data?.total ?? 0;
  const pages = [...new Set(visible.filter((index) => index < total).map(pageOf))].filter((page) => page > 0);
  useQueries({ queries: pages.map((page) => orpc.coding.grid.queryOptions({ input: pageInput(scope, beside, page), meta })) });

  // The name of a page in the cache is made once: rows are looked up for every key and every frame of scrolling.
  const hashes = useMemo(() => ({ scope, beside, byPage: new Map<number, string>() }), [scope, beside]);
  const pageAt = useCallback(
    (page: number): GridPage | undefined => {
      const made = (): string => {
        const { queryKey } = orpc.coding.grid.queryOptions({ input: pageInput(hashes.scope, hashes.beside, page) });
        return queryClient.defaultQueryOptions({ queryKey }).queryHash;
      };
      const hash = hashes.byPage.get(page) ?? made();
      hashes.byPage.set(page, hash);
      // Only pages of the grid stand under their names.
      const known = queryClient.getQueryCache().get(hash)?.state.data as GridPage | undefined;
      return known ?? (page === 0 ? first.data : undefined);
    },
    [queryClient, hashes, first.data],
  );
  const rowAt = useCallback((index: number) => pageAt(pageOf(index))?.rows[index % pageSize], [pageAt]);
  const patch = useCallback(
    (texts: readonly TextCodings[]): void => {
      const changed = new Map(texts.map((text) => [text.textId, text]));
      queryClient.setQueriesData<GridPage>({ queryKey: orpc.coding.grid.key() }, (page) =>
        // A page without any of them stays the same object: nothing of it is drawn again.
        page === undefined || !page.rows.some((row) => row.textId !== null && changed.has(row.textId))
          ? page
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
    readAnew: () => void queryClient.invalidateQueries({ queryKey: orpc.coding.grid.key() }),
    rowAt,
    textIdsOf: (page) => textIdsOf(pageAt(page)),
    patch,
  };
}

const textIds = new WeakMap<readonly GridRow[], TextId[]>();
const noIds: TextId[] = [];

/** Ids of the whole texts on a page; the same list as long as the page is the same. */
function textIdsOf(page: GridPage | undefined): TextId[] {
  if (page === undefined) return noIds;
  const known = textIds.get(page.rows);
  if (known !== undefined) return known;
  const ids = new Set(page.rows.flatMap((row) => (row.textId !== null && row.range === null ? row.textId : [])));
  const made = [...ids];
  textIds.set(page.rows, made);
  return made;
}

function withChange(row: GridRow, change: TextCodings | undefined): GridRow {
  if (change === undefined) return row;
  return { ...row, codings: change.codings.filter((coding) => isOnRow(row, coding)), reading: change.reading };
}
