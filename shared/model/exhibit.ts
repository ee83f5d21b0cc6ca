import { z } from 'zod';
import { Language } from './text.ts';

/** A figure that has passed the gate, or the reason why there is none. Only a shown cell carries numbers. */
export const ReleasedCell = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('shown'),
    /** Persons, or rounds where the exhibit says so. */
    count: z.int().min(0),
    /** Of the cell's base, rounded by `percentOf` to the exhibit's decimals. */
    percent: z.number().min(0).max(100),
    /** Limits of the 95 % interval, rounded for print in the same way; null where there is none: everybody is in it, or too many gave no answer. */
    low: z.number().min(0).max(100).nullable(),
    high: z.number().min(0).max(100).nullable(),
    /** Columns whose share is surely smaller: capital letters at the stricter level, small ones at the other. As many as there are columns. */
    letters: z.string().optional(),
  }),
  /** A mean, a median, a net score, an index, or the share of joined answers: of everybody in the cell's base. */
  z.strictObject({
    state: z.literal('figure'),
    /** In the unit of the row's figure, rounded for print. */
    value: z.number(),
    /** Limits of the 95 % interval, rounded for print; null where the base is too small for one. */
    low: z.number().nullable(),
    high: z.number().nullable(),
    /** Standard deviation, beside a mean. */
    spread: z.number().min(0).optional(),
    letters: z.string().optional(),
  }),
  /** Prints `:`. Primary and secondary look the same. */
  z.strictObject({ state: z.literal('hidden') }),
  /** Base from the threshold to the minimum base: a word instead of a figure. */
  z.strictObject({ state: z.literal('words'), words: z.enum(['few', 'half', 'most']) }),
  /** Prints `..`. */
  z.strictObject({ state: z.literal('missing') }),
  /** Prints `.`. */
  z.strictObject({ state: z.literal('not-applicable') }),
]);
export type ReleasedCell = z.infer<typeof ReleasedCell>;

/** The persons (or rounds) behind a column or a row: null when hidden, and what may be printed for so many. */
export const ReleasedBase = z
  .strictObject({ n: z.int().min(0).nullable(), rule: z.enum(['hidden', 'words', 'low', 'normal']) })
  .refine((base) => base.rule !== 'hidden' || base.n === null, { error: 'hidden-base-with-number' })
  .refine((base) => base.rule === 'hidden' || base.n !== null, { error: 'shown-base-without-number' });
export type ReleasedBase = z.infer<typeof ReleasedBase>;

/**
 * What one number says of all answers to a question: the mean, the median, the share of the two best or worst answers, those minus these in points, or
 * the 0–100 index of several questions.
 */
export const SummaryFigure = z.enum(['mean', 'median', 'top2', 'bottom2', 'net', 'index']);
export type SummaryFigure = z.infer<typeof SummaryFigure>;

/** Places that a figure is printed with. */
export const figureDecimals: Readonly<Record<SummaryFigure, 0 | 1>> = { mean: 1, median: 1, top2: 0, bottom2: 0, net: 0, index: 0 };

/** What the percentages of a table are of. */
export const PercentOf = z.enum(['column', 'row', 'total']);
export type PercentOf = z.infer<typeof PercentOf>;

export const ExhibitColumn = z.strictObject({
  key: z.string().min(1),
  label: z.string(),
  /** Headings above the label, outermost first: the question, and the outer group of a nested one. Neighbours with equal headings share them. */
  headings: z.array(z.string()).max(3).optional(),
  /** The letter that names the column in tests. */
  letter: z.string().max(2).optional(),
  /** A wave whose figures cannot be joined to those of the wave before: other wording, other answers, other boundaries. */
  isBroken: z.literal(true).optional(),
  /** Null where the rows carry the bases (kind `likert`). */
  base: ReleasedBase.nullable(),
});
export type ExhibitColumn = z.infer<typeof ExhibitColumn>;

