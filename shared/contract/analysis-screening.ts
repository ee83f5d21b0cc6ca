import { z } from 'zod';
import { ProjectId, VariableId } from '../model/ids.ts';
import { Language, LocalisedText } from '../model/text.ts';
import { ColumnId, ExhibitDefinition, ExhibitFilter } from './exhibit-definition.ts';
import { Sentence } from './exhibit-view.ts';
import { query } from './kit.ts';

/** How large a difference is: a test's own effect, and the same from 0 to 1 so that unlike ones can be put in order. */
export const ScreenedEffect = z.strictObject({
  /** As in a table's tests: `difference`, `superiority`, `cramers-v`, `epsilon-squared`, `tau-b`, `points-per-year`. */
  name: z.string(),
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  size: z.number().min(0).max(1),
});
export type ScreenedEffect = z.infer<typeof ScreenedEffect>;

/** A question whose answers may go with a grouping: worth a closer look, no more. */
export const ScreenedPair = z.strictObject({
  rows: VariableId,
  /** The answer, where persons could give several and each is looked at by itself. */
  answer: z.string().nullable(),
  rowsLabel: LocalisedText,
  columns: ColumnId,
  /** Empty for waves, places and services. */
  columnsLabel: LocalisedText,
  effect: ScreenedEffect,
  /** The widest difference in words, with its interval; null where no two groups can be set beside each other. */
  reading: Sentence.nullable(),
  /** Opens the table. */
  definition: ExhibitDefinition,
});
export type ScreenedPair = z.infer<typeof ScreenedPair>;

/** What is worth a closer look (analysis.md 2.4). Part of `analysis`. */
export const analysisScreening = {
  /**
   * Questions against every background question, places, services and independent waves. Only tables without a hidden number are looked at. The list is
   * Benjamini–Hochberg's at a tenth, largest difference first. Cancelled between tables.
   */
  screening: query({
    input: z.strictObject({
      projectId: ProjectId,
      rows: z.array(VariableId).min(1).max(400),
      filter: ExhibitFilter.optional(),
      language: Language,
    }),
    output: z.strictObject({
      pairs: z.array(ScreenedPair),
      /** Comparisons that were tried: the family of the list. */
      comparisons: z.int(),
      /** Tables that were not looked at, because some number in them is hidden or a group is too small. */
      leftOut: z.int(),
    }),
    errors: ['EXPRESSION_UNREADABLE', 'NOT_FOUND'],
  }),
};
