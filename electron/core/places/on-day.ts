import type { PlaceRef } from '../../../shared/contract/place-rows.ts';
import { isValidOn, type PlaceRegister } from '../../../shared/model/place-lineage/index.ts';
import { knownPlace, refOf } from './place-register.ts';

export interface PlaceThen {
  readonly place: PlaceRef;
  readonly isThere: boolean;
  /** Places of its lineage that are there on that day. */
  readonly choices: PlaceRef[];
}

/** Whether a place is there on an ISO day, and which of its lineage are if it is not. @throws AppError NOT_FOUND */
export function placeThen(register: PlaceRegister, id: string, day: string): PlaceThen {
  const place = knownPlace(register, id);
  const isThere = isValidOn(place, day);
  const choices = isThere ? [] : register.lineageOf(id).filter((kin) => kin.direction !== 'self' && isValidOn(kin.place, day));
  return { place: refOf(place), isThere, choices: choices.map((kin) => refOf(kin.place)) };
}
