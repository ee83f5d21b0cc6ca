import { z } from 'zod';
import { MeetingFormat, MeetingKind, type MeetingRow, MeetingStatus } from '../../../../shared/contract/meetings.ts';
import { MeetingId, type ProjectId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import { counted, heldDate, HeldDate, Precision, VagueDate } from '../../../../shared/model/vague.ts';
import type { Statements } from '../../db/statements.ts';
import { timesOf } from './meeting-time.ts';

/** The columns every meeting is shown by; `meetingOf` reads them. */
export const MeetingColumns = z.object({
  id: MeetingId,
  title: z.string(),
  kind: MeetingKind,
  kind_name: z.string().nullable(),
  status: MeetingStatus,
  format: MeetingFormat,
  language: Language,
  project: z.string().nullable(),
  round_id: z.string().nullable(),
  round_name: z.string().nullable(),
  round_year: z.int().nullable(),
  round_planned_as_said: z.string().nullable(),
  round_planned_sort_on: z.string().nullable(),
  round_planned_precision: VagueDate.shape.precision,
  series: z.string().nullable(),
  area: z.string().nullable(),
  place_id: z.string().nullable(),
  venue: z.string().nullable(),
  planned_as_said: z.string().nullable(),
  planned_sort_on: z.string().nullable(),
  planned_precision: VagueDate.shape.precision,
  held_on: z.string().nullable(),
  held_precision: HeldDate.shape.precision.nullable(),
  starts_at: z.string().nullable(),
  ends_at: z.string().nullable(),
  is_first_of_kind: z.int(),
  gap_reason: z.string().nullable(),
  attendance_count: z.int().nullable(),
  attendance_precision: Precision.nullable(),
});

export const meetingColumns = `meeting.id, meeting.title, meeting.kind, meeting.kind_name, meeting.status, meeting.format, meeting.language,
  project.name AS project, meeting_round.id AS round_id, meeting_round.name AS round_name, meeting_round.year AS round_year,
  meeting_round.planned_as_said AS round_planned_as_said, meeting_round.planned_sort_on AS round_planned_sort_on,
  meeting_round.planned_precision AS round_planned_precision, meeting_series.name AS series, place.name AS area, meeting.place_id,
  meeting.venue, meeting.planned_as_said, meeting.planned_sort_on, meeting.planned_precision, meeting.held_on, meeting.held_precision,
  meeting.starts_at, meeting.ends_at, meeting.is_first_of_kind, meeting.gap_reason, meeting.attendance_count, meeting.attendance_precision`;

export const meetingJoins = `LEFT JOIN meeting_round ON meeting_round.id = meeting.round_id
  LEFT JOIN meeting_series ON meeting_series.id = meeting_round.series_id
  LEFT JOIN project ON project.id = coalesce(meeting.project_id, meeting_round.project_id)
  LEFT JOIN place ON place.id = meeting.place_id`;

/** Columns and joins of a list; the caller adds the choice and the order. `listed` reads the rows. */
export const ListRow = MeetingColumns.extend({ line_count: z.int(), open_actions: z.int() });

/** The year a meeting belongs to: when it was held, else when it is planned, else its round's. */
const yearOf = `coalesce(CAST(substr(coalesce(meeting.held_on, meeting.planned_sort_on), 1, 4) AS INTEGER), meeting_round.year)`;

export const listColumns = `${meetingColumns},
  (SELECT count(*) FROM minute_line WHERE minute_line.meeting_id = meeting.id) AS line_count,
  (SELECT count(*) FROM action WHERE action.meeting_id = meeting.id AND action.status IN ('agreed', 'under-way')) AS open_actions`;

const dayOf = 'coalesce(meeting.held_on, meeting.planned_sort_on)';
/** When a round is planned, or its last meeting is where nobody has said; the meeting's own day outside rounds. */
const roundDay = `CASE WHEN meeting.round_id IS NULL THEN ${dayOf}
  ELSE coalesce(meeting_round.planned_sort_on, max(${dayOf}) OVER (PARTITION BY meeting.round_id)) END`;

const listSql = `SELECT ${listColumns} FROM meeting ${meetingJoins}
WHERE (:projectId IS NULL OR project.id = :projectId) AND (:year IS NULL OR ${yearOf} = :year)
ORDER BY coalesce(meeting_round.year, ${yearOf}) DESC, ${roundDay} DESC, meeting.round_id, ${dayOf}, meeting.title, meeting.id LIMIT 500`;

const yearSql = `SELECT DISTINCT ${yearOf} AS year FROM meeting ${meetingJoins}
WHERE (:projectId IS NULL OR project.id = :projectId) AND ${yearOf} IS NOT NULL ORDER BY year DESC`;

/** Turns the columns into the meeting both list and page show. */
export function meetingOf(row: z.infer<typeof MeetingColumns>): Omit<MeetingRow, 'lines' | 'openActions'> {
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    kindName: row.kind_name,
    status: row.status,
    format: row.format,
    language: row.language,
    project: row.project,
    round: roundOf(row),
    area: row.area ?? '',
    placeId: row.place_id,
    venue: row.venue,
    planned: { asSaid: row.planned_as_said, sortOn: row.planned_sort_on, precision: row.planned_precision },
    held: heldDate(row.held_on, row.held_precision),
    times: timesOf(row.starts_at, row.ends_at),
    isFirstOfKind: row.is_first_of_kind === 1,
    gapReason: row.gap_reason,
    attendance: counted(row.attendance_count, row.attendance_precision),
  };
}

