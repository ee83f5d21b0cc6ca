import { z } from 'zod';
import { ActionStatus } from '../../../../shared/contract/actions.ts';
import type { contract } from '../../../../shared/contract/index.ts';
import { AppError } from '../../app-error.ts';
import type { Handlers } from '../../rpc/call.ts';
import { todayOf } from '../projects/today.ts';
import { countActions, listActions } from './list-actions.ts';

const Known = z.object({ code: z.string(), status: ActionStatus });

export const actionsHandlers: Handlers<typeof contract.actions> = {
  list: (call, input) => {
    const today = todayOf(call, input.today);
    const counts = countActions(call.sql, { projectId: input.projectId, today });
    const actions = listActions(call.sql, { projectId: input.projectId, due: input.due, today, limit: input.limit, offset: input.offset });
    return { actions, total: input.due === undefined ? counts.all : counts[input.due], counts };
  },
  setStatus: ({ sql, workspace, operation }, { actionId, status, note, happenedOn }) => {
    const known = sql.get(Known, 'SELECT code, status FROM action WHERE id = :actionId', { actionId });
    if (known === undefined) throw new AppError('NOT_FOUND');
    // ICU select keys hold no hyphens.
    operation.label({ code: known.code, status: status.replace('-', '') });
    if (known.status === status && note === undefined) return { status };
    sql.insert('action_event', { id: workspace.newId(), action_id: actionId, kind: status, happened_on: happenedOn, note: note ?? null });
    sql.run('UPDATE action SET status = :status WHERE id = :actionId', { status, actionId });
    return { status };
  },
};
