import { z } from 'zod';
import { BodyRow, PersonRow } from '../../../../shared/contract/register-rows.ts';
import type { Statements } from '../../db/statements.ts';
import { inOrder } from './list-entries.ts';

const Row = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  contact: z.string().nullable(),
  contact_route: PersonRow.shape.contactRoute,
  note: z.string().nullable(),
});
const personSql = 'SELECT id, name, email, contact, contact_route, note FROM person WHERE id IN (SELECT value FROM json_each(:ids))';

const RoleRow = z.object({
  person_id: z.string(),
  role: z.string(),
  title: z.string().nullable(),
  where_name: z.string().nullable(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
  recruited_by: z.string().nullable(),
  is_first_time: z.int(),
  period_as_said: z.string().nullable(),
});
const roleSql = `SELECT person_role.person_id, person_role.role, person_role.title, coalesce(body.name, organisation.name) AS where_name,
  person_role.valid_from, person_role.valid_to, person_role.recruited_by, person_role.is_first_time, person_role.period_as_said
FROM person_role LEFT JOIN organisation ON organisation.id = person_role.organisation_id LEFT JOIN body ON body.id = person_role.body_id
WHERE person_role.person_id IN (SELECT value FROM json_each(:ids)) ORDER BY person_role.valid_to IS NOT NULL, person_role.valid_from DESC`;

/** These people in this order; a role belongs to its dates, and those that go on stand first. */
export function listPeople(sql: Statements, wanted: readonly string[]): PersonRow[] {
  const ids = JSON.stringify(wanted);
  const rows = inOrder(wanted, sql.all(Row, personSql, { ids }));
  const roles = Map.groupBy(sql.all(RoleRow, roleSql, { ids }), (role) => role.person_id);
  return rows.map(({ contact_route: contactRoute, ...row }) => ({
    ...row,
    contactRoute,
    roles: (roles.get(row.id) ?? []).map((role) => ({
      role: role.role,
      title: role.title,
      where: role.where_name,
      validFrom: role.valid_from,
      validTo: role.valid_to,
      periodAsSaid: role.period_as_said,
      recruitedBy: role.recruited_by,
      isFirstTime: role.is_first_time === 1,
    })),
  }));
}

const BodyDbRow = z.object({
  id: z.string(),
  kind: BodyRow.shape.kind,
  name: z.string(),
  is_standing: z.int(),
  remit: z.string().nullable(),
  place: z.string().nullable(),
  organisation: z.string().nullable(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
  period_as_said: z.string().nullable(),
  working_order: z.string().nullable(),
  not_represented: z.string().nullable(),
  members: z.int(),
  first_time_members: z.int(),
});
const bodySql = `SELECT body.id, body.kind, body.name, body.is_standing, body.remit, place.name AS place, organisation.name AS organisation,
  body.valid_from, body.valid_to, body.period_as_said, body.working_order, body.not_represented,
  (SELECT count(DISTINCT person_id) FROM person_role WHERE person_role.body_id = body.id AND person_role.valid_to IS NULL) AS members,
  (SELECT count(DISTINCT person_id) FROM person_role WHERE person_role.body_id = body.id AND person_role.valid_to IS NULL AND is_first_time = 1) AS first_time_members
FROM body LEFT JOIN place ON place.id = body.place_id LEFT JOIN organisation ON organisation.id = body.organisation_id
WHERE body.id IN (SELECT value FROM json_each(:ids))`;

/** These councils, panels and networks in this order, with how many members they have and who is not represented. */
export function listBodies(sql: Statements, wanted: readonly string[]): BodyRow[] {
  const rows = inOrder(wanted, sql.all(BodyDbRow, bodySql, { ids: JSON.stringify(wanted) }));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    isStanding: row.is_standing === 1,
    remit: row.remit,
    place: row.place,
    organisation: row.organisation,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    periodAsSaid: row.period_as_said,
    workingOrder: row.working_order,
    notRepresented: row.not_represented,
    members: row.members,
    firstTimeMembers: row.first_time_members,
  }));
}
