import { z } from 'zod';
import { MeetingRole } from '../../../../shared/contract/meeting-terms.ts';
import type { MeetingDetails } from '../../../../shared/contract/meetings.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { meetingState } from './write-meeting.ts';

const text = z.string().nullable();
const HolderRow = z.object({ id: z.string(), role: MeetingRole, who: z.string(), person_id: text, organisation_id: text });
const holderSql = `SELECT meeting_role.id, meeting_role.role, coalesce(person.name || coalesce(', ' || organisation.name, ''), organisation.name, '') AS who,
  meeting_role.person_id, meeting_role.organisation_id
FROM meeting_role LEFT JOIN person ON person.id = meeting_role.person_id LEFT JOIN organisation ON organisation.id = meeting_role.organisation_id
WHERE meeting_role.meeting_id = :meetingId ORDER BY meeting_role.id`;

/** The roles of a meeting and who has each: a person with their organisation, or an organisation. */
export function readRoles(sql: Statements, meetingId: string): MeetingDetails['roles'] {
  return sql
    .all(HolderRow, holderSql, { meetingId })
    .map(({ id, role, who, person_id: personId, organisation_id: organisationId }) => ({ id, role, who, personId, organisationId }));
}

const RoleRow = z.object({ meeting_id: z.string(), role: z.string() });

/** Gives a person, an organisation, or a person of an organisation a role. @throws AppError NOT_FOUND also when nobody is named */
export function addRole(
  { sql, workspace, operation }: Pick<Call, 'sql' | 'workspace' | 'operation'>,
  given: { meetingId: string; role: MeetingRole; personId: string | null; organisationId: string | null },
): { id: string } {
  if (given.personId === null && given.organisationId === null) throw new AppError('NOT_FOUND');
  operation.label({
    role: given.role.replace('process-guide', 'processGuide'),
    title: cut(meetingState({ sql }, given.meetingId).title),
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
  operation.label({ role: row.role.replace('process-guide', 'processGuide'), title: cut(meetingState({ sql }, row.meeting_id).title) });
  sql.run('DELETE FROM meeting_role WHERE id = :id', { id });
}
