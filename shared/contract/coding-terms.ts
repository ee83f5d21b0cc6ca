import { z } from 'zod';
import { ActorId, CodingId, TextId, ThemeId } from '../model/ids.ts';

export const Polarity = z.enum(['positive', 'negative', 'mixed', 'neutral', 'suggestion']);
export type Polarity = z.infer<typeof Polarity>;
/** What a coding is about: one person's case, a service, or the system. */
export const Level = z.enum(['individual', 'service', 'system']);
export type Level = z.infer<typeof Level>;
export const Origin = z.enum(['coder', 'accepted-suggestion', 'search', 'import', 'consensus']);
export type Origin = z.infer<typeof Origin>;
export const Certainty = z.enum(['explicit', 'inferred']);
export type Certainty = z.infer<typeof Certainty>;
export const Missing = z.enum(['not-applicable', 'dont-know', 'prefer-not-to-say', 'skipped', 'illegible', 'not-asked', 'not-recorded']);
export type Missing = z.infer<typeof Missing>;

/** A theme on a text, by one coder. Offsets are UTF-16 units, the end exclusive; a whole answer runs from 0 to its length. */
export const Coding = z.strictObject({
  id: CodingId,
  themeId: ThemeId,
  isWhole: z.boolean(),
  start: z.int().min(0),
  end: z.int().min(1),
  certainty: Certainty,
  reason: z.string().nullable(),
  polarity: Polarity.nullable(),
  level: Level.nullable(),
  /** The service it is about. */
  serviceId: z.string().nullable(),
  origin: Origin,
  isDoubtful: z.boolean(),
  coderId: ActorId,
  coder: z.string(),
  coderInitials: z.string(),
  isMine: z.boolean(),
  /** Put by the consensus coder. */
  isConsensus: z.boolean(),
  /** Counted: a coder's own is not where the coders have settled a difference otherwise. */
  isCounted: z.boolean(),
  codedAt: z.string(),
});
export type Coding = z.infer<typeof Coding>;

/** What stands on one text after a change: enough to show it without asking again. */
export const TextCodings = z.strictObject({ textId: TextId, codings: z.array(Coding), reading: z.enum(['no-theme', 'done']).nullable() });
export type TextCodings = z.infer<typeof TextCodings>;
