import { z } from 'zod';
import { ReleasedExhibit } from '../model/exhibit.ts';
import { ExhibitDefinition } from './exhibit-definition.ts';

export const MissingReason = z.enum([
  'not-asked',
  'not-applicable',
  'dont-know',
  'prefer-not-to-say',
  'skipped',
  'illegible',
  'not-recorded',
]);
export type MissingReason = z.infer<typeof MissingReason>;

/** A message and its parameters, to be put into words by whoever shows it. */
export const Sentence = z.strictObject({ id: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
export type Sentence = z.infer<typeof Sentence>;

/** Persons outside the percentages, by reason. Null: too few to say how many. `item` is a row's key in a battery. */
export const MissingCount = z.strictObject({ item: z.string().nullable(), reason: MissingReason, count: z.int().min(0).nullable() });
export type MissingCount = z.infer<typeof MissingCount>;

export const GateState = z.enum(['can-be-released', 'stopped', 'released', 'outdated']);
export type GateState = z.infer<typeof GateState>;

/** What the program may show of a table as it would leave it, and whether it may leave. */
export const ExhibitView = z.strictObject({
  released: ReleasedExhibit,
  gate: z.strictObject({
    state: GateState,
    /** The number a release would get now. */
    nextNumber: z.int(),
    /** The latest release of the same definition. */
    release: z.strictObject({ number: z.int(), releasedAt: z.string(), recipient: z.string().nullable() }).nullable(),
    /** Tables that could be shown or released instead of this one: `id` is a message, `params` say among other things how much each would hide (`hidden`). */
    waysOut: z
      .array(Sentence.extend({ definition: ExhibitDefinition }))
      .max(8)
      .optional(),
  }),
  findings: z.array(Sentence),
  missing: z.array(MissingCount),
  /** Persons interviewed within the selection; null in tables of rounds, and when that would tell how few did not answer. */
  persons: z.int().min(0).nullable(),
  plainReading: z.array(Sentence),
});
export type ExhibitView = z.infer<typeof ExhibitView>;

/** The counts as they are. For the hatched view only: never copied, printed or exported. */
export const InsideView = z.strictObject({
  state: z.literal('inside'),
  columns: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      /** Above the label, outermost first, as in the released table. */
      headings: z.array(z.string()).max(3).optional(),
      n: z.int().nullable(),
      /** Records in the group without an answer, by reason: with n they are all its records. Left out where rows have bases of their own. */
      missing: z.array(z.strictObject({ reason: MissingReason, count: z.int() })).optional(),
    }),
  ),
  rows: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      indent: z.int(),
      n: z.int().nullable(),
      cells: z.array(z.strictObject({ count: z.int(), percent: z.number().nullable(), isMarked: z.boolean() })),
    }),
  ),
  missing: z.array(z.strictObject({ item: z.string().nullable(), reason: MissingReason, count: z.int() })),
  /** Records within the selection: persons, or rounds in a table of rounds. Answers and reasons add up to them. */
  persons: z.int(),
});
export type InsideView = z.infer<typeof InsideView>;
