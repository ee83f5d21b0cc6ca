import { z } from 'zod';
import { HeldDate, VagueDate } from '../../../../shared/model/vague.ts';
import type { Statements } from '../../db/statements.ts';
import { standsSince } from '../actions/list-actions.ts';

/** A place whose records count in a group, and for how long. Days; `to` is exclusive. */
export interface GroupPlace {
  readonly groupId: string;
  readonly placeId: string;
  readonly from: string | null;
  readonly to: string | null;
}

const scopeCte = `scope AS (SELECT value ->> 'groupId' AS group_id, value ->> 'placeId' AS place_id, value ->> 'from' AS from_on,
  value ->> 'to' AS to_on FROM json_each(:scope))`;
/** A record is in a group while its place is; one that nobody can date always. */
const within = (day: string): string =>
  `(${day} IS NULL OR ((scope.from_on IS NULL OR scope.from_on <= ${day}) AND (scope.to_on IS NULL OR ${day} < scope.to_on)))`;

/** A meeting known only to its month or year stands at the end of it, which may be to come. */
const isHeld = `(meeting.held_on <= :today OR meeting.held_precision IN ('month', 'year'))`;

const UsedRow = z.object({ place_id: z.string() });
const usedSql = `SELECT place_id FROM meeting WHERE place_id IS NOT NULL UNION SELECT place_id FROM action WHERE place_id IS NOT NULL
UNION SELECT place_id FROM finding WHERE place_id IS NOT NULL UNION SELECT place_id FROM observation WHERE place_id IS NOT NULL
UNION SELECT place_id FROM project_place`;

const text = z.string().nullable();
const MeetingRow = z.object({
  group_id: z.string(),
  side: z.enum(['last', 'next']),
  id: z.string(),
  title: z.string(),
  held_on: text,
  held_precision: HeldDate.shape.precision.nullable(),
  planned_as_said: text,
  planned_sort_on: text,
  planned_precision: VagueDate.shape.precision,
});
export type MeetingRow = z.infer<typeof MeetingRow>;
const meetingColumns = `scope.group_id, meeting.id, meeting.title, meeting.held_on, meeting.held_precision, meeting.planned_as_said,
  meeting.planned_sort_on, meeting.planned_precision`;
const shownColumns = 'side, group_id, id, title, held_on, held_precision, planned_as_said, planned_sort_on, planned_precision';
const meetingSql = `WITH ${scopeCte},
held AS (SELECT 'last' AS side, ${meetingColumns}, row_number() OVER (PARTITION BY scope.group_id ORDER BY meeting.held_on DESC, meeting.id) AS n
  FROM scope JOIN meeting ON meeting.place_id = scope.place_id WHERE ${isHeld} AND ${within('meeting.held_on')}),
coming AS (SELECT 'next' AS side, ${meetingColumns}, row_number() OVER (PARTITION BY scope.group_id
    ORDER BY meeting.planned_sort_on IS NULL, meeting.planned_sort_on < :today, meeting.planned_sort_on, meeting.id) AS n
  FROM scope JOIN meeting ON meeting.place_id = scope.place_id
  WHERE meeting.held_on IS NULL AND meeting.status IN ('requested', 'planned', 'invited', 'questions-sent', 'in-session')
    AND (meeting.planned_sort_on IS NOT NULL OR meeting.planned_as_said IS NOT NULL) AND ${within('meeting.planned_sort_on')})
SELECT ${shownColumns} FROM held WHERE n = 1 UNION ALL SELECT ${shownColumns} FROM coming WHERE n = 1`;

