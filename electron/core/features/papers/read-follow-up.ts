import { z } from 'zod';
import { MeetingId } from '../../../../shared/model/ids.ts';
import { placeName } from '../../../../shared/model/place-lineage/index.ts';
import { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { listActions } from '../actions/list-actions.ts';
import { placesOnSameGround } from '../actions/same-ground.ts';
import type { FollowUpInput, SheetExample } from './follow-up.ts';
import { publicPeople } from './read-people.ts';
import { readMeeting } from './read-meeting.ts';
import { fixedDay } from './when.ts';

const PlaceRow = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
});
const placeSql = `SELECT id, name, code, valid_from, valid_to FROM place WHERE id IN (SELECT value FROM json_each(:ids))
ORDER BY valid_from, code, name`;
const heldPlacesSql = `SELECT DISTINCT coalesce(action.place_id, meeting.place_id) AS id FROM action
LEFT JOIN meeting ON meeting.id = action.meeting_id WHERE coalesce(action.place_id, meeting.place_id) IN (SELECT value FROM json_each(:ids))`;

const MeetingRow = z.object({ id: MeetingId, title: z.string(), on_day: z.string().nullable(), is_held: z.int() });
/** Meetings in these places, by day; what was called off is not one. */
const meetingSql = `SELECT id, title, coalesce(held_on, planned_sort_on) AS on_day,
  status IN ('held', 'minutes-sent', 'changed-after-sending') AS is_held
FROM meeting WHERE place_id IN (SELECT value FROM json_each(:ids)) AND status <> 'cancelled' ORDER BY on_day, id LIMIT 1000`;

const AreaRow = z.object({ id: z.string() });
const areaSql = 'SELECT DISTINCT area_id AS id FROM area_place WHERE place_id IN (SELECT value FROM json_each(:ids))';

const ExampleRow = z.object({
  title: z.string(),
  body: z.string().nullable(),
  language: Language.catch('nb'),
  place: z.string().nullable(),
});
/** Good examples that may be shared: from this ground first, then the newest from elsewhere. */
const exampleSql = `SELECT observation.title, observation.body, observation.language, place.name AS place
FROM observation LEFT JOIN meeting ON meeting.id = observation.meeting_id
LEFT JOIN place ON place.id = coalesce(observation.place_id, meeting.place_id)
WHERE observation.kind = 'good-example' AND observation.is_shareable = 1 AND (observation.status IS NULL OR observation.status <> 'dropped')
ORDER BY place.id IN (SELECT value FROM json_each(:ids)) DESC, observation.said_on DESC, observation.id DESC LIMIT 8`;

export interface PlaceMeeting {
  readonly id: MeetingId;
  readonly title: string;
  readonly on: string | null;
  readonly isHeld: boolean;
}

/** A place as a sheet names it. @throws AppError NOT_FOUND */
export function sheetPlace(sql: Statements, placeId: string): string {
  const row = sql.get(PlaceRow, placeSql, { ids: JSON.stringify([placeId]) });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return nameOf(row);
}

/** Meetings on the ground of a place, under whatever name and code it had, oldest first. */
export function placeMeetings(sql: Statements, ground: readonly string[]): PlaceMeeting[] {
  return sql
    .all(MeetingRow, meetingSql, { ids: JSON.stringify(ground) })
    .map((row) => ({ id: row.id, title: row.title, on: row.on_day, isHeld: row.is_held === 1 }));
}

/**
 * Under which places something is agreed that concerns this one: itself, whatever shares its ground in time, and the areas that hold it,
 * whose meetings are its meetings too.
 */
export function groundOf(workspace: Workspace, placeId: string): string[] {
  const own = placesOnSameGround(workspace, [placeId]);
  const areas = workspace.sql.all(AreaRow, areaSql, { ids: JSON.stringify(own) });
  return [...new Set([...own, ...areas.map(({ id }) => id)])];
}

/** What stands on the follow-up sheet of a place on an ISO day. @throws AppError NOT_FOUND */
export function readFollowUp(workspace: Workspace, placeId: string, today: string): Omit<FollowUpInput, 'language' | 'say'> {
  const { sql } = workspace;
  const place = sheetPlace(sql, placeId);
  const ground = groundOf(workspace, placeId);
  const ids = JSON.stringify(ground);
  const meetings = placeMeetings(sql, ground);
  const last = meetings.findLast(({ isHeld }) => isHeld);
  const next = meetings.find(({ isHeld, on }) => !isHeld && on !== null && on >= today);
  const used = new Set(sql.all(z.object({ id: z.string() }), heldPlacesSql, { ids }).map(({ id }) => id));
  const named = sql.all(PlaceRow, placeSql, { ids }).filter(({ id }) => id !== placeId && used.has(id));
  const lastMeeting = last === undefined ? null : readMeeting(sql, last.id);
  // All of them: what is left out of a list of a hundred is counted.
  const actions = listActions(sql, { today, placeIds: ground, limit: -1, offset: 0 });
  return {
    place,
    formerly: named.map(nameOf),
    today,
    last: lastMeeting,
    lastOn: lastMeeting === null ? null : (fixedDay(lastMeeting.time) ?? last?.on ?? null),
    next: next === undefined ? null : readMeeting(sql, next.id),
    actions,
    named: publicPeople(
      sql,
      actions.flatMap(({ ownerPerson }) => ownerPerson?.id ?? []),
    ),
    examples: sql.all(ExampleRow, exampleSql, { ids }) satisfies SheetExample[],
  };
}

function nameOf({ name, code, valid_from: validFrom, valid_to: validTo }: z.infer<typeof PlaceRow>): string {
  return placeName({ name, code, validFrom, validTo });
}
