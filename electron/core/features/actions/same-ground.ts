import { placeRegister } from '../../places/place-register.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { areaMembers, scopeOf } from '../places/scope.ts';

/**
 * The places whose records are told under the given ones: what they were and became through mergers, splits, new numbers and moved borders,
 * their districts, and what an area holds. A place nobody knows has none.
 */
export function placesOnSameGround(workspace: Workspace, ids: readonly string[]): string[] {
  const register = placeRegister(workspace.sql);
  const members = areaMembers(workspace.sql);
  const scoped = ids.flatMap((id) => {
    const place = register.place(id);
    return place === undefined ? [] : scopeOf(register, members, place).map((one) => one.placeId);
  });
  return [...new Set(scoped)];
}
