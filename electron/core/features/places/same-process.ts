import type { SameProcess } from '../../../../shared/contract/place-rows.ts';
import { breaksOf, type PlaceRegister } from '../../../../shared/model/place-lineage/index.ts';
import { knownPlace, refOf } from '../../places/place-register.ts';
import { byName } from './list-places.ts';

/** So many are named; the rest are counted. */
const mostNamed = 100;

/** Other municipalities that were merged or divided the day this one was, on either side of the change; none is also told. @throws AppError NOT_FOUND */
export function sameProcess(register: PlaceRegister, id: string): SameProcess[] {
  const place = knownPlace(register, id);
  const breaks = breaksOf(register).filter((one) => one.kind !== 'boundary');
  // What grew by a part of a divided place was merged, not divided.
  const isMerged = (on: string): boolean => breaks.some((one) => one.on === on && one.kind === 'merge' && one.to.includes(id));
  const own = breaks.filter((one) => one.from.includes(id) || (one.to.includes(id) && (one.kind === 'merge' || !isMerged(one.on))));
  const events = new Map(own.map(({ on, kind }) => [`${on} ${kind}`, { on, kind }]));
  return [...events.values()].flatMap(({ on, kind }) => {
    if (kind === 'boundary') return [];
    const others = breaks.filter((one) => one.on === on && one.kind === kind && !own.includes(one));
    // A merger is known by what came of it, a division by what was divided.
    const ids = [...new Set(others.flatMap((one) => (kind === 'merge' ? one.to : one.from)))];
    const places = ids
      .flatMap((other) => register.place(other) ?? [])
      .filter((other) => other.kind === place.kind && other.countryCode === place.countryCode);
    return [{ on, kind, total: places.length, places: places.toSorted(byName).slice(0, mostNamed).map(refOf) }];
  });
}
