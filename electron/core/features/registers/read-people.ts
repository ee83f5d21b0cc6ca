import { z } from 'zod';
import type { BodyRecord, PersonRecord } from '../../../../shared/contract/register-records.ts';
import { BodyRow, PersonRow } from '../../../../shared/contract/register-rows.ts';
import { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { CommonParts } from './get-entry.ts';
import { pointedAt, readRoles, SpanColumns, toSpan } from './read-parts.ts';

const text = z.string().nullable();
const PersonDbRow = z.object({
  name: z.string(),
  email: text,
  phone: text,
  contact: text,
  language: Language.nullable(),
  contact_route: PersonRow.shape.contactRoute,
  contact_consented_on: text,
  contact_withdrawn_on: text,
  note: text,
});
const personSql = `SELECT name, email, phone, contact, language, contact_route, contact_consented_on, contact_withdrawn_on, note
FROM person WHERE id = :id`;

/** A person in public roles, with every role and its dates. @throws AppError NOT_FOUND */
export function readPerson(sql: Statements, common: CommonParts): PersonRecord {
  const row = sql.get(PersonDbRow, personSql, { id: common.id });
  if (row === undefined) throw new AppError('NOT_FOUND');
  const {
    contact_route: contactRoute,
    contact_consented_on: contactConsentedOn,
    contact_withdrawn_on: contactWithdrawnOn,
    ...fields
  } = row;
  return {
    kind: 'people',
    ...common,
    fields: { ...fields, contactRoute, contactConsentedOn, contactWithdrawnOn },
    roles: readRoles(sql, 'person_id', common.id),
  };
}

const BodyDbRow = z.object({
  kind: BodyRow.shape.kind,
  name: z.string(),
  is_standing: z.int(),
  remit: text,
  place_id: text,
  organisation_id: text,
  ...SpanColumns,
  working_order: text,
  not_represented: text,
});
const bodySql = `SELECT kind, name, is_standing, remit, place_id, organisation_id, valid_from, valid_to, period_as_said, working_order, not_represented
FROM body WHERE id = :id`;

const OutlivedRow = z.object({ id: z.string(), name: z.string(), ends_on: z.string() });
const outlivedSql = `SELECT DISTINCT project.id, project.name, project.ends_on FROM project_body JOIN project ON project.id = project_body.project_id
JOIN body ON body.id = project_body.body_id
WHERE project_body.body_id = :id AND project.ends_on IS NOT NULL AND (body.valid_to IS NULL OR body.valid_to > project.ends_on)
ORDER BY project.ends_on`;

/** A council, panel or network with its members and the projects it has outlived. @throws AppError NOT_FOUND */
export function readBody(sql: Statements, common: CommonParts): BodyRecord {
  const { id } = common;
  const row = sql.get(BodyDbRow, bodySql, { id });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return {
    kind: 'bodies',
    ...common,
    fields: {
      kind: row.kind,
      name: row.name,
      isStanding: row.is_standing === 1,
      remit: row.remit,
      placeId: row.place_id,
      organisationId: row.organisation_id,
      span: toSpan(row),
      workingOrder: row.working_order,
      notRepresented: row.not_represented,
    },
    place: pointedAt(sql, 'places', [row.place_id])(row.place_id),
    organisation: pointedAt(sql, 'organisations', [row.organisation_id])(row.organisation_id),
    members: readRoles(sql, 'body_id', id),
    outlives: sql.all(OutlivedRow, outlivedSql, { id }).map(({ ends_on: endedOn, ...project }) => ({ ...project, endedOn })),
  };
}
