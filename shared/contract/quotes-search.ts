import { z } from 'zod';
import { ActorId, ProjectId, TextId, ThemeId, VariableId } from '../model/ids.ts';
import { LocalisedText } from '../model/text.ts';
import { Certainty, Level, Origin, Polarity } from './coding-terms.ts';

/** A theme that is asked for; `isBranch` takes in everything under it. */
export const ThemeWanted = z.strictObject({ themeId: ThemeId, isBranch: z.boolean() });
export type ThemeWanted = z.infer<typeof ThemeWanted>;

/**
 * Where the other theme must stand, or not: on some of the same words; around all of the segment; with at most so many words between;
 * in the same paragraph; in the same text (answer, line of minutes, document).
 */
export const SegmentPlace = z.enum(['overlap', 'inside', 'words', 'paragraph', 'text']);
export type SegmentPlace = z.infer<typeof SegmentPlace>;

/** And, or not: a segment counts only where one of these themes stands so (`with`), or none does (`without`). */
export const ThemeCondition = z.strictObject({
  is: z.enum(['with', 'without']),
  themes: z.array(ThemeWanted).min(1).max(12),
  place: SegmentPlace,
  /** Words between, for `words`. */
  words: z.int().min(0).max(200).default(10),
});
export type ThemeCondition = z.infer<typeof ThemeCondition>;

export const QuoteSource = z.enum(['answers', 'remarks', 'minutes', 'documents']);
export type QuoteSource = z.infer<typeof QuoteSource>;
export const QuoteStatus = z.enum(['raw', 'proposed', 'cleared', 'needs-a-look']);
export type QuoteStatus = z.infer<typeof QuoteStatus>;

const Ids = z.array(z.uuid()).min(1).max(200);

/** Which segments: all that is given must hold, of a list any one. */
export const QuoteSearch = z.strictObject({
  /** Any of these; without them, every theme. */
  themes: z.array(ThemeWanted).max(12).optional(),
  conditions: z.array(ThemeCondition).max(6).optional(),
  /** Answers to closed questions of whoever the words belong to; null among the codes is "no answer". */
  answers: z
    .array(z.strictObject({ variableId: VariableId, codes: z.array(z.number().nullable()).min(1).max(100) }))
    .max(8)
    .optional(),
  /** Of the interview; for minutes, the place of the meeting. */
  placeIds: Ids.optional(),
  waveIds: Ids.optional(),
  serviceIds: Ids.optional(),
  /** The service that the segment is about, as coded. */
  aboutServiceIds: Ids.optional(),
  sources: z.array(QuoteSource).min(1).optional(),
  /** "none" is a coding without. */
  polarities: z
    .array(Polarity.or(z.literal('none')))
    .min(1)
    .optional(),
  levels: z
    .array(Level.or(z.literal('none')))
    .min(1)
    .optional(),
  certainties: z.array(Certainty).min(1).optional(),
  coderIds: z.array(ActorId).min(1).max(50).optional(),
  origins: z.array(Origin).min(1).optional(),
  /** Only what was kept, by where it stands. */
  statuses: z.array(QuoteStatus).min(1).optional(),
});
export type QuoteSearch = z.infer<typeof QuoteSearch>;

export const QuoteGroup = z.enum(['none', 'theme', 'person', 'kept']);
export type QuoteGroup = z.infer<typeof QuoteGroup>;

/** Which segments, and how they are grouped. */
export const QuoteScope = z.strictObject({ projectId: ProjectId, search: QuoteSearch, group: QuoteGroup });
export type QuoteScope = z.infer<typeof QuoteScope>;

/** A stretch of a text. */
export const QuotePlace = z.strictObject({ textId: TextId, start: z.int().min(0), end: z.int().min(1) });
export type QuotePlace = z.infer<typeof QuotePlace>;

/** Persons first, mentions second. */
export const QuoteCounts = z.strictObject({
  persons: z.int(),
  mentions: z.int(),
  /** One person gives more than half of two or more mentions. */
  isOneVoice: z.boolean(),
});
export type QuoteCounts = z.infer<typeof QuoteCounts>;

/** One theme on a quote: overlapping codings of it by several coders are one. */
export const QuoteTheme = z.strictObject({
  themeId: ThemeId,
  polarity: Polarity.or(z.literal('several')).nullable(),
  isInferred: z.boolean(),
  /** Who put it there. */
  coders: z.array(z.string()),
});
export type QuoteTheme = z.infer<typeof QuoteTheme>;

export const QuoteHeading = z.strictObject({
  kind: z.literal('heading'),
  id: z.string(),
  /** What the group is: a theme, a person's code, kept or not; nobody's words have an empty code. */
  themeId: ThemeId.nullable(),
  code: z.string().nullable(),
  isKept: z.boolean().nullable(),
  ...QuoteCounts.shape,
});
export type QuoteHeading = z.infer<typeof QuoteHeading>;

export const QuoteLine = z.strictObject({
  kind: z.literal('quote'),
  /** Stays the same while it is on screen. */
  id: z.string(),
  ...QuotePlace.shape,
  body: z.string(),
  /** Longer than what is given in `body`. */
  isCut: z.boolean(),
  language: z.string(),
  source: QuoteSource,
  /** "R017"; empty for nobody's words. */
  code: z.string(),
  question: z.strictObject({ number: z.string(), wording: LocalisedText }).nullable(),
  /** Of the meeting or the document. */
  title: z.string(),
  service: z.string(),
  place: z.string(),
  wave: z.string(),
  /** In the order of `beside`. */
  background: z.array(z.union([z.number(), z.array(z.number())]).nullable()),
  themes: z.array(QuoteTheme),
  quoteId: z.uuid().nullable(),
  status: QuoteStatus.nullable(),
  /** The person has taken back the consent to be quoted. */
  mayBeQuoted: z.boolean(),
});
export type QuoteLine = z.infer<typeof QuoteLine>;
