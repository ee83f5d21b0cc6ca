import { z } from 'zod';
import type { InvitationStatus } from '../../../../shared/contract/meeting-terms.ts';
import { Language } from '../../../../shared/model/text.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { draftInvitations, type Invitee } from './draft-invitations.ts';
import { roundMeetings } from './list-meetings.ts';
import { invitationsSent } from './mark-sent.ts';
import { readInvitations } from './read-invitations.ts';

type Writing = Pick<Call, 'sql' | 'workspace' | 'operation'>;
const Meeting = z.object({ title: z.string(), language: Language });
const Round = z.object({ name: z.string() });
const Row = z.object({ id: z.string(), meeting_id: z.string(), sent_on: z.string().nullable() });
const rowsSql = 'SELECT id, meeting_id, sent_on FROM meeting_invitation WHERE id IN (SELECT value FROM json_each(:ids))';

/** Puts organisations, people and places on the list as drafts. @throws AppError NOT_FOUND */
export function invite(
  call: Writing,
  meetingId: string,
  who: { readonly organisationIds: readonly string[]; readonly personIds: readonly string[]; readonly placeIds: readonly string[] },
): { added: number } {
  const meeting = call.sql.get(Meeting, 'SELECT title, language FROM meeting WHERE id = :meetingId', { meetingId });
  if (meeting === undefined) throw new AppError('NOT_FOUND');
  call.operation.label({ title: cut(meeting.title), count: who.organisationIds.length + who.personIds.length + who.placeIds.length });
  const nobody = { organisationId: null, personId: null, placeId: null };
  const invitees: Invitee[] = [
    ...who.organisationIds.map((organisationId) => ({ ...nobody, organisationId })),
    ...who.personIds.map((personId) => ({ ...nobody, personId })),
    ...who.placeIds.map((placeId) => ({ ...nobody, placeId })),
  ];
  return { added: draftInvitations(call, meetingId, invitees, meeting.language) };
}

/**
 * Those whom a round's meetings missed are put on the lists of another's: on the meeting in the place they were asked to, else on all of
 * them, so that they can choose. @throws AppError NOT_FOUND
 */
export function inviteMissed(call: Writing, fromRoundId: string, toRoundId: string): { added: number } {
  const { sql } = call;
  const round = sql.get(Round, 'SELECT name FROM meeting_round WHERE id = :toRoundId', { toRoundId });
  if (round === undefined) throw new AppError('NOT_FOUND');
  call.operation.label({ name: cut(round.name) });
  const { missed } = readInvitations(sql, { roundId: fromRoundId }).coverage;
  const meetings = roundMeetings(sql, toRoundId).filter(({ held, status }) => held === null && status !== 'cancelled');
  let added = 0;
  for (const { organisationId, personId, placeId } of missed) {
    const near = meetings.filter((meeting) => meeting.placeId !== null && meeting.placeId === placeId);
    for (const meeting of near.length === 0 ? meetings : near)
      added += draftInvitations(call, meeting.id, [{ organisationId, personId, placeId }], meeting.language);
  }
  return { added };
}

/** Marks many at once. What is sent takes its meeting along. @throws AppError NOT_FOUND */
export function markInvitations(call: Writing, ids: readonly string[], status: InvitationStatus, on: string): void {
  const { sql } = call;
  const rows = sql.all(Row, rowsSql, { ids: JSON.stringify(ids) });
  if (rows.length !== new Set(ids).size) throw new AppError('NOT_FOUND');
  call.operation.label({ count: rows.length, status });
  if (status === 'sent') {
    for (const [meetingId, ofMeeting] of Map.groupBy(rows, (row) => row.meeting_id))
      invitationsSent(
        call,
        meetingId,
        ofMeeting.map(({ id }) => id),
        on,
      );
    return;
  }
  const isUnsent = status === 'draft' || status === 'prepared';
  const isAnswer = status === 'accepted' || status === 'declined';
  for (const row of rows)
    sql.run('UPDATE meeting_invitation SET status = :status, sent_on = :sentOn, answered_on = :answeredOn WHERE id = :id', {
      id: row.id,
      status,
      sentOn: isUnsent ? null : row.sent_on,
      answeredOn: isAnswer ? on : null,
    });
}

/** Words beside an invitation, its language, and whom the letter is addressed to. @throws AppError NOT_FOUND */
export function changeInvitation(
  { sql, operation }: Writing,
  { id, note, language, personId }: { id: string; note: string | null; language: string | null; personId: string | null },
): void {
  operation.mergeWith(`meeting-invitation/${id}`);
  operation.label({});
  const set = 'UPDATE meeting_invitation SET note = :note, language = :language, person_id = :personId WHERE id = :id';
  if (sql.run(set, { id, note, language, personId }) === 0) throw new AppError('NOT_FOUND');
}

/** @throws AppError NOT_FOUND */
export function removeInvitations({ sql, operation }: Writing, ids: readonly string[]): void {
  operation.label({ count: ids.length });
  const removed = sql.run('DELETE FROM meeting_invitation WHERE id IN (SELECT value FROM json_each(:ids))', { ids: JSON.stringify(ids) });
  if (removed !== new Set(ids).size) throw new AppError('NOT_FOUND');
}
