import { z } from 'zod';
import { ProjectId, TextId, ThemeId, VariableId } from '../model/ids.ts';
import { TextCodings } from './coding.ts';
import { command, query } from './kit.ts';

/**
 * How far the program is with learning from the codings: switched off; learning now (what it shows comes when it is done, with a
 * change of the topic "suggestions"); fewer persons coded than any theme needs; ready.
 */
export const LearningState = z.enum(['off', 'learning', 'too-little', 'ready']);
export type LearningState = z.infer<typeof LearningState>;

/** A theme proposed for a text that has none. */
export const Suggestion = z.strictObject({
  themeId: ThemeId,
  /** Of a hundred suggestions with this sureness, so many were right where a coder had already decided (0–1). */
  sureness: z.number().min(0).max(1),
  /** The words that spoke for it most, as UTF-16 offsets into the text, in reading order. */
  words: z.array(z.strictObject({ start: z.int().min(0), end: z.int().min(1) })),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** The surest first, at most three. Texts without any are left out. */
export const TextSuggestions = z.strictObject({ textId: TextId, themes: z.array(Suggestion).min(1).max(3) });
export type TextSuggestions = z.infer<typeof TextSuggestions>;

/** What has been learnt from, and how many codings have changed since. */
export const Learnt = z.strictObject({ texts: z.int(), persons: z.int(), changedSince: z.int() });
export type Learnt = z.infer<typeof Learnt>;

/**
 * How often suggestions were right on texts that were held out: nobody's words were both learnt from and measured on. `right` of
 * `suggested` were also put by a coder, and `right` of `coded` were found. Precision and recall are null where fewer than ten persons
 * stand behind them.
 */
export const Measured = z.strictObject({
  right: z.int(),
  suggested: z.int(),
  coded: z.int(),
  /** Distinct persons with the theme, and with a suggestion of it. */
  codedPersons: z.int(),
  suggestedPersons: z.int(),
  precision: z.number().nullable(),
  recall: z.number().nullable(),
});
export type Measured = z.infer<typeof Measured>;

/** One theme that has been put on texts, and what was learnt of it. */
export const ThemeQuality = z.strictObject({
  themeId: ThemeId,
  /** Distinct persons and texts learnt from. */
  persons: z.int(),
  texts: z.int(),
  /** It has been put on ten persons or more. */
  isSuggested: z.boolean(),
  measured: Measured.nullable(),
  /** Words that speak for it most, as people wrote them, with "not" where they stood after one; at most eight. */
  words: z.array(z.strictObject({ text: z.string(), isNegated: z.boolean(), weight: z.number() })),
});
export type ThemeQuality = z.infer<typeof ThemeQuality>;

const project = z.strictObject({ projectId: ProjectId });
const pair = z.strictObject({ textId: TextId, themeId: ThemeId });
const status = { isOn: z.boolean(), state: LearningState, learnt: Learnt.nullable() };

export const suggestions = {
  /** What is proposed for texts that no coder has put a theme on or read; the others, and what was turned down, are left out. */
  forTexts: query({
    input: z.strictObject({ projectId: ProjectId, textIds: z.array(TextId).max(500) }),
    output: z.strictObject({ ...status, texts: z.array(TextSuggestions) }),
  }),
  /** Answers to one question, or to any, that have a suggestion now. At most 20,000. */
  withSuggestions: query({
    input: z.strictObject({ projectId: ProjectId, variableId: VariableId.optional() }),
    output: z.strictObject({ ...status, textIds: z.array(TextId) }),
  }),
  /** What it has learnt, how good it is on held-out texts of this project, and which words weigh most. */
  quality: query({
    input: project,
    output: z.strictObject({
      ...status,
      /** Codings are blind here: only the asker's own have been learnt from. */
      isOwnOnly: z.boolean(),
      /** Persons a theme needs before it is suggested, and a figure before it is shown. */
      fewestPersons: z.int(),
      measured: z.strictObject({ texts: z.int(), persons: z.int(), overall: Measured }).nullable(),
      themes: z.array(ThemeQuality),
    }),
  }),
  /** Whether a project shows suggestions; off until somebody switches it on. */
  setOn: command({
    input: z.strictObject({ projectId: ProjectId, isOn: z.boolean() }),
    output: z.strictObject({}),
    touches: ['suggestions'],
    undo: 'suggestions.setOn.undo',
  }),
  /** Puts a suggested theme on the whole text as the asker's own coding, marked as suggested and accepted by them. */
  accept: command({ input: pair, output: TextCodings, touches: ['coding', 'themes'], undo: 'suggestions.accept.undo' }),
  /** Turns a suggestion down: the theme is not proposed for this text again, to anybody. */
  reject: command({ input: pair, output: z.strictObject({}), touches: ['suggestions'], undo: 'suggestions.reject.undo' }),
};
