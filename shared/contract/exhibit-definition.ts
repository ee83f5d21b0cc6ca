import { z } from 'zod';
import { PercentOf, SummaryFigure } from '../model/exhibit.ts';
import { VariableId, WaveId } from '../model/ids.ts';
import { Language } from '../model/text.ts';

/** Whose answers are counted: one wave, persons with some answers to one variable, and persons of whom an expression is true. Empty means everyone. */
export const ExhibitFilter = z.strictObject({
  waveId: WaveId.optional(),
  variableId: VariableId.optional(),
  codes: z.array(z.int()).min(1).max(500).optional(),
  /** In the language of routing (`shared/expressions`), over the variables' names. */
  where: z.string().min(1).max(1000).optional(),
});
export type ExhibitFilter = z.infer<typeof ExhibitFilter>;

/** How places that were joined, divided or renumbered are counted: each by itself, as one, or line by line. */
export const PlaceMode = z.enum(['as-recorded', 'rolled-up', 'lines-apart']);
export type PlaceMode = z.infer<typeof PlaceMode>;

/** What can make groups beside each other. `themes`: whoever mentions a theme at the top of the tree is in its group, and may be in several. */
export const ColumnId = z.union([VariableId, z.enum(['wave', 'place', 'service', 'themes'])]);
export type ColumnId = z.infer<typeof ColumnId>;

/** One part of a banner: the groups of `by`, each within the groups of `within` where that is given. */
export const BannerPart = z.strictObject({ by: ColumnId, within: ColumnId.optional() });
export type BannerPart = z.infer<typeof BannerPart>;

/** How the shares of neighbouring columns are compared: the correction, the family it is over, and one or two levels. */
export const LetterChoice = z.strictObject({
  adjust: z.enum(['holm', 'bonferroni', 'bh', 'none']),
  family: z.enum(['row', 'table']),
  /** 0.05 alone, or 0.05 in small letters and 0.01 in capitals. */
  levels: z.enum(['one', 'two']),
});
export type LetterChoice = z.infer<typeof LetterChoice>;

/**
 * What a table is made of. `rows`: one variable, the items of a battery, the themes of the answers, or the places of the
 * interviews. `merge: 'ends'` joins the two outermost answers at each end of a scale, the usual way out when small cells are
 * hidden. `base: 'rounds'` counts the rounds of a repeat instead of the persons who told of them.
 */
export const ExhibitDefinition = z
  .strictObject({
    kind: z.enum(['frequency', 'crosstab', 'likert', 'themes', 'summary']),
    rows: z.union([VariableId, z.array(VariableId).min(1).max(400), z.enum(['themes', 'place'])]),
    columns: ColumnId.optional(),
    /** Several groupings side by side, or one within another; a single plain one is `columns`. */
    banner: z.array(BannerPart).min(1).max(8).optional(),
    filter: ExhibitFilter.optional(),
    language: Language,
    /** What percentages are of; `count`: persons only. */
    percent: z.union([PercentOf, z.literal('count')]),
    /** Rows under the answers of a scale or a number. */
    figures: z
      .array(SummaryFigure.exclude(['index']))
      .min(1)
      .max(5)
      .optional(),
    /** The one figure of each item of a `summary`; `index` is one row over all items. */
    figure: SummaryFigure.optional(),
    /** Figures of the same answers that stand beside this table in others: of all of them together no more is shown than is safe. */
    beside: z
      .array(SummaryFigure.exclude(['index']))
      .min(1)
      .max(5)
      .optional(),
    /** `do not know` counts among the answers; it stands outside the 100 % when left out. */
    dontKnow: z.literal('inside').optional(),
    /** The default is Wilson's, with the frame where it is known. */
    intervals: z.enum(['wilson', 'exact']).optional(),
    /** Tests of each part of the columns, with effects. */
    tests: z.literal('shown').optional(),
    letters: LetterChoice.optional(),
    /** The project's weights, where they are allowed. */
    weights: z.literal('used').optional(),
    merge: z.literal('ends').optional(),
    base: z.literal('rounds').optional(),
    /** Only where places are rows or columns; as recorded when left out. */
    places: PlaceMode.optional(),
    /** Each theme by itself; with everything under it when left out. */
    themes: z.literal('own').optional(),
    /** Answers of the columns' question that make one group each; whoever answered something else is in none. */
    cuts: z.array(z.array(z.int()).min(1).max(60)).min(2).max(11).optional(),
  })
  .refine(({ kind, rows }) => (kind === 'likert' || kind === 'summary') === Array.isArray(rows), { error: 'likert-needs-items' })
  .refine(({ kind, figure }) => (kind === 'summary') === (figure !== undefined), { error: 'summary-needs-figure' })
  .refine(({ figures, kind }) => figures === undefined || kind === 'frequency' || kind === 'crosstab', { error: 'no-answers' })
  .refine(({ banner, columns }) => banner === undefined || columns === undefined, { error: 'banner-or-columns' })
  .refine(({ banner }) => banner === undefined || banner.length > 1 || banner.some(({ within }) => within !== undefined), {
    error: 'one-plain-part-is-columns',
  })
  .refine(({ banner = [] }) => new Set(banner.map(({ by, within }) => `${within ?? ''} ${by}`)).size === banner.length, {
    error: 'part-twice',
  })
  .refine(({ banner = [] }) => banner.every(({ by, within }) => by !== within), { error: 'within-itself' })
  .refine(({ kind, rows }) => (kind === 'themes') === (rows === 'themes'), { error: 'themes-need-themes' })
  .refine(
    ({ kind, columns, banner }) => {
      const hasGroups = columns !== undefined || banner !== undefined;
      return kind === 'crosstab' ? hasGroups : kind === 'themes' || kind === 'summary' || !hasGroups;
    },
    { error: 'columns-and-kind-differ' },
  )
  .refine(({ base, rows }) => base === undefined || VariableId.safeParse(rows).success, { error: 'rounds-need-a-question' })
  .refine(
    ({ places, rows, columns, banner = [] }) =>
      places === undefined || [rows, columns, ...banner.flatMap(({ by, within }) => [by, within])].includes('place'),
    { error: 'no-places' },
  )
  .refine(({ themes, kind }) => themes === undefined || kind === 'themes', { error: 'no-themes' })
  .refine(({ cuts, kind, columns }) => cuts === undefined || (kind === 'themes' && VariableId.safeParse(columns).success), {
    error: 'cuts-need-a-question',
  })
  .refine(({ cuts = [] }) => new Set(cuts.flat()).size === cuts.flat().length, { error: 'cuts-overlap' });
export type ExhibitDefinition = z.infer<typeof ExhibitDefinition>;
