import { z } from 'zod';
import type { Statements } from '../../db/statements.ts';
import { mayPublish, mayShare } from './may-share.ts';
import { entryOf, reachOf, type Reach } from './read-meeting.ts';

const text = z.string().nullable();
const Row = z.object({
  person_id: z.string(),
  name: z.string(),
  role: z.string(),
  of_name: text,
  email: text,
  phone: text,
  contact: text,
  contact_route: z.enum(['direct', 'coordinator']),
  contact_consented_on: text,
  contact_withdrawn_on: text,
  entry_consented_on: text,
  entry_withdrawn_on: text,
});
const sqlText = `SELECT person.id AS person_id, person.name, attendance.role, coalesce(organisation.name, body.name) AS of_name, person.email,
  person.phone, person.contact, person.contact_route, person.contact_consented_on, person.contact_withdrawn_on,
  contact_list_entry.consented_on AS entry_consented_on, contact_list_entry.withdrawn_on AS entry_withdrawn_on
FROM attendance JOIN person ON person.id = attendance.person_id
LEFT JOIN organisation ON organisation.id = attendance.organisation_id LEFT JOIN body ON body.id = attendance.body_id
LEFT JOIN contact_list_entry ON contact_list_entry.meeting_id = attendance.meeting_id AND contact_list_entry.person_id = person.id
WHERE attendance.meeting_id = :meetingId ORDER BY person.name, attendance.id`;

/** Somebody who was at a meeting by name and said yes to the others there having their name and contact data. */
export interface SharedPerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** Organisation or body they came from. */
  readonly of: string | null;
  readonly route: 'direct' | 'coordinator';
  readonly reach: Reach;
}

/** Those of a meeting who may be named to each other [R19]: there by name, and agreed to it. Nobody else, from nowhere else. */
export function sharedPeople(sql: Statements, meetingId: string): SharedPerson[] {
  const people = new Map<string, SharedPerson>();
  for (const row of sql.all(Row, sqlText, { meetingId })) {
    const { contact_consented_on: consentedOn, contact_withdrawn_on: withdrawnOn } = row;
    if (!mayShare({ consentedOn, withdrawnOn, ofMeeting: entryOf(row) })) continue;
    // Somebody who was there in two roles is one person.
    if (people.has(row.person_id)) continue;
    people.set(row.person_id, {
      id: row.person_id,
      name: row.name,
      role: row.role,
      of: row.of_name,
      route: row.contact_route,
      reach: reachOf(row.email, row.phone, row.contact),
    });
  }
  return [...people.values()];
}

const PublicRow = z.object({ id: z.string(), contact_consented_on: text, contact_withdrawn_on: text });
const publicSql = `SELECT id, contact_consented_on, contact_withdrawn_on FROM person WHERE id IN (SELECT value FROM json_each(:ids))`;

/** Those of some people who may be named to anybody: papers that are no meeting's own go to people who never met them. */
export function publicPeople(sql: Statements, ids: readonly string[]): ReadonlySet<string> {
  const rows = sql.all(PublicRow, publicSql, { ids: JSON.stringify([...new Set(ids)]) });
  const may = rows.filter((row) =>
    mayPublish({ consentedOn: row.contact_consented_on, withdrawnOn: row.contact_withdrawn_on, ofMeeting: null }),
  );
  return new Set(may.map(({ id }) => id));
}
