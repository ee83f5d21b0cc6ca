import { z } from 'zod';
import { OrganisationRow } from '../../../../shared/contract/register-rows.ts';
import type { Statements } from '../../db/statements.ts';
import { inOrder } from './list-entries.ts';

const Row = z.object({
  id: z.string(),
  kind: OrganisationRow.shape.kind,
  name: z.string(),
  parent: z.string().nullable(),
  place: z.string().nullable(),
  contact: z.string().nullable(),
  note: z.string().nullable(),
});
const organisationSql = `SELECT organisation.id, organisation.kind, organisation.name, parent.name AS parent, place.name AS place,
  organisation.contact, organisation.note
FROM organisation LEFT JOIN organisation AS parent ON parent.id = organisation.parent_id LEFT JOIN place ON place.id = organisation.place_id
WHERE organisation.id IN (SELECT value FROM json_each(:ids))`;

const AreaRow = z.object({ organisation_id: z.string(), name: z.string() });
const areaSql = `SELECT organisation_area.organisation_id, place.name FROM organisation_area JOIN place ON place.id = organisation_area.place_id
WHERE organisation_area.organisation_id IN (SELECT value FROM json_each(:ids)) ORDER BY place.name`;

const PauseRow = z.object({
  organisation_id: z.string(),
  paused_on: z.string(),
  resumed_on: z.string().nullable(),
  reason: z.string().nullable(),
});
const pauseSql = `SELECT organisation_id, paused_on, resumed_on, reason FROM organisation_pause
WHERE organisation_id IN (SELECT value FROM json_each(:ids)) ORDER BY paused_on`;

const OfferingRow = z.object({ organisation_id: z.string(), name: z.string() });
const offeringSql = 'SELECT organisation_id, name FROM offering WHERE organisation_id IN (SELECT value FROM json_each(:ids)) ORDER BY name';

/** These organisations in this order, with the times they rested and what they offer. */
export function listOrganisations(sql: Statements, wanted: readonly string[]): OrganisationRow[] {
  const ids = JSON.stringify(wanted);
  const rows = inOrder(wanted, sql.all(Row, organisationSql, { ids }));
  const areas = Map.groupBy(sql.all(AreaRow, areaSql, { ids }), (row) => row.organisation_id);
  const pauses = Map.groupBy(sql.all(PauseRow, pauseSql, { ids }), (row) => row.organisation_id);
  const offerings = Map.groupBy(sql.all(OfferingRow, offeringSql, { ids }), (row) => row.organisation_id);
  return rows.map((row) => ({
    ...row,
    areas: (areas.get(row.id) ?? []).map((area) => area.name),
    pauses: (pauses.get(row.id) ?? []).map(({ paused_on: from, resumed_on: to, reason }) => ({ from, to, reason })),
    offerings: (offerings.get(row.id) ?? []).map((offering) => offering.name),
  }));
}
