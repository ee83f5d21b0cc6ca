import { z } from 'zod';
import type { Coverage, Invitation } from '../../../../shared/contract/meetings.ts';
import { InvitationStatus } from '../../../../shared/contract/meeting-terms.ts';
import { MeetingId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import { coverageOf, takenUp, type Asked, type Present } from './coverage.ts';
import { named } from './names.ts';

const text = z.string().nullable();
const InvitationRow = z.object({
  id: z.string(),
  meeting_id: MeetingId,
  organisation_id: text,
  organisation: text,
  organisation_place: text,
  person_id: text,
  person: text,
  place_id: text,
  place: text,
  place_kind: text,
  status: InvitationStatus,
  sent_on: text,
  answered_on: text,
  language: Language.nullable(),
  note: text,
});
/** Which meetings are asked about: one, or those of a round. */
const ofMeetings = '(meeting.id = :meetingId OR meeting.round_id = :roundId)';
const invitationSql = `SELECT invitation.id, invitation.meeting_id, invitation.organisation_id, organisation.name AS organisation,
  seat.name AS organisation_place, invitation.person_id, person.name AS person, invitation.place_id, place.name AS place,
  place.kind AS place_kind, invitation.status, invitation.sent_on, invitation.answered_on, invitation.language, invitation.note
FROM meeting JOIN meeting_invitation AS invitation ON invitation.meeting_id = meeting.id
LEFT JOIN organisation ON organisation.id = invitation.organisation_id LEFT JOIN place AS seat ON seat.id = organisation.place_id
LEFT JOIN person ON person.id = invitation.person_id LEFT JOIN place ON place.id = invitation.place_id
WHERE ${ofMeetings} ORDER BY coalesce(organisation.name, person.name, place.name), person.name, invitation.id LIMIT 2000`;

const PresentRow = z.object({ meeting_id: z.string(), person_id: text, organisation_id: text });
const presentSql = `SELECT attendance.meeting_id, attendance.person_id, attendance.organisation_id
FROM meeting JOIN attendance ON attendance.meeting_id = meeting.id WHERE ${ofMeetings} LIMIT 5000`;

/** An organisation and those it belongs to, nearest first; the first municipality among them with its place. */
const LineRow = z.object({ id: z.string(), kind: z.string(), place_id: text });
const lineSql = `WITH RECURSIVE line (id, depth) AS (SELECT :id, 0
  UNION SELECT organisation.parent_id, line.depth + 1 FROM organisation JOIN line ON organisation.id = line.id
  WHERE organisation.parent_id IS NOT NULL AND line.depth < 20)
SELECT organisation.id, organisation.kind, organisation.place_id FROM line JOIN organisation ON organisation.id = line.id ORDER BY line.depth`;

const HeldRow = z.object({ id: z.string() });
const heldSql = `SELECT id FROM meeting WHERE ${ofMeetings} AND (held_on IS NOT NULL OR status IN ('held', 'minutes-sent', 'changed-after-sending'))`;

/** Which meetings: one, or all of a round. */
export type Scope = { readonly meetingId: string } | { readonly roundId: string };

/** Everybody who was asked, with whether they came, and how far the invitations reached. */
export function readInvitations(sql: Statements, scope: Scope): { invitations: Invitation[]; coverage: Coverage } {
  const params = { meetingId: 'meetingId' in scope ? scope.meetingId : null, roundId: 'roundId' in scope ? scope.roundId : null };
  const rows = sql.all(InvitationRow, invitationSql, params);
  const lineOf = remember((id: string) => sql.all(LineRow, lineSql, { id }));
  const municipality = (organisationId: string | null): string | null =>
    organisationId === null ? null : (lineOf(organisationId).find(({ kind }) => kind === 'municipality')?.place_id ?? null);
  const asked = rows.map((row): Asked => toAsked(row, municipality(row.organisation_id)));
  const present = sql.all(PresentRow, presentSql, params).map((row): Present => ({
    meetingId: row.meeting_id,
    personId: row.person_id,
    organisationIds: row.organisation_id === null ? [] : lineOf(row.organisation_id).map(({ id }) => id),
    municipalityId: municipality(row.organisation_id),
  }));
  const held = new Set(sql.all(HeldRow, heldSql, params).map(({ id }) => id));
  const taken = takenUp(asked, present);
  return {
    invitations: rows.map((row) => toInvitation(row, held.has(row.meeting_id) ? taken.has(row.id) : null)),
    coverage: coverageOf(asked, present, held),
  };
}

function toAsked(row: z.infer<typeof InvitationRow>, municipalityId: string | null): Asked {
  const isPlaceAlone = row.organisation_id === null && row.person_id === null;
  return {
    id: row.id,
    meetingId: row.meeting_id,
    name: row.organisation ?? row.person ?? row.place ?? '',
    organisationId: row.organisation_id,
    personId: row.person_id,
    placeId: row.place_id,
    placeName: row.organisation_place ?? row.place,
    municipalityId: isPlaceAlone && row.place_kind === 'municipality' ? row.place_id : municipalityId,
  };
}

function toInvitation(row: z.infer<typeof InvitationRow>, came: boolean | null): Invitation {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    who: row.person ?? row.organisation ?? row.place ?? '',
    organisation: named(row.organisation_id, row.organisation, row.organisation_place),
    person: named(row.person_id, row.person),
    place: named(row.place_id, row.place),
    status: row.status,
    sentOn: row.sent_on,
    answeredOn: row.answered_on,
    language: row.language,
    note: row.note,
    came,
  };
}

function remember<T>(find: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const found = known.get(id) ?? find(id);
    known.set(id, found);
    return found;
  };
}
