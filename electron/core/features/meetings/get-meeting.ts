import { z } from 'zod';
import { MeetingFormat, MeetingPaper, type MeetingDetails } from '../../../../shared/contract/meetings.ts';
import { MeetingId, ProjectId } from '../../../../shared/model/ids.ts';
import { Precision } from '../../../../shared/model/vague.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { MeetingColumns, meetingColumns, meetingJoins, meetingOf } from './list-meetings.ts';
import { named } from './names.ts';
import { readAgenda } from './read-agenda.ts';
import { readInvitations } from './read-invitations.ts';
import { readRoles } from './roles.ts';
import { readSheets } from './sheets.ts';
import { meetingState } from './write-meeting.ts';

const text = z.string().nullable();
const DetailRow = MeetingColumns.extend({
  project_id: ProjectId,
  place_name: text,
  place_code: text,
  preferred_format: MeetingFormat.nullable(),
  held_as_said: text,
  held_reason: text,
  impression: text,
  note: text,
  calendar_sequence: z.int(),
  follows_id: MeetingId.nullable(),
  follows_title: text,
  follows_on: text,
  contact_list_count: z.int(),
  line_count: z.int(),
});
const detailSql = `SELECT ${meetingColumns}, meeting.project_id, place.name AS place_name, place.code AS place_code, meeting.preferred_format,
  meeting.held_as_said, meeting.held_reason, meeting.impression, meeting.note, meeting.calendar_sequence,
  earlier.id AS follows_id, earlier.title AS follows_title, coalesce(earlier.held_on, earlier.planned_sort_on) AS follows_on,
  (SELECT count(*) FROM contact_list_entry WHERE contact_list_entry.meeting_id = meeting.id AND withdrawn_on IS NULL) AS contact_list_count,
  (SELECT count(*) FROM minute_line WHERE minute_line.meeting_id = meeting.id) AS line_count
FROM meeting ${meetingJoins} LEFT JOIN meeting AS earlier ON earlier.id = meeting.follows_meeting_id
WHERE meeting.id = :meetingId`;

const PurposeRow = z.object({ purpose: z.string() });
const purposeSql = 'SELECT purpose FROM meeting_purpose WHERE meeting_id = :meetingId ORDER BY ordinal';

const LaterRow = z.object({ id: MeetingId, title: z.string(), on_day: text });
const laterSql = `SELECT id, title, coalesce(held_on, planned_sort_on) AS on_day FROM meeting WHERE follows_meeting_id = :meetingId
ORDER BY on_day, id LIMIT 50`;

const RequestRow = z.object({ id: z.string(), wording: z.string(), asked_on: text });
const requestSql = 'SELECT id, wording, asked_on FROM meeting_request WHERE meeting_id = :meetingId ORDER BY asked_on LIMIT 1';

const AttendeeRow = z.object({
  role: z.string(),
  from_name: text,
  count: z.int().nullable(),
  precision: Precision.nullable(),
});
const attendeeSql = `SELECT attendance.role, coalesce(person.name, body.name, organisation.name) AS from_name, attendance.count, attendance.precision
FROM attendance LEFT JOIN person ON person.id = attendance.person_id LEFT JOIN body ON body.id = attendance.body_id
LEFT JOIN organisation ON organisation.id = attendance.organisation_id
WHERE attendance.meeting_id = :meetingId ORDER BY attendance.id`;

const DistributionRow = z.object({ what: MeetingPaper, recipient: z.string(), sent_on: z.string() });
const distributionSql = `SELECT what, recipient, sent_on FROM distribution WHERE meeting_id = :meetingId AND status = 'sent'
ORDER BY sent_on, what, recipient LIMIT 500`;

/** One meeting with its people and papers. @throws AppError NOT_FOUND */
export function getMeeting(sql: Statements, meetingId: MeetingId): MeetingDetails {
  const row = sql.get(DetailRow, detailSql, { meetingId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  const request = sql.get(RequestRow, requestSql, { meetingId });
  return {
    ...meetingOf(row),
    lines: row.line_count,
    projectId: row.project_id,
    place: named(row.place_id, row.place_name, row.place_code),
    preferredFormat: row.preferred_format,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    heldAsSaid: row.held_as_said,
    heldReason: row.held_reason,
    impression: row.impression,
    note: row.note,
    calendarSequence: row.calendar_sequence,
    isSent: meetingState({ sql }, meetingId).is_sent === 1,
    follows: row.follows_id === null ? null : { id: row.follows_id, title: row.follows_title ?? '', on: row.follows_on },
    continuedBy: sql.all(LaterRow, laterSql, { meetingId }).map(({ id, title, on_day: on }) => ({ id, title, on })),
    request: request === undefined ? null : { id: request.id, wording: request.wording, askedOn: request.asked_on },
    purposes: sql.all(PurposeRow, purposeSql, { meetingId }).map((item) => item.purpose),
    roles: readRoles(sql, meetingId),
    ...readInvitations(sql, { meetingId }),
    attendees: sql
      .all(AttendeeRow, attendeeSql, { meetingId })
      .map(({ role, from_name: from, count, precision }) => ({ role, from, count, precision })),
    agenda: readAgenda(sql, meetingId),
    sheets: readSheets(sql, { meetingId }),
    distributions: sql
      .all(DistributionRow, distributionSql, { meetingId })
      .map(({ what, recipient, sent_on: sentOn }) => ({ what, recipient, sentOn })),
    contactListCount: row.contact_list_count,
  };
}
