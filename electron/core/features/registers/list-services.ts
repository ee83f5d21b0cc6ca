import { z } from 'zod';
import { ServiceRow } from '../../../../shared/contract/register-rows.ts';
import { counted, Precision } from '../../../../shared/model/vague.ts';
import type { Statements } from '../../db/statements.ts';
import { inOrder } from './list-entries.ts';

const shape = ServiceRow.shape;
const Row = z.object({
  id: z.string(),
  kind: shape.kind,
  name: z.string(),
  place: z.string().nullable(),
  target_group: z.string().nullable(),
  eligibility: z.string().nullable(),
  opening: z.string().nullable(),
  recipient_count: z.int().nullable(),
  recipient_precision: Precision.nullable(),
  recipients_as_said: z.string().nullable(),
  origin: z.string().nullable(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
  period_as_said: z.string().nullable(),
});
const serviceSql = `SELECT service.id, service.kind, service.name, place.name AS place, service.target_group, service.eligibility, service.opening,
  service.recipient_count, service.recipient_precision, service.recipients_as_said, service.origin, service.valid_from, service.valid_to, service.period_as_said
FROM service LEFT JOIN place ON place.id = service.place_id WHERE service.id IN (SELECT value FROM json_each(:ids))`;

const Period = { valid_from: z.string().nullable(), valid_to: z.string().nullable() };
const OperatorRow = z.object({ service_id: z.string(), name: z.string(), ...Period });
const operatorSql = `SELECT service_operator.service_id, organisation.name, service_operator.valid_from, service_operator.valid_to
FROM service_operator JOIN organisation ON organisation.id = service_operator.organisation_id
WHERE service_operator.service_id IN (SELECT value FROM json_each(:ids)) ORDER BY service_operator.valid_from`;

const FundingRow = z.object({ service_id: z.string(), source: z.string(), kind: shape.funding.element.shape.kind, ...Period });
const fundingSql = `SELECT service_id, source, kind, valid_from, valid_to FROM service_funding
WHERE service_id IN (SELECT value FROM json_each(:ids)) ORDER BY valid_from`;

const LinkRow = z.object({ service_id: z.string(), name: z.string(), kind: shape.links.element.shape.kind, note: z.string().nullable() });
const linkSql = `SELECT service_link.from_service_id AS service_id, service.name, service_link.kind, service_link.note
FROM service_link JOIN service ON service.id = service_link.to_service_id
WHERE service_link.from_service_id IN (SELECT value FROM json_each(:ids)) ORDER BY service.name`;

/** These services in this order; each keeps its identity through the operators it has had. */
export function listServices(sql: Statements, wanted: readonly string[]): ServiceRow[] {
  const ids = JSON.stringify(wanted);
  const rows = inOrder(wanted, sql.all(Row, serviceSql, { ids }));
  const operators = Map.groupBy(sql.all(OperatorRow, operatorSql, { ids }), (row) => row.service_id);
  const funding = Map.groupBy(sql.all(FundingRow, fundingSql, { ids }), (row) => row.service_id);
  const links = Map.groupBy(sql.all(LinkRow, linkSql, { ids }), (row) => row.service_id);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    place: row.place,
    targetGroup: row.target_group,
    eligibility: row.eligibility,
    opening: row.opening,
    recipients: counted(row.recipient_count, row.recipient_precision),
    recipientsAsSaid: row.recipients_as_said,
    origin: row.origin,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    periodAsSaid: row.period_as_said,
    operators: (operators.get(row.id) ?? []).map(({ name, valid_from: validFrom, valid_to: validTo }) => ({ name, validFrom, validTo })),
    funding: (funding.get(row.id) ?? []).map(({ source, kind, valid_from: validFrom, valid_to: validTo }) => ({
      source,
      kind,
      validFrom,
      validTo,
    })),
    links: (links.get(row.id) ?? []).map(({ name, kind, note }) => ({ name, kind, note })),
  }));
}