export const ExhibitRow = z.strictObject({
  key: z.string().min(1),
  label: z.string(),
  /** Depth in the theme tree; 0 when left out. */
  indent: z.int().min(0).max(6).optional(),
  /** Set where the row's cells are figures (`state: 'figure'`), not shares of persons. */
  figure: SummaryFigure.optional(),
  /** Null where the columns carry the bases (every kind but `likert`, unless percentages are of rows). */
  base: ReleasedBase.nullable(),
  cells: z.array(ReleasedCell),
});
export type ExhibitRow = z.infer<typeof ExhibitRow>;

/**
 * The answer scale: parallel to the columns of a `likert` exhibit, to the rows of the others.
 * `welcomeEnd` says which end is good news, so that brown is always the other one.
 */
export const ExhibitScale = z.strictObject({
  kind: z.enum(['diverging', 'sequential', 'categorical']),
  labels: z.array(z.string()),
  neutralIndex: z.int().min(0).nullable(),
  welcomeEnd: z.enum(['high', 'low']).nullable(),
});
export type ExhibitScale = z.infer<typeof ExhibitScale>;

/** Signs that stand in the place of a figure. */
export const CellSymbol = z.enum([':', '..', '.']);
export type CellSymbol = z.infer<typeof CellSymbol>;

/** A test that was asked for, of one part of the columns: the effect first, p last. Or why it is not given. */
export const ReleasedTest = z.strictObject({
  /** Which columns: the headings of the part in words; empty for the only one. */
  part: z.string(),
  /** A row's key where the test is of one row; null for the whole part. */
  row: z.string().nullable(),
  /** Keys of two columns that are compared after the test of all of them; p is corrected for all such pairs. */
  pair: z.tuple([z.string(), z.string()]).optional(),
  /** Persons in it, where they are not those of the columns: the same ones in every wave. */
  n: z.int().min(0).optional(),
  /** Key of the test's name in the catalogue (`analysis.test.<name>`). */
  name: z.string(),
  effect: z.strictObject({ name: z.string(), value: z.number(), low: z.number().nullable(), high: z.number().nullable() }).nullable(),
  statistic: z.strictObject({ name: z.string(), value: z.number(), df: z.array(z.number()).max(2) }).nullable(),
  /** Unrounded; words and rounding are the reader's business. */
  p: z.number().min(0).max(1).nullable(),
  /** Key of a reason why there is none, or of what to know about it (`analysis.test.reason.<reason>`). */
  reason: z.string().nullable(),
});
export type ReleasedTest = z.infer<typeof ReleasedTest>;

const exhibitFields = z.strictObject({
  /**
   * `likert`: rows are items and columns are answers. `summary`: rows are items or an index, columns are groups, cells are figures. Else rows are answers or
   * themes and columns are groups, "Alle" first.
   */
  kind: z.enum(['frequency', 'crosstab', 'likert', 'themes', 'summary']),
  /** The finding. */
  title: z.string(),
  /** Question, measure and base in words. */
  subtitle: z.string(),
  /** The selection in words; null for everyone. */
  filter: z.string().nullable(),
  language: Language,
  unit: z.enum(['percent', 'count', 'figure']),
  /** Column when left out. */
  percentOf: PercentOf.optional(),
  /** Where the columns are waves: whether the same persons answer in several of them. */
  areWavesLinked: z.boolean().optional(),
  /** What counts and bases are numbers of; persons when left out. The gate asks after persons in any case. */
  counted: z.enum(['persons', 'rounds']).optional(),
  decimals: z.union([z.literal(0), z.literal(1)]),
  columns: z.array(ExhibitColumn).min(1),
  rows: z.array(ExhibitRow),
  /** General notes, already localised: question text, missing handling, several answers possible. */
  notes: z.array(z.string()),
  /** Place and wave, already localised. */
  source: z.string(),
  symbolsUsed: z.array(CellSymbol),
  rule: z.strictObject({ threshold: z.int().min(1), minimumBase: z.int().min(1), lowBase: z.int().min(1) }),
  audit: z.strictObject({ ok: z.boolean() }),
  /** Asked for by the author; left out where no tests are. */
  tests: z.array(ReleasedTest).optional(),
  /** Percentages are weighted (counts and bases never are): the weights' name, source and Kish's design effect. */
  weighting: z.strictObject({ name: z.string(), source: z.string(), designEffect: z.number().min(1) }).optional(),
  /** UTC, ISO 8601. */
  createdAt: z.iso.datetime(),
  /** Number in the register of releases; null before it is released. */
  releaseNumber: z.int().min(1).nullable(),
  scale: ExhibitScale.nullable(),
  /** What the table was made from, for the machine-readable header of the files: project, variables, filter, versions. */
  definition: z.json(),
});

