import type { Statements } from '../db/statements.ts';
import { placeAttributions, readPlaceRegister as readRegister } from '../features/places/place-register.ts';
import type { KnownPlaces } from './place-column.ts';

/** The places of a workspace with their changes, and the decisions about what belonged to a divided place. */
export function readPlaceRegister(sql: Statements): KnownPlaces {
  return { register: readRegister(sql), attributions: placeAttributions(sql) };
}
