import { z } from 'zod';
import type { OverviewPlace } from '../../../../shared/contract/projects.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import { heldDate, HeldDate, VagueDate } from '../../../../shared/model/vague.ts';
import type { Statements } from '../../db/statements.ts';
import { standsSince } from '../actions/list-actions.ts';

const Row = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
  parts: z.int(),
  last_on: z.string().nullable(),
  last_precision: HeldDate.shape.precision.nullable(),
  next_as_said: z.string().nullable(),
  next_sort_on: z.string().nullable(),
  next_precision: VagueDate.shape.precision,
  open_actions: z.int(),
  overdue_actions: z.int(),
  unreported_actions: z.int(),
});

/** A meeting known only to its month or year stands at the end of it, which may be to come. */
const hasBeen = `(held_on <= :today OR held_precision IN ('month', 'year'))`;

/** Places in use: those of the projects and those of meetings in scope. An action counts for its place, else for its meeting's. */
const placeSql = `WITH
scoped_meeting AS (
  SELECT meeting.id, meeting.place_id, meeting.status, meeting.held_on, meeting.held_precision, meeting.planned_as_said,
    meeting.planned_sort_on, meeting.planned_precision, coalesce(meeting.project_id, meeting_round.project_id) AS project_id
  FROM meeting LEFT JOIN meeting_round ON meeting_round.id = meeting.round_id
  WHERE :projectId IS NULL OR coalesce(meeting.project_id, meeting_round.project_id) = :projectId),
scoped_action AS (
  SELECT action.status, action.due_sort_on, coalesce(action.place_id, meeting.place_id) AS place_id,
    EXISTS (SELECT 1 FROM report_back WHERE report_back.action_id = action.id AND told_on >= coalesce(${standsSince}, '')) AS is_reported
  FROM action LEFT JOIN meeting ON meeting.id = action.meeting_id
  WHERE :projectId IS NULL OR coalesce(action.project_id, meeting.project_id) = :projectId),
used AS (
  SELECT place_id FROM project_place WHERE :projectId IS NULL OR project_id = :projectId
  UNION SELECT place_id FROM scoped_meeting WHERE place_id IS NOT NULL
  UNION SELECT place_id FROM scoped_action WHERE place_id IS NOT NULL)
SELECT place.id, place.name, place.code, place.valid_from, place.valid_to,
  (SELECT count(*) FROM area_place WHERE area_place.area_id = place.id) AS parts,
  (SELECT max(held_on) FROM scoped_meeting WHERE scoped_meeting.place_id = place.id AND ${hasBeen}) AS last_on,
  (SELECT held_precision FROM scoped_meeting WHERE scoped_meeting.place_id = place.id AND ${hasBeen} ORDER BY held_on DESC LIMIT 1) AS last_precision,
  upcoming.planned_as_said AS next_as_said, upcoming.planned_sort_on AS next_sort_on, upcoming.planned_precision AS next_precision,
  (SELECT count(*) FROM scoped_action WHERE scoped_action.place_id = place.id AND status IN ('agreed', 'under-way')) AS open_actions,
  (SELECT count(*) FROM scoped_action WHERE scoped_action.place_id = place.id AND status IN ('agreed', 'under-way') AND due_sort_on < :today) AS overdue_actions,
  (SELECT count(*) FROM scoped_action WHERE scoped_action.place_id = place.id AND status IN ('done', 'not-done') AND is_reported = 0) AS unreported_actions
FROM used JOIN place ON place.id = used.place_id
LEFT JOIN scoped_meeting AS upcoming ON upcoming.id = (
  SELECT id FROM scoped_meeting WHERE scoped_meeting.place_id = place.id AND held_on IS NULL
    AND status IN ('requested', 'planned', 'invited', 'questions-sent') AND planned_sort_on IS NOT NULL
  ORDER BY planned_sort_on < :today, planned_sort_on LIMIT 1)
ORDER BY place.valid_to IS NOT NULL, place.name COLLATE NOCASE, place.code LIMIT 500`;

const FormerRow = z.object({ to_place_id: z.string(), name: z.string(), code: z.string().nullable(), changed_on: z.string() });
const formerSql = `SELECT place_change.to_place_id, place.name, place.code, place_change.changed_on FROM place_change
JOIN place ON place.id = place_change.from_place_id
WHERE place_change.to_place_id IN (SELECT value FROM json_each(:ids)) ORDER BY place_change.changed_on DESC, place.name`;

const ProjectRow = z.object({ place_id: z.string(), name: z.string() });
const projectSql = `SELECT place_id, name FROM (
  SELECT project_place.place_id, project.name, project.id FROM project_place JOIN project ON project.id = project_place.project_id
  UNION SELECT meeting.place_id, project.name, project.id FROM meeting JOIN project ON project.id = meeting.project_id WHERE meeting.place_id IS NOT NULL)
WHERE place_id IN (SELECT value FROM json_each(:ids)) AND (:projectId IS NULL OR id = :projectId) ORDER BY name`;

/** Municipalities and areas in use, with meetings, promises and projects; places that no longer exist stand last. */
export function overviewPlaces(sql: Statements, projectId: ProjectId | undefined, today: string): OverviewPlace[] {
  const scope = { projectId: projectId ?? null };
  const rows = sql.all(Row, placeSql, { ...scope, today });
  const ids = JSON.stringify(rows.map((row) => row.id));
  const former = Map.groupBy(sql.all(FormerRow, formerSql, { ids }), (row) => row.to_place_id);
  const projects = Map.groupBy(sql.all(ProjectRow, projectSql, { ids, ...scope }), (row) => row.place_id);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    code: row.code,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    parts: row.parts,
    formerly: (former.get(row.id) ?? []).map(({ name, code, changed_on: changedOn }) => ({ name, code, changedOn })),
    lastMeeting: heldDate(row.last_on, row.last_precision),
    nextMeeting: row.next_sort_on === null ? null : { asSaid: row.next_as_said, sortOn: row.next_sort_on, precision: row.next_precision },
    openActions: row.open_actions,
    overdueActions: row.overdue_actions,
    unreportedActions: row.unreported_actions,
    projects: (projects.get(row.id) ?? []).map((project) => project.name),
  }));
}
