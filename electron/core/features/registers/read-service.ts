import { z } from 'zod';
import type { ServiceRecord } from '../../../../shared/contract/register-records.ts';
import { ServiceRow } from '../../../../shared/contract/register-rows.ts';
import { Precision } from '../../../../shared/model/vague.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { CommonParts } from './get-entry.ts';
import { pointedAt, pointedAtFor, SpanColumns, toSpan } from './read-parts.ts';

const text = z.string().nullable();
const Row = z.object({
  kind: ServiceRow.shape.kind,
  name: z.string(),
  place_id: text,
  target_group: text,
  eligibility: text,
  opening: text,
  recipient_count: z.int().nullable(),
  recipient_precision: Precision.nullable(),
  recipients_as_said: text,
  recipients_reason: text,
  origin: text,
  ...SpanColumns,
  note: text,
});
const rowSql = `SELECT kind, name, place_id, target_group, eligibility, opening, recipient_count, recipient_precision, recipients_as_said, recipients_reason,
  origin, valid_from, valid_to, period_as_said, note FROM service WHERE id = :id`;

const Period = { valid_from: text, valid_to: text };
const OperatorRow = z.object({ id: z.string(), organisation_id: z.string(), ...Period });
const FundingRow = z.object({
  id: z.string(),
  source: z.string(),
  kind: ServiceRow.shape.funding.element.shape.kind,
  amount: z.int().nullable(),
  ...Period,
});
const LinkRow = z.object({ id: z.string(), service_id: z.string(), kind: ServiceRow.shape.links.element.shape.kind, note: text });

/** A service with those who have run it, its money and its links. @throws AppError NOT_FOUND */
export function readService(sql: Statements, common: CommonParts): ServiceRecord {
  const { id } = common;
  const row = sql.get(Row, rowSql, { id });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return {
    kind: 'services',
    ...common,
    fields: {
      kind: row.kind,
      name: row.name,
      placeId: row.place_id,
      targetGroup: row.target_group,
      eligibility: row.eligibility,
      opening: row.opening,
      recipients: { count: row.recipient_count, precision: row.recipient_precision, asSaid: row.recipients_as_said },
      recipientsReason: row.recipients_reason,
      origin: row.origin,
      span: toSpan(row),
      note: row.note,
    },
    place: pointedAt(sql, 'places', [row.place_id])(row.place_id),
    operators: readOperators(sql, id),
    funding: readFunding(sql, id),
    links: readLinks(sql, id, 'from_service_id', 'to_service_id'),
    linkedFrom: readLinks(sql, id, 'to_service_id', 'from_service_id'),
  };
}

function readOperators(sql: Statements, id: string): ServiceRecord['operators'] {
  const rows = sql.all(
    OperatorRow,
    'SELECT id, organisation_id, valid_from, valid_to FROM service_operator WHERE service_id = :id ORDER BY valid_from, id',
    { id },
  );
  const organisation = pointedAtFor(
    sql,
    'organisations',
    rows.map((row) => row.organisation_id),
  );
  return rows.map((row) => ({
    id: row.id,
    organisation: organisation(row.organisation_id),
    span: { asSaid: null, from: row.valid_from, to: row.valid_to },
  }));
}

function readFunding(sql: Statements, id: string): ServiceRecord['funding'] {
  return sql
    .all(
      FundingRow,
      'SELECT id, source, kind, amount, valid_from, valid_to FROM service_funding WHERE service_id = :id ORDER BY valid_from, id',
      { id },
    )
    .map(({ valid_from: from, valid_to: to, ...row }) => ({ ...row, span: { asSaid: null, from, to } }));
}

type Side = 'from_service_id' | 'to_service_id';

function readLinks(sql: Statements, id: string, own: Side, other: Side): ServiceRecord['links'] {
  const rows = sql.all(LinkRow, `SELECT id, ${other} AS service_id, kind, note FROM service_link WHERE ${own} = :id ORDER BY id`, { id });
  const service = pointedAtFor(
    sql,
    'services',
    rows.map((row) => row.service_id),
  );
  return rows.map((row) => ({ id: row.id, service: service(row.service_id), kind: row.kind, note: row.note }));
}
