import { z } from 'zod';
import type { contract } from '../../../../shared/contract/index.ts';
import type { Call, Handlers } from '../../rpc/call.ts';
import { addObservationStep } from '../observations/change-observation.ts';
import { placesOnSameGround } from './same-ground.ts';
import { todayOf } from '../projects/today.ts';
import { actionChoices, findActions, findMeetings } from './action-choices.ts';
import { addActionStep, changeAction, knownAction } from './change-action.ts';
import { countActions, getAction, listActions } from './list-actions.ts';
import { writeAction } from './write-action.ts';

export const actionsHandlers: Handlers<typeof contract.actions> = {
  list: (call, { due, limit, offset, today, placeIds, ...narrowed }) => {
    const scope = {
      ...narrowed,
      today: todayOf(call, today),
      placeIds: placeIds === undefined ? undefined : placesOnSameGround(call.workspace, placeIds),
    };
    const counts = countActions(call.sql, scope);
    return { actions: listActions(call.sql, { ...scope, due, limit, offset }), total: counts[due ?? 'all'], counts };
  },
  get: (call, { actionId, today }) => getAction(call.sql, actionId, todayOf(call, today)),
  choices: ({ sql }, { projectId }) => actionChoices(sql, projectId),
  find: ({ sql }, { text, limit }) => ({ hits: findActions(sql, text, limit) }),
  meetings: ({ sql }, input) => ({ hits: findMeetings(sql, input) }),
  create: (call, { today, agreedOn, ...fields }) => {
    const actionId = writeAction(call, { ...fields, agreedOn, today });
    const { code } = knownAction(call, actionId);
    call.operation.label({ code });
    if (typeof fields.observationId === 'string') takeUpIdea(call, fields.observationId, today, code);
    return { actionId, code };
  },
  change: (call, { actionId, fields }) => {
    changeAction(call, actionId, fields);
    return {};
  },
  setStatus: (call, { actionId, status, note, happenedOn, meetingId }) => {
    const known = knownAction(call, actionId);
    // ICU select keys hold no hyphens.
    call.operation.label({ code: known.code, status: status.replace('-', '') });
    if (known.status !== status || note !== undefined) addActionStep(call, actionId, { kind: status, happenedOn, note, meetingId });
    return { status };
  },
  review: (call, { actionId, bodyId, note, happenedOn, meetingId }) => {
    call.operation.label({ code: knownAction(call, actionId).code });
    addActionStep(call, actionId, { kind: 'reviewed', happenedOn, note, meetingId, bodyId });
    return {};
  },
  reportBack: (call, { actionId, toldOn, how, by, to, meetingId }) => {
    call.operation.label({ code: knownAction(call, actionId).code });
    const { projectId } = getAction(call.sql, actionId, toldOn);
    const row = { id: call.workspace.newId(), project_id: projectId, action_id: actionId, told_on: toldOn, how };
    call.sql.insert('report_back', { ...row, told_by: by, told_to: to, meeting_id: meetingId ?? null });
    return {};
  },
};

/** An idea that becomes an action is no longer new. */
function takeUpIdea(call: Call, observationId: string, today: string, code: string): void {
  const Status = z.object({ status: z.string().nullable() });
  const known = call.sql.get(Status, 'SELECT status FROM observation WHERE id = :observationId', { observationId });
  if (known?.status === 'new') addObservationStep(call, observationId, { status: 'taken-up', happenedOn: today, note: code });
}
