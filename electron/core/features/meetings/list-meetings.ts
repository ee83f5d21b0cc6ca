import { z } from 'zod';
import { MeetingFormat, MeetingKind, type MeetingRow, MeetingStatus } from '../../../../shared/contract/meetings.ts';
import { MeetingId, type ProjectId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import { counted, heldDate, HeldDate, Precision, VagueDate } from '../../../../shared/model/vague.ts';
import type { Statements } from '../../db/statements.ts';

/** The columns every meeting is shown by; `meetingOf` reads them. */
export const MeetingColumns = z.object({
  id: MeetingId,
  title: z.string(),
  kind: MeetingKind,
  status: MeetingStatus,
  format: MeetingFormat,
  language: Language,
  project: z.string().nullable(),
  round_name: z.string().nullable(),
  round_year: z.int().nullable(),
  series: z.string().nullable(),
  area: z.string().nullable(),
  venue: z.string().nullable(),
  planned_as_said: z.string().nullable(),
  planned_sort_on: z.string().nullable(),
  planned_precision: VagueDate.shape.precision,
  held_on: z.string().nullable(),
  held_precision: HeldDate.shape.precision.nullable(),
  is_first_of_kind: z.int(),
  gap_reason: z.string().nullable(),
  attendance_count: z.int().nullable(),
  attendance_precision: Precision.nullable(),
});

export const meetingColumns = `meeting.id, meeting.title, meeting.kind, meeting.status, meeting.format, meeting.language, project.name AS project,
  meeting_round.name AS round_name, meeting_round.year AS round_year, meeting_series.name AS series, place.name AS area, meeting.venue,
  meeting.planned_as_said, meeting.planned_sort_on, meeting.planned_precision, meeting.held_on, meeting.held_precision,
  meeting.is_first_of_kind, meeting.gap_reason, meeting.attendance_count, meeting.attendance_precision`;

export const meetingJoins = `LEFT JOIN meeting_round ON meeting_round.id = meeting.round_id
  LEFT JOIN meeting_series ON meeting_series.id = meeting_round.series_id
  LEFT JOIN project ON project.id = coalesce(meeting.project_id, meeting_round.project_id)
  LEFT JOIN place ON place.id = meeting.place_id`;

const ListRow = MeetingColumns.extend({ line_count: z.int(), open_actions: z.int() });

/** The year a meeting belongs to: when it was held, else when it is planned, else its round's. */
const yearOf = `coalesce(CAST(substr(coalesce(meeting.held_on, meeting.planned_sort_on), 1, 4) AS INTEGER), meeting_round.year)`;

const listSql = `SELECT ${meetingColumns},
  (SELECT count(*) FROM minute_line WHERE minute_line.meeting_id = meeting.id) AS line_count,
  (SELECT count(*) FROM action WHERE action.meeting_id = meeting.id AND action.status IN ('agreed', 'under-way')) AS open_actions
FROM meeting ${meetingJoins}
WHERE (:projectId IS NULL OR project.id = :projectId) AND (:year IS NULL OR ${yearOf} = :year)
ORDER BY ${yearOf} DESC, meeting_round.name, coalesce(meeting.held_on, meeting.planned_sort_on), meeting.title LIMIT 500`;

const yearSql = `SELECT DISTINCT ${yearOf} AS year FROM meeting ${meetingJoins}
WHERE (:projectId IS NULL OR project.id = :projectId) AND ${yearOf} IS NOT NULL ORDER BY year DESC`;

/** Turns the columns into the meeting both list and page show. */
export function meetingOf(row: z.infer<typeof MeetingColumns>): Omit<MeetingRow, 'lines' | 'openActions'> {
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    status: row.status,
    format: row.format,
    language: row.language,
    project: row.project,
    round: row.round_name === null || row.round_year === null ? null : { name: row.round_name, year: row.round_year, series: row.series },
    area: row.area ?? '',
    venue: row.venue,
    planned: { asSaid: row.planned_as_said, sortOn: row.planned_sort_on, precision: row.planned_precision },
    held: heldDate(row.held_on, row.held_precision),
    isFirstOfKind: row.is_first_of_kind === 1,
    gapReason: row.gap_reason,
    attendance: counted(row.attendance_count, row.attendance_precision),
  };
}

/** Meetings of a project or of all, newest year first, in it by round and date. */
export function listMeetings(
  sql: Statements,
  { projectId, year }: { readonly projectId?: ProjectId | undefined; readonly year?: number | undefined },
): MeetingRow[] {
  const rows = sql.all(ListRow, listSql, { projectId: projectId ?? null, year: year ?? null });
  return rows.map((row) => ({ ...meetingOf(row), lines: row.line_count, openActions: row.open_actions }));
}

/** Years that have a meeting, newest first. */
export function meetingYears(sql: Statements, projectId: ProjectId | undefined): number[] {
  return sql.all(z.object({ year: z.int() }), yearSql, { projectId: projectId ?? null }).map((row) => row.year);
}
