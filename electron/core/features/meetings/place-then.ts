import type { Named } from '../../../../shared/contract/meeting-terms.ts';
import type { PlaceRef } from '../../../../shared/contract/place-rows.ts';
import { yearsOf } from '../../../../shared/model/calendar-day.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { placeThen } from '../../places/on-day.ts';
import { placeRegister } from '../../places/place-register.ts';

/** A place whose code is not valid on a day, with those of its lineage that are. */
export interface EndedPlace {
  readonly place: Named;
  readonly choices: Named[];
}

/** The place when its code is not valid on an ISO day; null when it is. A place without years is valid always. @throws AppError NOT_FOUND */
export function endedPlace(sql: Statements, placeId: string, on: string): EndedPlace | null {
  const { place, isThere, choices } = placeThen(placeRegister(sql), placeId, on);
  return isThere ? null : { place: toNamed(place), choices: choices.map(toNamed) };
}

/** @throws AppError PLACE_NOT_THEN with the places to choose instead, by name and code */
export function assertPlaceThen(sql: Statements, placeId: string | null, on: string | null): void {
  if (placeId === null || on === null) return;
  const ended = endedPlace(sql, placeId, on);
  if (ended === null) return;
  const successors = ended.choices.map(({ name, detail }) => `${name} (${detail})`).join(', ');
  throw new AppError('PLACE_NOT_THEN', {
    place: ended.place.name,
    code: ended.place.detail,
    date: on,
    successors: successors === '' ? 'none' : successors,
  });
}

function toNamed({ id, name, code, validFrom, validTo }: PlaceRef): Named {
  return { id, name, detail: [code ?? '', yearsOf(validFrom, validTo)].filter((part) => part !== '').join(', ') };
}
