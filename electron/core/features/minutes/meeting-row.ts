import { z } from 'zod';
import { MeetingStatus } from '../../../../shared/contract/meetings.ts';
import { MeetingId, ProjectId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';

const Row = z.object({
  id: MeetingId,
  project_id: ProjectId,
  title: z.string(),
  status: MeetingStatus,
  language: Language.catch('nb'),
  place_id: z.string().nullable(),
  held_on: z.string().nullable(),
});
export type MeetingRecord = z.infer<typeof Row>;

/** The meeting that is written about. @throws AppError NOT_FOUND */
export function findMeeting(sql: Statements, meetingId: string): MeetingRecord {
  const row = sql.get(Row, 'SELECT id, project_id, title, status, language, place_id, held_on FROM meeting WHERE id = :meetingId', {
    meetingId,
  });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row;
}

/** Whether the minutes are still being taken: marked lines and what they became are then kept in step. */
export function isOpen({ status }: Pick<MeetingRecord, 'status'>): boolean {
  return status !== 'held' && status !== 'minutes-sent' && status !== 'changed-after-sending';
}

/** Minutes that have been sent and are changed afterwards say so. */
export function noteChange(sql: Statements, { id }: Pick<MeetingRecord, 'id'>): void {
  sql.run("UPDATE meeting SET status = 'changed-after-sending' WHERE id = :id AND status = 'minutes-sent'", { id });
}
