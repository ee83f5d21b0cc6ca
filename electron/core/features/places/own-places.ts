import { z } from 'zod';
import type { MemberFields, NewPlace, OwnPlaceFields, PlaceKind } from '../../../../shared/contract/place-rows.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import { givenColumns, updateRow } from '../../db/update-row.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';

const PlaceRow = z.object({ id: z.string(), kind: z.string(), name: z.string(), parent_id: z.string().nullable() });

/** Whether a workspace makes places of this kind itself; the others come from the register. */
export function isOwnKind(kind: PlaceKind): boolean {
  return kind === 'area' || kind === 'district' || kind === 'locality';
}

/** Makes an area, a district or a locality. @throws AppError NOT_FOUND for a parent that is not there */
export function createPlace({ sql, workspace, operation }: Call, input: z.infer<typeof NewPlace>): { id: string } {
  const id = workspace.newId();
  if (input.parentId !== null) placeRow(sql, input.parentId);
  operation.label({ name: cut(input.name) });
  const { kind, name, note, countryCode } = input;
  sql.insert('place', { id, kind, name, note, country_code: countryOf(sql, input.parentId) ?? countryCode, parent_id: input.parentId });
  return { id };
}

/** Changes a place that was made here; of one from the register only the note is ours. @throws AppError NOT_FOUND, HIERARCHY_LOOP */
export function changePlace({ sql, operation }: Call, id: string, fields: z.infer<typeof OwnPlaceFields>): void {
  const row = placeRow(sql, id);
  const isOwn = row.kind === 'area' || row.kind === 'district' || row.kind === 'locality';
  const isMore = Object.keys(fields).some((field) => field !== 'note');
  if (!isOwn && isMore) throw new AppError('NOT_FOUND');
  for (let at = fields.parentId ?? null; at !== null; at = placeRow(sql, at).parent_id)
    if (at === id) throw new AppError('HIERARCHY_LOOP', { name: row.name });
  operation.label({ name: cut(fields.name ?? row.name) });
  updateRow(
    sql,
    'place',
    id,
    givenColumns(fields, { name: 'name', parentId: 'parent_id', note: 'note', validFrom: 'valid_from', validTo: 'valid_to' }),
  );
}

const ReferenceRow = z.object({ table: z.string(), column: z.string() });
// The schema itself says what points at places, so that a table made later is never forgotten.
const referenceSql = `SELECT sqlite_schema.name AS "table", keys."from" AS "column"
FROM sqlite_schema JOIN pragma_foreign_key_list(sqlite_schema.name) AS keys
WHERE sqlite_schema.type = 'table' AND keys."table" = 'place' ORDER BY sqlite_schema.name, keys."from"`;

/** Takes away a place that was made here, with what it holds as an area. @throws AppError NOT_FOUND, REGISTER_IN_USE */
export function removePlace({ sql, operation }: Call, id: string): void {
  const row = placeRow(sql, id);
  if (row.kind !== 'area' && row.kind !== 'district' && row.kind !== 'locality') throw new AppError('NOT_FOUND');
  const uses = sql.all(ReferenceRow, referenceSql).filter(({ table, column }) => table !== 'area_place' || column !== 'area_id');
  const count = uses.reduce((sum, { table, column }) => sum + usesIn(sql, table, column, id), 0);
  if (count > 0) throw new AppError('REGISTER_IN_USE', { name: row.name, count, where: '…' });
  operation.label({ name: cut(row.name) });
  sql.run('DELETE FROM area_place WHERE area_id = :id', { id });
  sql.run('DELETE FROM place WHERE id = :id', { id });
}

/** Puts a place in an area, or changes when it is in it. @throws AppError NOT_FOUND, NAME_TAKEN when it is in it then already */
export function saveMember({ sql, workspace, operation }: Call, input: z.infer<typeof MemberFields>): { id: string } {
  const area = placeRow(sql, input.areaId);
  const place = placeRow(sql, input.placeId);
  if (area.kind !== 'area' || place.kind === 'area') throw new AppError('NOT_FOUND');
  const id = input.id ?? workspace.newId();
  const others = sql.all(MemberRow, memberSql, { areaId: area.id, placeId: place.id }).filter((one) => one.id !== id);
  const overlaps = others.some((one) => startsBefore(one.valid_from, input.validTo) && startsBefore(input.validFrom, one.valid_to));
  if (overlaps) throw new AppError('NAME_TAKEN', { name: place.name });
  operation.label({ place: cut(place.name), area: cut(area.name) });
  const row = { area_id: area.id, place_id: place.id, valid_from: input.validFrom, valid_to: input.validTo };
  if (input.id === undefined) sql.insert('area_place', { id, ...row });
  else updateRow(sql, 'area_place', id, row);
  return { id };
}

const MemberRow = z.object({ id: z.string(), valid_from: z.string().nullable(), valid_to: z.string().nullable() });
const memberSql = 'SELECT id, valid_from, valid_to FROM area_place WHERE area_id = :areaId AND place_id = :placeId';

/** @throws AppError NOT_FOUND */
export function removeMember({ sql, operation }: Call, id: string): void {
  const row = sql.get(
    z.object({ place: z.string(), area: z.string() }),
    `SELECT place.name AS place, area.name AS area FROM area_place JOIN place ON place.id = area_place.place_id
     JOIN place AS area ON area.id = area_place.area_id WHERE area_place.id = :id`,
    { id },
  );
  if (row === undefined) throw new AppError('NOT_FOUND');
  operation.label({ place: cut(row.place), area: cut(row.area) });
  sql.run('DELETE FROM area_place WHERE id = :id', { id });
}

/** A period that begins on one day begins before another ends; open ends reach everything. */
function startsBefore(from: string | null, to: string | null): boolean {
  return from === null || to === null || from < to;
}

function usesIn(sql: Statements, table: string, column: string, id: string): number {
  return sql.get(z.object({ n: z.int() }), `SELECT count(*) AS n FROM ${table} WHERE ${column} = :id`, { id })?.n ?? 0;
}

function countryOf(sql: Statements, id: string | null): string | undefined {
  if (id === null) return undefined;
  return sql.get(z.object({ country_code: z.string() }), 'SELECT country_code FROM place WHERE id = :id', { id })?.country_code;
}

/** @throws AppError NOT_FOUND */
function placeRow(sql: Statements, id: string): z.infer<typeof PlaceRow> {
  const row = sql.get(PlaceRow, 'SELECT id, kind, name, parent_id FROM place WHERE id = :id', { id });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row;
}
