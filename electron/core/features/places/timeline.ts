import { z } from 'zod';
import { TimelineKind, type TimelineEntry } from '../../../../shared/contract/place-rows.ts';
import { HeldDate, VagueDate } from '../../../../shared/model/vague.ts';
import { knownPlace, placeRegister, refOf } from '../../places/place-register.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { areaMembers, scopeOf } from './scope.ts';

const text = z.string().nullable();
const Row = z.object({
  kind: TimelineKind,
  id: z.string(),
  title: z.string(),
  language: text,
  status: text,
  happened_on: text,
  precision: HeldDate.shape.precision.nullable(),
  as_said: text,
  due_as_said: text,
  due_sort_on: text,
  due_precision: VagueDate.shape.precision,
  place_id: z.string(),
  extent: z.enum(['whole', 'part']),
  project_id: text,
  meeting_id: text,
});
type Row = z.infer<typeof Row>;

/** Records of the places in scope, each under the place it was recorded at; a record without a place is at its meeting's. */
const entrySql = `WITH scope AS (
  SELECT value ->> 'placeId' AS place_id, value ->> 'from' AS from_on, value ->> 'to' AS to_on, value ->> 'extent' AS extent FROM json_each(:scope)),
entry AS (
  SELECT 'meeting' AS kind, meeting.id, meeting.title, meeting.language, meeting.status,
    coalesce(meeting.held_on, meeting.planned_sort_on) AS happened_on, meeting.held_precision AS precision,
    CASE WHEN meeting.held_on IS NULL THEN meeting.planned_as_said ELSE meeting.held_as_said END AS as_said,
    NULL AS due_as_said, NULL AS due_sort_on, NULL AS due_precision, meeting.place_id, meeting.project_id, meeting.id AS meeting_id
  FROM meeting WHERE meeting.place_id IN (SELECT place_id FROM scope)
  UNION ALL
  SELECT 'finding', finding.id, finding.wording, finding.language, finding.status,
    coalesce((SELECT min(happened_on) FROM finding_event WHERE finding_event.finding_id = finding.id), meeting.held_on), NULL, NULL,
    NULL, NULL, NULL, coalesce(finding.place_id, meeting.place_id), finding.project_id, finding.meeting_id
  FROM finding LEFT JOIN meeting ON meeting.id = finding.meeting_id
  WHERE coalesce(finding.place_id, meeting.place_id) IN (SELECT place_id FROM scope)
  UNION ALL
  SELECT 'action', action.id, action.wording, action.language, action.status, coalesce(action.agreed_on, meeting.held_on), NULL, NULL,
    action.due_as_said, action.due_sort_on, action.due_precision, coalesce(action.place_id, meeting.place_id), action.project_id, action.meeting_id
  FROM action LEFT JOIN meeting ON meeting.id = action.meeting_id
  WHERE action.place_id IN (SELECT place_id FROM scope) OR (action.place_id IS NULL
    AND action.meeting_id IN (SELECT id FROM meeting WHERE meeting.place_id IN (SELECT place_id FROM scope)))
  UNION ALL
  SELECT 'observation', observation.id, observation.title, observation.language, observation.kind, coalesce(observation.said_on, meeting.held_on),
    NULL, NULL, NULL, NULL, NULL, coalesce(observation.place_id, meeting.place_id), observation.project_id, observation.meeting_id
  FROM observation LEFT JOIN meeting ON meeting.id = observation.meeting_id
  WHERE coalesce(observation.place_id, meeting.place_id) IN (SELECT place_id FROM scope)
  UNION ALL
  SELECT 'project', project.id, project.name, project.content_language, project.status, project.starts_on, NULL, NULL, NULL, NULL, NULL,
    project_place.place_id, project.id, NULL
  FROM project_place JOIN project ON project.id = project_place.project_id WHERE project_place.place_id IN (SELECT place_id FROM scope))`;
// Dates may be reduced to a year; text order keeps their meaning. A record that cannot be dated is in an area as long as it is at all.
const fromSql = `FROM entry JOIN scope ON scope.place_id = entry.place_id
WHERE (:kinds IS NULL OR entry.kind IN (SELECT value FROM json_each(:kinds)))
  AND (entry.happened_on IS NULL OR ((scope.from_on IS NULL OR scope.from_on <= entry.happened_on) AND (scope.to_on IS NULL OR entry.happened_on < scope.to_on)))`;
const countSql = `${entrySql} SELECT count(DISTINCT entry.kind || entry.id || entry.place_id) AS n ${fromSql}`;
const pageSql = `${entrySql}
SELECT entry.kind, entry.id, entry.title, entry.language, entry.status, entry.happened_on, entry.precision, entry.as_said,
  entry.due_as_said, entry.due_sort_on, entry.due_precision, entry.place_id, max(scope.extent) AS extent, entry.project_id, entry.meeting_id ${fromSql}
GROUP BY entry.kind, entry.id, entry.place_id
ORDER BY entry.happened_on IS NULL, entry.happened_on DESC, entry.kind, entry.title, entry.id LIMIT :limit OFFSET :offset`;

interface Wanted {
  readonly id: string;
  readonly kinds?: readonly TimelineKind[] | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** A page of what has happened at a place, in all its lineage, the latest first. @throws AppError NOT_FOUND */
export function placeTimeline(workspace: Workspace, wanted: Wanted): { total: number; entries: TimelineEntry[] } {
  const register = placeRegister(workspace.sql);
  const scope = scopeOf(register, areaMembers(workspace.sql), knownPlace(register, wanted.id));
  const params = { scope: JSON.stringify(scope), kinds: wanted.kinds === undefined ? null : JSON.stringify(wanted.kinds) };
  const total = workspace.sql.get(z.object({ n: z.int() }), countSql, params)?.n ?? 0;
  const rows = workspace.sql.all(Row, pageSql, { ...params, limit: wanted.limit, offset: wanted.offset });
  return { total, entries: rows.map((row) => toEntry(row, refOf(knownPlace(register, row.place_id)))) };
}

function toEntry(row: Row, place: TimelineEntry['place']): TimelineEntry {
  const hasDue = row.due_sort_on !== null || row.due_as_said !== null;
  return {
    kind: row.kind,
    id: row.id,
    title: row.title,
    language: row.language,
    status: row.status,
    on: row.happened_on,
    precision: row.precision,
    asSaid: row.as_said,
    due: hasDue ? { asSaid: row.due_as_said, sortOn: row.due_sort_on, precision: row.due_precision } : null,
    place,
    extent: row.extent,
    projectId: row.project_id,
    meetingId: row.meeting_id,
  };
}
