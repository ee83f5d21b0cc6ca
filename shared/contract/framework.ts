import { z } from 'zod';
import { FindingId, InterviewId, ProjectId, TextId, ThemeId, Ticket, VariableId } from '../model/ids.ts';
import { Language, LocalisedText, StoredText } from '../model/text.ts';
import { IsoDay } from '../model/vague.ts';
import { Polarity } from './coding-terms.ts';
import { command, job, query } from './kit.ts';

/** What a row of a matrix is: a person, an interview (of a group), or everybody who gave one answer to a closed question. */
export const FrameworkUnit = z.enum(['person', 'interview', 'variable']);
export type FrameworkUnit = z.infer<typeof FrameworkUnit>;

export const FrameworkId = z.uuid();
export type FrameworkId = z.infer<typeof FrameworkId>;

/** A respondent's or an interview's id, or the code of the answer ("3"). */
const RowId = z.string().min(1).max(64);
const MatrixName = StoredText.transform((text) => text.trim()).pipe(z.string().min(1).max(200));
const Themes = z.array(ThemeId).max(60);

export const Framework = z.strictObject({
  id: FrameworkId,
  name: z.string(),
  unit: FrameworkUnit,
  variableId: VariableId.nullable(),
  /** The columns, in their order. */
  themeIds: z.array(ThemeId),
});
export type Framework = z.infer<typeof Framework>;

/** Cells by how far they have come. Begun: a summary or quotes, and not done. */
export const Fill = z.strictObject({ done: z.int(), begun: z.int(), cells: z.int() });
export type Fill = z.infer<typeof Fill>;

export const FrameworkFilter = z.strictObject({
  /** Answers to closed questions; null among the codes is "no answer". All must hold, of a list any one. */
  answers: z
    .array(z.strictObject({ variableId: VariableId, codes: z.array(z.number().nullable()).min(1).max(100) }))
    .max(8)
    .optional(),
  serviceIds: z.array(z.string().max(64)).min(1).max(200).optional(),
  placeIds: z.array(z.string().max(64)).min(1).max(200).optional(),
});
export type FrameworkFilter = z.infer<typeof FrameworkFilter>;

export const FrameworkSort = z.strictObject({
  by: z.enum(['case', 'service', 'place', 'answer', 'fill']),
  /** For `answer`. */
  variableId: VariableId.optional(),
  direction: z.enum(['up', 'down']),
});
export type FrameworkSort = z.infer<typeof FrameworkSort>;

/** Which rows of a matrix, in which order. Rows of answers are always all there, in the order the answers are offered. */
export const FrameworkScope = z.strictObject({
  frameworkId: FrameworkId,
  filter: FrameworkFilter.optional(),
  sort: FrameworkSort.optional(),
});
export type FrameworkScope = z.infer<typeof FrameworkScope>;

export const FrameworkCell = z.strictObject({
  cellId: z.uuid(),
  themeId: ThemeId,
  summary: z.string(),
  isDone: z.boolean(),
  /** Quotes the summary rests on. */
  quotes: z.int(),
});
export type FrameworkCell = z.infer<typeof FrameworkCell>;

export const FrameworkRow = z.strictObject({
  id: RowId,
  /** "R017"; empty where the row is an answer. */
  code: z.string(),
  /** The answer's words; empty where the row is a case. */
  answer: LocalisedText,
  /** Distinct persons in the row. */
  persons: z.int(),
  service: z.string().nullable(),
  place: z.string().nullable(),
  /** Codes or numbers, in the order of `beside`. */
  background: z.array(z.union([z.number(), z.array(z.number())]).nullable()),
  /** Cells that are there; the others are empty. */
  cells: z.array(FrameworkCell),
  /** Segments of the row's words under each column's theme, in the order of the columns. */
  said: z.array(z.int()),
});
export type FrameworkRow = z.infer<typeof FrameworkRow>;

/** Words a summary rests on, or can rest on. Offsets in UTF-16 units of the text. */
export const CellQuote = z.strictObject({
  /** Null while it is only suggested. */
  quoteId: z.uuid().nullable(),
  textId: TextId,
  start: z.int(),
  end: z.int(),
  words: z.string(),
  language: z.string(),
  /** Whose words; null in minutes and the like. */
  code: z.string().nullable(),
  interviewId: InterviewId.nullable(),
  /** Number of the question, or null. */
  number: z.string().nullable(),
  /** Title of the document, or null. */
  title: z.string().nullable(),
  /** Themes of the branch that are coded there. */
  themeIds: z.array(ThemeId),
});
export type CellQuote = z.infer<typeof CellQuote>;

export const CellPlace = z.strictObject({ frameworkId: FrameworkId, rowId: RowId, themeId: ThemeId });
export type CellPlace = z.infer<typeof CellPlace>;

const WordsPlace = z.strictObject({ textId: TextId, start: z.int().min(0), end: z.int().min(1) });
const project = z.strictObject({ projectId: ProjectId });
const written = z.strictObject({ cellId: z.uuid().nullable() });

export const FrameworkFormat = z.enum(['docx', 'xlsx']);
export type FrameworkFormat = z.infer<typeof FrameworkFormat>;

