import { z } from 'zod';
import type { Named } from '../../../../shared/contract/meeting-terms.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';

const PlaceRow = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
});
type PlaceRow = z.infer<typeof PlaceRow>;

const placeSql = 'SELECT id, name, code, valid_from, valid_to FROM place WHERE id = :id';
/** Whatever shares territory with the place through changes one after the other, later ones and earlier ones. */
const kinSql = (from: string, to: string): string => `WITH RECURSIVE kin (id, depth) AS (
  SELECT ${to}, 1 FROM place_change WHERE ${from} = :id
  UNION SELECT place_change.${to}, kin.depth + 1 FROM place_change JOIN kin ON place_change.${from} = kin.id WHERE kin.depth < 20)
SELECT DISTINCT place.id, place.name, place.code, place.valid_from, place.valid_to FROM kin JOIN place ON place.id = kin.id
ORDER BY place.name, place.code LIMIT 100`;
const successorSql = kinSql('from_place_id', 'to_place_id');
const predecessorSql = kinSql('to_place_id', 'from_place_id');

/** A place whose code is not valid on a day, with those that are. */
export interface EndedPlace {
  readonly place: Named;
  readonly choices: Named[];
}

/** The place when its code is not valid on an ISO day; null when it is. A place without years is valid always. @throws AppError NOT_FOUND */
export function endedPlace(sql: Statements, placeId: string, on: string): EndedPlace | null {
  const place = sql.get(PlaceRow, placeSql, { id: placeId });
  if (place === undefined) throw new AppError('NOT_FOUND');
  if (isValid(place, on)) return null;
  const isOver = place.valid_to !== null && on >= place.valid_to;
  const kin = sql.all(PlaceRow, isOver ? successorSql : predecessorSql, { id: placeId });
  return { place: toNamed(place), choices: kin.filter((other) => isValid(other, on)).map(toNamed) };
}

/** @throws AppError PLACE_NOT_THEN with the places to choose instead, by name and code */
export function assertPlaceThen(sql: Statements, placeId: string | null, on: string | null): void {
  if (placeId === null || on === null) return;
  const ended = endedPlace(sql, placeId, on);
  if (ended === null) return;
  const successors = ended.choices.map(({ name, detail }) => `${name} (${detail})`).join(', ');
  throw new AppError('PLACE_NOT_THEN', {
    place: ended.place.name,
    code: ended.place.detail,
    date: on,
    successors: successors === '' ? 'none' : successors,
  });
}

/** Days may be reduced to years or months: text order keeps their meaning. `valid_to` is the first day after. */
function isValid({ valid_from: from, valid_to: to }: PlaceRow, on: string): boolean {
  return (from === null || from <= on) && (to === null || on < to);
}

function toNamed({ id, name, code, valid_from: from, valid_to: to }: PlaceRow): Named {
  const years = from === null && to === null ? '' : `${from?.slice(0, 4) ?? ''}–${to === null ? '' : lastYear(to)}`;
  return { id, name, detail: [code ?? '', years].filter((part) => part !== '').join(', ') };
}

function lastYear(to: string): string {
  const year = Number(to.slice(0, 4));
  return String(to.length < 5 || to.slice(4) === '-01-01' || to.slice(4) === '-01' ? year - 1 : year);
}
