import { z } from 'zod';
import { OutcomeKind, type Outcomes } from '../../../../shared/contract/minutes-after.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { writeObservation } from '../observations/write-observation.ts';
import { shortened } from '../themes/theme-terms.ts';
import { findMeeting, noteChange } from './meeting-row.ts';

const Row = z.object({ id: z.string(), kind: OutcomeKind, title: z.string(), body: z.string().nullable() });
const listSql = `SELECT id, kind, title, body FROM observation
WHERE meeting_id = :meetingId AND kind IN ('outcome', 'new-contact') ORDER BY kind DESC, id LIMIT 200`;

/** What came of a meeting beside its actions: contacts made, other outcomes, and the impression it left. @throws AppError NOT_FOUND */
export function readOutcomes(sql: Statements, meetingId: string): Outcomes {
  const { language } = findMeeting(sql, meetingId);
  const impression = sql.get(z.object({ impression: z.string().nullable() }), 'SELECT impression FROM meeting WHERE id = :meetingId', {
    meetingId,
  });
  return { language, impression: impression?.impression ?? null, outcomes: sql.all(Row, listSql, { meetingId }) };
}

/** Keeps the impression a meeting left. It is one person's, and says so. @throws AppError NOT_FOUND */
export function setImpression({ sql, operation }: Call, input: { readonly meetingId: string; readonly impression: string | null }): void {
  const meeting = findMeeting(sql, input.meetingId);
  operation.mergeWith(`minutes-impression:${meeting.id}`);
  operation.label({ title: shortened(meeting.title) });
  const impression = input.impression === '' ? null : input.impression;
  sql.run('UPDATE meeting SET impression = :impression WHERE id = :id AND impression IS NOT :impression', { id: meeting.id, impression });
  noteChange(sql, meeting);
}

/** Writes an outcome or a new contact. @throws AppError NOT_FOUND */
export function addOutcome(
  call: Call,
  input: { readonly meetingId: string; readonly kind: OutcomeKind; readonly title: string },
): { id: string } {
  const meeting = findMeeting(call.sql, input.meetingId);
  call.operation.label({ what: shortened(input.title) });
  const id = writeObservation(call, {
    kind: input.kind,
    title: input.title,
    projectId: meeting.project_id,
    meetingId: meeting.id,
    placeId: meeting.place_id,
    language: meeting.language,
    saidOn: meeting.held_on,
  });
  noteChange(call.sql, meeting);
  return { id };
}

const Standing = z.object({ meeting_id: z.string(), title: z.string(), is_worked_on: z.int() });

function requireOutcome(sql: Statements, id: string): z.infer<typeof Standing> {
  const row = sql.get(
    Standing,
    `SELECT meeting_id, title, (body IS NOT NULL OR coalesce(status, 'new') <> 'new' OR (SELECT count(*) FROM observation_event WHERE observation_id = :id) > 1
       OR EXISTS (SELECT 1 FROM action WHERE observation_id = :id)) AS is_worked_on
     FROM observation WHERE id = :id AND kind IN ('outcome', 'new-contact') AND meeting_id IS NOT NULL`,
    { id },
  );
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row;
}

/** Rewords an outcome. @throws AppError NOT_FOUND */
export function changeOutcome({ sql, operation }: Call, { id, title }: { readonly id: string; readonly title: string }): void {
  const standing = requireOutcome(sql, id);
  operation.label({ what: shortened(title) });
  sql.run('UPDATE observation SET title = :title WHERE id = :id AND title <> :title', { id, title });
  noteChange(sql, findMeeting(sql, standing.meeting_id));
}

/** Takes an outcome away; one that somebody has worked on since stays and is answered by its title. @throws AppError NOT_FOUND */
export function removeOutcome({ sql, operation }: Call, id: string): { kept: string[] } {
  const standing = requireOutcome(sql, id);
  if (standing.is_worked_on === 1) return { kept: [shortened(standing.title)] };
  operation.label({ what: shortened(standing.title) });
  sql.run('DELETE FROM observation_event WHERE observation_id = :id', { id });
  sql.run('DELETE FROM observation WHERE id = :id', { id });
  noteChange(sql, findMeeting(sql, standing.meeting_id));
  return { kept: [] };
}
