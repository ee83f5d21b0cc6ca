import { z } from 'zod';
import { MeetingFormat, MeetingKind, MeetingRole, MeetingStatus } from '../../../../shared/contract/meeting-terms.ts';
import { MeetingId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import { counted, heldDate, HeldDate, Precision, VagueDate, type Counted } from '../../../../shared/model/vague.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { mayPublish, mayShare } from './may-share.ts';
import type { MeetingTime } from './when.ts';

const text = z.string().nullable();

const Row = z.object({
  id: MeetingId,
  title: z.string(),
  kind: MeetingKind,
  kind_name: text,
  status: MeetingStatus,
  language: Language.catch('nb'),
  format: MeetingFormat,
  venue: text,
  place: text,
  place_id: text,
  series_id: text,
  planned_as_said: text,
  planned_sort_on: text,
  planned_precision: VagueDate.shape.precision.catch(null),
  held_on: text,
  held_precision: HeldDate.shape.precision.nullable(),
  held_as_said: text,
  starts_at: text,
  ends_at: text,
  gap_reason: text,
  calendar_sequence: z.int(),
  is_first_of_kind: z.int(),
  follows: text,
  attendance_count: z.int().nullable(),
  attendance_precision: Precision.nullable(),
  attendance_as_said: text,
});
const meetingSql = `SELECT meeting.id, meeting.title, meeting.kind, meeting.kind_name, meeting.status, meeting.language, meeting.format,
  meeting.venue, place.name AS place, meeting.place_id, meeting_round.series_id, meeting.planned_as_said, meeting.planned_sort_on,
  meeting.planned_precision, meeting.held_on, meeting.held_precision, meeting.held_as_said, meeting.starts_at, meeting.ends_at,
  meeting.gap_reason, meeting.calendar_sequence, meeting.is_first_of_kind, earlier.title AS follows, meeting.attendance_count,
  meeting.attendance_precision, meeting.attendance_as_said
FROM meeting LEFT JOIN place ON place.id = meeting.place_id LEFT JOIN meeting_round ON meeting_round.id = meeting.round_id
LEFT JOIN meeting AS earlier ON earlier.id = meeting.follows_meeting_id WHERE meeting.id = :meetingId`;

const PurposeRow = z.object({ purpose: z.string() });
const purposeSql = 'SELECT purpose FROM meeting_purpose WHERE meeting_id = :meetingId ORDER BY ordinal';

const RoleRow = z.object({
  role: MeetingRole,
  person_id: text,
  person: text,
  person_email: text,
  person_phone: text,
  person_contact: text,
  contact_route: z.enum(['direct', 'coordinator']).nullable(),
  consented_on: text,
  withdrawn_on: text,
  entry_consented_on: text,
  entry_withdrawn_on: text,
  organisation: text,
  organisation_email: text,
  organisation_phone: text,
  organisation_contact: text,
});
/** A person without an organisation in the role stands for the one they were of on the day. */
const roleSql = `SELECT meeting_role.role, person.id AS person_id, person.name AS person, person.email AS person_email,
  person.phone AS person_phone, person.contact AS person_contact, person.contact_route,
  person.contact_consented_on AS consented_on,
  person.contact_withdrawn_on AS withdrawn_on, contact_list_entry.consented_on AS entry_consented_on,
  contact_list_entry.withdrawn_on AS entry_withdrawn_on, organisation.name AS organisation, organisation.email AS organisation_email,
  organisation.phone AS organisation_phone, organisation.contact AS organisation_contact
FROM meeting_role LEFT JOIN person ON person.id = meeting_role.person_id
LEFT JOIN contact_list_entry ON contact_list_entry.meeting_id = meeting_role.meeting_id AND contact_list_entry.person_id = person.id
LEFT JOIN organisation ON organisation.id = coalesce(meeting_role.organisation_id, (
  SELECT person_role.organisation_id FROM person_role WHERE person_role.person_id = meeting_role.person_id
    AND person_role.organisation_id IS NOT NULL AND (person_role.valid_from IS NULL OR person_role.valid_from <= :day)
    AND (person_role.valid_to IS NULL OR person_role.valid_to > :day) ORDER BY person_role.valid_from DESC LIMIT 1))
WHERE meeting_role.meeting_id = :meetingId ORDER BY meeting_role.id`;

const AgendaRow = z.object({
  id: z.string(),
  title: z.string(),
  starts_at: text,
  note: text,
  presenter_as_said: text,
  presenter_organisation: text,
  presenter_person: text,
  presenter_person_id: text,
});
const agendaSql = `SELECT agenda_item.id, agenda_item.title, agenda_item.starts_at, agenda_item.note, agenda_item.presenter_as_said,
  organisation.name AS presenter_organisation, person.name AS presenter_person, agenda_item.presenter_person_id
FROM agenda_item LEFT JOIN organisation ON organisation.id = agenda_item.presenter_organisation_id
LEFT JOIN person ON person.id = agenda_item.presenter_person_id
WHERE agenda_item.meeting_id = :meetingId ORDER BY agenda_item.ordinal, agenda_item.id`;

/** How to reach somebody. */
export interface Reach {
  readonly email: string | null;
  readonly phone: string | null;
  /** As it was written down, where it is neither. */
  readonly other: string | null;
}

/** Somebody in a role. Who is reached through the coordinator [R21] is nobody to turn to, but in that role. */
export interface RolePerson {
  readonly id: string;
  readonly name: string;
  /** Anybody may be told to turn to them: invitations and calendar files go to people who were never in a meeting with them. */
  readonly isPublic: boolean;
  /** Those who were at this meeting may. */
  readonly isShared: boolean;
  readonly reach: Reach;
}

export interface RoleFact {
  readonly role: MeetingRole;
  readonly person: RolePerson | null;
  readonly organisation: { readonly name: string; readonly reach: Reach } | null;
}

export interface AgendaFact {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string | null;
  readonly note: string | null;
  /** In words, or an organisation. */
  readonly presenter: string | null;
  readonly presenterPerson: { readonly id: string; readonly name: string } | null;
}

/** What papers say about a meeting. */
export interface MeetingFacts {
  readonly id: MeetingId;
  readonly title: string;
  readonly kind: MeetingKind;
  readonly kindName: string | null;
  readonly status: MeetingStatus;
  readonly language: Language;
  readonly format: MeetingFormat;
  readonly venue: string | null;
  readonly place: string | null;
  readonly placeId: string | null;
  readonly seriesId: string | null;
  readonly time: MeetingTime;
  readonly gapReason: string | null;
  readonly sequence: number;
  readonly isFirstOfKind: boolean;
  readonly follows: string | null;
  readonly attendance: Counted | null;
  readonly attendanceAsSaid: string | null;
  readonly purposes: readonly string[];
  readonly roles: readonly RoleFact[];
  readonly agenda: readonly AgendaFact[];
}

/** @throws AppError NOT_FOUND */
export function readMeeting(sql: Statements, meetingId: string): MeetingFacts {
  const row = sql.get(Row, meetingSql, { meetingId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  const day = row.held_on ?? row.planned_sort_on ?? '9999';
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    kindName: row.kind_name,
    status: row.status,
    language: row.language,
    format: row.format,
    venue: row.venue,
    place: row.place,
    placeId: row.place_id,
    seriesId: row.series_id,
    time: {
      planned: { asSaid: row.planned_as_said, sortOn: row.planned_sort_on, precision: row.planned_precision },
      held: heldDate(row.held_on, row.held_precision),
      heldAsSaid: row.held_as_said,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
    },
    gapReason: row.gap_reason,
    sequence: row.calendar_sequence,
    isFirstOfKind: row.is_first_of_kind === 1,
    follows: row.follows,
    attendance: counted(row.attendance_count, row.attendance_precision),
    attendanceAsSaid: row.attendance_as_said,
    purposes: sql.all(PurposeRow, purposeSql, { meetingId }).map(({ purpose }) => purpose),
    roles: sql.all(RoleRow, roleSql, { meetingId, day }).map(toRole),
    agenda: sql.all(AgendaRow, agendaSql, { meetingId }).map(toAgenda),
  };
}

function toRole(row: z.infer<typeof RoleRow>): RoleFact {
  const { person_id: id, person, organisation } = row;
  const consent = { consentedOn: row.consented_on, withdrawnOn: row.withdrawn_on, ofMeeting: entryOf(row) };
  const isToTurnTo = row.contact_route !== 'coordinator' || row.role === 'coordinator';
  return {
    role: row.role,
    person:
      id === null
        ? null
        : {
            id,
            name: person ?? '',
            isPublic: isToTurnTo && mayPublish(consent),
            isShared: isToTurnTo && mayShare(consent),
            reach: reachOf(row.person_email, row.person_phone, row.person_contact),
          },
    organisation:
      organisation === null
        ? null
        : { name: organisation, reach: reachOf(row.organisation_email, row.organisation_phone, row.organisation_contact) },
  };
}

/** What somebody said about the contact list of one meeting, from its two columns. */
export function entryOf(row: { readonly entry_consented_on: string | null; readonly entry_withdrawn_on: string | null }) {
  const { entry_consented_on: consentedOn, entry_withdrawn_on: withdrawnOn } = row;
  return consentedOn === null ? null : { consentedOn, withdrawnOn };
}

function toAgenda(row: z.infer<typeof AgendaRow>): AgendaFact {
  return {
    id: row.id,
    title: row.title,
    startsAt: row.starts_at,
    note: row.note,
    presenter: row.presenter_as_said ?? row.presenter_organisation,
    presenterPerson: row.presenter_person_id === null ? null : { id: row.presenter_person_id, name: row.presenter_person ?? '' },
  };
}

const address = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\]+$/u;

/** Columns as a way to reach somebody. An address that was written down among other words counts when it is nothing but one. */
export function reachOf(email: string | null, phone: string | null, contact: string | null): Reach {
  const written = contact?.trim() ?? '';
  const own = [email?.trim() ?? '', written].find((candidate) => address.test(candidate)) ?? null;
  return {
    email: own,
    phone: phone === null || phone.trim() === '' ? null : phone.trim(),
    other: written === '' || written === own ? null : written,
  };
}
