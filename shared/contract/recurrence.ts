import { z } from 'zod';
import { MeetingId, ProjectId, ThemeId } from '../model/ids.ts';
import { Language } from '../model/text.ts';
import { HeldDate } from '../model/vague.ts';
import { query } from './kit.ts';
import { LineMark } from './meeting-terms.ts';
import { Perspective } from './observations.ts';

/** What the columns of the table are. `bodies` is whoever the line is attributed to. */
export const RecurrenceBy = z.enum(['meetings', 'places', 'years', 'perspectives', 'bodies']);
export type RecurrenceBy = z.infer<typeof RecurrenceBy>;

/** How places that have become one another stand (LineageMode of the place lineage). */
export const RecurrencePlaceMode = z.enum(['as-recorded', 'rolled-up', 'lines-apart']);
export type RecurrencePlaceMode = z.infer<typeof RecurrencePlaceMode>;

/** Which lines of minutes are looked at; what is left out does not narrow. */
export const RecurrenceFilter = z.strictObject({
  projectId: ProjectId.optional(),
  seriesId: z.uuid().optional(),
  roundId: z.uuid().optional(),
  /** The place, what lies in it and, unless places stand as recorded, what counts with it. */
  placeId: z.uuid().optional(),
  language: Language.optional(),
  mark: LineMark.optional(),
  perspective: Perspective.optional(),
  bodyId: z.uuid().optional(),
  /** Both years are included. A meeting whose year nobody knows is in no period. */
  fromYear: z.int().min(1900).max(2200).optional(),
  toYear: z.int().min(1900).max(2200).optional(),
});
export type RecurrenceFilter = z.infer<typeof RecurrenceFilter>;

/**
 * How often a theme, or one under it, was brought up. A mention is a line of the minutes, counted once whoever coded it and however
 * many passages or subthemes it holds. Inferred are those where nobody has coded the theme as said outright; they are among the others.
 */
export const Mentions = z.strictObject({
  meetings: z.int().min(0),
  inferredMeetings: z.int().min(0),
  mentions: z.int().min(0),
  inferred: z.int().min(0),
});
export type Mentions = z.infer<typeof Mentions>;

export const RecurrenceColumn = z.strictObject({
  /** An id, a year, a perspective; `none` for lines that have none, `apart` for places of which nobody can say where they belong. */
  key: z.string(),
  /** The name of a meeting, place or body; the year; null for perspectives, `none` and `apart`. */
  name: z.string().nullable(),
  /** When a meeting was held, and where. */
  held: HeldDate.nullable(),
  place: z.string().nullable(),
  /** A column of places across which a border has changed: it carries the mark. */
  hasBreak: z.boolean(),
  /** A year that is worked out for at least one of its meetings. */
  isInferred: z.boolean(),
  /** Meetings with minutes behind the column, whether or not they mention anything. */
  meetings: z.int(),
});
export type RecurrenceColumn = z.infer<typeof RecurrenceColumn>;

/** A number of persons as it may be shown; `hidden` prints `:`. */
export const PersonCount = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('shown'), count: z.int() }),
  z.strictObject({ state: z.literal('hidden') }),
  z.strictObject({ state: z.literal('words'), words: z.enum(['few', 'half', 'most']) }),
  z.strictObject({ state: z.literal('empty') }),
]);
export type PersonCount = z.infer<typeof PersonCount>;

export const RecurrenceRow = z.strictObject({
  themeId: ThemeId,
  /** Over all columns: a meeting that stands in several is counted once. */
  all: Mentions,
  /** In the order of the columns; null where it was not brought up. */
  cells: z.array(Mentions.nullable()),
  /** Languages of the minutes that bring it up. */
  languages: z.array(Language),
  /** Persons of the interviews who mention it; null when interviews are not asked for. */
  persons: PersonCount.nullable(),
});
export type RecurrenceRow = z.infer<typeof RecurrenceRow>;

