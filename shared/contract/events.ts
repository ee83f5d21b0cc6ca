import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';

/** What a change can be about. A query names no topics; the client derives them from the method's feature. */
export const topics = [
  'workspace',
  'places',
  'organisations',
  'projects',
  'questionnaires',
  'interviews',
  'coding',
  'themes',
  'texts',
  'codebook',
  'quotes',
  'framework',
  'patterns',
  'agreement',
  'suggestions',
  'meetings',
  'findings',
  'actions',
  'observations',
  'analysis',
  'reports',
  'exchange',
  'privacy',
  'history',
] as const;
export const Topic = z.enum(topics);
export type Topic = z.infer<typeof Topic>;

/** The named deed behind a change, for the status line and for "Undo: …". */
export const Deed = z.strictObject({
  seq: z.int(),
  labelId: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Deed = z.infer<typeof Deed>;

/** One ordered stream per workspace. A client that sees a gap in seq treats everything as stale. */
export const RostEvent = z.discriminatedUnion('type', [
  z.strictObject({ seq: z.int(), type: z.literal('hello'), fingerprint: z.string() }),
  z.strictObject({
    seq: z.int(),
    type: z.literal('changed'),
    topics: z.array(Topic),
    windowId: z.string(),
    at: z.string(),
    deed: Deed.nullable(),
    verb: z.enum(['done', 'undone', 'redone']),
  }),
  z.strictObject({
    seq: z.int(),
    type: z.literal('job'),
    jobId: z.string(),
    labelId: z.string(),
    done: z.number(),
    of: z.number(),
    state: z.enum(['running', 'done', 'failed', 'cancelled']),
  }),
  z.strictObject({
    seq: z.int(),
    type: z.literal('workspace'),
    state: z.enum(['ready', 'closed', 'read-only', 'backup-made', 'unsaved']),
    at: z.string(),
  }),
]);
export type RostEvent = z.infer<typeof RostEvent>;
/** An event before the stream has numbered it. */
export type RostEventBody = RostEvent extends infer E ? (E extends RostEvent ? Omit<E, 'seq'> : never) : never;

export const events = {
  /** Everything that happens from now on, beginning with a hello that carries the contract's fingerprint. */
  subscribe: oc
    .$meta({ kind: 'session' as const, touches: [], undo: null })
    .input(z.strictObject({}))
    .output(eventIterator(RostEvent)),
};