function roundOf(row: z.infer<typeof MeetingColumns>): MeetingRow['round'] {
  if (row.round_id === null || row.round_name === null || row.round_year === null) return null;
  const planned = { asSaid: row.round_planned_as_said, sortOn: row.round_planned_sort_on, precision: row.round_planned_precision };
  return { id: row.round_id, name: row.round_name, year: row.round_year, series: row.series, planned };
}

/** A row of a list with its counts. */
export function listed(row: z.infer<typeof ListRow>): MeetingRow {
  return { ...meetingOf(row), lines: row.line_count, openActions: row.open_actions };
}

/** Meetings of a project or of all by their rounds, the newest year and in it the latest planned first; in a round by date. */
export function listMeetings(
  sql: Statements,
  { projectId, year }: { readonly projectId?: ProjectId | undefined; readonly year?: number | undefined },
): MeetingRow[] {
  return sql.all(ListRow, listSql, { projectId: projectId ?? null, year: year ?? null }).map(listed);
}

/** Not held and not called off; a plan whose period has passed stands first, one nobody can place last. */
const upcomingSql = `SELECT ${listColumns} FROM meeting ${meetingJoins}
WHERE meeting.status IN ('requested', 'planned', 'invited', 'questions-sent', 'in-session') AND meeting.held_on IS NULL
ORDER BY meeting.planned_sort_on IS NULL, meeting.planned_sort_on, meeting.starts_at, meeting.title LIMIT :limit`;

/** Meetings to come, soonest first. */
export function upcomingMeetings(sql: Statements, limit: number): MeetingRow[] {
  return sql.all(ListRow, upcomingSql, { limit }).map(listed);
}

/** The meetings of a round by date. */
export function roundMeetings(sql: Statements, roundId: string): MeetingRow[] {
  const text = `SELECT ${listColumns} FROM meeting ${meetingJoins} WHERE meeting.round_id = :roundId
    ORDER BY coalesce(meeting.held_on, meeting.planned_sort_on) IS NULL, coalesce(meeting.held_on, meeting.planned_sort_on), meeting.id LIMIT 500`;
  return sql.all(ListRow, text, { roundId }).map(listed);
}

/** Years that have a meeting, newest first. */
export function meetingYears(sql: Statements, projectId: ProjectId | undefined): number[] {
  return sql.all(z.object({ year: z.int() }), yearSql, { projectId: projectId ?? null }).map((row) => row.year);
}
