import { z } from 'zod';
import { ActorId, CodingId, InterviewId, MeetingId, ProjectId, TextId, ThemeId, VariableId } from '../model/ids.ts';
import { LocalisedText, StoredText } from '../model/text.ts';
import { command, query } from './kit.ts';

export const Polarity = z.enum(['positive', 'negative', 'mixed', 'neutral', 'suggestion']);
export type Polarity = z.infer<typeof Polarity>;
/** What a coding is about: one person's case, a service, or the system. */
export const Level = z.enum(['individual', 'service', 'system']);
export type Level = z.infer<typeof Level>;
export const Origin = z.enum(['coder', 'accepted-suggestion', 'search', 'import', 'consensus']);
export const Certainty = z.enum(['explicit', 'inferred']);
export type Certainty = z.infer<typeof Certainty>;
export const Missing = z.enum(['not-applicable', 'dont-know', 'prefer-not-to-say', 'skipped', 'illegible', 'not-asked', 'not-recorded']);
export type Missing = z.infer<typeof Missing>;

/** A theme on a text, by one coder. Offsets are UTF-16 units, the end exclusive; a whole answer runs from 0 to its length. */
export const Coding = z.strictObject({
  id: CodingId,
  themeId: ThemeId,
  isWhole: z.boolean(),
  start: z.int().min(0),
  end: z.int().min(1),
  certainty: Certainty,
  reason: z.string().nullable(),
  polarity: Polarity.nullable(),
  level: Level.nullable(),
  /** The service it is about. */
  serviceId: z.string().nullable(),
  origin: Origin,
  isDoubtful: z.boolean(),
  coderId: ActorId,
  coder: z.string(),
  coderInitials: z.string(),
  isMine: z.boolean(),
  /** Put by the consensus coder. */
  isConsensus: z.boolean(),
  /** Counted: a coder's own is not where the coders have settled a difference otherwise. */
  isCounted: z.boolean(),
  codedAt: z.string(),
});
export type Coding = z.infer<typeof Coding>;

/** What stands on one text after a change: enough to show it without asking again. */
export const TextCodings = z.strictObject({ textId: TextId, codings: z.array(Coding), reading: z.enum(['no-theme', 'done']).nullable() });
export type TextCodings = z.infer<typeof TextCodings>;

/** One person's answer to the question, or why there is none. */
export const GridRow = z.strictObject({
  /** Interview and instance; stays the same while the row is on screen. */
  id: z.string(),
  interviewId: InterviewId,
  code: z.string(),
  textId: TextId.nullable(),
  body: z.string(),
  language: z.string(),
  missing: Missing.nullable(),
  serviceId: z.string().nullable(),
  /** Codes or numbers, in the order of the columns. */
  background: z.array(z.number().nullable()),
  codings: z.array(Coding),
  reading: z.enum(['no-theme', 'done']).nullable(),
});
export type GridRow = z.infer<typeof GridRow>;

/** Which rows of a question, in which order. */
export const GridScope = z.strictObject({
  projectId: ProjectId,
  variableId: VariableId,
  filter: z
    .strictObject({
      serviceId: z.string().max(64).optional(),
      themeId: ThemeId.optional(),
      only: z.enum(['uncoded', 'doubtful']).optional(),
    })
    .optional(),
  order: z.enum(['asked', 'uncoded-first']),
  /**
   * "Uncoded" as it was at this moment (ISO, UTC). Rows coded since then stay where they are, so that nothing jumps away
   * under the hand.
   */
  asOf: z.iso.datetime().optional(),
});
export type GridScope = z.infer<typeof GridScope>;

/** Counts of texts: answered, of which with a theme or read without one. People are distinct respondents asked. */
export const GridCounts = z.strictObject({ people: z.int(), answered: z.int(), coded: z.int() });
export type GridCounts = z.infer<typeof GridCounts>;

export const OpenQuestion = z.strictObject({ variableId: VariableId, number: z.string(), wording: LocalisedText, ...GridCounts.shape });
export type OpenQuestion = z.infer<typeof OpenQuestion>;

export const BackgroundColumn = z.strictObject({
  variableId: VariableId,
  /** The variable's name, as in an export: "varighet". */
  name: z.string(),
  title: LocalisedText,
  isNumeric: z.boolean(),
  options: z.array(z.strictObject({ code: z.number(), label: LocalisedText })),
});
export type BackgroundColumn = z.infer<typeof BackgroundColumn>;

/** A text of any kind, for the text view. */
export const CodedTextView = z.strictObject({
  textId: TextId,
  kind: z.enum(['answer', 'remark', 'specify', 'note', 'minutes', 'document']),
  body: z.string(),
  language: z.string(),
  speakerRole: z.string().nullable(),
  saidOn: z.string().nullable(),
  answer: z.strictObject({ code: z.string(), variableId: VariableId, number: z.string(), wording: LocalisedText }).nullable(),
  meeting: z.strictObject({ meetingId: MeetingId, title: z.string(), heldOn: z.string().nullable() }).nullable(),
  codings: z.array(Coding),
  reading: z.enum(['no-theme', 'done']).nullable(),
});
export type CodedTextView = z.infer<typeof CodedTextView>;

const QuickTheme = z.strictObject({ digit: z.int().min(1).max(9), themeId: ThemeId });
export type QuickTheme = z.infer<typeof QuickTheme>;

