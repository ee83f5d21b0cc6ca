import { z } from 'zod';
import { ThemeId } from './ids.ts';
import { Language, LocalisedText } from './text.ts';

/** One theme of a codebook: everything the tree says about it, nothing about who was coded with it. */
export const CodebookTheme = z.strictObject({
  id: ThemeId,
  /** The codebook's own number, as people say it ("16"). */
  number: z.string(),
  parentId: ThemeId.nullable(),
  /** Preferred terms. */
  terms: LocalisedText,
  /** In the order they were entered. */
  synonyms: z.array(z.strictObject({ language: Language, term: z.string() })),
  definition: LocalisedText,
  inclusion: LocalisedText,
  exclusion: LocalisedText,
  /** Anchor examples, in their order. */
  examples: z.array(z.strictObject({ language: Language, body: z.string() })),
  /** Index into the palette of twelve; only a theme at the top has one. */
  colour: z.int().min(1).max(12).nullable(),
  isCodable: z.boolean(),
  status: z.enum(['in-use', 'retired']),
  /** Near it, and yet not the same. It holds both ways and stands at both, in the order of the ids. */
  differsFrom: z.array(z.strictObject({ themeId: ThemeId, note: z.string().nullable() })),
});
export type CodebookTheme = z.infer<typeof CodebookTheme>;

/** A whole codebook as a value: what a version keeps and what an exchange carries. Parents before children, siblings in order. */
export const CodebookSnapshot = z.strictObject({ themes: z.array(CodebookTheme) });
export type CodebookSnapshot = z.infer<typeof CodebookSnapshot>;
