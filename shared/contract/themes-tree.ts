import { z } from 'zod';
import { CodingId, ProjectId, TextId, ThemeId } from '../model/ids.ts';
import { Language, Name } from '../model/text.ts';
import { Level, Polarity } from './coding.ts';
import { command, query } from './kit.ts';

/** A place where a theme stands on somebody's words, as splitting shows it. */
export const ThemeSegment = z.strictObject({
  codingId: CodingId,
  textId: TextId,
  /** The coded words; long ones are cut at 400 characters. */
  words: z.string(),
  language: z.string(),
  isWhole: z.boolean(),
  /** The participant's code and the question's number, or the meeting's or document's title. */
  code: z.string().nullable(),
  question: z.string().nullable(),
  title: z.string().nullable(),
  coder: z.string(),
  /** What the coders agreed on: it goes with their own codings of that text. */
  isAgreed: z.boolean(),
  polarity: Polarity.nullable(),
});
export type ThemeSegment = z.infer<typeof ThemeSegment>;

/** Persons first, mentions second. A mention is a stretch of a text, however many coders and themes of the branch lie over it. */
export const ThemeCount = z.strictObject({ persons: z.int().min(0), mentions: z.int().min(0) });
export type ThemeCount = z.infer<typeof ThemeCount>;

/** One row of theme × service. */
export const CrossingRow = z.strictObject({
  /** Null: no service is known. */
  serviceId: z.uuid().nullable(),
  service: z.string().nullable(),
  all: ThemeCount,
  /** By polarity and by level, `none` for codings without. A person may stand in several. */
  polarity: z.partialRecord(z.enum([...Polarity.options, 'none']), ThemeCount),
  level: z.partialRecord(z.enum([...Level.options, 'none']), ThemeCount),
});
export type CrossingRow = z.infer<typeof CrossingRow>;

const reach = ['themes', 'coding', 'quotes', 'framework', 'findings', 'agreement', 'suggestions'] as const;

/** What is done to the tree itself: each of them one operation. */
export const themeTree = {
  /**
   * Puts a theme with everything under it among the children of another, or (null) at the top; `place` counts from 0 among the others
   * there. Under another theme it takes that branch's colour. HIERARCHY_LOOP when it would stand under itself.
   */
  move: command({
    input: z.strictObject({ themeId: ThemeId, parentId: ThemeId.nullable(), place: z.int().min(0) }),
    output: z.strictObject({}),
    errors: ['HIERARCHY_LOOP'],
    touches: ['themes'],
    undo: 'themes.move.undo',
  }),
  /** What a merge would make: persons who have either branch, each once, and whether the two are said to differ. */
  together: query({
    input: z.strictObject({ themeId: ThemeId, intoId: ThemeId }),
    output: z.strictObject({ persons: z.int().min(0), differs: z.strictObject({ note: z.string().nullable() }).nullable() }),
  }),
  /**
   * Merges a theme into another: everything that names it names the other afterwards, its terms become synonyms there, what stands under
   * it goes along, and it is gone. Codings of one coder that overlap become one. THEMES_DIFFER when the two are said to differ, unless
   * `isConfirmed`.
   */
  merge: command({
    input: z.strictObject({ themeId: ThemeId, intoId: ThemeId, isConfirmed: z.boolean().optional() }),
    output: z.strictObject({ moved: z.int(), collapsed: z.int() }),
    errors: ['THEMES_DIFFER', 'HIERARCHY_LOOP'],
    touches: reach,
    undo: 'themes.merge.undo',
  }),
  /** Where a theme itself stands, in the order of the texts; `typed` narrows to words or codes that hold it. */
  segments: query({
    input: z.strictObject({ themeId: ThemeId, typed: z.string().max(200).optional(), limit: z.int().min(1).max(500) }),
    output: z.strictObject({ segments: z.array(ThemeSegment), total: z.int().min(0) }),
  }),
  /**
   * Lets some of a theme's codings go to another theme, or to a new one beside it. Where coders have agreed on a text, everything the
   * theme has on that text goes together. THEME_EXISTS as in create.
   */
  split: command({
    input: z.strictObject({
      themeId: ThemeId,
      codingIds: z.array(CodingId).min(1).max(20_000),
      to: z.union([
        z.strictObject({ themeId: ThemeId }),
        z.strictObject({ term: Name, language: Language, isWantedAnyway: z.boolean().optional() }),
      ]),
    }),
    output: z.strictObject({ themeId: ThemeId, moved: z.int(), collapsed: z.int() }),
    errors: ['THEME_EXISTS'],
    touches: reach,
    undo: 'themes.split.undo',
  }),
  /** Deletes a theme that nothing uses. IN_USE otherwise. */
  remove: command({
    input: z.strictObject({ themeId: ThemeId }),
    output: z.strictObject({}),
    errors: ['IN_USE'],
    touches: ['themes', 'coding'],
    undo: 'themes.remove.undo',
  }),
  /** A theme and all under it by the service the words are about (the coding's, else the interview's), polarity and level. Inside view. */
  crossing: query({
    input: z.strictObject({ themeId: ThemeId, projectId: ProjectId.optional() }),
    output: z.strictObject({ rows: z.array(CrossingRow), all: ThemeCount }),
  }),
};
