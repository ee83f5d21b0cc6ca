import { z } from 'zod';
import type { RoleRecord, Span } from '../../../../shared/contract/register-records.ts';
import type { RegisterHit } from '../../../../shared/contract/register-rows.ts';
import type { PickedKind } from '../../../../shared/contract/registers.ts';
import type { Statements } from '../../db/statements.ts';
import { hitsOf } from './find.ts';

const text = z.string().nullable();

/** Columns of a span; tables whose periods have no words of their own select NULL for them. */
export const SpanColumns = { valid_from: text, valid_to: text, period_as_said: text };

export function toSpan(row: { valid_from: string | null; valid_to: string | null; period_as_said: string | null }): Span {
  return { asSaid: row.period_as_said, from: row.valid_from, to: row.valid_to };
}

/** The entries that rows point at, read at once; every id that is asked for later must be among those given. */
export function pointedAt(sql: Statements, kind: PickedKind, ids: readonly (string | null)[]): (id: string | null) => RegisterHit | null {
  const hits = hitsOf(sql, kind, ids);
  return (id) => (id === null ? null : (hits.get(id) ?? null));
}

/** As `pointedAt`, for columns that are never empty: a foreign key holds them. */
export function pointedAtFor(sql: Statements, kind: PickedKind, ids: readonly string[]): (id: string) => RegisterHit {
  const hits = hitsOf(sql, kind, ids);
  return (id) => hits.get(id) ?? { id, name: '', detail: '' };
}

const RoleRow = z.object({
  id: z.string(),
  person_id: z.string(),
  organisation_id: text,
  body_id: text,
  role: z.string(),
  title: text,
  ...SpanColumns,
  recruited_by: text,
  is_first_time: z.int(),
});

/** Roles of a person, in an organisation or in a body: those that go on first, then the latest. */
export function readRoles(sql: Statements, column: 'person_id' | 'organisation_id' | 'body_id', id: string): RoleRecord[] {
  const rows = sql.all(
    RoleRow,
    `SELECT id, person_id, organisation_id, body_id, role, title, valid_from, valid_to, period_as_said, recruited_by, is_first_time
     FROM person_role WHERE ${column} = :id ORDER BY valid_to IS NOT NULL, valid_to DESC, valid_from DESC, id LIMIT 500`,
    { id },
  );
  const person = pointedAtFor(
    sql,
    'people',
    rows.map((row) => row.person_id),
  );
  const organisation = pointedAt(
    sql,
    'organisations',
    rows.map((row) => row.organisation_id),
  );
  const body = pointedAt(
    sql,
    'bodies',
    rows.map((row) => row.body_id),
  );
  return rows.map((row) => ({
    id: row.id,
    person: person(row.person_id),
    organisation: organisation(row.organisation_id),
    body: body(row.body_id),
    role: row.role,
    title: row.title,
    span: toSpan(row),
    recruitedBy: row.recruited_by,
    isFirstTime: row.is_first_time === 1,
  }));
}
