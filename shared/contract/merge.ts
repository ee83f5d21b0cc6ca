import { z } from 'zod';
import { Ticket } from '../model/ids.ts';
import { StoredText } from '../model/text.ts';
import { topics } from './events.ts';
import { job, session } from './kit.ts';
import { Passphrase } from './workspace.ts';

const Params = z.record(z.string(), z.union([z.string(), z.number()]));

/**
 * both-changed: one thing was given different values. deleted-here: they use or changed what was removed here. deleted-there: they
 * removed what was changed here. same-code: two persons were given the same code; "theirs" says that they are one.
 */
export const ConflictKind = z.enum(['both-changed', 'deleted-here', 'deleted-there', 'same-code']);
export type ConflictKind = z.infer<typeof ConflictKind>;

/** What stands on one side: words, or the message that says it (a reason, "removed"). */
const Side = z.strictObject({ text: z.string(), message: z.string().nullable() });
export type Side = z.infer<typeof Side>;

/** Something a person has to decide. The same two files always give the same ids. */
export const MergeConflict = z.strictObject({
  id: z.string(),
  kind: ConflictKind,
  /** Message id of the kind of thing ("answer", "theme"), and what it is called. */
  thing: z.string(),
  name: z.string(),
  /** Message id of the part that differs, or null for the whole thing. */
  part: z.string().nullable(),
  mine: Side,
  theirs: Side,
  mineBy: z.string(),
  mineAt: z.string(),
  theirsBy: z.string(),
  theirsAt: z.string(),
  /** A text: a third wording may be typed. */
  canType: z.boolean(),
});
export type MergeConflict = z.infer<typeof MergeConflict>;

export const MergeChoice = z.discriminatedUnion('take', [
  z.strictObject({ take: z.literal('mine') }),
  z.strictObject({ take: z.literal('theirs') }),
  z.strictObject({ take: z.literal('other'), text: StoredText }),
]);
export type MergeChoice = z.infer<typeof MergeChoice>;

/** What merging a copy would do. Nothing has been written. */
export const MergeReport = z.strictObject({
  /** Of both files as they stand; carrying out asks for it, so that nothing else is carried out than what was shown. */
  fingerprint: z.string(),
  /** Who worked in the copy since the two parted, with how many steps. */
  people: z.array(z.strictObject({ name: z.string(), steps: z.int() })),
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  /** Rows by kind of thing; empty when there is nothing new. */
  counts: z.array(z.strictObject({ thing: z.string(), added: z.int(), changed: z.int(), removed: z.int() })),
  conflicts: z.array(MergeConflict),
  /** What is done by rule and worth knowing: codes given anew, removals not carried out. */
  notices: z.array(z.strictObject({ message: z.string(), params: Params })),
  /** Choices made the last time these two files were looked at. */
  choices: z.record(z.string(), MergeChoice),
});
export type MergeReport = z.infer<typeof MergeReport>;

const Copy = { ticket: Ticket, passphrase: Passphrase.pipe(z.string().max(1000)).optional() };
const Progress = z.strictObject({ stage: z.enum(['reading', 'comparing', 'saving']), done: z.int(), of: z.int() });
const fileErrors = [
  'TICKET_UNKNOWN',
  'NOT_A_WORKSPACE',
  'WORKSPACE_NEWER',
  'WORKSPACE_DAMAGED',
  'WRONG_PASSPHRASE',
  'MERGE_STRANGER',
] as const;

export const merge = {
  /** Holds an uploaded copy of this workspace against it, and writes nothing. */
  look: job({
    input: z.strictObject(Copy),
    progress: Progress,
    output: MergeReport,
    errors: [...fileErrors],
    touches: [],
    undo: null,
  }),
  /** Keeps the choices made so far, for the next time these two files are looked at. */
  keepChoices: session({
    input: z.strictObject({ fingerprint: z.string(), choices: z.record(z.string(), MergeChoice) }),
    output: z.strictObject({}),
  }),
  /** Takes over what the copy has, as one operation. A conflict without a choice keeps mine. */
  carryOut: job({
    input: z.strictObject({ ...Copy, fingerprint: z.string(), choices: z.record(z.string(), MergeChoice) }),
    progress: Progress,
    output: z.strictObject({ added: z.int(), changed: z.int(), removed: z.int() }),
    errors: [...fileErrors, 'STALE', 'BACKUP_BAD'],
    touches: [...topics],
    undo: 'merge.carryOut.undo',
  }),
  /** Throws an uploaded copy away. */
  discard: session({ input: z.strictObject({ ticket: Ticket }), output: z.strictObject({}) }),
};
