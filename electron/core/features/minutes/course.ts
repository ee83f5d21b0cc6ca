import { z } from 'zod';
import type { MeetingStatus } from '../../../../shared/contract/meetings.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { shortened } from '../themes/theme-terms.ts';
import { timeColumns, timesOf } from '../meetings/meeting-time.ts';
import { findMeeting, isOpen } from './meeting-row.ts';

/** The minutes are opened on the day: the meeting is under way. One that is over, or cancelled, stays as it is. @throws AppError NOT_FOUND */
export function beginMinutes({ sql, operation }: Call, meetingId: string): { status: MeetingStatus } {
  const meeting = findMeeting(sql, meetingId);
  operation.label({ title: shortened(meeting.title) });
  if (!isOpen(meeting) || meeting.status === 'in-session' || meeting.status === 'cancelled') return { status: meeting.status };
  sql.run("UPDATE meeting SET status = 'in-session' WHERE id = :meetingId", { meetingId });
  return { status: 'in-session' };
}

/**
 * The meeting was held that day: what was said in it, and what was agreed in its lines and stands as agreed, gets the day.
 * @throws AppError NOT_FOUND
 */
export function finishMinutes(
  { sql, operation }: Call,
  input: { readonly meetingId: string; readonly heldOn: string },
): { status: MeetingStatus } {
  const meeting = findMeeting(sql, input.meetingId);
  operation.label({ title: shortened(meeting.title) });
  if (!isOpen(meeting)) return { status: meeting.status };
  const { meetingId } = input;
  sql.run(
    `UPDATE meeting SET status = 'held', held_precision = CASE WHEN held_on IS NULL THEN 'day' ELSE held_precision END,
     held_on = coalesce(held_on, :heldOn) WHERE id = :meetingId`,
    input,
  );
  const day = { meetingId, on: meeting.held_on ?? input.heldOn };
  // The clock goes with the meeting to the day it was on.
  const clock = sql.get(Clock, 'SELECT starts_at, ends_at FROM meeting WHERE id = :meetingId', { meetingId });
  const times = timesOf(clock?.starts_at ?? null, clock?.ends_at ?? null);
  if (meeting.held_on === null && times !== null)
    sql.run('UPDATE meeting SET starts_at = :starts_at, ends_at = :ends_at WHERE id = :meetingId', {
      meetingId,
      ...timeColumns(input.heldOn, times),
    });
  sql.run("UPDATE text SET said_on = :on WHERE meeting_id = :meetingId AND kind = 'minutes' AND said_on IS NOT :on", day);
  sql.run('UPDATE observation SET said_on = :on WHERE meeting_id = :meetingId AND text_id IS NOT NULL AND said_on IS NULL', day);
  const lineActions = `SELECT action_id FROM minute_line WHERE meeting_id = :meetingId AND action_id IS NOT NULL`;
  sql.run(
    `UPDATE action_event SET happened_on = :on WHERE kind = 'agreed' AND happened_on <> :on
     AND action_id IN (SELECT id FROM action WHERE id IN (${lineActions}) AND status = 'agreed')`,
    day,
  );
  sql.run(`UPDATE action SET agreed_on = :on WHERE id IN (${lineActions}) AND status = 'agreed' AND agreed_on IS NOT :on`, day);
  return { status: 'held' };
}

const Clock = z.object({ starts_at: z.string().nullable(), ends_at: z.string().nullable() });

const Item = z.object({ title: z.string(), meeting_id: z.string() });

/** An item of the agenda is done, or is not after all. @throws AppError NOT_FOUND */
export function setItemDone({ sql, operation }: Call, { itemId, isDone }: { readonly itemId: string; readonly isDone: boolean }): void {
  const item = sql.get(Item, 'SELECT title, meeting_id FROM agenda_item WHERE id = :itemId', { itemId });
  if (item === undefined) throw new AppError('NOT_FOUND');
  operation.label({ item: shortened(item.title) });
  sql.run('UPDATE agenda_item SET is_done = :isDone WHERE id = :itemId AND is_done <> :isDone', { itemId, isDone: isDone ? 1 : 0 });
}
