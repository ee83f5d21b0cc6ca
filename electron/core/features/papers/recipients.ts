import { z } from 'zod';
import type { Invitation } from '../../../../shared/contract/meetings.ts';
import type { InvitationForm, MeetingRecipients, Recipient, RecipientRef, SentKind } from '../../../../shared/contract/papers.ts';
import type { MeetingId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { readInvitations } from '../meetings/read-invitations.ts';
import { readSheets } from '../meetings/sheets.ts';
import { eventStateOf } from './calendar.ts';
import { presentAt } from './present.ts';
import { readMeeting, reachOf } from './read-meeting.ts';
import { sharedPeople } from './read-people.ts';

const text = z.string().nullable();
const WhoRow = z.object({ name: z.string(), of_name: z.string(), email: text, contact: text, language: text });

/** Name, organisation, address and language of each kind of recipient, in one shape. */
const whoSql: Readonly<Record<RecipientRef['kind'], string>> = {
  person: `SELECT person.name, coalesce((SELECT organisation.name FROM person_role JOIN organisation ON organisation.id = person_role.organisation_id
    WHERE person_role.person_id = person.id AND person_role.valid_to IS NULL ORDER BY person_role.valid_from DESC LIMIT 1), '') AS of_name,
    person.email, person.contact, person.language FROM person WHERE person.id = :id`,
  organisation: "SELECT name, '' AS of_name, email, contact, NULL AS language FROM organisation WHERE id = :id",
  // A municipality that was invited as a place is written to where its own organisation is.
  place: `SELECT place.name, '' AS of_name, organisation.email, organisation.contact, NULL AS language FROM place
    LEFT JOIN organisation ON organisation.place_id = place.id AND organisation.kind = 'municipality' WHERE place.id = :id LIMIT 1`,
  body: `SELECT body.name, '' AS of_name, organisation.email, organisation.contact, NULL AS language FROM body
    LEFT JOIN organisation ON organisation.id = body.organisation_id WHERE body.id = :id`,
};

const LastRow = z.object({
  recipient: z.string(),
  person_id: text,
  organisation_id: text,
  status: z.enum(['prepared', 'sent']),
  sent_on: z.string(),
});
const lastSql = `SELECT recipient, person_id, organisation_id, status, sent_on FROM distribution
WHERE meeting_id = :meetingId AND what = :what AND (format LIKE 'welcome-next/%') = :isWelcome ORDER BY sent_on, id LIMIT 5000`;

/** Who somebody is, for an address. @throws AppError NOT_FOUND */
export function recipientName(
  sql: Statements,
  ref: RecipientRef,
): { readonly name: string; readonly of: string; readonly email: string | null } {
  const row = whoOf(sql, ref);
  return { name: row.name, of: row.of_name, email: reachOf(row.email, null, row.contact).email };
}

function whoOf(sql: Statements, { kind, id }: RecipientRef): z.infer<typeof WhoRow> {
  const row = sql.get(WhoRow, whoSql[kind], { id });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row;
}

/** A recipient as one key; two references to one person are one. */
export function refKey({ kind, id }: RecipientRef): string {
  return `${kind} ${id}`;
}

/** Who a kind of paper can go to: those invited, those who missed it, or those who were there. @throws AppError NOT_FOUND */
export function meetingRecipients(sql: Statements, meetingId: MeetingId, what: SentKind, form: InvitationForm): MeetingRecipients {
  const meeting = readMeeting(sql, meetingId);
  const invitations = readInvitations(sql, { meetingId }).invitations;
  const isWelcome = what === 'invitation' && form === 'welcome-next';
  const refs = isAttendeesOnly(what)
    ? presentAt(sql, meetingId)
    : invitations.filter((one) => !isWelcome || one.came === false).flatMap(refOf);
  const byRef = new Map(invitations.flatMap((one) => refOf(one).map((ref) => [refKey(ref), one] as const)));
  const last = lastOf(sql, meetingId, what, isWelcome);
  const recipients = distinct(refs).map((ref): Omit<Recipient, 'isSuggested'> => {
    const who = whoOf(sql, ref);
    const invitation = byRef.get(refKey(ref)) ?? null;
    return {
      ref,
      name: who.name,
      of: ref.kind === 'person' ? (invitation?.organisation?.name ?? who.of_name) : '',
      language: invitation?.language ?? Language.safeParse(who.language).data ?? meeting.language,
      email: reachOf(who.email, null, who.contact).email,
      invitation: invitation?.status ?? null,
      last: last(ref, who.name),
    };
  });
  return {
    meetingId,
    title: meeting.title,
    language: meeting.language,
    status: meeting.status,
    event: eventStateOf(meeting),
    hasContent: hasContent(sql, meetingId, what),
    recipients: suggested(recipients),
  };
}

/** The paper a meeting's state asks for: invited to, asked about, written up. @throws AppError NOT_FOUND */
export function nextPaper(sql: Statements, meetingId: MeetingId): SentKind {
  switch (readMeeting(sql, meetingId).status) {
    case 'in-session':
    case 'held':
    case 'minutes-sent':
    case 'changed-after-sending':
      return 'minutes';
    case 'invited':
    case 'questions-sent':
      return hasContent(sql, meetingId, 'question-sheet') ? 'question-sheet' : 'invitation';
    default:
      return 'invitation';
  }
}

/** Minutes and contact lists go to those who were at that meeting alone. */
export function isAttendeesOnly(what: string): boolean {
  return what === 'minutes' || what === 'contact-list';
}

function refOf({ person, organisation, place }: Invitation): RecipientRef[] {
  if (person !== null) return [{ kind: 'person', id: person.id }];
  if (organisation !== null) return [{ kind: 'organisation', id: organisation.id }];
  return place === null ? [] : [{ kind: 'place', id: place.id }];
}

function distinct(refs: readonly RecipientRef[]): RecipientRef[] {
  return [...new Map(refs.map((ref) => [refKey(ref), ref])).values()];
}

/** Everybody who has not had it yet and has not said no; once all have had it, all who have not said no. */
function suggested(recipients: readonly Omit<Recipient, 'isSuggested'>[]): Recipient[] {
  const wanted = recipients.filter(({ invitation }) => invitation !== 'declined');
  const waiting = wanted.filter(({ last }) => last?.status !== 'sent');
  const chosen = new Set(waiting.length > 0 ? waiting : wanted);
  return recipients.map((recipient) => ({ ...recipient, isSuggested: chosen.has(recipient) }));
}

function lastOf(
  sql: Statements,
  meetingId: string,
  what: string,
  isWelcome: boolean,
): (ref: RecipientRef, name: string) => Recipient['last'] {
  const rows = sql.all(LastRow, lastSql, { meetingId, what, isWelcome: isWelcome ? 1 : 0 });
  return ({ kind, id }, name) => {
    const own = rows.findLast((row) => {
      if (kind === 'person') return row.person_id === id;
      if (kind === 'organisation') return row.organisation_id === id && row.person_id === null;
      return row.person_id === null && row.organisation_id === null && row.recipient === name;
    });
    return own === undefined ? null : { status: own.status, on: own.sent_on };
  };
}

function hasContent(sql: Statements, meetingId: MeetingId, what: SentKind): boolean {
  switch (what) {
    case 'invitation':
      return true;
    case 'question-sheet':
      return (readSheets(sql, { meetingId })[0]?.questions.length ?? 0) > 0;
    case 'minutes':
      return (
        sql.get(z.object({ id: z.string() }), 'SELECT id FROM minute_line WHERE meeting_id = :meetingId LIMIT 1', { meetingId }) !==
        undefined
      );
    case 'contact-list':
      return sharedPeople(sql, meetingId).length > 0;
  }
}
