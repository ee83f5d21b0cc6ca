import { z } from 'zod';
import type { PartKind, RegisterPart } from '../../../../shared/contract/register-records.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { SqlParams } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { spanColumns } from './change-entry.ts';
import { nameOfEntry } from './remove-entry.ts';

const tables = {
  area: 'organisation_area',
  pause: 'organisation_pause',
  role: 'person_role',
  operator: 'service_operator',
  funding: 'service_funding',
  link: 'service_link',
} as const satisfies Record<PartKind, string>;

/** The entry a part is said to belong to, for the deed's name. */
const owners = {
  area: ['organisations', 'organisation_id'],
  pause: ['organisations', 'organisation_id'],
  role: ['people', 'person_id'],
  operator: ['services', 'service_id'],
  funding: ['services', 'service_id'],
  link: ['services', 'from_service_id'],
} as const satisfies Record<PartKind, readonly [string, string]>;

const Id = z.object({ id: z.string() });

/** Makes a part, or changes the one that has the id. The same area twice is one. @throws AppError NOT_FOUND, HIERARCHY_LOOP (a link to itself) */
export function savePart({ sql, workspace, operation }: Call, part: RegisterPart): { id: string } {
  const table = tables[part.part];
  const row = rowOf(part);
  const [kind, column] = owners[part.part];
  operation.label({ part: part.part, name: cut(nameOfEntry(sql, kind, String(row[column]))) });
  if (part.part === 'link' && part.serviceId === part.toServiceId) throw new AppError('HIERARCHY_LOOP');
  if (part.part === 'area') {
    const { organisationId, placeId } = part;
    const known = sql.get(Id, 'SELECT id FROM organisation_area WHERE organisation_id = :organisationId AND place_id = :placeId', {
      organisationId,
      placeId,
    });
    if (known !== undefined) return known;
  }
  if (part.id === null) {
    const id = workspace.newId();
    sql.insert(table, { id, ...row });
    return { id };
  }
  const set = Object.keys(row).map((name) => `${name} = :${name}`);
  if (sql.run(`UPDATE ${table} SET ${set.join(', ')} WHERE id = :id`, { ...row, id: part.id }) === 0) throw new AppError('NOT_FOUND');
  return { id: part.id };
}

/** @throws AppError NOT_FOUND */
export function removePart({ sql, operation }: Call, part: PartKind, id: string): void {
  const [kind, column] = owners[part];
  const owner = sql.get(Id, `SELECT ${column} AS id FROM ${tables[part]} WHERE id = :id`, { id });
  if (owner === undefined) throw new AppError('NOT_FOUND');
  operation.label({ part, name: cut(nameOfEntry(sql, kind, owner.id)) });
  sql.run(`DELETE FROM ${tables[part]} WHERE id = :id`, { id });
}

function rowOf(part: RegisterPart): SqlParams {
  switch (part.part) {
    case 'area':
      return { organisation_id: part.organisationId, place_id: part.placeId };
    case 'pause':
      return { organisation_id: part.organisationId, paused_on: part.from, resumed_on: part.to, reason: part.reason };
    case 'role':
      return {
        person_id: part.personId,
        organisation_id: part.organisationId,
        body_id: part.bodyId,
        role: part.role,
        title: part.title,
        ...spanColumns(part.span),
        recruited_by: part.recruitedBy,
        is_first_time: Number(part.isFirstTime),
      };
    case 'operator':
      return { service_id: part.serviceId, organisation_id: part.organisationId, valid_from: part.span.from, valid_to: part.span.to };
    case 'funding':
      return {
        service_id: part.serviceId,
        source: part.source,
        kind: part.kind,
        amount: part.amount,
        valid_from: part.span.from,
        valid_to: part.span.to,
      };
    case 'link':
      return { from_service_id: part.serviceId, to_service_id: part.toServiceId, kind: part.kind, note: part.note };
    default:
      return part satisfies never;
  }
}
