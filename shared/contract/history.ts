import { z } from 'zod';
import { Deed, topics } from './events.ts';
import { query, session } from './kit.ts';

export const HistoryEntry = z.strictObject({
  seq: z.int(),
  at: z.string(),
  actor: z.string(),
  labelId: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  kind: z.string(),
  isUndone: z.boolean(),
  isUndoable: z.boolean(),
  changes: z.int(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const history = {
  /** What Ctrl+Z and Ctrl+Shift+Z would do now in this window. */
  next: query({ input: z.strictObject({}), output: z.strictObject({ undo: Deed.nullable(), redo: Deed.nullable() }) }),
  /** Undoes the next step of this person in this window, or the one named. */
  undo: session({
    input: z.strictObject({ seq: z.int().positive().optional() }),
    output: z.strictObject({ undone: Deed }),
    errors: ['UNDO_CONFLICT', 'NOTHING_TO_UNDO'],
    touches: [...topics],
  }),
  redo: session({
    input: z.strictObject({}),
    output: z.strictObject({ redone: Deed }),
    errors: ['UNDO_CONFLICT', 'NOTHING_TO_UNDO'],
    touches: [...topics],
  }),
  /** The log, newest first. */
  list: query({
    input: z.strictObject({ before: z.int().positive().optional(), limit: z.int().min(1).max(200) }),
    output: z.strictObject({ entries: z.array(HistoryEntry) }),
  }),
};
