import { z } from 'zod';
import type { Attendance, Attendee } from '../../../../shared/contract/minutes-after.ts';
import { counted, Precision, type Counted } from '../../../../shared/model/vague.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { mayShare } from '../papers/may-share.ts';
import { shortened } from '../themes/theme-terms.ts';
import { findMeeting, noteChange } from './meeting-row.ts';
import { named } from './named.ts';

const Row = z.object({
  id: z.string(),
  role: z.string(),
  organisation_id: z.string().nullable(),
  organisation: z.string().nullable(),
  body_id: z.string().nullable(),
  body: z.string().nullable(),
  person_id: z.string().nullable(),
  person: z.string().nullable(),
  count: z.int().nullable(),
  precision: Precision.nullable(),
  note: z.string().nullable(),
  consented_on: z.string().nullable(),
  withdrawn_on: z.string().nullable(),
  always_consented_on: z.string().nullable(),
  always_withdrawn_on: z.string().nullable(),
});
const rowSql = `SELECT attendance.id, attendance.role, organisation.id AS organisation_id, organisation.name AS organisation,
  body.id AS body_id, body.name AS body, person.id AS person_id, person.name AS person, attendance.count, attendance.precision, attendance.note,
  contact_list_entry.consented_on, contact_list_entry.withdrawn_on, person.contact_consented_on AS always_consented_on,
  person.contact_withdrawn_on AS always_withdrawn_on
FROM attendance LEFT JOIN organisation ON organisation.id = attendance.organisation_id LEFT JOIN body ON body.id = attendance.body_id
LEFT JOIN person ON person.id = attendance.person_id
LEFT JOIN contact_list_entry ON contact_list_entry.meeting_id = attendance.meeting_id AND contact_list_entry.person_id = attendance.person_id
WHERE attendance.meeting_id = :meetingId ORDER BY attendance.id LIMIT 500`;

const Total = z.object({
  attendance_count: z.int().nullable(),
  attendance_precision: Precision.nullable(),
  attendance_as_said: z.string().nullable(),
  attendance_reason: z.string().nullable(),
});
const totalSql = 'SELECT attendance_count, attendance_precision, attendance_as_said, attendance_reason FROM meeting WHERE id = :meetingId';

const Absent = z.object({ who: z.string() });
const absentSql = `SELECT coalesce(person.name, organisation.name) AS who FROM meeting_invitation
LEFT JOIN person ON person.id = meeting_invitation.person_id LEFT JOIN organisation ON organisation.id = meeting_invitation.organisation_id
WHERE meeting_invitation.meeting_id = :meetingId AND coalesce(person.name, organisation.name) IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM attendance WHERE attendance.meeting_id = :meetingId
  AND (attendance.person_id = meeting_invitation.person_id OR attendance.organisation_id = meeting_invitation.organisation_id))
ORDER BY who LIMIT 50`;

/** Who was there, by organisation and role, with the number for the whole as it was said. @throws AppError NOT_FOUND */
export function readAttendance(sql: Statements, meetingId: string): Attendance {
  const { language } = findMeeting(sql, meetingId);
  const total = sql.get(Total, totalSql, { meetingId });
  const attendees = sql.all(Row, rowSql, { meetingId }).map(toAttendee);
  return {
    language,
    attendees,
    total: {
      count: total?.attendance_count ?? null,
      precision: total?.attendance_precision ?? null,
      asSaid: total?.attendance_as_said ?? null,
      reason: total?.attendance_reason ?? null,
    },
    sum: sumOf(attendees.map(countOf)),
    absent: attendees.length === 0 ? [] : sql.all(Absent, absentSql, { meetingId }).map(({ who }) => who),
  };
}

function toAttendee(row: z.infer<typeof Row>): Attendee {
  return {
    id: row.id,
    role: row.role,
    organisation: named(row.organisation_id, row.organisation),
    body: named(row.body_id, row.body),
    person: named(row.person_id, row.person),
    count: row.count,
    precision: row.precision,
    note: row.note,
    contact: row.person_id === null ? null : contactOf(row),
  };
}

/** What holds for the contact list of this meeting: what was said about it, else what the person has said in general. */
function contactOf(row: z.infer<typeof Row>): Attendee['contact'] {
  const ofMeeting = row.consented_on === null ? null : { consentedOn: row.consented_on, withdrawnOn: row.withdrawn_on };
  const consentedOn = ofMeeting?.consentedOn ?? row.always_consented_on;
  if (consentedOn === null) return null;
  const isOn = mayShare({ consentedOn: row.always_consented_on, withdrawnOn: row.always_withdrawn_on, ofMeeting });
  return { consentedOn, withdrawnOn: isOn ? null : (ofMeeting?.withdrawnOn ?? row.always_withdrawn_on) };
}

/** A person by name is one, also without a number. */
function countOf({ count, precision, person }: Attendee): Counted | null {
  return count === null && person !== null ? { count: 1, precision: 'exact' } : counted(count, precision);
}

/** Rows added together, as sure as the least sure of them; null where one is missing or an average, which no sum may be made of. */
export function sumOf(counts: readonly (Counted | null)[]): Counted | null {
  let [sum, precision]: [number, Precision] = [0, 'exact'];
  if (counts.length === 0) return null;
  for (const one of counts) {
    if (one === null || !['exact', 'about', 'at-least'].includes(one.precision)) return null;
    sum += one.count;
    if (one.precision === 'about' || precision === 'about') precision = 'about';
    else if (one.precision === 'at-least') precision = 'at-least';
  }
  return { count: sum, precision };
}

