import { z } from 'zod';
import type { RegisterHit } from '../../../../shared/contract/register-rows.ts';
import type { PickedKind } from '../../../../shared/contract/registers.ts';
import { yearsOf } from '../../../../shared/model/calendar-day.ts';
import { fold } from '../../../../shared/texts/fold.ts';
import type { Statements } from '../../db/statements.ts';
import { namesOf, rankOf } from './name-index.ts';

/** So many hits by name are looked into for what was valid on the day. */
const mostLookedInto = 200;

const text = z.string().nullable();
const HitRow = z.object({
  id: z.string(),
  name: z.string(),
  valid_from: text,
  valid_to: text,
  code: text,
  first: text,
  second: text,
});
type HitRow = z.infer<typeof HitRow>;

const among = 'IN (SELECT value FROM json_each(:ids))';
const hitSql: Readonly<Record<Exclude<PickedKind, 'people'>, string>> = {
  places: `SELECT place.id, place.name, place.valid_from, place.valid_to, place.code, NULL AS first,
    CASE WHEN place.code IS NULL THEN parent.name END AS second
    FROM place LEFT JOIN place AS parent ON parent.id = place.parent_id WHERE place.id ${among}`,
  organisations: `SELECT organisation.id, organisation.name, NULL AS valid_from, NULL AS valid_to, NULL AS code, parent.name AS first, place.name AS second
    FROM organisation LEFT JOIN organisation AS parent ON parent.id = organisation.parent_id
    LEFT JOIN place ON place.id = organisation.place_id WHERE organisation.id ${among}`,
  bodies: `SELECT body.id, body.name, body.valid_from, body.valid_to, NULL AS code, organisation.name AS first, place.name AS second
    FROM body LEFT JOIN organisation ON organisation.id = body.organisation_id LEFT JOIN place ON place.id = body.place_id WHERE body.id ${among}`,
  services: `SELECT service.id, service.name, service.valid_from, service.valid_to, NULL AS code, NULL AS first, place.name AS second
    FROM service LEFT JOIN place ON place.id = service.place_id WHERE service.id ${among}`,
};

const PersonRow = z.object({ id: z.string(), name: z.string() });
const personSql = `SELECT id, name FROM person WHERE id ${among}`;

const RoleRow = z.object({ person_id: z.string(), what: text, place: text, valid_from: text, valid_to: text });
type RoleRow = z.infer<typeof RoleRow>;
const roleSql = `SELECT person_role.person_id, coalesce(nullif(person_role.title, ''), person_role.role) AS what,
  coalesce(body.name, organisation.name) AS place, person_role.valid_from, person_role.valid_to
FROM person_role LEFT JOIN organisation ON organisation.id = person_role.organisation_id LEFT JOIN body ON body.id = person_role.body_id
WHERE person_role.person_id ${among} ORDER BY person_role.valid_from DESC, person_role.id`;

export interface FindInput {
  readonly kind: PickedKind;
  readonly text: string;
  readonly on?: string | undefined;
  readonly limit: number;
}

interface Found extends RegisterHit {
  readonly isThen: boolean;
}

/** Entries for what is typed: best name first, and among equals those valid on the day. */
export function findEntries(sql: Statements, { kind, text: typed, on, limit }: FindInput): RegisterHit[] {
  // Without a day the best names are the answer; with one, those valid then may stand further down.
  const ranks = new Map(matches(sql, kind, typed, on === undefined ? limit : mostLookedInto));
  const ids = JSON.stringify([...ranks.keys()]);
  const found = kind === 'people' ? findPeople(sql, ids, on) : findOthers(sql, kind, ids, on);
  const byId = new Map(found.map((hit) => [hit.id, hit]));
  return [...ranks]
    .flatMap(([id, rank]) => {
      const hit = byId.get(id);
      return hit === undefined ? [] : [{ hit, order: rank * 2 + (hit.isThen ? 0 : 1) }];
    })
    .sort((a, b) => a.order - b.order)
    .slice(0, limit)
    .map(({ hit: { id, name, detail } }) => ({ id, name, detail }));
}

/** Entries by id as they are picked. */
export function hitsOf(sql: Statements, kind: PickedKind, ids: readonly (string | null)[]): ReadonlyMap<string, RegisterHit> {
  const known = JSON.stringify([...new Set(ids.filter((id) => id !== null))]);
  const found = kind === 'people' ? findPeople(sql, known, undefined) : findOthers(sql, kind, known, undefined);
  return new Map(found.map(({ id, name, detail }) => [id, { id, name, detail }]));
}

/** Ids with their rank, best first, in the order of names within a rank. */
function matches(sql: Statements, kind: PickedKind, typed: string, most: number): (readonly [string, number])[] {
  const names = namesOf(sql, kind);
  if (fold(typed) === '') return names.slice(0, most).map(({ id }) => [id, 0]);
  const hits = names.flatMap((entry) => {
    const rank = rankOf(entry, typed);
    return rank === null ? [] : [[entry.id, rank] as const];
  });
  return hits.sort((a, b) => a[1] - b[1]).slice(0, most);
}

function findOthers(sql: Statements, kind: Exclude<PickedKind, 'people'>, ids: string, on: string | undefined): Found[] {
  return sql.all(HitRow, hitSql[kind], { ids }).map((row) => ({
    id: row.id,
    name: row.name,
    detail: joined([row.code, yearsOf(row.valid_from, row.valid_to), row.first, row.second]),
    isThen: on === undefined || isWithin(on, row.valid_from, row.valid_to),
  }));
}

/** A person is told by the role of that day; without one then, by the latest with its years. */
function findPeople(sql: Statements, ids: string, on: string | undefined): Found[] {
  const roles = Map.groupBy(sql.all(RoleRow, roleSql, { ids }), (role) => role.person_id);
  return sql.all(PersonRow, personSql, { ids }).map(({ id, name }) => {
    const own = roles.get(id) ?? [];
    const then = own.find((role) => (on === undefined ? role.valid_to === null : isWithin(on, role.valid_from, role.valid_to)));
    return { id, name, detail: roleWords(then ?? own[0], then !== undefined), isThen: on === undefined || then !== undefined };
  });
}

function roleWords(role: RoleRow | undefined, isThen: boolean): string {
  return role === undefined ? '' : joined([role.what, role.place, isThen ? null : yearsOf(role.valid_from, role.valid_to)]);
}

function isWithin(day: string, from: string | null, to: string | null): boolean {
  return (from === null || from <= day) && (to === null || to > day);
}

function joined(parts: readonly HitRow['first'][]): string {
  return parts.filter((part) => part !== null && part !== '').join(', ');
}
