import { z } from 'zod';
import { ActionStatus, type ActionFields } from '../../../../shared/contract/actions.ts';
import type { ActionId, MeetingId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import { givenColumns, updateRow, type Given } from '../../db/update-row.ts';
import type { Call } from '../../rpc/call.ts';

const columnOf = {
  wording: 'wording',
  language: 'language',
  projectId: 'project_id',
  meetingId: 'meeting_id',
  findingId: 'finding_id',
  observationId: 'observation_id',
  placeId: 'place_id',
  ownerOrganisationId: 'owner_organisation_id',
  ownerPersonId: 'owner_person_id',
  ownerAsSaid: 'owner_as_said',
  parties: 'parties',
  addressee: 'addressee',
  channel: 'channel',
  reviewingBodyId: 'reviewing_body_id',
  followUpMeetingId: 'follow_up_meeting_id',
  agreedOn: 'agreed_on',
  isExistingMeasure: 'is_existing_measure',
  result: 'result',
} as const;

const Known = z.object({ code: z.string(), status: ActionStatus });

/** The action's code and status. @throws AppError NOT_FOUND */
export function knownAction({ sql }: Pick<Call, 'sql'>, actionId: ActionId) {
  const known = sql.get(Known, 'SELECT code, status FROM action WHERE id = :actionId', { actionId });
  if (known === undefined) throw new AppError('NOT_FOUND');
  return known;
}

/** Writes what was changed in an action; the operation is named by its code. @throws AppError NOT_FOUND */
export function changeAction(call: Call, actionId: ActionId, { due, ...fields }: Given<ActionFields>): void {
  call.operation.label({ code: knownAction(call, actionId).code });
  const dueColumns = due === undefined ? {} : { due_as_said: due.asSaid, due_sort_on: due.sortOn, due_precision: due.precision };
  updateRow(call.sql, 'action', actionId, { ...givenColumns(fields, columnOf), ...dueColumns });
}

/** A step in an action's life. */
export interface ActionStep {
  readonly kind: ActionStatus | 'reviewed';
  /** ISO day. */
  readonly happenedOn: string;
  readonly note?: string | undefined;
  readonly meetingId?: MeetingId | undefined;
  readonly bodyId?: string | null | undefined;
}

/** Writes one step of an action's life inside the caller's operation; a new status is the action's from then on. */
export function addActionStep({ sql, workspace }: Pick<Call, 'sql' | 'workspace'>, actionId: ActionId, step: ActionStep): void {
  sql.insert('action_event', {
    id: workspace.newId(),
    action_id: actionId,
    kind: step.kind,
    happened_on: step.happenedOn,
    note: step.note === undefined || step.note.trim() === '' ? null : step.note.trim(),
    meeting_id: step.meetingId ?? null,
    body_id: step.bodyId ?? null,
  });
  if (step.kind !== 'reviewed') sql.run('UPDATE action SET status = :status WHERE id = :actionId', { status: step.kind, actionId });
}
