import { z } from 'zod';
import { ExhibitView } from './analysis.ts';
import { command, job, query } from './kit.ts';
import { ProjectId, ThemeId, Ticket, VariableId } from '../model/ids.ts';
import { Language, StoredText } from '../model/text.ts';

/** Where two themes meet: on some of the same words, in the same text, or with the same person. */
export const TogetherUnit = z.enum(['segment', 'answer', 'person']);
export type TogetherUnit = z.infer<typeof TogetherUnit>;

/** `own`: each theme by itself; `branch`: with everything under it. */
export const ThemeScope = z.enum(['branch', 'own']);
export type ThemeScope = z.infer<typeof ThemeScope>;

/** What a score and the words say together. */
export const Inference = z.enum(['confirms', 'expands', 'contradicts']);
export type Inference = z.infer<typeof Inference>;

/** One theme, inside: persons first. */
export const Mentions = z.strictObject({
  themeId: ThemeId,
  persons: z.int(),
  /** United segments, overlapping ones of the same theme being one. */
  mentions: z.int(),
  /** The most that one person gives. */
  most: z.int(),
  /** One person gives more than half of two or more mentions. */
  isOneVoice: z.boolean(),
  /** Interviews in which it comes up. */
  interviews: z.int(),
});
export type Mentions = z.infer<typeof Mentions>;

export const ThemeAlone = z.strictObject({
  themeId: ThemeId,
  count: z.int(),
  persons: z.int(),
  /** Would print `:`: few have it, or few have it not, or few have a theme it stands under and not it. */
  isHidden: z.boolean(),
});
export type ThemeAlone = z.infer<typeof ThemeAlone>;

/** Two themes that meet. */
export const ThemePair = z.strictObject({
  first: ThemeId,
  second: ThemeId,
  /** Units of the chosen kind that have both. */
  both: z.int(),
  /** Persons behind them. */
  persons: z.int(),
  jaccard: z.number(),
  overlap: z.number(),
  /** One is more than five times as frequent as the other. */
  isUnequal: z.boolean(),
  /** Would print `:`: fewer persons than the threshold have both, or only one of the two. */
  isHidden: z.boolean(),
});
export type ThemePair = z.infer<typeof ThemePair>;

const Released = z.int().nullable();

/** What of it may leave as a picture, which counts persons: null prints `:`, and a pair that is not here has nobody. */
export const TogetherReleased = z.strictObject({
  base: Released,
  themes: z.array(z.strictObject({ themeId: ThemeId, n: Released })),
  /** `isLine`: one stands under the other. */
  pairs: z.array(z.strictObject({ first: ThemeId, second: ThemeId, n: Released, isLine: z.boolean() })),
});
export type TogetherReleased = z.infer<typeof TogetherReleased>;

export const Together = z.strictObject({
  unit: TogetherUnit,
  /** All persons who are counted. */
  persons: z.int(),
  threshold: z.int(),
  /** The most frequent first; at most 40. */
  themes: z.array(ThemeAlone),
  /** Themes beyond those. */
  leftOut: z.int(),
  /** Only pairs that meet, those that meet most first. A branch and what stands under it are no pair. */
  pairs: z.array(ThemePair),
  /** Null where something else than persons is counted. */
  released: TogetherReleased.nullable(),
});
export type Together = z.infer<typeof Together>;

/** One interview in the order they were made. Inside only. */
export const SaturationCase = z.strictObject({ code: z.string(), heldOn: z.string(), themes: z.int(), newThemes: z.int() });
export type SaturationCase = z.infer<typeof SaturationCase>;

export const SaturationView = z.strictObject({
  cases: z.array(SaturationCase),
  /** Interviews with texts nobody has coded or read: they say nothing yet and are left out. */
  notCoded: z.int(),
  threshold: z.int(),
  themes: z.int(),
  baseSize: z.int(),
  runLength: z.int(),
  /** Null while there are too few cases for one run, or no theme in the first. */
  runs: z
    .strictObject({
      baseThemes: z.int(),
      runs: z.array(z.strictObject({ after: z.int(), newThemes: z.int(), ratio: z.number() })),
      /** Cases before the first run with at most 5 % new, and with none. */
      reachedFive: z.int().nullable(),
      reachedNone: z.int().nullable(),
    })
    .nullable(),
  /** Themes to be expected in k cases, whatever their order; k = 0 … cases. */
  curve: z.array(z.number()),
  /** Themes that are likely there and have not been heard (Chao2). */
  unseen: z.number().nullable(),
  mayLeave: z.boolean(),
});
export type SaturationView = z.infer<typeof SaturationView>;