const CountRow = z.object({ group_id: z.string(), what: z.enum(['meetings', 'open', 'overdue', 'untold', 'findings']), n: z.int() });
export type CountRow = z.infer<typeof CountRow>;
const countSql = `WITH ${scopeCte},
placed AS (SELECT action.id, action.status, action.due_sort_on, action.agreed_on AS on_day, action.place_id FROM action WHERE action.place_id IS NOT NULL
  UNION ALL SELECT action.id, action.status, action.due_sort_on, coalesce(action.agreed_on, meeting.held_on), meeting.place_id FROM action
  JOIN meeting ON meeting.id = action.meeting_id WHERE action.place_id IS NULL AND meeting.place_id IS NOT NULL),
found AS (SELECT finding.id, meeting.held_on AS on_day, coalesce(finding.place_id, meeting.place_id) AS place_id
  FROM finding LEFT JOIN meeting ON meeting.id = finding.meeting_id WHERE finding.status <> 'rejected')
SELECT group_id, 'meetings' AS what, count(DISTINCT meeting.id) AS n FROM scope JOIN meeting ON meeting.place_id = scope.place_id
  WHERE ${isHeld} AND ${within('meeting.held_on')} GROUP BY group_id
UNION ALL SELECT group_id, 'open', count(DISTINCT placed.id) FROM scope JOIN placed ON placed.place_id = scope.place_id
  WHERE placed.status IN ('agreed', 'under-way') AND ${within('placed.on_day')} GROUP BY group_id
UNION ALL SELECT group_id, 'overdue', count(DISTINCT placed.id) FROM scope JOIN placed ON placed.place_id = scope.place_id
  WHERE placed.status IN ('agreed', 'under-way') AND placed.due_sort_on < :today AND ${within('placed.on_day')} GROUP BY group_id
UNION ALL SELECT group_id, 'untold', count(DISTINCT placed.id) FROM scope JOIN placed ON placed.place_id = scope.place_id
  WHERE placed.status IN ('done', 'not-done') AND ${within('placed.on_day')}
    AND NOT EXISTS (SELECT 1 FROM action JOIN report_back ON report_back.action_id = action.id
      WHERE action.id = placed.id AND told_on >= coalesce(${standsSince}, '')) GROUP BY group_id
UNION ALL SELECT group_id, 'findings', count(DISTINCT found.id) FROM scope JOIN found ON found.place_id = scope.place_id
  WHERE ${within('found.on_day')} GROUP BY group_id`;

const ProjectRow = z.object({ group_id: z.string(), id: z.string(), name: z.string(), status: z.string() });
export type ProjectRow = z.infer<typeof ProjectRow>;
const projectSql = `WITH ${scopeCte}
SELECT DISTINCT scope.group_id, project.id, project.name, project.status FROM scope JOIN project_place ON project_place.place_id = scope.place_id
JOIN project ON project.id = project_place.project_id
UNION SELECT scope.group_id, project.id, project.name, project.status FROM scope JOIN meeting ON meeting.place_id = scope.place_id
JOIN project ON project.id = meeting.project_id
ORDER BY 3`;

/** Figures of groups of places. */
export interface Figures {
  readonly meetings: ReadonlyMap<string, readonly MeetingRow[]>;
  readonly counts: ReadonlyMap<string, ReadonlyMap<CountRow['what'], number>>;
  readonly projects: ReadonlyMap<string, readonly ProjectRow[]>;
}

/** Places that anything is recorded under. */
export function usedPlaces(sql: Statements): string[] {
  return sql.all(UsedRow, usedSql).map((row) => row.place_id);
}

/** Adds up, group by group, what is recorded under its places. A record that is in a group in two ways counts once. */
export function figuresOf(sql: Statements, places: readonly GroupPlace[], today: string): Figures {
  const params = { scope: JSON.stringify(places) };
  const counts = Map.groupBy(sql.all(CountRow, countSql, { ...params, today }), (row) => row.group_id);
  return {
    meetings: Map.groupBy(sql.all(MeetingRow, meetingSql, { ...params, today }), (row) => row.group_id),
    counts: new Map([...counts].map(([id, rows]) => [id, new Map(rows.map((row) => [row.what, row.n]))])),
    projects: Map.groupBy(sql.all(ProjectRow, projectSql, params), (row) => row.group_id),
  };
}