interface PutInput {
  readonly meetingId: string;
  readonly id: string | null;
  readonly role: string;
  readonly organisationId: string | null;
  readonly bodyId: string | null;
  readonly personId: string | null;
  readonly count: number | null;
  readonly precision: Precision | null;
  readonly note: string | null;
}

const Standing = z.object({ meeting_id: z.string(), person_id: z.string().nullable(), role: z.string() });

/** Writes a row of who was there. @throws AppError NOT_FOUND for a row of another meeting */
export function putAttendee({ sql, operation, workspace }: Call, input: PutInput): { id: string } {
  const meeting = findMeeting(sql, input.meetingId);
  const id = input.id ?? workspace.newId();
  const standing = input.id === null ? undefined : requireAttendee(sql, id);
  if (standing !== undefined && standing.meeting_id !== meeting.id) throw new AppError('NOT_FOUND');
  operation.mergeWith(`minutes-attendee:${id}`);
  operation.label({ role: shortened(input.role), title: shortened(meeting.title) });
  const row = {
    role: input.role,
    organisation_id: input.organisationId,
    body_id: input.bodyId,
    person_id: input.personId,
    count: input.count,
    precision: input.count === null ? null : (input.precision ?? 'exact'),
    note: input.note,
  };
  if (standing === undefined) sql.insert('attendance', { id, meeting_id: meeting.id, ...row });
  else
    sql.run(
      `UPDATE attendance SET role = :role, organisation_id = :organisation_id, body_id = :body_id, person_id = :person_id, count = :count,
       precision = :precision, note = :note WHERE id = :id`,
      { ...row, id },
    );
  dropContact(sql, meeting.id, standing?.person_id ?? null);
  noteChange(sql, meeting);
  return { id };
}

function requireAttendee(sql: Statements, id: string): z.infer<typeof Standing> {
  const standing = sql.get(Standing, 'SELECT meeting_id, person_id, role FROM attendance WHERE id = :id', { id });
  if (standing === undefined) throw new AppError('NOT_FOUND');
  return standing;
}

/** Takes a row of who was there away, and the person's place on the contact list with it. @throws AppError NOT_FOUND */
export function removeAttendee({ sql, operation }: Call, id: string): void {
  const standing = requireAttendee(sql, id);
  const meeting = findMeeting(sql, standing.meeting_id);
  operation.label({ role: shortened(standing.role), title: shortened(meeting.title) });
  sql.run('DELETE FROM attendance WHERE id = :id', { id });
  dropContact(sql, meeting.id, standing.person_id);
  noteChange(sql, meeting);
}

/** Whoever was not at the meeting after all cannot stand on its contact list. */
function dropContact(sql: Statements, meetingId: string, personId: string | null): void {
  if (personId === null) return;
  sql.run(
    `DELETE FROM contact_list_entry WHERE meeting_id = :meetingId AND person_id = :personId
     AND NOT EXISTS (SELECT 1 FROM attendance WHERE meeting_id = :meetingId AND person_id = :personId)`,
    { meetingId, personId },
  );
}

/** The number for the whole meeting as it was said; nothing is worked out from it. @throws AppError NOT_FOUND */
export function setTotal({ sql, operation }: Call, input: { readonly meetingId: string } & Attendance['total']): void {
  const meeting = findMeeting(sql, input.meetingId);
  operation.mergeWith(`minutes-total:${meeting.id}`);
  operation.label({ title: shortened(meeting.title) });
  const { count, precision, asSaid, reason } = input;
  sql.run(
    `UPDATE meeting SET attendance_count = :count, attendance_precision = :precision, attendance_as_said = :asSaid, attendance_reason = :reason
     WHERE id = :id`,
    { id: meeting.id, count, precision: count === null ? null : (precision ?? 'exact'), asSaid, reason },
  );
  noteChange(sql, meeting);
}

const Always = z.object({ contact_consented_on: z.string().nullable() });

interface ContactInput {
  readonly meetingId: string;
  readonly personId: string;
  readonly isConsenting: boolean;
  /** ISO day it was said. */
  readonly on: string;
}

/** Puts somebody who was there on the meeting's contact list, or keeps that they took it back. @throws AppError NOT_FOUND for others */
export function setContact({ sql, operation, workspace }: Call, { meetingId, personId, isConsenting, on }: ContactInput): void {
  const meeting = findMeeting(sql, meetingId);
  const was = sql.get(
    z.object({ id: z.string() }),
    'SELECT id FROM attendance WHERE meeting_id = :meetingId AND person_id = :personId LIMIT 1',
    {
      meetingId,
      personId,
    },
  );
  if (was === undefined) throw new AppError('NOT_FOUND');
  operation.label({ title: shortened(meeting.title) });
  const place = { meetingId, personId, on };
  const set = isConsenting ? 'consented_on = :on, withdrawn_on = NULL' : 'withdrawn_on = :on';
  if (sql.run(`UPDATE contact_list_entry SET ${set} WHERE meeting_id = :meetingId AND person_id = :personId`, place) > 0) return;
  // A no to this meeting's list goes before a yes in general; who never said yes has nothing to take back.
  const always =
    sql.get(Always, 'SELECT contact_consented_on FROM person WHERE id = :personId', { personId })?.contact_consented_on ?? null;
  if (!isConsenting && always === null) return;
  sql.insert('contact_list_entry', {
    id: workspace.newId(),
    meeting_id: meetingId,
    person_id: personId,
    consented_on: isConsenting ? on : (always ?? on),
    withdrawn_on: isConsenting ? null : on,
  });
}
