import { z } from 'zod';
import { PlaceLink, PlaceRow } from '../../../../shared/contract/register-rows.ts';
import type { Statements } from '../../db/statements.ts';
import type { Page } from './page.ts';

const Row = z.object({
  id: z.string(),
  kind: PlaceRow.shape.kind,
  country_code: z.string(),
  code: z.string().nullable(),
  name: z.string(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
  parent: z.string().nullable(),
  source: z.string().nullable(),
  note: z.string().nullable(),
});
const placeSql = `SELECT place.id, place.kind, place.country_code, place.code, place.name, place.valid_from, place.valid_to,
  parent.name AS parent, place.source, place.note
FROM place LEFT JOIN place AS parent ON parent.id = place.parent_id
ORDER BY place.name COLLATE NOCASE, place.code LIMIT :limit OFFSET :offset`;

const HeldRow = z.object({ area_id: z.string(), name: z.string(), code: z.string().nullable() });
const heldSql = `SELECT area_place.area_id, place.name, place.code FROM area_place JOIN place ON place.id = area_place.place_id
WHERE area_place.area_id IN (SELECT value FROM json_each(:ids)) ORDER BY place.name`;

const LinkRow = z.object({
  of_place: z.string(),
  place_id: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
  changed_on: z.string(),
  kind: PlaceLink.shape.kind,
  extent: PlaceLink.shape.extent,
  note: z.string().nullable(),
});
type LinkRow = z.infer<typeof LinkRow>;

/** Changes with the places on one side (`of`) and those they lead to on the other (`to`). */
function linkSql(of: 'from_place_id' | 'to_place_id', to: 'from_place_id' | 'to_place_id'): string {
  return `SELECT place_change.${of} AS of_place, place.id AS place_id, place.name, place.code, place.valid_from, place.valid_to,
    place_change.changed_on, place_change.kind, place_change.extent, place_change.note
  FROM place_change JOIN place ON place.id = place_change.${to}
  WHERE place_change.${of} IN (SELECT value FROM json_each(:ids)) ORDER BY place_change.changed_on, place.name, place.code`;
}
const beforeSql = linkSql('to_place_id', 'from_place_id');
const afterSql = linkSql('from_place_id', 'to_place_id');

/** Places by name and code, each with what it came from and what became of it. */
export function listPlaces(sql: Statements, page: Page): PlaceRow[] {
  const rows = sql.all(Row, placeSql, { ...page });
  const ids = JSON.stringify(rows.map((row) => row.id));
  const held = Map.groupBy(sql.all(HeldRow, heldSql, { ids }), (row) => row.area_id);
  const before = Map.groupBy(sql.all(LinkRow, beforeSql, { ids }), (row) => row.of_place);
  const after = Map.groupBy(sql.all(LinkRow, afterSql, { ids }), (row) => row.of_place);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    countryCode: row.country_code,
    code: row.code,
    name: row.name,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    parent: row.parent,
    source: row.source,
    note: row.note,
    holds: (held.get(row.id) ?? []).map(({ name, code }) => ({ name, code })),
    before: (before.get(row.id) ?? []).map(toLink),
    after: (after.get(row.id) ?? []).map(toLink),
  }));
}

function toLink(row: LinkRow): PlaceLink {
  const { place_id: placeId, name, code, changed_on: changedOn, kind, extent, note } = row;
  return { placeId, name, code, validFrom: row.valid_from, validTo: row.valid_to, changedOn, kind, extent, note };
}
