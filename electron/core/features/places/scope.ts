import { z } from 'zod';
import type { Extent, Place, PlaceRegister } from '../../../../shared/model/place-lineage/index.ts';
import type { Statements } from '../../db/statements.ts';

/** A place whose records are looked at as another's: for how long, and whether all of it is. Days; `to` is exclusive. */
export interface Scoped {
  readonly placeId: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly extent: Extent;
}

const MemberRow = z.object({
  area_id: z.string(),
  place_id: z.string(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
});
export type MemberRow = z.infer<typeof MemberRow>;
const memberSql = 'SELECT area_id, place_id, valid_from, valid_to FROM area_place';

/** Which places areas hold. */
export function areaMembers(sql: Statements): MemberRow[] {
  return sql.all(MemberRow, memberSql);
}

/**
 * Places whose records belong to a place's story: its whole lineage, with the districts and localities in them; for an area those
 * of the places it holds, for as long as it holds them. A place that comes in two ways stands once, as whole if it is in one.
 */
export function scopeOf(register: PlaceRegister, members: readonly MemberRow[], place: Place): Scoped[] {
  const children = Map.groupBy(register.places, (one) => one.parentId ?? '');
  const found = new Map<string, Scoped>();
  const add = (one: Scoped): void => {
    const key = `${one.placeId} ${one.from ?? ''} ${one.to ?? ''}`;
    const known = found.get(key);
    if (known === undefined || (known.extent === 'part' && one.extent === 'whole')) found.set(key, one);
    for (const child of children.get(one.placeId) ?? []) {
      if (child.kind === 'district' || child.kind === 'locality') add({ ...one, placeId: child.id });
    }
  };
  for (const kin of register.lineageOf(place.id))
    add({ placeId: kin.place.id, from: null, to: null, extent: extentIn(register, place.id, kin.place.id) });
  for (const member of members.filter((one) => one.area_id === place.id)) {
    const window = { from: member.valid_from, to: member.valid_to };
    for (const kin of register.lineageOf(member.place_id))
      add({ placeId: kin.place.id, ...window, extent: extentIn(register, member.place_id, kin.place.id) });
  }
  return [...found.values()];
}

function extentIn(register: PlaceRegister, outer: string, inner: string): Extent {
  return register.contains(outer, inner) ? 'whole' : 'part';
}
