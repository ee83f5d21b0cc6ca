import { z } from 'zod';
import { chartTypes } from '../charts/chart-type.ts';
import { ReleasedExhibit } from '../model/exhibit.ts';
import { ProjectId, Ticket, VariableId, WaveId } from '../model/ids.ts';
import { LocalisedText } from '../model/text.ts';
import { analysisExhibits } from './analysis-exhibits.ts';
import { analysisScreening } from './analysis-screening.ts';
import { analysisWeights } from './analysis-weights.ts';
import { ExhibitDefinition } from './exhibit-definition.ts';
import { ExhibitView, InsideView } from './exhibit-view.ts';
import { command, job, query } from './kit.ts';

export { ColumnId, ExhibitDefinition, LetterChoice, PlaceMode } from './exhibit-definition.ts';
export type { BannerPart, ExhibitFilter } from './exhibit-definition.ts';
export { ExhibitView, InsideView, MissingCount, MissingReason, Sentence } from './exhibit-view.ts';
export type { GateState } from './exhibit-view.ts';

export const AnalysisOption = z.strictObject({
  code: z.int(),
  label: LocalisedText,
  /** What expressions call it; its code when left out. */
  name: z.string().optional(),
});

/** Something that can be put in a well. `id` is a variable's id, `grid:` and an item's id, `themes`, `wave`, `place` or `service`. */
export const AnalysisVariable = z.strictObject({
  id: z.string(),
  kind: z.enum(['one', 'several', 'scale', 'number', 'grid', 'themes', 'wave', 'place', 'service']),
  label: LocalisedText,
  /** The variable's own short name; empty for grids, themes and waves. */
  name: z.string(),
  /** The items of a grid, else the variable itself, else nothing. */
  members: z.array(VariableId),
  options: z.array(AnalysisOption),
  /** Asked in every round of a repeat: a person has as many answers as rounds, and the rounds have a table of their own. */
  isInRounds: z.boolean(),
  /** Tells who somebody is: no expression may ask for it. */
  isIdentifying: z.literal(true).optional(),
});
export type AnalysisVariable = z.infer<typeof AnalysisVariable>;

export const VariableGroup = z.strictObject({
  id: z.string(),
  kind: z.enum(['background', 'section', 'themes', 'wave', 'place', 'service']),
  title: LocalisedText,
  variables: z.array(AnalysisVariable),
});
export type VariableGroup = z.infer<typeof VariableGroup>;

const ofExhibit = z.strictObject({ projectId: ProjectId, definition: ExhibitDefinition });

export const analysis = {
  ...analysisExhibits,
  ...analysisScreening,
  ...analysisWeights,
  /** Everything that can be counted in a project, grouped as the questionnaire is. */
  variables: query({
    input: z.strictObject({ projectId: ProjectId }),
    output: z.strictObject({ groups: z.array(VariableGroup), waves: z.array(z.strictObject({ id: WaveId, name: z.string() })) }),
  }),
  /** The table as it would be released. Holds no hidden number. */
  exhibit: query({ input: ofExhibit, output: ExhibitView, errors: ['CODING_IS_BLIND', 'EXPRESSION_UNREADABLE'] }),
  /** The same table before the gate. */
  insideView: query({ input: ofExhibit, output: InsideView, errors: ['CODING_IS_BLIND', 'EXPRESSION_UNREADABLE'] }),
  /** Releases the table for the clipboard. The same figures copied again are the same release. */
  copy: command({
    input: ofExhibit,
    output: z.strictObject({ released: ReleasedExhibit }),
    errors: ['NOT_RELEASABLE', 'TOO_FEW', 'CODING_IS_BLIND', 'EXPRESSION_UNREADABLE'],
    touches: ['analysis', 'privacy'],
    undo: null,
  }),
  /** Releases the table: checks it anew, enters it in the register of releases and makes the file. */
  export: job({
    input: ofExhibit.extend({
      format: z.enum(['xlsx', 'csv', 'svg', 'png']),
      /** The best for the table when left out, or when it does not suit it. */ chart: z.enum(chartTypes).optional(),
      /** Its author's own; the one the program writes when left out. */ title: z.string().trim().min(1).max(300).optional(),
      recipient: z.string().max(200).optional(),
    }),
    progress: z.strictObject({ done: z.int(), of: z.int() }),
    output: z.strictObject({ ticket: Ticket, fileName: z.string(), releaseNumber: z.int() }),
    errors: ['NOT_RELEASABLE', 'TOO_FEW', 'CODING_IS_BLIND', 'EXPRESSION_UNREADABLE'],
    touches: ['analysis', 'privacy'],
    undo: null,
  }),
};
