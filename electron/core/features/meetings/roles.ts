import { z } from 'zod';
import type { MeetingRole } from '../../../../shared/contract/meeting-terms.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { cutText } from '../interviews/answer-words.ts';
import { meetingState } from './write-meeting.ts';

const RoleRow = z.object({ meeting_id: z.string(), role: z.string() });

/** Gives a person, an organisation, or a person of an organisation a role. @throws AppError NOT_FOUND also when nobody is named */
export function addRole(
  { sql, workspace, operation }: Pick<Call, 'sql' | 'workspace' | 'operation'>,
  given: { meetingId: string; role: MeetingRole; personId: string | null; organisationId: string | null },
): { id: string } {
  if (given.personId === null && given.organisationId === null) throw new AppError('NOT_FOUND');
  operation.label({
    role: given.role.replace('process-guide', 'processGuide'),
    title: cutText(meetingState({ sql }, given.meetingId).title),
  });
  const id = workspace.newId();
  sql.insert('meeting_role', {
    id,
    meeting_id: given.meetingId,
    role: given.role,
    person_id: given.personId,
    organisation_id: given.organisationId,
  });
  return { id };
}

/** @throws AppError NOT_FOUND */
export function removeRole({ sql, operation }: Pick<Call, 'sql' | 'operation'>, id: string): void {
  const row = sql.get(RoleRow, 'SELECT meeting_id, role FROM meeting_role WHERE id = :id', { id });
  if (row === undefined) throw new AppError('NOT_FOUND');
  operation.label({ role: row.role.replace('process-guide', 'processGuide'), title: cutText(meetingState({ sql }, row.meeting_id).title) });
  sql.run('DELETE FROM meeting_role WHERE id = :id', { id });
}