type ExhibitFields = z.infer<typeof exhibitFields>;

const symbolOf = { hidden: ':', missing: '..', 'not-applicable': '.' } as const;

/** Numbers that print `:` in the place of a figure, those of the rows of figures too; a base is none of them. */
export function hiddenNumbers({ rows }: Pick<ExhibitFields, 'rows'>): number {
  return rows.reduce((sum, { cells }) => sum + cells.filter(({ state }) => state === 'hidden').length, 0);
}

/** The signs that the cells and bases of an exhibit print, in the order of the legend. */
export function symbolsIn(exhibit: Pick<ExhibitFields, 'rows' | 'columns'>): CellSymbol[] {
  const used = new Set<CellSymbol>();
  for (const row of exhibit.rows) {
    // The bar of an item that few have answered carries the sign too.
    if (row.base?.rule === 'hidden' || row.base?.rule === 'words') used.add(':');
    for (const cell of row.cells) {
      if (cell.state === 'hidden' || cell.state === 'missing' || cell.state === 'not-applicable') used.add(symbolOf[cell.state]);
    }
  }
  if (exhibit.columns.some((column) => column.base?.rule === 'hidden')) used.add(':');
  return CellSymbol.options.filter((symbol) => used.has(symbol));
}

function isRectangular(exhibit: ExhibitFields): boolean {
  return exhibit.rows.every((row) => row.cells.length === exhibit.columns.length);
}

function hasBasesOnOneSide(exhibit: ExhibitFields): boolean {
  const onRows = exhibit.kind === 'likert' || exhibit.percentOf === 'row';
  const onColumns = exhibit.kind !== 'likert';
  return exhibit.rows.every((row) => (row.base !== null) === onRows) && exhibit.columns.every(({ base }) => (base !== null) === onColumns);
}

/** The base of a cell: the row's for `likert` and where percentages are of rows, else the column's. */
export function baseOf(row: ExhibitRow, column: ExhibitColumn): ReleasedBase | null {
  return row.base ?? column.base;
}

function hasNoNumberUnderSmallBase(exhibit: ExhibitFields): boolean {
  return exhibit.rows.every((row) =>
    row.cells.every((cell, at) => {
      const column = exhibit.columns[at];
      if ((cell.state !== 'shown' && cell.state !== 'figure') || column === undefined) return true;
      const base = baseOf(row, column);
      return base !== null && base.n !== null && base.rule !== 'words' && (cell.state === 'figure' || cell.count <= base.n);
    }),
  );
}

function hasAllSymbols(exhibit: ExhibitFields): boolean {
  return symbolsIn(exhibit).every((symbol) => exhibit.symbolsUsed.includes(symbol));
}

/**
 * The one object that screen, chart, xlsx, csv, svg, png and alternative text read. Whatever is not in it cannot reach
 * a reader: hidden cells and hidden bases hold no number, and a base under the minimum has no figures.
 */
export const ReleasedExhibit = exhibitFields
  .refine(isRectangular, { error: 'cells-and-columns-differ' })
  .refine(hasBasesOnOneSide, { error: 'base-on-wrong-side' })
  .refine(hasNoNumberUnderSmallBase, { error: 'number-under-small-base' })
  .refine(hasAllSymbols, { error: 'symbol-without-legend' })
  .brand<'ReleasedExhibit'>();
export type ReleasedExhibit = z.infer<typeof ReleasedExhibit>;
