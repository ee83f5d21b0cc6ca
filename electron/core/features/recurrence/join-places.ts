import type { RecurrencePlaceMode } from '../../../../shared/contract/recurrence.ts';
import { placeName, rollUp, type PlaceBreak } from '../../../../shared/model/place-lineage/index.ts';
import { placeAttributions, placeRegister } from '../../places/place-register.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { areaMembers } from '../places/scope.ts';

/** A column of places. */
export interface JoinedPlaces {
  readonly key: string;
  readonly name: string;
  readonly hasBreak: boolean;
}

/** The places of some meetings as the mode has them. */
export interface PlaceColumns {
  /** The column of a place; null for one that was divided so that nobody can say where it belongs. */
  readonly keyOf: (placeId: string) => string | null;
  readonly columns: readonly JoinedPlaces[];
  readonly breaks: readonly PlaceBreak[];
}

/** The register of places for one question. */
export interface PlaceBook {
  readonly columnsFor: (placeIds: readonly string[]) => PlaceColumns;
  /** A place, what lies in it or is held by it as an area and, when places are joined, what counts with any of these. */
  readonly within: (placeId: string, among: readonly string[]) => ReadonlySet<string>;
  /** "Fjordvik (9921, 2020–2023)"; null for a place that is gone. */
  readonly nameOf: (placeId: string) => string | null;
}

/** The register of places, with those that became one another as the mode has them. */
export function openPlaceBook(workspace: Workspace, mode: RecurrencePlaceMode): PlaceBook {
  const register = placeRegister(workspace.sql);
  const decisions = placeAttributions(workspace.sql);
  const columnsFor = (placeIds: readonly string[]): PlaceColumns => {
    if (placeIds.length === 0) return { keyOf: () => null, columns: [], breaks: [] };
    const { groups, groupOf, breaks } = rollUp(register, placeIds, mode, decisions);
    const columns = groups.map(({ id, name, breaks: crossed }) => ({ key: id, name, hasBreak: crossed.length > 0 }));
    return { keyOf: (placeId) => groupOf(placeId), columns, breaks };
  };
  return {
    columnsFor,
    within: (placeId, among) => {
      const found = insideOf(workspace, placeId);
      if (mode === 'as-recorded') return found;
      const known = [...new Set([...found, ...among])].filter((id) => register.place(id) !== undefined);
      const { keyOf } = columnsFor(known);
      const groups = new Set([...found].flatMap((id) => keyOf(id) ?? []));
      for (const id of among) if (groups.has(keyOf(id) ?? '')) found.add(id);
      return found;
    },
    nameOf: (placeId) => {
      const place = register.place(placeId);
      return place === undefined ? null : placeName(place);
    },
  };
}

/** A place with everything that lies in it, and the places an area holds. */
function insideOf(workspace: Workspace, placeId: string): Set<string> {
  const inside = Map.groupBy(
    [
      ...placeRegister(workspace.sql).places.map(({ id, parentId }) => ({ outer: parentId, inner: id })),
      ...areaMembers(workspace.sql).map((row) => ({ outer: row.area_id, inner: row.place_id })),
    ],
    ({ outer }) => outer,
  );
  const found = new Set<string>();
  const queue = [placeId];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    queue.push(...(inside.get(at) ?? []).map(({ inner }) => inner));
  }
  return found;
}
