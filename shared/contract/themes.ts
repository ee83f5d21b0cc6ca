import { z } from 'zod';
import { ProjectId, ThemeId } from '../model/ids.ts';
import { Language, LocalisedText, Name, StoredText } from '../model/text.ts';
import { command, query } from './kit.ts';
import { themeTree } from './themes-tree.ts';

const ThemeExample = z.strictObject({ language: Language, body: z.string() });

/** Which of a theme's longer texts. */
export const ThemeTextPart = z.enum(['definition', 'inclusion', 'exclusion']);
export type ThemeTextPart = z.infer<typeof ThemeTextPart>;

/** One theme as the tree, the type-ahead and the chips need it. */
export const Theme = z.strictObject({
  id: ThemeId,
  /** The codebook's own number, as people say it ("16"). */
  number: z.string(),
  parentId: ThemeId.nullable(),
  /** 0 at the top. */
  depth: z.int().min(0),
  /** Index into the palette of twelve, of the branch the theme stands in; null when its colour is used up. */
  colour: z.int().min(1).max(12).nullable(),
  /** How many branches before this one carry the same colour: 0 a bar, 1 a double bar, 2 a dotted one. */
  repeat: z.int().min(0).max(2),
  terms: LocalisedText,
  synonyms: z.array(z.strictObject({ language: Language, term: z.string() })),
  definition: LocalisedText,
  /** What belongs here, and what does not. */
  inclusion: LocalisedText,
  exclusion: LocalisedText,
  /** Anchor examples in their order: made up, or freed of whoever said them. */
  examples: z.array(ThemeExample),
  differsFrom: z.array(z.strictObject({ themeId: ThemeId, note: z.string().nullable() })),
  status: z.enum(['in-use', 'retired']),
  isCodable: z.boolean(),
  /** Something stands under it, is coded with it, or speaks of it: it can be retired, not deleted. */
  isUsed: z.boolean(),
  /** Distinct respondents with the theme or one under it, without those who have withdrawn. */
  personCount: z.int().min(0),
  /** The same for the theme alone. */
  ownPersonCount: z.int().min(0),
});
export type Theme = z.infer<typeof Theme>;

/**
 * How many words, examples and differences one theme may have, and how long its texts may be: more than anybody writes, for what was
 * imported and merged comes together here, and a list is saved whole.
 */
const most = 2000;
const longest = 200_000;
const ExampleBody = StoredText.pipe(z.string().trim().min(1).max(longest));

export const themes = {
  ...themeTree,
  /** The whole tree, flat, parents before children in their order. Counts are of one project, or of all. */
  tree: query({ input: z.strictObject({ projectId: ProjectId.optional() }), output: z.strictObject({ themes: z.array(Theme) }) }),
  /**
   * Makes a theme, last among its siblings. THEME_EXISTS when another theme has the term, preferred or as synonym, whatever
   * case and diacritics; `isWantedAnyway` makes it all the same.
   */
  create: command({
    input: z.strictObject({
      term: Name,
      language: Language,
      parentId: ThemeId.nullable().optional(),
      isWantedAnyway: z.boolean().optional(),
    }),
    output: z.strictObject({ themeId: ThemeId }),
    errors: ['THEME_EXISTS'],
    touches: ['themes'],
    undo: 'themes.create.undo',
  }),
  /** Sets the preferred term in one language. Codings stay where they are. */
  rename: command({
    input: z.strictObject({ themeId: ThemeId, term: Name, language: Language, isWantedAnyway: z.boolean().optional() }),
    output: z.strictObject({}),
    errors: ['THEME_EXISTS'],
    touches: ['themes'],
    undo: 'themes.rename.undo',
  }),
  /** Replaces the synonyms of one language; an empty list takes them away. */
  setSynonyms: command({
    input: z.strictObject({ themeId: ThemeId, language: Language, synonyms: z.array(Name).max(most) }),
    output: z.strictObject({}),
    touches: ['themes'],
    undo: 'themes.setSynonyms.undo',
  }),
  /** Sets one of the longer texts in one language; empty takes it away. */
  setText: command({
    input: z.strictObject({ themeId: ThemeId, part: ThemeTextPart, language: Language, text: StoredText.pipe(z.string().max(longest)) }),
    output: z.strictObject({}),
    touches: ['themes'],
    undo: 'themes.setText.undo',
  }),
  /** Replaces the anchor examples, in this order. */
  setExamples: command({
    input: z.strictObject({ themeId: ThemeId, examples: z.array(z.strictObject({ language: Language, body: ExampleBody })).max(most) }),
    output: z.strictObject({}),
    touches: ['themes'],
    undo: 'themes.setExamples.undo',
  }),
  /** Gives the branch the theme stands in a colour of the palette. */
  setColour: command({
    input: z.strictObject({ themeId: ThemeId, colour: z.int().min(1).max(12) }),
    output: z.strictObject({}),
    touches: ['themes'],
    undo: 'themes.setColour.undo',
  }),
  /**
   * Says which themes are near it and yet not the same (IP and SIP, anhörig and närstående), and what tells them apart; the list
   * replaces the one there. It holds both ways. Such themes are never taken for one another.
   */
  setDifferences: command({
    input: z.strictObject({
      themeId: ThemeId,
      others: z.array(z.strictObject({ themeId: ThemeId, note: StoredText.pipe(z.string().trim().max(longest)).nullable() })).max(most),
    }),
    output: z.strictObject({}),
    touches: ['themes'],
    undo: 'themes.setDifferences.undo',
  }),
  /** Takes a theme out of use, or into use again. Its codings stay and are counted. */
  setStatus: command({
    input: z.strictObject({ themeId: ThemeId, status: z.enum(['in-use', 'retired']) }),
    output: z.strictObject({}),
    touches: ['themes'],
    undo: 'themes.setStatus.undo',
  }),
};
