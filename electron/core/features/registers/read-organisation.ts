import { z } from 'zod';
import type { OrganisationRecord } from '../../../../shared/contract/register-records.ts';
import { OrganisationRow } from '../../../../shared/contract/register-rows.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { CommonParts } from './get-entry.ts';
import { pointedAt, pointedAtFor, readRoles } from './read-parts.ts';

const text = z.string().nullable();
const Row = z.object({
  kind: OrganisationRow.shape.kind,
  name: z.string(),
  parent_id: text,
  place_id: text,
  email: text,
  phone: text,
  contact: text,
  note: text,
});
const rowSql = 'SELECT kind, name, parent_id, place_id, email, phone, contact, note FROM organisation WHERE id = :id';

const Id = z.object({ id: z.string() });
const AreaRow = z.object({ id: z.string(), place_id: z.string() });
const PauseRow = z.object({ id: z.string(), paused_on: z.string(), resumed_on: text, reason: text });
const OperatorRow = z.object({ id: z.string(), service_id: z.string(), valid_from: text, valid_to: text });
const OfferingRow = z.object({ name: z.string() });

/** An organisation with its branches, areas, pauses, people and services. @throws AppError NOT_FOUND */
export function readOrganisation(sql: Statements, common: CommonParts): OrganisationRecord {
  const { id } = common;
  const row = sql.get(Row, rowSql, { id });
  if (row === undefined) throw new AppError('NOT_FOUND');
  const branchIds = sql
    .all(Id, 'SELECT id FROM organisation WHERE parent_id = :id ORDER BY name COLLATE NOCASE LIMIT 500', { id })
    .map((branch) => branch.id);
  const organisation = pointedAt(sql, 'organisations', [row.parent_id, ...branchIds]);
  const areas = sql.all(AreaRow, 'SELECT id, place_id FROM organisation_area WHERE organisation_id = :id ORDER BY id', { id });
  const place = pointedAt(sql, 'places', [row.place_id, ...areas.map((area) => area.place_id)]);
  const { parent_id: parentId, place_id: placeId, ...fields } = row;
  return {
    kind: 'organisations',
    ...common,
    fields: { ...fields, parentId, placeId },
    parent: organisation(parentId),
    place: place(placeId),
    branches: branchIds.flatMap((branch) => organisation(branch) ?? []),
    areas: areas.flatMap((area) => {
      const held = place(area.place_id);
      return held === null ? [] : [{ id: area.id, place: held }];
    }),
    pauses: readPauses(sql, id),
    roles: readRoles(sql, 'organisation_id', id),
    operates: readOperated(sql, id),
    offerings: sql.all(OfferingRow, 'SELECT name FROM offering WHERE organisation_id = :id ORDER BY name', { id }).map(({ name }) => name),
  };
}

function readPauses(sql: Statements, id: string): OrganisationRecord['pauses'] {
  return sql
    .all(PauseRow, 'SELECT id, paused_on, resumed_on, reason FROM organisation_pause WHERE organisation_id = :id ORDER BY paused_on', {
      id,
    })
    .map((pause) => ({ id: pause.id, span: { asSaid: null, from: pause.paused_on, to: pause.resumed_on }, reason: pause.reason }));
}

function readOperated(sql: Statements, id: string): OrganisationRecord['operates'] {
  const rows = sql.all(
    OperatorRow,
    'SELECT id, service_id, valid_from, valid_to FROM service_operator WHERE organisation_id = :id ORDER BY valid_from DESC, id',
    { id },
  );
  const service = pointedAtFor(
    sql,
    'services',
    rows.map((row) => row.service_id),
  );
  return rows.map((row) => ({
    id: row.id,
    service: service(row.service_id),
    span: { asSaid: null, from: row.valid_from, to: row.valid_to },
  }));
}