const TextIds = z.array(TextId).min(1).max(20_000);
const Changed = z.strictObject({ texts: z.array(TextCodings) });
const project = z.strictObject({ projectId: ProjectId });

export const coding = {
  /** Open questions of a project in the order they are asked; versions that share a variable are one. */
  questions: query({ input: project, output: z.strictObject({ questions: z.array(OpenQuestion) }) }),
  /** What stands beside the answers: background variables with their words, and services. */
  columns: query({
    input: project,
    output: z.strictObject({ columns: z.array(BackgroundColumn), services: z.array(z.strictObject({ id: z.string(), name: z.string() })) }),
  }),
  /** A page of rows from the `from`-th (0-based) of `total`. */
  grid: query({
    input: z.strictObject({ ...GridScope.shape, from: z.int().min(0), limit: z.int().min(1).max(500) }),
    output: z.strictObject({ rows: z.array(GridRow), total: z.int() }),
  }),
  /** Texts of all rows in scope, for a change of everything that is filtered. At most 20,000. */
  textIds: query({ input: GridScope, output: z.strictObject({ textIds: z.array(TextId) }) }),
  /** Place of the next row (before or after `from`) that has no theme and was not read, or is doubtful; null when there is none. */
  nextRow: query({
    input: z.strictObject({
      ...GridScope.shape,
      from: z.int().min(-1),
      direction: z.enum(['down', 'up']),
      needs: z.enum(['uncoded', 'attention']),
    }),
    output: z.strictObject({ index: z.int().nullable() }),
  }),
  text: query({ input: z.strictObject({ textId: TextId }), output: CodedTextView }),
  quickThemes: query({ input: project, output: z.strictObject({ quickThemes: z.array(QuickTheme) }) }),
  /** Puts a theme on a digit, or with null takes the digit free. A theme has one digit at most. */
  setQuickTheme: command({
    input: z.strictObject({ projectId: ProjectId, digit: z.int().min(1).max(9), themeId: ThemeId.nullable() }),
    output: z.strictObject({}),
    touches: ['coding'],
    undo: 'coding.setQuickTheme.undo',
  }),
  /**
   * Puts a theme on whole answers, or on a range of one text. The same theme by the same coder on overlapping text becomes
   * one; where it stands already nothing changes, and the text is counted in `alreadyThere`.
   */
  apply: command({
    input: z.strictObject({
      textIds: TextIds,
      themeId: ThemeId,
      range: z.strictObject({ start: z.int().min(0), end: z.int().min(1) }).optional(),
      polarity: Polarity.optional(),
    }),
    output: z.strictObject({ ...Changed.shape, applied: z.int(), alreadyThere: z.int(), codingIds: z.array(CodingId) }),
    errors: ['RANGE_OUTSIDE_TEXT'],
    touches: ['coding', 'themes'],
    undo: 'coding.apply.undo',
  }),
  /** Puts the same themes, with their polarity, on whole answers as my codings of another text have. */
  applySame: command({
    input: z.strictObject({ textIds: TextIds, likeTextId: TextId }),
    output: z.strictObject({ ...Changed.shape, applied: z.int(), alreadyThere: z.int() }),
    errors: ['RANGE_OUTSIDE_TEXT'],
    touches: ['coding', 'themes'],
    undo: 'coding.applySame.undo',
  }),
  remove: command({
    input: z.strictObject({ codingIds: z.array(CodingId).min(1).max(20_000) }),
    output: Changed,
    touches: ['coding', 'themes'],
    undo: 'coding.remove.undo',
  }),
  setPolarity: command({
    input: z.strictObject({ codingIds: z.array(CodingId).min(1).max(20_000), polarity: Polarity.nullable() }),
    output: Changed,
    touches: ['coding'],
    undo: 'coding.setPolarity.undo',
  }),
  /** What codings are about: level, service, or both; what is left out stays, null takes it off. */
  setAbout: command({
    input: z.strictObject({
      codingIds: z.array(CodingId).min(1).max(20_000),
      level: Level.nullable().optional(),
      serviceId: z.uuid().nullable().optional(),
    }),
    output: Changed,
    touches: ['coding'],
    undo: 'coding.setAbout.undo',
  }),
  /** Explicit or inferred. The reason belongs to inferred codings and goes when one becomes explicit. */
  setCertainty: command({
    input: z.strictObject({ codingId: CodingId, certainty: Certainty, reason: StoredText.optional() }),
    output: Changed,
    touches: ['coding'],
    undo: 'coding.setCertainty.undo',
  }),
  /** Moves the edges of a coding of part of a text. */
  setRange: command({
    input: z.strictObject({ codingId: CodingId, range: z.strictObject({ start: z.int().min(0), end: z.int().min(1) }) }),
    output: Changed,
    errors: ['RANGE_OUTSIDE_TEXT'],
    touches: ['coding'],
    undo: 'coding.setRange.undo',
  }),
  /** Read, nothing to code: a state of its own. Texts that have a theme of mine are left alone and counted. */
  noTheme: command({
    input: z.strictObject({ textIds: TextIds, isOn: z.boolean() }),
    output: z.strictObject({ ...Changed.shape, withThemes: z.int() }),
    touches: ['coding'],
    undo: 'coding.noTheme.undo',
  }),
};
