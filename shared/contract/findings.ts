import { z } from 'zod';
import { ActionId, FindingId, MeetingId, ProjectId, ThemeId } from '../model/ids.ts';
import { Language } from '../model/text.ts';
import { ActionStatus } from './actions.ts';
import { query } from './kit.ts';

export const FindingStatus = z.enum([
  'preliminary',
  'to-conference',
  'validated',
  'changed',
  'rejected',
  'too-early',
  'final',
  'needs-a-look',
]);
export type FindingStatus = z.infer<typeof FindingStatus>;
export const Polarity = z.enum(['positive', 'negative', 'mixed', 'neutral', 'suggestion']);
export type Polarity = z.infer<typeof Polarity>;

/** A theme as it is named, in the order of the tree's branches. */
export const ThemeOnThing = z.strictObject({
  id: ThemeId,
  name: z.string(),
  /** The colour of its branch, 1–12; null beyond the palette. */
  color: z.int().nullable(),
});
export type ThemeOnThing = z.infer<typeof ThemeOnThing>;

export const FindingRow = z.strictObject({
  id: FindingId,
  code: z.string(),
  wording: z.string(),
  polarity: Polarity,
  level: z.enum(['individual', 'service', 'system']).nullable(),
  status: FindingStatus,
  service: z.string().nullable(),
  /** The amount in the words it was said with ("mange"). */
  amountAsSaid: z.string().nullable(),
  themes: z.array(ThemeOnThing),
  evidence: z.strictObject({ texts: z.int(), exhibits: z.int(), meetings: z.int(), themes: z.int() }),
  evidenceNotes: z.array(z.string()),
  /** Earlier wordings, newest first, and the meeting that changed each. */
  wordings: z.array(
    z.strictObject({ before: z.string(), changedAt: z.string(), meeting: z.strictObject({ id: MeetingId, title: z.string() }).nullable() }),
  ),
  actions: z.array(
    z.strictObject({ id: ActionId, code: z.string(), wording: z.string(), status: ActionStatus, result: z.string().nullable() }),
  ),
  /** When the users were told about it. */
  reportedBackOn: z.string().nullable(),
});
export type FindingRow = z.infer<typeof FindingRow>;

export const findings = {
  /** In the order of their codes. `language` is the one theme names are wanted in. */
  list: query({
    input: z.strictObject({ projectId: ProjectId, status: FindingStatus.optional(), language: Language.default('nb') }),
    output: z.strictObject({ findings: z.array(FindingRow) }),
  }),
};
