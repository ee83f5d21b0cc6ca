import { useQueryClient, type QueryKey, type UseQueryOptions } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { CellPlace, Fill, Framework, FrameworkCell, FrameworkRow, FrameworkScope } from '../../../shared/contract/framework.ts';
import type { VariableId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { pageSize, usePages, type Pages } from '../../lib/use-pages.ts';
import { useSave } from '../../lib/use-save.ts';
import type { GridPlace } from './grid-moves.ts';

interface RowsPage {
  readonly rows: readonly FrameworkRow[];
  readonly total: number;
  readonly fill: Fill;
  readonly columns: readonly Fill[];
}

/** A matrix on screen: its rows as they come, its cells, and how they are written. */
export interface MatrixData {
  readonly matrix: Framework;
  readonly scope: FrameworkScope;
  readonly pages: Pages<FrameworkRow>;
  /** How far it has come; null until the first page is here. */
  readonly progress: { readonly fill: Fill; readonly columns: readonly Fill[] } | null;
  readonly cellAt: (place: GridPlace) => FrameworkCell | undefined;
  /** The words as they stand or are being saved. */
  readonly wordsAt: (place: GridPlace) => string;
  readonly placeOf: (place: GridPlace) => CellPlace | null;
  readonly write: (place: CellPlace, summary: string) => Promise<void>;
  readonly finish: (place: CellPlace, isDone: boolean) => Promise<void>;
}

const keyOf = (place: CellPlace): string => `${place.rowId} ${place.themeId}`;

/** Reads a matrix page by page. `scope` and `beside` must keep their identity while they say the same. */
export function useMatrix(matrix: Framework, scope: FrameworkScope, beside: readonly VariableId[]): MatrixData {
  const save = useSave();
  const queryClient = useQueryClient();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map());
  const optionsOf = useCallback(
    (from: number) =>
      orpc.framework.rows.queryOptions({
        input: { ...scope, beside: [...beside], from, limit: pageSize },
        // The options carry the types of the contract; a page is read as one.
      }) as unknown as UseQueryOptions<RowsPage, Error, RowsPage, QueryKey>,
    [scope, beside],
  );
  const pages = usePages<FrameworkRow, RowsPage>(optionsOf);
  const first = queryClient.getQueryData<RowsPage>(optionsOf(0).queryKey);
  const placeOf = ({ row, column }: GridPlace): CellPlace | null => {
    const rowId = pages.rowAt(row)?.id;
    const themeId = matrix.themeIds[column];
    return rowId === undefined || themeId === undefined ? null : { frameworkId: matrix.id, rowId, themeId };
  };
  const cellAt = ({ row, column }: GridPlace): FrameworkCell | undefined =>
    pages.rowAt(row)?.cells.find((cell) => cell.themeId === matrix.themeIds[column]);
  async function write(place: CellPlace, summary: string): Promise<void> {
    const key = keyOf(place);
    setDrafts((known) => new Map(known).set(key, summary));
    const done = await save(() => client.framework.write({ ...place, summary }));
    // What could not be saved stays on screen as it was typed.
    if (done === undefined) return;
    await queryClient.invalidateQueries({ queryKey: orpc.framework.rows.key() });
    setDrafts((known) => (known.get(key) === summary ? new Map([...known].filter(([other]) => other !== key)) : known));
  }
  return {
    matrix,
    scope,
    pages,
    progress: first === undefined ? null : { fill: first.fill, columns: first.columns },
    cellAt,
    placeOf,
    wordsAt: (at) => {
      const place = placeOf(at);
      return (place === null ? undefined : drafts.get(keyOf(place))) ?? cellAt(at)?.summary ?? '';
    },
    write,
    finish: async (place, isDone) => void (await save(() => client.framework.finish({ ...place, isDone }))),
  };
}
