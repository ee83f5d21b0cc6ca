import { z } from 'zod';
import type { RecipientRef } from '../../../../shared/contract/papers.ts';
import { MeetingId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { invitationsSent, sheetSent } from '../meetings/mark-sent.ts';
import { currentSheet } from '../meetings/sheets.ts';
import { assertPresent } from './present.ts';
import { isAttendeesOnly } from './recipients.ts';

const text = z.string().nullable();
const Row = z.object({
  id: z.string(),
  meeting_id: MeetingId,
  what: z.string(),
  recipient: z.string(),
  person_id: text,
  organisation_id: text,
  sheet_id: text,
  format: text,
});
type Row = z.infer<typeof Row>;
const preparedSql = `SELECT id, meeting_id, what, recipient, person_id, organisation_id, sheet_id, format FROM distribution
WHERE id IN (SELECT value FROM json_each(:ids)) AND status = 'prepared'`;

type Writing = Pick<Call, 'sql' | 'operation'>;

/**
 * Prepared papers have gone on an ISO day: invitations count as sent, a question sheet is frozen, and the meeting comes as far as that
 * takes it. What had gone before stays as it was. @throws AppError RECIPIENT_NOT_PRESENT
 */
export function markSent(call: Writing, ids: readonly string[], day: string): number {
  const { sql, operation } = call;
  const rows = sql.all(Row, preparedSql, { ids: JSON.stringify(ids) });
  operation.label({ n: rows.length });
  for (const [meetingId, papers] of Map.groupBy(rows, (row) => row.meeting_id)) {
    assertPresent(sql, meetingId, papers.filter(({ what }) => isAttendeesOnly(what)).flatMap(refOf));
    invited(call, meetingId, papers, day);
    asked(call, meetingId, papers, day);
    if (papers.some(({ what }) => what === 'minutes'))
      sql.run("UPDATE meeting SET status = 'minutes-sent' WHERE id = :meetingId AND status IN ('held', 'changed-after-sending')", {
        meetingId,
      });
  }
  sql.run(
    "UPDATE distribution SET status = 'sent', sent_on = :day WHERE id IN (SELECT value FROM json_each(:ids)) AND status = 'prepared'",
    {
      day,
      ids: JSON.stringify(ids),
    },
  );
  return rows.length;
}

/** Takes prepared papers out of the log; what was sent stays there. Whoever has no other invitation made is a draft again. */
export function discard({ sql, operation }: Writing, ids: readonly string[]): number {
  const invitations = sql.all(Row, preparedSql, { ids: JSON.stringify(ids) }).filter(isInvitation);
  const count = sql.run("DELETE FROM distribution WHERE id IN (SELECT value FROM json_each(:ids)) AND status = 'prepared'", {
    ids: JSON.stringify(ids),
  });
  for (const row of invitations) if (sql.get(OtherRow, otherSql, whoIn(row)) === undefined) sql.run(unpreparedSql, whoIn(row));
  operation.label({ n: count });
  return count;
}

/** A body has no column of its own in the log; that it was there was held when the paper was prepared. */
function refOf({ person_id: personId, organisation_id: organisationId }: Row): RecipientRef[] {
  if (personId !== null) return [{ kind: 'person', id: personId }];
  return organisationId === null ? [] : [{ kind: 'organisation', id: organisationId }];
}

const InvitationRow = z.object({ id: z.string() });
/** Places are logged by name alone. */
const invitationSql = `SELECT meeting_invitation.id FROM meeting_invitation LEFT JOIN place ON place.id = meeting_invitation.place_id
WHERE meeting_id = :meetingId AND CASE WHEN :personId IS NOT NULL THEN person_id = :personId
  WHEN :organisationId IS NOT NULL THEN organisation_id = :organisationId ELSE place.name = :recipient END`;
const unpreparedSql = `UPDATE meeting_invitation SET status = 'draft' WHERE status = 'prepared' AND id IN (${invitationSql})`;

const OtherRow = z.object({ id: z.string() });
const otherSql = `SELECT id FROM distribution WHERE meeting_id = :meetingId AND what = 'invitation' AND status = 'prepared'
  AND coalesce(format, '') NOT LIKE 'welcome-next/%' AND person_id IS :personId AND organisation_id IS :organisationId AND recipient = :recipient LIMIT 1`;

/** What invites to this meeting, not to the next. */
function isInvitation({ what, format }: Row): boolean {
  return what === 'invitation' && format?.startsWith('welcome-next/') !== true;
}

/** A row of the log as the parameters its invitation is found by. */
function whoIn({ meeting_id: meetingId, person_id: personId, organisation_id: organisationId, recipient }: Row) {
  return { meetingId, personId, organisationId, recipient };
}

function invited(call: Writing, meetingId: MeetingId, papers: readonly Row[], day: string): void {
  const invitations = papers.filter(isInvitation);
  if (invitations.length === 0) return;
  const ids = invitations.flatMap((row) => call.sql.all(InvitationRow, invitationSql, whoIn(row)).map(({ id }) => id));
  invitationsSent(call, meetingId, ids, day);
}

/** The sheet in force takes the meeting on; an older version that went all the same is frozen with its day. */
function asked(call: Writing, meetingId: MeetingId, papers: readonly Row[], day: string): void {
  const sheetIds = new Set(papers.flatMap(({ what, sheet_id: id }) => (what === 'question-sheet' && id !== null ? [id] : [])));
  if (sheetIds.size === 0) return;
  for (const id of sheetIds) freeze(call.sql, id, day);
  if (sheetIds.has(currentSheet(call.sql, { meetingId })?.id ?? '')) sheetSent(call, meetingId, day);
}

function freeze(sql: Statements, id: string, day: string): void {
  sql.run('UPDATE question_sheet SET sent_on = coalesce(sent_on, :day) WHERE id = :id', { id, day });
}
