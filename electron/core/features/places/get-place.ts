import { z } from 'zod';
import type { AreaMember, PlaceDecision, PlaceLineageChange, PlaceRecord } from '../../../../shared/contract/place-rows.ts';
import type { Kin, Place, PlaceChange, PlaceRegister } from '../../../../shared/model/place-lineage/index.ts';
import type { Statements } from '../../db/statements.ts';
import { knownPlace, placeRegister, refOf } from '../../places/place-register.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { byName, itemOf } from './list-places.ts';
import { isOwnKind } from './own-places.ts';

const FactRow = z.object({ source: z.string().nullable(), note: z.string().nullable() });
const MemberRow = z.object({ id: z.string(), place_id: z.string(), valid_from: z.string().nullable(), valid_to: z.string().nullable() });
const holdsSql = 'SELECT id, place_id, valid_from, valid_to FROM area_place WHERE area_id = :id';
const heldBySql =
  'SELECT id, area_id AS place_id, valid_from, valid_to FROM area_place WHERE place_id IN (SELECT value FROM json_each(:ids))';

const DecisionRow = z.object({
  id: z.string(),
  from_place_id: z.string(),
  to_place_id: z.string(),
  service_id: z.string().nullable(),
  service: z.string().nullable(),
  decided_on: z.string(),
  decided_by: z.string().nullable(),
  reason: z.string(),
});
const decisionSql = `SELECT place_attribution.id, from_place_id, to_place_id, service_id, service.name AS service, decided_on, decided_by, reason
FROM place_attribution LEFT JOIN service ON service.id = place_attribution.service_id
WHERE from_place_id IN (SELECT value FROM json_each(:ids)) ORDER BY decided_on DESC, place_attribution.id DESC`;

const ServiceRow = z.object({ id: z.string(), name: z.string() });
const serviceSql = 'SELECT id, name FROM service WHERE place_id IN (SELECT value FROM json_each(:ids)) ORDER BY name LIMIT 500';

/** Everything about a place but what has happened in it. @throws AppError NOT_FOUND */
export function getPlace(workspace: Workspace, id: string): PlaceRecord {
  const { sql } = workspace;
  const register = placeRegister(workspace.sql);
  const place = knownPlace(register, id);
  const lineage = register.lineageOf(id);
  const ids = JSON.stringify(lineage.map((kin) => kin.place.id));
  const facts = sql.get(FactRow, 'SELECT source, note FROM place WHERE id = :id', { id });
  return {
    ...itemOf(register, place),
    source: facts?.source ?? null,
    note: facts?.note ?? null,
    isOwn: isOwnKind(place.kind),
    lineage: lineage.map(({ place: other, direction, extent, on }) => ({ place: refOf(other), direction, extent, on })),
    changes: changesIn(register, lineage),
    parts: register.places
      .filter((one) => one.parentId === id && one.kind !== 'area')
      .toSorted(byName)
      .slice(0, 500)
      .map((one) => itemOf(register, one)),
    holds: members(register, sql, holdsSql, { id }),
    heldBy: members(register, sql, heldBySql, { ids }),
    decisions: decisionsOf(register, sql, ids),
    notAttributable: dividedOf(register, lineage).map((one) => refOf(one)),
    services: sql.all(ServiceRow, serviceSql, { ids }),
  };
}

/** Places of the lineage that ended by being divided: where what belonged to them goes, somebody has to decide. */
function dividedOf(register: PlaceRegister, lineage: readonly Kin[]): Place[] {
  return lineage
    .map((kin) => kin.place)
    .filter((place) => {
      const ending = register.successors(place.id).filter(({ change }) => change.on === place.validTo);
      return ending.length > 0 && ending.every(({ change }) => change.extent === 'part');
    });
}

function changesIn(register: PlaceRegister, lineage: readonly Kin[]): PlaceLineageChange[] {
  const ids = new Set(lineage.map((kin) => kin.place.id));
  const isIn = (change: PlaceChange): boolean => ids.has(change.fromId) && ids.has(change.toId);
  const toRow = ({ id, fromId, toId, on, kind, extent, note }: PlaceChange, isRestored: boolean): PlaceLineageChange => ({
    id,
    fromId,
    toId,
    on,
    kind,
    extent,
    note: note ?? null,
    isRestored,
  });
  return [
    ...register.changes.filter(isIn).map((change) => toRow(change, false)),
    ...register.restorations.filter(isIn).map((change) => toRow(change, true)),
  ];
}

function members(register: PlaceRegister, sql: Statements, text: string, params: Readonly<Record<string, string>>): AreaMember[] {
  return sql
    .all(MemberRow, text, params)
    .map((row) => ({ id: row.id, place: refOf(knownPlace(register, row.place_id)), validFrom: row.valid_from, validTo: row.valid_to }))
    .toSorted((a, b) => byName(a.place, b.place) || ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
}

function decisionsOf(register: PlaceRegister, sql: Statements, ids: string): PlaceDecision[] {
  return sql.all(DecisionRow, decisionSql, { ids }).map((row) => ({
    id: row.id,
    from: refOf(knownPlace(register, row.from_place_id)),
    to: refOf(knownPlace(register, row.to_place_id)),
    service: row.service_id === null ? null : { id: row.service_id, name: row.service ?? '' },
    decidedOn: row.decided_on,
    decidedBy: row.decided_by,
    reason: row.reason,
  }));
}