const Cuts = z.array(z.array(z.int()).min(1).max(60)).min(2).max(3);

/** A quote that two people have cleared, of somebody in a group of scores. */
export const JointQuote = z.strictObject({
  themeId: ThemeId,
  group: z.string(),
  quoteId: z.uuid(),
  body: z.string(),
  language: z.string(),
});
export type JointQuote = z.infer<typeof JointQuote>;

export const Judgement = z.strictObject({ themeId: ThemeId, inference: Inference.nullable(), words: z.string() });
export type Judgement = z.infer<typeof Judgement>;

export const JointView = z.strictObject({
  /** Themes by group of scores, as it would be released: the table of analysis with these cuts. */
  view: ExhibitView,
  cuts: Cuts,
  /** Key of the column that is good news, and of the other end; null where the scale has no direction. */
  topKey: z.string(),
  /** Persons in the top group of all who gave a score, with the 95 % interval; null while the bases are hidden. */
  topBox: z.strictObject({ n: z.int(), of: z.int(), percent: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** Names of groups with fewer than five persons: their shares say nothing. */
  tooSmall: z.array(z.string()),
  quotes: z.array(JointQuote),
  judgements: z.array(Judgement),
});
export type JointView = z.infer<typeof JointView>;

/** A person by score. Inside only. */
export const ScoredPerson = z.strictObject({ code: z.string(), score: z.string(), group: z.string(), themeIds: z.array(ThemeId) });
export type ScoredPerson = z.infer<typeof ScoredPerson>;

const ofScore = z.strictObject({ projectId: ProjectId, variableId: VariableId, cuts: Cuts.optional(), language: Language });

/** Something of this screen that can be made into a file; the table of themes by answers leaves by `analysis.export`. */
export const PatternFile = z.discriminatedUnion('view', [
  z.strictObject({ view: z.literal('together'), unit: TogetherUnit, scope: ThemeScope, measure: z.enum(['jaccard', 'overlap']) }),
  z.strictObject({ view: z.literal('saturation'), scope: ThemeScope }),
  z.strictObject({ view: z.literal('joint'), variableId: VariableId, cuts: Cuts.optional() }),
]);
export type PatternFile = z.infer<typeof PatternFile>;

export const patterns = {
  /** Persons, mentions and the most of one person, per theme; in the order of the tree. Inside. */
  mentions: query({
    input: z.strictObject({ projectId: ProjectId, scope: ThemeScope }),
    output: z.strictObject({ themes: z.array(Mentions), persons: z.int() }),
    errors: ['CODING_IS_BLIND'],
  }),
  /** Which themes meet, and how much. Inside. */
  together: query({
    input: z.strictObject({ projectId: ProjectId, unit: TogetherUnit, scope: ThemeScope }),
    output: Together,
    errors: ['CODING_IS_BLIND'],
  }),
  /** Whether the last interviews still brought new themes. Inside. */
  saturation: query({
    input: z.strictObject({ projectId: ProjectId, scope: ThemeScope }),
    output: SaturationView,
    errors: ['CODING_IS_BLIND'],
  }),
  /** Themes beside a score: shares per group as released, a cleared quote each, and what was concluded. */
  joint: query({ input: ofScore, output: JointView, errors: ['CODING_IS_BLIND'] }),
  /** Persons in the order of their scores, with their themes. Inside; at most 500. */
  cases: query({ input: ofScore, output: z.strictObject({ persons: z.array(ScoredPerson), total: z.int() }), errors: ['CODING_IS_BLIND'] }),
  /** What is concluded of one theme beside one score; nothing at all takes the line away. */
  judge: command({
    input: z.strictObject({
      projectId: ProjectId,
      variableId: VariableId,
      themeId: ThemeId,
      inference: Inference.nullable(),
      words: StoredText.transform((text) => text.trim()).pipe(z.string().max(200_000)),
    }),
    output: z.strictObject({}),
    touches: ['patterns'],
    undo: 'patterns.judge.undo',
  }),
  /** Makes the file and enters it in the register of releases. */
  export: job({
    input: z.strictObject({
      projectId: ProjectId,
      file: PatternFile,
      format: z.enum(['docx', 'xlsx', 'csv', 'svg', 'png']),
      language: Language,
      recipient: z.string().trim().max(200),
    }),
    progress: z.strictObject({ done: z.int(), of: z.int() }),
    output: z.strictObject({ ticket: Ticket, fileName: z.string(), releaseNumber: z.int() }),
    errors: ['NOT_RELEASABLE', 'TOO_FEW', 'CODING_IS_BLIND'],
    touches: ['analysis', 'privacy'],
    undo: null,
  }),
};
