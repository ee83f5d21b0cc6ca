import { z } from 'zod';
import { ActorId, InterviewId, MeetingId, ProjectId, TextId, ThemeId, VariableId, WaveId } from '../model/ids.ts';
import { LocalisedText } from '../model/text.ts';
import { Coding, Missing, Polarity } from './coding-terms.ts';

/**
 * What the rows are: answers to open questions (all versions of each), one row each; lines of minutes of the project's meetings; or
 * imported documents. Of minutes and documents every paragraph is a row.
 */
export const GridSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answers'), variableIds: z.array(VariableId).min(1).max(60) }),
  z.strictObject({ kind: z.literal('minutes') }),
  z.strictObject({ kind: z.literal('documents') }),
]);
export type GridSource = z.infer<typeof GridSource>;

const Ids = z.array(z.string().max(64)).min(1).max(200);

/** Which rows: all that is given must hold, of a list any one. */
export const GridFilter = z.strictObject({
  /** Answers to closed questions of whoever the words belong to; null among the codes is "no answer". */
  answers: z
    .array(z.strictObject({ variableId: VariableId, codes: z.array(z.number().nullable()).min(1).max(100) }))
    .max(8)
    .optional(),
  serviceIds: Ids.optional(),
  placeIds: Ids.optional(),
  waveIds: Ids.optional(),
  interviewerIds: Ids.optional(),
  meetingIds: Ids.optional(),
  /** Rows with the theme or without it; `isBranch` takes in everything under it. */
  themes: z
    .array(z.strictObject({ themeId: ThemeId, has: z.boolean(), isBranch: z.boolean() }))
    .max(8)
    .optional(),
  /** Polarity and coder of the theme that is asked for; without one, of any theme. "none" is a coding without polarity. */
  polarities: z
    .array(Polarity.or(z.literal('none')))
    .min(1)
    .max(6)
    .optional(),
  coderIds: z.array(ActorId).min(1).max(50).optional(),
  /** Words in the text, any spelling of å and diacritics, all of them. */
  words: z.string().max(120).optional(),
  /** Without theme and not read; a coding whose place is doubtful; coders differ and have not settled it; a suggestion waits. */
  only: z.enum(['uncoded', 'doubtful', 'disagreement', 'suggested']).optional(),
});
export type GridFilter = z.infer<typeof GridFilter>;

/** By what rows are sorted: the order in which people were asked or meetings held, questions first, and so on. */
export const GridSortKey = z.enum(['asked', 'question', 'uncoded', 'length', 'service', 'place', 'wave', 'interviewer', 'answer']);
export type GridSortKey = z.infer<typeof GridSortKey>;

/** What is equal stays in the order asked; what is missing comes last, up or down. */
export const GridSort = z.strictObject({
  by: GridSortKey,
  /** The closed question, for `answer`. */
  variableId: VariableId.optional(),
  direction: z.enum(['up', 'down']),
});
export type GridSort = z.infer<typeof GridSort>;

/** Which rows, in which order. */
export const GridScope = z.strictObject({
  projectId: ProjectId,
  source: GridSource,
  filter: GridFilter.optional(),
  sort: GridSort.optional(),
  /**
   * The rows as they were at this moment (ISO, UTC): what is coded from then on changes neither which rows there are nor their order,
   * so that nothing jumps away under the hand.
   */
  asOf: z.iso.datetime().optional(),
});
export type GridScope = z.infer<typeof GridScope>;

/** One person's answer to a question, or why there is none; or one paragraph of minutes or of a document. */
export const GridRow = z.strictObject({
  /** Stays the same while the row is on screen. */
  id: z.string(),
  interviewId: InterviewId.nullable(),
  /** Whose words they are; empty where nobody's. */
  code: z.string(),
  question: z.strictObject({ variableId: VariableId, number: z.string() }).nullable(),
  /** What a paragraph stands in: meeting or document, and the agenda item, or who speaks. */
  heading: z.strictObject({ title: z.string(), item: z.string(), on: z.string().nullable(), meetingId: MeetingId.nullable() }).nullable(),
  textId: TextId.nullable(),
  /** The paragraph, where it is a part of the text; null for a whole text. Offsets of codings count from the start of the text. */
  range: z.strictObject({ start: z.int(), end: z.int() }).nullable(),
  body: z.string(),
  language: z.string(),
  missing: Missing.nullable(),
  serviceId: z.string().nullable(),
  placeId: z.string().nullable(),
  waveId: z.string().nullable(),
  interviewerId: z.string().nullable(),
  /** Codes or numbers, in the order of the columns; a list where several could be chosen. */
  background: z.array(z.union([z.number(), z.array(z.number())]).nullable()),
  codings: z.array(Coding),
  reading: z.enum(['no-theme', 'done']).nullable(),
});
export type GridRow = z.infer<typeof GridRow>;

/** Counts of texts: answered, of which with a theme or read without one. People are distinct respondents asked. */
export const GridCounts = z.strictObject({ people: z.int(), answered: z.int(), coded: z.int() });
export type GridCounts = z.infer<typeof GridCounts>;

export const OpenQuestion = z.strictObject({ variableId: VariableId, number: z.string(), wording: LocalisedText, ...GridCounts.shape });
export type OpenQuestion = z.infer<typeof OpenQuestion>;

/** A closed question that can stand beside the words, and sort and filter them. */
export const BackgroundColumn = z.strictObject({
  variableId: VariableId,
  /** The variable's name, as in an export: "varighet". */
  name: z.string(),
  title: LocalisedText,
  isNumeric: z.boolean(),
  /** Marked as background in the questionnaire: shown beside the words until somebody chooses. */
  isBackground: z.boolean(),
  options: z.array(z.strictObject({ code: z.number(), label: LocalisedText })),
});
export type BackgroundColumn = z.infer<typeof BackgroundColumn>;

const Named = z.strictObject({ id: z.string(), name: z.string() });

/** What a project's words can be set beside, sorted and filtered by. */
export const GridColumns = z.strictObject({
  columns: z.array(BackgroundColumn),
  services: z.array(Named),
  places: z.array(Named),
  waves: z.array(z.strictObject({ id: WaveId, name: z.string() })),
  interviewers: z.array(z.strictObject({ id: ActorId, name: z.string() })),
  meetings: z.array(z.strictObject({ id: MeetingId, name: z.string() })),
  /** Who has coded here; nobody but the asker where coding is blind. */
  coders: z.array(z.strictObject({ id: ActorId, name: z.string(), initials: z.string() })),
  isBlind: z.boolean(),
});
export type GridColumns = z.infer<typeof GridColumns>;
