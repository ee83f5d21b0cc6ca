import { z } from 'zod';
import { ProjectId, VariableId } from '../model/ids.ts';
import { Language, LocalisedText } from '../model/text.ts';
import { Sentence } from './exhibit-view.ts';
import { command, query } from './kit.ts';

/** What the frame is counted by: a question with one answer, the place of the interview, or the service it is about. */
export const MarginBy = z.union([VariableId, z.enum(['place', 'service'])]);
export type MarginBy = z.infer<typeof MarginBy>;

/** Persons in the frame by answer. Answers that were joined because few gave each have their keys together. */
export const WeightMargin = z
  .strictObject({
    by: MarginBy,
    counts: z
      .array(z.strictObject({ keys: z.array(z.string().min(1).max(100)).min(1).max(500), count: z.int().min(0).max(100_000_000) }))
      .min(2)
      .max(500),
  })
  .refine(({ counts }) => new Set(counts.flatMap(({ keys }) => keys)).size === counts.flatMap(({ keys }) => keys).length, {
    error: 'answers-overlap',
  });
export type WeightMargin = z.infer<typeof WeightMargin>;

/** What the weights of a project are made from: who is in the frame, who counted them, and when. */
export const Weighting = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    /** Who counted; empty while it is not known, and then the weights may not be used. */
    source: z.string().trim().max(300),
    countedOn: z.union([z.iso.date(), z.literal('')]),
    margins: z.array(WeightMargin).min(1).max(4),
  })
  .refine(({ margins }) => new Set(margins.map(({ by }) => by)).size === margins.length, { error: 'margin-twice' });
export type Weighting = z.infer<typeof Weighting>;

/** One line of "who answered": those who took part beside the frame. Null: too few to say, or not to be told beside the others. */
export const ComparedLine = z.strictObject({
  /** Empty for answers that the frame has no number for. */
  keys: z.array(z.string()),
  persons: z.int().nullable(),
  /** Of those who took part, with a 95 % interval. */
  percent: z.int().nullable(),
  low: z.int().nullable(),
  high: z.int().nullable(),
  frame: z.int(),
  framePercent: z.int(),
});
export type ComparedLine = z.infer<typeof ComparedLine>;

export const FrameComparison = z.strictObject({
  by: MarginBy,
  /** Persons with an answer; null when that is too few to say. */
  n: z.int().nullable(),
  lines: z.array(ComparedLine),
});
export type FrameComparison = z.infer<typeof FrameComparison>;

/** What a margin can be made of. Places and services have no label of their own. */
export const MarginChoice = z.strictObject({
  by: MarginBy,
  label: LocalisedText,
  options: z.array(z.strictObject({ key: z.string(), label: LocalisedText })),
});
export type MarginChoice = z.infer<typeof MarginChoice>;

const ofProject = z.strictObject({ projectId: ProjectId });

/** The project's weights and the gate before them (analysis.md 1.6). Part of `analysis`. */
export const analysisWeights = {
  /**
   * The stored weights, or how a draft of them would be: who answered beside the frame, whether the weights may be used, and every reason
   * (`weights.obstacle.…`) why not. The figures of the weights are null while a small group would show in them.
   */
  weighting: query({
    input: ofProject.extend({ language: Language, draft: Weighting.optional() }),
    output: z.strictObject({
      weighting: Weighting.nullable(),
      choices: z.array(MarginChoice),
      comparison: z.array(FrameComparison),
      isAllowed: z.boolean(),
      obstacles: z.array(Sentence),
      /** Kish's, at least 1. */
      designEffect: z.number().nullable(),
      /** Persons with a weight, and how many without weights would say as much. */
      persons: z.int().nullable(),
      effectiveBase: z.int().nullable(),
    }),
  }),
  /** Keeps the weights, whether they may be used or not. One set for each project. */
  setWeighting: command({
    input: ofProject.extend({ weighting: Weighting }),
    output: z.strictObject({}),
    errors: ['NOT_FOUND'],
    touches: ['analysis', 'reports'],
    undo: 'weights.set.undo',
  }),
  removeWeighting: command({
    input: ofProject,
    output: z.strictObject({}),
    errors: ['NOT_FOUND'],
    touches: ['analysis', 'reports'],
    undo: 'weights.remove.undo',
  }),
};
