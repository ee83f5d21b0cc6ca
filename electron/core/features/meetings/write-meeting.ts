import { z } from 'zod';
import type { MeetingFields } from '../../../../shared/contract/meetings-planning.ts';
import { MeetingStatus, type MeetingTimes } from '../../../../shared/contract/meeting-terms.ts';
import { MeetingId, type ProjectId } from '../../../../shared/model/ids.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { SqlParams } from '../../db/statements.ts';
import { givenColumns, updateRow } from '../../db/update-row.ts';
import type { Call } from '../../rpc/call.ts';
import { dayOf, timeColumns, timesOf, TimeRow } from './meeting-time.ts';
import { assertPlaceThen } from './place-then.ts';

type Writing = Pick<Call, 'sql' | 'workspace' | 'operation'>;
/** Fields as Zod hands them on: there with a value, or not there. */
export type GivenFields = { readonly [K in keyof MeetingFields]?: MeetingFields[K] | undefined };

const columns = {
  projectId: 'project_id',
  roundId: 'round_id',
  followsId: 'follows_meeting_id',
  kind: 'kind',
  kindName: 'kind_name',
  title: 'title',
  placeId: 'place_id',
  venue: 'venue',
  format: 'format',
  preferredFormat: 'preferred_format',
  gapReason: 'gap_reason',
  impression: 'impression',
  note: 'note',
  language: 'language',
  isFirstOfKind: 'is_first_of_kind',
} as const;

/** Fields that are saved while they are typed. */
const isTyped: ReadonlySet<string> = new Set(['title', 'kindName', 'venue', 'gapReason', 'impression', 'note']);

const StateRow = TimeRow.extend({
  title: z.string(),
  status: MeetingStatus,
  place_id: z.string().nullable(),
  venue: z.string().nullable(),
  starts_at: z.string().nullable(),
  ends_at: z.string().nullable(),
  planned_as_said: z.string().nullable(),
  calendar_sequence: z.int(),
  is_sent: z.int(),
});
type StateRow = z.infer<typeof StateRow>;
const stateSql = `SELECT title, status, place_id, venue, planned_as_said, planned_sort_on, planned_precision, held_on, held_precision, starts_at,
  ends_at, calendar_sequence,
  EXISTS (SELECT 1 FROM meeting_invitation WHERE meeting_id = meeting.id AND status NOT IN ('draft', 'prepared'))
    OR EXISTS (SELECT 1 FROM distribution WHERE meeting_id = meeting.id AND status = 'sent') AS is_sent
FROM meeting WHERE id = :meetingId`;

/** A meeting before it is written: its state, dates and whether anything has been sent out. @throws AppError NOT_FOUND */
export function meetingState({ sql }: Pick<Call, 'sql'>, meetingId: string): StateRow {
  const row = sql.get(StateRow, stateSql, { meetingId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row;
}

/** States a meeting can still be planned in. */
export const beforeIt: readonly MeetingStatus[] = ['requested', 'planned', 'invited', 'questions-sent'];

/** A new meeting, inside the caller's operation. @throws AppError PLACE_NOT_THEN, DATE_NEEDED */
export function insertMeeting(call: Pick<Call, 'sql' | 'workspace'>, projectId: ProjectId, fields: GivenFields): MeetingId {
  const id = MeetingId.parse(call.workspace.newId());
  const { planned, held, times, ...plain } = fields;
  const dates = { ...plannedColumns(planned ?? null), ...heldColumns(held ?? null) };
  assertPlaceThen(call.sql, fields.placeId ?? null, dates.held_on ?? dates.planned_sort_on);
  call.sql.insert('meeting', {
    id,
    ...givenColumns({ ...plain, projectId }, columns),
    ...dates,
    ...timeColumns(dayOf(dates), times ?? null),
    status: dates.held_on === null ? 'planned' : 'held',
  });
  return id;
}

/** Changes what is given, and moves the meeting when that is what it comes to. @throws AppError NOT_FOUND, PLACE_NOT_THEN, DATE_NEEDED */
export function changeMeeting(call: Writing, meetingId: string, fields: GivenFields): void {
  const before = meetingState(call, meetingId);
  const { planned, held, times: given, ...plain } = fields;
  const [field, ...more] = Object.keys(fields);
  // Typing in one field is one step, however often it is saved.
  if (field !== undefined && more.length === 0 && isTyped.has(field)) call.operation.mergeWith(`meeting/${meetingId}/${field}`);
  const row: SqlParams = {
    ...givenColumns(plain, columns),
    ...(planned === undefined ? {} : plannedColumns(planned)),
    ...(held === undefined ? {} : heldColumns(held)),
  };
  // The schema of a row holds every column of both; what is not given stays as it was.
  const after = StateRow.parse({ ...before, ...row });
  const times = movedTimes(before, after, given);
  if (plain.placeId !== undefined || planned !== undefined || held !== undefined)
    assertPlaceThen(call.sql, after.place_id, after.held_on ?? after.planned_sort_on);
  const all = { ...row, ...times, ...stateAfter(before, { ...after, ...times }) };
  const isMoved = all['calendar_sequence'] !== undefined;
  call.operation.label({ title: cut(after.title) }, isMoved ? 'meetings.move.undo' : 'meetings.change.undo');
  updateRow(call.sql, 'meeting', meetingId, all);
}

/** The clock follows the meeting to another day. Without a day there is no clock. @throws AppError DATE_NEEDED */
function movedTimes(before: StateRow, after: StateRow, given: MeetingTimes | null | undefined): ReturnType<typeof timeColumns> {
  const day = dayOf(after);
  if (given !== undefined) return timeColumns(day, given);
  const kept = timesOf(before.starts_at, before.ends_at);
  return day === null ? timeColumns(null, null) : timeColumns(day, kept);
}

/** A held date makes it held. Another time or place for what was sent out is a move: planned again, the next number in the calendar. */
function stateAfter(before: StateRow, after: StateRow): { status?: MeetingStatus; calendar_sequence?: number } {
  if (after.held_on !== null) return isOpen(before.status) ? { status: 'held' } : {};
  if (before.held_on !== null) return before.status === 'held' ? { status: 'planned' } : {};
  const isOtherTime =
    before.planned_sort_on !== after.planned_sort_on ||
    before.planned_as_said !== after.planned_as_said ||
    before.starts_at !== after.starts_at ||
    before.ends_at !== after.ends_at;
  const isOtherPlace = before.place_id !== after.place_id || before.venue !== after.venue;
  if (before.is_sent === 0 || before.status === 'cancelled' || !(isOtherTime || isOtherPlace)) return {};
  const next = { calendar_sequence: before.calendar_sequence + 1 };
  return isOtherTime ? { ...next, status: 'planned' } : next;
}

function isOpen(status: MeetingStatus): boolean {
  return beforeIt.includes(status) || status === 'in-session' || status === 'cancelled';
}

function plannedColumns(planned: MeetingFields['planned']) {
  return {
    planned_as_said: planned?.asSaid ?? null,
    planned_sort_on: planned?.sortOn ?? null,
    planned_precision: planned?.precision ?? null,
  };
}

function heldColumns(held: MeetingFields['held']) {
  return {
    held_on: held?.on ?? null,
    held_precision: held?.precision ?? null,
    held_as_said: held?.asSaid ?? null,
    held_reason: held?.reason ?? null,
  };
}
