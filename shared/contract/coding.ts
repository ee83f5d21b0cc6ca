import { z } from 'zod';
import { CodingId, ProjectId, TextId, ThemeId, VariableId } from '../model/ids.ts';
import { StoredText } from '../model/text.ts';
import { GridColumns, GridRow, GridScope, OpenQuestion } from './coding-grid.ts';
import { Certainty, Level, Polarity, TextCodings } from './coding-terms.ts';
import { command, query } from './kit.ts';

export * from './coding-grid.ts';
export * from './coding-terms.ts';

const QuickTheme = z.strictObject({ digit: z.int().min(1).max(9), themeId: ThemeId });
export type QuickTheme = z.infer<typeof QuickTheme>;

const TextIds = z.array(TextId).max(20_000);
const Range = z.strictObject({ start: z.int().min(0), end: z.int().min(1) });
/** A text, whole or part of it: a row of the grid. */
export const TextPlace = z.strictObject({ textId: TextId, range: Range.nullable() });
export type TextPlace = z.infer<typeof TextPlace>;
const Places = z.array(TextPlace).max(20_000);
/** Counts of what else can be coded in rows. */
const OtherSources = z.strictObject({
  minutes: z.strictObject({ meetings: z.int(), texts: z.int(), coded: z.int() }),
  documents: z.strictObject({ texts: z.int(), coded: z.int() }),
});
const Changed = z.strictObject({ texts: z.array(TextCodings) });
const project = z.strictObject({ projectId: ProjectId });

export const coding = {
  /** Open questions of a project in the order they are asked; versions that share a variable are one. */
  questions: query({ input: project, output: z.strictObject({ questions: z.array(OpenQuestion), ...OtherSources.shape }) }),
  /** What can stand beside the words, and what rows can be sorted and filtered by. */
  columns: query({ input: project, output: GridColumns }),
  /** A page of rows from the `from`-th (0-based) of `total`. `beside`: variables whose answers stand beside; left out, the background. */
  grid: query({
    input: z.strictObject({
      ...GridScope.shape,
      beside: z.array(VariableId).max(6).optional(),
      from: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({ rows: z.array(GridRow), total: z.int() }),
  }),
  /** The words of all rows in scope, for a change of everything that is filtered. At most 20,000; `total` says how many there are. */
  places: query({ input: GridScope, output: z.strictObject({ places: z.array(TextPlace), total: z.int() }) }),
  /** My codings of a theme that touch these rows. */
  ownCodings: query({
    input: z.strictObject({ themeId: ThemeId, places: Places.min(1) }),
    output: z.strictObject({ codingIds: z.array(CodingId) }),
  }),
  /** Place of the next row (before or after `from`) that has no theme and was not read, or needs a look; null when there is none. */
  nextRow: query({
    input: z.strictObject({
      ...GridScope.shape,
      from: z.int().min(-1),
      direction: z.enum(['down', 'up']),
      needs: z.enum(['uncoded', 'attention']),
    }),
    output: z.strictObject({ index: z.int().nullable() }),
  }),
  quickThemes: query({ input: project, output: z.strictObject({ quickThemes: z.array(QuickTheme) }) }),
  /** Puts a theme on a digit, or with null takes the digit free. A theme has one digit at most. */
  setQuickTheme: command({
    input: z.strictObject({ projectId: ProjectId, digit: z.int().min(1).max(9), themeId: ThemeId.nullable() }),
    output: z.strictObject({}),
    touches: ['coding'],
    undo: 'coding.setQuickTheme.undo',
  }),
  /**
   * Puts a theme on whole answers, on a range of one text, or on the words of rows (`places`). The same theme by the same coder on overlapping text becomes
   * one; where it stands already nothing changes, and the text is counted in `alreadyThere`.
   */
  apply: command({
    input: z.strictObject({
      textIds: TextIds,
      themeId: ThemeId,
      range: Range.optional(),
      places: Places.optional(),
      polarity: Polarity.optional(),
    }),
    output: z.strictObject({ ...Changed.shape, applied: z.int(), alreadyThere: z.int(), codingIds: z.array(CodingId) }),
    errors: ['RANGE_OUTSIDE_TEXT'],
    touches: ['coding', 'themes'],
    undo: 'coding.apply.undo',
  }),
  /** Puts the same themes, with polarity, level and service, on answers or the words of rows as my codings of another row have. */
  applySame: command({
    input: z.strictObject({ textIds: TextIds, places: Places.optional(), likeTextId: TextId, likeRange: Range.optional() }),
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
    input: z.strictObject({ codingId: CodingId, range: Range }),
    output: Changed,
    errors: ['RANGE_OUTSIDE_TEXT'],
    touches: ['coding'],
    undo: 'coding.setRange.undo',
  }),
  /** Read, nothing to code: a state of its own. Texts that have a theme of mine are left alone and counted. */
  noTheme: command({
    input: z.strictObject({ textIds: TextIds.min(1), isOn: z.boolean() }),
    output: z.strictObject({ ...Changed.shape, withThemes: z.int() }),
    touches: ['coding'],
    undo: 'coding.noTheme.undo',
  }),
};
