import { z } from 'zod';
import { ReleasedExhibit } from '../model/exhibit.ts';
import { ProjectId, ThemeId } from '../model/ids.ts';
import { Language, LocalisedText } from '../model/text.ts';
import { ExhibitDefinition, PlaceMode } from './exhibit-definition.ts';
import { query } from './kit.ts';
import { Mentions } from './recurrence.ts';

/** What stands side by side within one project. */
export const CompareBy = z.enum(['waves', 'places', 'services']);
export type CompareBy = z.infer<typeof CompareBy>;

/** What is compared: of scales the share of the two best answers, the net score or the mean (of numbers too), of other questions the share of each answer. */
export const CompareFigure = z.enum(['top2', 'net', 'mean', 'share']);
export type CompareFigure = z.infer<typeof CompareFigure>;

/** Why figures on two sides of something are not to be joined. */
export const BreakReason = z.enum(['changed-wording', 'changed-options', 'boundary']);
export type BreakReason = z.infer<typeof BreakReason>;

/** Why there is no change: what the line is broken by, no two waves, a hidden figure, or persons in both of whom too little can be told. */
export const NoChange = z.enum([...BreakReason.options, 'one-wave', 'hidden', 'few-linked', 'hidden-linked']);
export type NoChange = z.infer<typeof NoChange>;

/**
 * What happened from the first wave that can be compared to the last. `apart`: of the two figures as printed. `linked`: of the persons who are in both, in
 * points (or in the unit of the mean).
 */
export const Change = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('told'),
    kind: z.enum(['apart', 'linked']),
    /** Keys of the two waves. */
    from: z.string(),
    to: z.string(),
    value: z.number(),
    /** Limits of the 95 % interval; null where a figure has none. */
    low: z.number().nullable(),
    high: z.number().nullable(),
    /** Persons in both waves; null where they are not the same. */
    persons: z.int().nullable(),
  }),
  z.strictObject({ state: z.literal('none'), reason: NoChange }),
]);
export type Change = z.infer<typeof Change>;

/** One question by waves, places or services, as it would be released. */
export const ComparedTable = z.strictObject({
  definition: ExhibitDefinition,
  section: LocalisedText,
  wording: LocalisedText,
  /** Null where the gate's own check stopped the table. */
  exhibit: ReleasedExhibit.nullable(),
  /** Rows of the exhibit, in its order; null where nothing is compared in time. */
  changes: z.array(z.strictObject({ row: z.string(), change: Change })).nullable(),
  /** Waves that differ from the one before, by key. */
  breaks: z.array(z.strictObject({ column: z.string(), reason: BreakReason })),
  /** Somebody is in more than one wave, and known to be. */
  isLinked: z.boolean(),
});
export type ComparedTable = z.infer<typeof ComparedTable>;

const Figures = z.strictObject({
  /** Figures that the project has questions for. */
  figures: z.array(CompareFigure),
  /** Waves with records that count, recorded places or services. */
  columns: z.int(),
  tables: z.array(ComparedTable).max(500),
});

/** A question in one project. */
export const ProjectCell = z.strictObject({
  projectId: ProjectId,
  definition: ExhibitDefinition,
  exhibit: ReleasedExhibit.nullable(),
  wording: LocalisedText,
  /** The wording differs from that of the project at hand, in a language both have. */
  isReworded: z.boolean(),
  /** How it was found: the same question of the bank, or the same variable name and the same answers. */
  by: z.enum(['own', 'bank', 'name']),
});
export type ProjectCell = z.infer<typeof ProjectCell>;

const ComparedQuestion = z.strictObject({
  variableId: z.uuid(),
  wording: LocalisedText,
  section: LocalisedText,
  /** Parallel to the projects; null where it was not asked. */
  cells: z.array(ProjectCell.nullable()),
});
export type ComparedQuestion = z.infer<typeof ComparedQuestion>;

/** A theme in the interviews and in the minutes. */
export const MeetingTheme = z.strictObject({
  /** The row of the exhibit; null where nobody in the interviews mentions it. */
  row: z.string().nullable(),
  themeId: ThemeId,
  /** Null where no minutes note it. */
  meetings: Mentions.nullable(),
});
export type MeetingTheme = z.infer<typeof MeetingTheme>;

const Meetings = z.strictObject({
  definition: ExhibitDefinition,
  exhibit: ReleasedExhibit.nullable(),
  /** Meetings with minutes. */
  meetings: z.int(),
  /** Of this project alone. */
  ownMeetings: z.int(),
  rows: z.array(MeetingTheme).max(500),
});

export const compare = {
  /** Every question that can be compared, one table each: all of them through the gate. */
  figures: query({
    input: z.strictObject({ projectId: ProjectId, by: CompareBy, figure: CompareFigure, places: PlaceMode, language: Language }),
    output: Figures,
  }),
  /** Questions that other projects of the workspace have asked too. Every figure is held to the strictest of the projects' rules. */
  projects: query({
    input: z.strictObject({ projectId: ProjectId, figure: CompareFigure, language: Language }),
    output: z.strictObject({
      figures: z.array(CompareFigure),
      /** The project at hand first. */
      projects: z.array(z.strictObject({ id: ProjectId, name: z.string() })).max(50),
      rule: z.strictObject({ threshold: z.int(), minimumBase: z.int() }),
      questions: z.array(ComparedQuestion).max(500),
    }),
  }),
  /** Themes of the interviews beside those of the minutes; meetings are counted, never who came. */
  meetings: query({
    input: z.strictObject({ projectId: ProjectId, of: z.enum(['all', 'project']), language: Language }),
    output: Meetings,
    errors: ['CODING_IS_BLIND'],
  }),
};
