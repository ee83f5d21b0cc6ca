import { z } from 'zod';
import { MeetingStatus } from '../../../../shared/contract/meeting-terms.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { currentSheet } from './sheets.ts';

type Writing = Pick<Call, 'sql'>;
const Status = z.object({ status: MeetingStatus });
/** How far a meeting has come before it is held; sending never takes it back. */
const steps: readonly MeetingStatus[] = ['requested', 'planned', 'invited', 'questions-sent'];

/** The invitations went out: they are sent on the ISO day, and the meeting is invited to. Those already answered stay so. Inside the caller's operation. */
export function invitationsSent(call: Writing, meetingId: string, invitationIds: readonly string[], on: string): void {
  call.sql.run(
    `UPDATE meeting_invitation SET status = CASE WHEN status IN ('accepted', 'declined') THEN status ELSE 'sent' END, sent_on = :on
     WHERE meeting_id = :meetingId AND id IN (SELECT value FROM json_each(:ids))`,
    { meetingId, on, ids: JSON.stringify(invitationIds) },
  );
  comeTo(call, meetingId, 'invited');
}

/**
 * The question sheet in force went out on the ISO day: it is frozen, and the meeting's questions are sent. Answers which sheet it was,
 * null when there is none. Inside the caller's operation.
 */
export function sheetSent(call: Writing, meetingId: string, on: string): string | null {
  // Callers have it from the contract, which says that it is a meeting's id.
  const sheet = currentSheet(call.sql, { meetingId } as Parameters<typeof currentSheet>[1]);
  if (sheet === undefined) return null;
  call.sql.run('UPDATE question_sheet SET sent_on = coalesce(sent_on, :on) WHERE id = :id', { id: sheet.id, on });
  comeTo(call, meetingId, 'questions-sent');
  return sheet.id;
}

function comeTo({ sql }: Writing, meetingId: string, status: MeetingStatus): void {
  const row = sql.get(Status, 'SELECT status FROM meeting WHERE id = :meetingId', { meetingId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  const at = steps.indexOf(row.status);
  if (at >= 0 && at < steps.indexOf(status)) sql.run('UPDATE meeting SET status = :status WHERE id = :meetingId', { meetingId, status });
}
