import { z } from 'zod';
import { ProjectId, TextId, ThemeId, VariableId } from '../model/ids.ts';
import { LocalisedText } from '../model/text.ts';
import { job, query } from './kit.ts';

/** What is looked for. */
export const AutoCodeRule = z.discriminatedUnion('kind', [
  /** Several ways to say the same; "vent*" a beginning, "*tid*" inside words. With `hasForms` in every form of the word. */
  z.strictObject({ kind: z.literal('words'), variants: z.array(z.string().max(200)).min(1).max(60), hasForms: z.boolean() }),
  z.strictObject({ kind: z.literal('pattern'), pattern: z.string().max(500), isCaseSensitive: z.boolean() }),
]);
export type AutoCodeRule = z.infer<typeof AutoCodeRule>;

/** In which texts: answers to some questions, all answers, or everything people said and wrote in the project. */
export const AutoCodeScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('questions'), projectId: ProjectId, variableIds: z.array(VariableId).min(1).max(60) }),
  z.strictObject({ kind: z.literal('answers'), projectId: ProjectId }),
  z.strictObject({ kind: z.literal('all'), projectId: ProjectId }),
]);
export type AutoCodeScope = z.infer<typeof AutoCodeScope>;

/** What the theme is put on. */
export const AutoCodeUnit = z.enum(['text', 'paragraph', 'sentence', 'hit']);
export type AutoCodeUnit = z.infer<typeof AutoCodeUnit>;

const what = { rule: AutoCodeRule, scope: AutoCodeScope, unit: AutoCodeUnit };
const Mark = z.strictObject({ start: z.int(), end: z.int() });

/** A stretch the theme would be put on, in its surroundings. */
export const AutoCodePlace = z.strictObject({
  textId: TextId,
  /** Of the stretch, in the text's UTF-16 units. */
  start: z.int(),
  end: z.int(),
  code: z.string().nullable(),
  title: z.string().nullable(),
  wording: LocalisedText.nullable(),
  language: z.string(),
  /** The words around the first hit, with the hits marked in their own units. */
  text: z.string(),
  marks: z.array(Mark),
  isCutBefore: z.boolean(),
  isCutAfter: z.boolean(),
  /** My coding with this theme holds all of it. */
  isAlreadyThere: z.boolean(),
});
export type AutoCodePlace = z.infer<typeof AutoCodePlace>;

/** Persons first, then texts and hits. */
export const AutoCodeCounts = z.strictObject({
  persons: z.int(),
  texts: z.int(),
  hits: z.int(),
  /** Stretches the theme is to be put on. */
  places: z.int(),
  /** Of which hold the theme already. */
  alreadyThere: z.int(),
  /** Texts that were looked through. */
  scanned: z.int(),
});
export type AutoCodeCounts = z.infer<typeof AutoCodeCounts>;

const patternErrors = ['PATTERN_UNREADABLE', 'PATTERN_TOO_SLOW'] as const;

export const autocode = {
  /** What a rule would do: counts, and the first places. An empty rule finds nothing. */
  preview: query({
    input: z.strictObject({ ...what, themeId: ThemeId.nullable(), limit: z.int().min(1).max(200) }),
    output: z.strictObject({ ...AutoCodeCounts.shape, first: z.array(AutoCodePlace) }),
    errors: patternErrors,
  }),
  /**
   * Puts the theme on everything the rule finds, but what is excluded, as one operation marked as coming from a search. What holds the
   * theme already stays as it is, and undo takes back exactly what was put.
   */
  run: job({
    input: z.strictObject({
      ...what,
      themeId: ThemeId,
      /** Places left out, by where they begin. */
      excluded: z.array(z.strictObject({ textId: TextId, start: z.int().min(0) })).max(20_000),
    }),
    progress: z.strictObject({ done: z.int(), of: z.int() }),
    output: z.strictObject({ placed: z.int(), alreadyThere: z.int(), texts: z.int(), persons: z.int() }),
    errors: patternErrors,
    touches: ['coding', 'themes'],
    undo: 'autocode.run.undo',
  }),
};
