import { cut } from '../../../../shared/texts/index.ts';
import { z } from 'zod';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { beforeIt, meetingState } from './write-meeting.ts';

type Writing = Pick<Call, 'sql' | 'workspace' | 'operation'>;

/** Called off, with the reason; who had it in their calendar gets the next number. @throws AppError NOT_FOUND, ALREADY_HELD */
export function cancelMeeting(call: Writing, meetingId: string, reason: string): void {
  const before = meetingState(call, meetingId);
  call.operation.label({ title: cut(before.title) });
  if (!beforeIt.includes(before.status) && before.status !== 'cancelled') throw new AppError('ALREADY_HELD');
  const isNews = before.is_sent === 1 && before.status !== 'cancelled';
  call.sql.run("UPDATE meeting SET status = 'cancelled', gap_reason = :reason, calendar_sequence = :sequence WHERE id = :meetingId", {
    meetingId,
    reason,
    sequence: before.calendar_sequence + Number(isNews),
  });
}

/** What was called off or only asked for is planned. The reason stays: the gap was there. @throws AppError NOT_FOUND */
export function resumeMeeting(call: Writing, meetingId: string): void {
  const before = meetingState(call, meetingId);
  call.operation.label({ title: cut(before.title) });
  if (before.status !== 'cancelled' && before.status !== 'requested') return;
  const isNews = before.is_sent === 1 && before.status === 'cancelled';
  call.sql.run("UPDATE meeting SET status = 'planned', calendar_sequence = :sequence WHERE id = :meetingId", {
    meetingId,
    sequence: before.calendar_sequence + Number(isNews),
  });
}

const InUse = z.object({ n: z.int() });
const inUseSql = `SELECT (SELECT count(*) FROM distribution WHERE meeting_id = :id)
  + (SELECT count(*) FROM meeting_invitation WHERE meeting_id = :id AND status NOT IN ('draft', 'prepared'))
  + (SELECT count(*) FROM minute_line WHERE meeting_id = :id) + (SELECT count(*) FROM attendance WHERE meeting_id = :id)
  + (SELECT count(*) FROM contact_list_entry WHERE meeting_id = :id) + (SELECT count(*) FROM action WHERE meeting_id = :id)
  + (SELECT count(*) FROM meeting WHERE follows_meeting_id = :id) AS n`;

/** Takes away a meeting that has left no trace, with its plans. @throws AppError NOT_FOUND, IN_USE */
export function removeMeeting(call: Writing, meetingId: string): void {
  const before = meetingState(call, meetingId);
  call.operation.label({ title: cut(before.title) });
  if ((call.sql.get(InUse, inUseSql, { id: meetingId })?.n ?? 0) > 0) throw new AppError('IN_USE');
  const params = { id: meetingId };
  call.sql.run('DELETE FROM sheet_question WHERE sheet_id IN (SELECT id FROM question_sheet WHERE meeting_id = :id)', params);
  for (const table of ['question_sheet', 'meeting_invitation', 'agenda_item', 'meeting_purpose', 'meeting_role'])
    call.sql.run(`DELETE FROM ${table} WHERE meeting_id = :id`, params);
  // A request that it answered is unanswered again.
  call.sql.run("UPDATE meeting_request SET meeting_id = NULL, status = 'new' WHERE meeting_id = :id", params);
  try {
    call.sql.run('DELETE FROM meeting WHERE id = :id', params);
  } catch (error) {
    // Something else of the file points at it: a finding, a text, a report.
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY') throw new AppError('IN_USE');
    throw error;
  }
}

/** The whole list of purposes, in order. Empty ones are left out. @throws AppError NOT_FOUND */
export function setPurposes(call: Writing, meetingId: string, purposes: readonly string[]): void {
  call.operation.label({ title: cut(meetingState(call, meetingId).title) });
  call.sql.run('DELETE FROM meeting_purpose WHERE meeting_id = :meetingId', { meetingId });
  const kept = purposes.map((purpose) => purpose.trim()).filter((purpose) => purpose !== '');
  for (const [index, purpose] of kept.entries())
    call.sql.insert('meeting_purpose', { id: call.workspace.newId(), meeting_id: meetingId, ordinal: index + 1, purpose });
}
