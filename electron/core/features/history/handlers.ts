import { z } from 'zod';
import type { contract } from '../../../../shared/contract/index.ts';
import type { Deed as WireDeed } from '../../../../shared/contract/events.ts';
import type { Deed } from '../../db/operations.ts';
import type { Handlers } from '../../rpc/call.ts';

const EntryRow = z.object({
  seq: z.int(),
  at: z.string(),
  actor: z.string(),
  label_id: z.string(),
  label_params: z.string(),
  kind: z.string(),
  is_undone: z.int(),
  is_undoable: z.int(),
  changes: z.int(),
});

// While some project is coded blind, the names of others' steps of coding would tell what they have coded; a memo's name is its words.
const listSql = `
SELECT op.seq, op.at, coalesce(actor.name, '') AS actor, op.label_id, op.label_params, op.kind, op.undone_by IS NOT NULL AS is_undone,
  op.is_undoable, (SELECT count(*) FROM op_change WHERE op_seq = op.seq) AS changes
FROM op LEFT JOIN actor ON actor.id = op.actor_id
WHERE op.seq < :before AND (op.actor_id = :actorId
  OR NOT (op.kind GLOB 'coding.*' OR op.kind GLOB 'autocode.*' OR op.kind GLOB 'suggestions.*' OR op.kind GLOB 'agreement.*'
    OR op.kind IN ('minutes.code', 'texts.writeMemo', 'texts.removeMemo'))
  OR NOT EXISTS (SELECT 1 FROM coding_setting WHERE is_blind = 1))
ORDER BY op.seq DESC LIMIT :limit`;

/** The log's deed in the form that goes over the wire. */
export function wireDeed(deed: Deed): WireDeed {
  return { seq: deed.seq, labelId: deed.labelId, params: { ...deed.params } };
}

export const historyHandlers: Handlers<typeof contract.history> = {
  next: ({ workspace, actorId, windowId }) => {
    const source = { actorId, windowId };
    const undo = workspace.operations.nextUndo(source);
    const redo = workspace.operations.nextRedo(source);
    return { undo: undo === null ? null : wireDeed(undo), redo: redo === null ? null : wireDeed(redo) };
  },
  undo: ({ workspace, actorId, windowId }, input) => {
    workspace.assertInPlace();
    return { undone: wireDeed(workspace.operations.undo({ actorId, windowId }, input.seq)) };
  },
  redo: ({ workspace, actorId, windowId }) => {
    workspace.assertInPlace();
    return { redone: wireDeed(workspace.operations.redo({ actorId, windowId })) };
  },
  list: ({ sql, actorId }, input) => {
    const rows = sql.all(EntryRow, listSql, { before: input.before ?? Number.MAX_SAFE_INTEGER, limit: input.limit, actorId });
    return {
      entries: rows.map((row) => ({
        seq: row.seq,
        at: row.at,
        actor: row.actor,
        labelId: row.label_id,
        // Written by the operation log from scalar parameters only.
        params: JSON.parse(row.label_params) as Record<string, string | number>,
        kind: row.kind,
        isUndone: row.is_undone === 1,
        isUndoable: row.is_undoable === 1,
        changes: row.changes,
      })),
    };
  },
};
