import { isValidOn, type Attribution, type Place, type PlaceRegister } from '../../../../shared/model/place-lineage/index.ts';

/**
 * Where what was recorded under a place stands today: a district or locality with what it lies in, an ended code with the place that
 * all of it went to, a divided one by a recorded decision about all of it. Without any of these it stays where it was recorded.
 */
export function homeOf(register: PlaceRegister, attributions: readonly Attribution[], today: string, place: Place): Place {
  const parent = place.parentId === null ? undefined : register.place(place.parentId);
  if ((place.kind === 'district' || place.kind === 'locality') && parent !== undefined)
    return homeOf(register, attributions, today, parent);
  if (place.validTo === null || isValidOn(place, today)) return place;
  const flow = [...register.flowOf(place.id)].filter(([, one]) => one.extent === 'whole');
  const now = flow.flatMap(([id]) => register.place(id) ?? []).find((one) => isValidOn(one, today));
  if (now !== undefined) return now;
  const line = [place.id, ...flow.map(([id]) => id)];
  const decision = attributions.find((one) => one.serviceId === null && line.includes(one.fromId));
  const decided = decision === undefined ? undefined : register.place(decision.toId);
  // A decision leads to a later place only, so this ends; one that does not is left alone.
  const isLater = decided !== undefined && (decided.validFrom ?? '') > (place.validFrom ?? '');
  return isLater ? homeOf(register, attributions, today, decided) : place;
}
