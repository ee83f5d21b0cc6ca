import { z } from 'zod';
import { MeetingDetails, MeetingFormat, MeetingRole } from '../../../../shared/contract/meetings.ts';
import { MeetingId } from '../../../../shared/model/ids.ts';
import { LocalisedText, type Language } from '../../../../shared/model/text.ts';
import { Precision } from '../../../../shared/model/vague.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { agreedActions } from './agreed-actions.ts';
import { MeetingColumns, meetingColumns, meetingJoins, meetingOf } from './list-meetings.ts';
import { readMinutes } from './read-minutes.ts';

const shape = MeetingDetails.shape;
const DetailRow = MeetingColumns.extend({
  preferred_format: MeetingFormat.nullable(),
  starts_at: z.string().nullable(),
  ends_at: z.string().nullable(),
  impression: z.string().nullable(),
  follows_id: MeetingId.nullable(),
  follows_title: z.string().nullable(),
  follows_on: z.string().nullable(),
  contact_list_count: z.int(),
});
const detailSql = `SELECT ${meetingColumns}, meeting.preferred_format, meeting.starts_at, meeting.ends_at, meeting.impression,
  earlier.id AS follows_id, earlier.title AS follows_title, coalesce(earlier.held_on, earlier.planned_sort_on) AS follows_on,
  (SELECT count(*) FROM contact_list_entry WHERE contact_list_entry.meeting_id = meeting.id) AS contact_list_count
FROM meeting ${meetingJoins} LEFT JOIN meeting AS earlier ON earlier.id = meeting.follows_meeting_id
WHERE meeting.id = :meetingId`;

const PurposeRow = z.object({ purpose: z.string() });
const purposeSql = 'SELECT purpose FROM meeting_purpose WHERE meeting_id = :meetingId ORDER BY ordinal';

const RoleRow = z.object({ role: MeetingRole, who: z.string() });
const roleSql = `SELECT meeting_role.role, coalesce(person.name || coalesce(', ' || organisation.name, ''), organisation.name, '') AS who
FROM meeting_role LEFT JOIN person ON person.id = meeting_role.person_id LEFT JOIN organisation ON organisation.id = meeting_role.organisation_id
WHERE meeting_role.meeting_id = :meetingId ORDER BY meeting_role.id`;

const InvitationRow = z.object({ who: z.string(), status: shape.invitations.element.shape.status, sent_on: z.string().nullable() });
const invitationSql = `SELECT coalesce(person.name, organisation.name, place.name, '') AS who, meeting_invitation.status, meeting_invitation.sent_on
FROM meeting_invitation LEFT JOIN person ON person.id = meeting_invitation.person_id
LEFT JOIN organisation ON organisation.id = meeting_invitation.organisation_id LEFT JOIN place ON place.id = meeting_invitation.place_id
WHERE meeting_invitation.meeting_id = :meetingId ORDER BY who`;

const AttendeeRow = z.object({
  role: z.string(),
  from_name: z.string().nullable(),
  count: z.int().nullable(),
  precision: Precision.nullable(),
});
const attendeeSql = `SELECT attendance.role, coalesce(person.name, body.name, organisation.name) AS from_name, attendance.count, attendance.precision
FROM attendance LEFT JOIN person ON person.id = attendance.person_id LEFT JOIN body ON body.id = attendance.body_id
LEFT JOIN organisation ON organisation.id = attendance.organisation_id
WHERE attendance.meeting_id = :meetingId ORDER BY attendance.id`;

const AgendaRow = z.object({ id: z.string(), ordinal: z.int(), title: z.string(), presenter: z.string().nullable() });
const agendaSql = `SELECT agenda_item.id, agenda_item.ordinal, agenda_item.title, coalesce(person.name, organisation.name) AS presenter
FROM agenda_item LEFT JOIN person ON person.id = agenda_item.presenter_person_id
LEFT JOIN organisation ON organisation.id = agenda_item.presenter_organisation_id
WHERE agenda_item.meeting_id = :meetingId ORDER BY agenda_item.ordinal`;

const SheetRow = z.object({ id: z.string(), version: z.int(), sent_on: z.string().nullable() });
/** A sheet belongs to one meeting or to a whole round. */
const sheetSql = `SELECT id, version, sent_on FROM question_sheet
WHERE meeting_id = :meetingId OR (meeting_id IS NULL AND round_id = (SELECT round_id FROM meeting WHERE id = :meetingId)) ORDER BY version DESC`;
const SheetQuestionRow = z.object({ sheet_id: z.string(), wording: z.string(), was_discussed: z.int().nullable() });
const sheetQuestionSql = `SELECT sheet_id, wording, was_discussed FROM sheet_question
WHERE sheet_id IN (SELECT value FROM json_each(:ids)) ORDER BY sheet_id, ordinal`;

const DistributionRow = z.object({ what: shape.distributions.element.shape.what, recipient: z.string(), sent_on: z.string() });
const distributionSql =
  'SELECT what, recipient, sent_on FROM distribution WHERE meeting_id = :meetingId ORDER BY sent_on, what, recipient LIMIT 500';

/** One meeting with its minutes, people, papers and promises. @throws AppError NOT_FOUND */
export function getMeeting(sql: Statements, meetingId: MeetingId, language: Language): MeetingDetails {
  const row = sql.get(DetailRow, detailSql, { meetingId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return {
    ...meetingOf(row),
    preferredFormat: row.preferred_format,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    impression: row.impression,
    follows: row.follows_id === null ? null : { id: row.follows_id, title: row.follows_title ?? '', on: row.follows_on },
    purposes: sql.all(PurposeRow, purposeSql, { meetingId }).map((item) => item.purpose),
    roles: sql.all(RoleRow, roleSql, { meetingId }),
    invitations: sql.all(InvitationRow, invitationSql, { meetingId }).map(({ who, status, sent_on: sentOn }) => ({ who, status, sentOn })),
    attendees: sql
      .all(AttendeeRow, attendeeSql, { meetingId })
      .map(({ role, from_name: from, count, precision }) => ({ role, from, count, precision })),
    agenda: sql.all(AgendaRow, agendaSql, { meetingId }),
    lines: readMinutes(sql, meetingId, language),
    sheets: readSheets(sql, meetingId),
    distributions: sql
      .all(DistributionRow, distributionSql, { meetingId })
      .map(({ what, recipient, sent_on: sentOn }) => ({ what, recipient, sentOn })),
    contactListCount: row.contact_list_count,
    actions: agreedActions(sql, meetingId, 'all'),
    earlierActions: row.follows_id === null ? [] : agreedActions(sql, row.follows_id, 'open'),
  };
}

function readSheets(sql: Statements, meetingId: MeetingId): MeetingDetails['sheets'] {
  const sheets = sql.all(SheetRow, sheetSql, { meetingId });
  const rows = sql.all(SheetQuestionRow, sheetQuestionSql, { ids: JSON.stringify(sheets.map((sheet) => sheet.id)) });
  const questions = Map.groupBy(rows, (question) => question.sheet_id);
  return sheets.map((sheet) => ({
    version: sheet.version,
    sentOn: sheet.sent_on,
    questions: (questions.get(sheet.id) ?? []).map((question) => ({
      wording: LocalisedText.parse(JSON.parse(question.wording)),
      wasDiscussed: question.was_discussed === null ? null : question.was_discussed === 1,
    })),
  }));
}
