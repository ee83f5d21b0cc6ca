import { z } from 'zod';
import type { PlaceRef } from '../../../shared/contract/place-rows.ts';
import { PlaceRegister, type Attribution, type Place } from '../../../shared/model/place-lineage/index.ts';
import { AppError } from '../app-error.ts';
import type { Statements } from '../db/statements.ts';
import type { MemoryKind } from '../db/table-memory.ts';

const PlaceRow = z.object({
  id: z.string(),
  kind: z.enum(['country', 'county', 'municipality', 'district', 'locality', 'area']),
  countryCode: z.string(),
  code: z.string().nullable(),
  name: z.string(),
  parentId: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
});
const placeSql = `SELECT id, kind, country_code AS countryCode, code, name, parent_id AS parentId, valid_from AS validFrom,
  valid_to AS validTo FROM place`;

const ChangeRow = z.object({
  id: z.string(),
  fromId: z.string(),
  toId: z.string(),
  on: z.string(),
  kind: z.enum(['merge', 'split', 'renumber', 'boundary']),
  extent: z.enum(['whole', 'part']),
  note: z.string().nullable(),
});
const changeSql = 'SELECT id, from_place_id AS fromId, to_place_id AS toId, changed_on AS "on", kind, extent, note FROM place_change';

const AttributionRow = z.object({ id: z.string(), fromId: z.string(), toId: z.string(), serviceId: z.string().nullable() });
const attributionSql = `SELECT id, from_place_id AS fromId, to_place_id AS toId, service_id AS serviceId FROM place_attribution
ORDER BY decided_on DESC, id DESC`;

const registers: MemoryKind<PlaceRegister> = { group: 'places', limit: 1 };

/** All places of a workspace with the changes between them; read once for as long as none of them is written. */
export function placeRegister(sql: Statements): PlaceRegister {
  return sql.remembered(registers, 'all', () => new PlaceRegister(sql.all(PlaceRow, placeSql), sql.all(ChangeRow, changeSql)));
}

/** Recorded decisions about divided places, the latest first: of two about the same, the latest holds. */
export function placeAttributions(sql: Statements): Attribution[] {
  return sql.all(AttributionRow, attributionSql);
}

/** All places with their changes, and what was decided about divided ones. */
export interface KnownPlaces {
  readonly register: PlaceRegister;
  readonly attributions: readonly Attribution[];
}

/** Everything a table needs to know about places. */
export function readKnownPlaces(sql: Statements): KnownPlaces {
  return { register: placeRegister(sql), attributions: placeAttributions(sql) };
}

/** @throws AppError NOT_FOUND */
export function knownPlace(register: PlaceRegister, id: string): Place {
  const place = register.place(id);
  if (place === undefined) throw new AppError('NOT_FOUND');
  return place;
}

/** A place as it is named. */
export function refOf({ id, name, code, validFrom, validTo }: Place): PlaceRef {
  return { id, name, code, validFrom, validTo };
}