export const RecurrenceTable = z.strictObject({
  columns: z.array(RecurrenceColumn),
  /** Themes that are brought up, or that persons in the interviews mention; in the order of the tree, parents first. */
  rows: z.array(RecurrenceRow),
  /** Meetings with minutes in the selection. */
  meetings: z.int(),
  /** Lines in the selection, and those of them that hold a theme. */
  lines: z.int(),
  codedLines: z.int(),
  /** Changes of territory that the places of the selection cross: the footnotes of the mark. Words are in the catalogue `places`. */
  breaks: z.array(z.strictObject({ id: z.string(), note: z.strictObject({ id: z.string(), params: z.record(z.string(), z.string()) }) })),
  /** The interviews beside the meetings: persons who said something in their own words, in all waves. */
  interviews: z
    .strictObject({ project: z.string(), base: z.int().nullable(), threshold: z.int(), hiddenCount: z.int(), canBeShown: z.boolean() })
    .nullable(),
});
export type RecurrenceTable = z.infer<typeof RecurrenceTable>;

/** A theme on a line: which one, whether said or read out of it, and why. */
const LineTheme = z.strictObject({ themeId: ThemeId, isInferred: z.boolean(), reason: z.string().nullable() });

/** A line of minutes with where and when it was said. */
export const RecurrenceLine = z.strictObject({
  id: z.uuid(),
  meetingId: MeetingId,
  meeting: z.string(),
  held: HeldDate.nullable(),
  place: z.string().nullable(),
  body: z.string(),
  language: Language,
  mark: LineMark.nullable(),
  perspective: Perspective.nullable(),
  attribution: z.enum(['body', 'one-participant', 'consensus']).nullable(),
  attributedTo: z.string().nullable(),
  /** Those of the line's themes that are the theme asked for or stand under it. */
  themes: z.array(LineTheme),
});
export type RecurrenceLine = z.infer<typeof RecurrenceLine>;

/** A theme that nobody brought up, and when it last was, anywhere. */
export const Unmentioned = z.strictObject({
  themeId: ThemeId,
  last: z.strictObject({ meetingId: MeetingId, meeting: z.string(), held: HeldDate.nullable(), place: z.string().nullable() }).nullable(),
});
export type Unmentioned = z.infer<typeof Unmentioned>;

const Choice = z.strictObject({ id: z.uuid(), name: z.string() });
const View = z.strictObject({ filter: RecurrenceFilter, by: RecurrenceBy, placeMode: RecurrencePlaceMode });

export const recurrence = {
  /**
   * Themes by meetings, places, years, perspectives or bodies. With `interviewsOf` the persons of that project's interviews stand
   * beside, through its threshold; the filter does not narrow them, so that no two views can be subtracted.
   */
  table: query({ input: View.extend({ interviewsOf: ProjectId.optional() }), output: RecurrenceTable, errors: ['CODING_IS_BLIND'] }),
  /** The lines behind a cell, or with no `key` behind the row: by time, then in the order of the minutes. At most 200. */
  lines: query({
    input: View.extend({ themeId: ThemeId, key: z.string().max(64).optional() }),
    output: z.strictObject({ lines: z.array(RecurrenceLine), total: z.int() }),
  }),
  /** Themes in use that were not brought up, neither they nor anything under them; in the order of the tree. */
  unmentioned: query({
    input: z.strictObject({ filter: RecurrenceFilter, placeMode: RecurrencePlaceMode }),
    output: z.strictObject({ themes: z.array(Unmentioned), mentioned: z.int() }),
  }),
  /** What can be narrowed by: only what has minutes. */
  choices: query({
    input: z.strictObject({}),
    output: z.strictObject({
      projects: z.array(z.strictObject({ id: ProjectId, name: z.string(), hasInterviews: z.boolean(), hasMinutes: z.boolean() })),
      series: z.array(Choice),
      rounds: z.array(Choice),
      places: z.array(Choice),
      bodies: z.array(Choice),
      languages: z.array(Language),
      years: z.array(z.int()),
    }),
  }),
};