export const framework = {
  list: query({ input: project, output: z.strictObject({ frameworks: z.array(Framework) }) }),
  /** A page of rows from the `from`-th (0-based) of `total`, and how far all rows in scope have come. `beside`: variables beside the row. */
  rows: query({
    input: z.strictObject({
      ...FrameworkScope.shape,
      beside: z.array(VariableId).max(4).default([]),
      from: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({
      rows: z.array(FrameworkRow),
      total: z.int(),
      fill: Fill,
      /** In the order of the columns. */
      columns: z.array(Fill),
    }),
  }),
  /** The next empty cell after a place: down its column, then the next column from the top, and around. Null where none is empty. */
  nextEmpty: query({
    input: z.strictObject({ ...FrameworkScope.shape, row: z.int().min(-1), column: z.int().min(0) }),
    output: z.strictObject({ place: z.strictObject({ row: z.int(), column: z.int() }).nullable() }),
  }),
  /** What a cell rests on, and what else the row's words say under the theme; at most 200 of each. Never of whoever has withdrawn. */
  quotes: query({
    input: CellPlace,
    output: z.strictObject({ linked: z.array(CellQuote), suggested: z.array(CellQuote) }),
  }),
  /** Matrices that have a cell for these words: the person's own row under a theme that is coded there. */
  placesOf: query({
    input: WordsPlace,
    output: z.strictObject({ places: z.array(z.strictObject({ ...CellPlace.shape, name: z.string(), isLinked: z.boolean() })) }),
  }),
  create: command({
    input: z.strictObject({ ...project.shape, name: MatrixName, unit: FrameworkUnit, variableId: VariableId.optional(), themeIds: Themes }),
    output: z.strictObject({ frameworkId: FrameworkId }),
    errors: ['NAME_TAKEN'],
    touches: ['framework'],
    undo: 'framework.create.undo',
  }),
  rename: command({
    input: z.strictObject({ frameworkId: FrameworkId, name: MatrixName }),
    output: z.strictObject({}),
    errors: ['NAME_TAKEN'],
    touches: ['framework'],
    undo: 'framework.rename.undo',
  }),
  /** Takes the matrix away. Its cells stay: they are the same in every matrix with the row and the theme. */
  remove: command({
    input: z.strictObject({ frameworkId: FrameworkId }),
    output: z.strictObject({}),
    touches: ['framework'],
    undo: 'framework.remove.undo',
  }),
  /** Which themes are columns, in this order. */
  setThemes: command({
    input: z.strictObject({ frameworkId: FrameworkId, themeIds: Themes }),
    output: z.strictObject({}),
    touches: ['framework'],
    undo: 'framework.setThemes.undo',
  }),
  /** What the row says of the theme, in the analyst's words. An empty one without quotes is no cell. */
  write: command({
    input: z.strictObject({ ...CellPlace.shape, summary: StoredText.pipe(z.string().max(30_000)) }),
    output: written,
    errors: ['CELL_DONE'],
    touches: ['framework'],
    undo: 'framework.write.undo',
  }),
  /** Done: changed only after it was opened again. A cell without words can be done: nothing was said. */
  finish: command({
    input: z.strictObject({ ...CellPlace.shape, isDone: z.boolean() }),
    output: written,
    touches: ['framework'],
    undo: 'framework.finish.undo',
  }),
  /** Keeps words of the row as a quote that the summary rests on. Linked already: nothing changes. */
  link: command({
    input: z.strictObject({ ...CellPlace.shape, ...WordsPlace.shape }),
    output: z.strictObject({ cellId: z.uuid(), quoteId: z.uuid() }),
    errors: ['CELL_DONE', 'RANGE_OUTSIDE_TEXT'],
    touches: ['framework', 'quotes'],
    undo: 'framework.link.undo',
  }),
  /** The summary rests on it no longer; the quote itself stays kept. */
  unlink: command({
    input: z.strictObject({ ...CellPlace.shape, quoteId: z.uuid() }),
    output: z.strictObject({}),
    errors: ['CELL_DONE'],
    touches: ['framework'],
    undo: 'framework.unlink.undo',
  }),
  /** A new finding that rests on these cells. */
  makeFinding: command({
    input: z.strictObject({
      ...project.shape,
      cellIds: z.array(z.uuid()).min(1).max(200),
      wording: StoredText.transform((text) => text.trim()).pipe(z.string().min(1).max(4000)),
      polarity: Polarity.optional(),
      language: Language,
      today: IsoDay,
    }),
    output: z.strictObject({ findingId: FindingId, code: z.string() }),
    touches: ['findings'],
    undo: 'framework.makeFinding.undo',
  }),
  /** What a file of the matrix would hold. Internal: rows are of fewer persons than the threshold, and who gets it must be named. */
  fileCheck: query({
    input: FrameworkScope,
    output: z.strictObject({
      rows: z.int(),
      /** Rows of answers that too few gave; they are left out. */
      withheld: z.array(LocalisedText),
      isInternal: z.boolean(),
      threshold: z.int(),
      /** Cells in the file that are not done. */
      notDone: z.int(),
    }),
  }),
  /** The matrix as a file, entered in the register of releases. Persons and interviews are numbers; nobody who has withdrawn is in it. */
  export: job({
    input: z.strictObject({
      ...FrameworkScope.shape,
      format: FrameworkFormat,
      language: Language,
      /** Who gets it, and what for; an internal file needs both. */
      recipient: z.string().trim().max(200),
      purpose: z.string().trim().max(500),
    }),
    progress: z.strictObject({ done: z.int(), of: z.int() }),
    output: z.strictObject({ releaseNumber: z.int(), ticket: Ticket, fileName: z.string(), rows: z.int() }),
    errors: ['TOO_FEW'],
    touches: ['analysis', 'privacy'],
    undo: null,
  }),
};
