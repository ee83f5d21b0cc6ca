import { z } from 'zod';
import { Name } from './text.ts';

/** File kinds that can be read as a survey: delimited text, an Office Open XML workbook, or an SPSS system file. */
export const SurveyFileFormat = z.enum(['csv', 'xlsx', 'sav']);
export type SurveyFileFormat = z.infer<typeof SurveyFileFormat>;

/**
 * Character sets of delimited text. `mixed` reads each line by itself: UTF-8 where the line is valid UTF-8, Windows-1252
 * where it is not; it is never detected, only chosen by a person who has seen that the file is mixed.
 */
export const TextEncoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'mixed']);
export type TextEncoding = z.infer<typeof TextEncoding>;

export const Delimiter = z.enum([';', ',', '\t', '|']);
export type Delimiter = z.infer<typeof Delimiter>;

/** The empty string means that the file does not quote cells. */
export const QuoteMark = z.enum(['"', "'", '']);
export type QuoteMark = z.infer<typeof QuoteMark>;

export const DecimalSign = z.enum([',', '.']);
export type DecimalSign = z.infer<typeof DecimalSign>;

/** How dates are written in one column. `excel-serial` is days since 1899-12-30 (1900 date system). */
export const DateForm = z.enum(['iso', 'dmy', 'mdy', 'ymd', 'excel-serial']);
export type DateForm = z.infer<typeof DateForm>;

/** How a delimited file is put together. Title rows lie above the header rows and hold no answers. */
export const CsvDialect = z.strictObject({
  delimiter: Delimiter,
  quote: QuoteMark,
  lineEnd: z.enum(['lf', 'crlf', 'cr']),
});
export type CsvDialect = z.infer<typeof CsvDialect>;

/**
 * Everything needed to read the same rows again: what was detected, corrected by a person. `titleRows` rows are passed
 * over, then `headerRows` rows name the columns, then come the answers. `sheet` is used for workbooks, `encoding` and
 * `dialect` for text.
 */
export const ConfirmedReading = z.strictObject({
  format: SurveyFileFormat,
  encoding: TextEncoding,
  dialect: CsvDialect,
  sheet: z.string().nullable(),
  titleRows: z.int().min(0).max(50),
  headerRows: z.int().min(0).max(2),
  columnCount: z.int().min(1).max(5000),
  decimalSign: DecimalSign,
  /** Reads cells that a short row lacks as empty instead of refusing the file. */
  padShortRows: z.boolean(),
});
export type ConfirmedReading = z.infer<typeof ConfirmedReading>;

/** A person's corrections; whatever is left out is detected. */
export const ReadingChoices = z.strictObject({
  encoding: TextEncoding.optional(),
  delimiter: Delimiter.optional(),
  quote: QuoteMark.optional(),
  decimalSign: DecimalSign.optional(),
  titleRows: z.int().min(0).max(50).optional(),
  headerRows: z.int().min(0).max(2).optional(),
  sheet: z.string().optional(),
  padShortRows: z.boolean().optional(),
  /** Day first or month first, where a column's dates allow both. */
  dateForm: DateForm.optional(),
});
export type ReadingChoices = z.infer<typeof ReadingChoices>;

/** Why a substantive answer is missing (AAPOR item non-response; analysis.md 1.7). */
export const FileMissingReason = z.enum([
  'not-asked',
  'not-applicable',
  'dont-know',
  'prefer-not-to-say',
  'skipped',
  'illegible',
  'not-recorded',
]);
export type FileMissingReason = z.infer<typeof FileMissingReason>;

/** A spelling in the file that stands for a missing answer. Compared without case, outer blanks and kinds of apostrophe. */
export const MissingWord = z.strictObject({ text: z.string(), reason: FileMissingReason });
export type MissingWord = z.infer<typeof MissingWord>;

/** One answer option. `spellings` are the ways the file writes it; `column` is its own column in a column per option. */
export const FileOption = z.strictObject({
  code: z.int(),
  label: z.string(),
  spellings: z.array(z.string()),
  column: z.int().min(0).nullable(),
  /** Set when choosing only this option means that there is no substantive answer ("Don't know" in a multiple choice). */
  missing: FileMissingReason.nullable(),
});
export type FileOption = z.infer<typeof FileOption>;

/** An ordered scale that was recognised, and which way its codes run: from the low end up, unless the file numbers its labels the other way. */
export const FileScale = z.strictObject({ id: z.string(), direction: z.enum(['lowToHigh', 'highToLow']) });
export type FileScale = z.infer<typeof FileScale>;

const questionBase = {
  /** Stable within one mapping: `c` and the first column's position. */
  key: z.string().min(1),
  label: z.string(),
  /** The shared question text of a grid's rows; null outside grids. */
  group: z.string().nullable(),
  columns: z.array(z.int().min(0)).min(1),
  missing: z.array(MissingWord),
};

export const ClosedFileQuestion = z.strictObject({
  kind: z.literal('closed'),
  ...questionBase,
  options: z.array(FileOption).min(1),
  scale: FileScale.nullable(),
  /** Column with the text of "other, please specify". */
  specifyColumn: z.int().min(0).nullable(),
});
export type ClosedFileQuestion = z.infer<typeof ClosedFileQuestion>;

/**
 * `indicator`: one column per option, filled or 1 where chosen. `listed`: columns side by side, each holding one chosen
 * option. `separated`: one column holding the chosen options with `separator` between them. `ranks`: one column
 * per option, holding the place that it was given. `isRanked` keeps them in the order in which the file gives them.
 */
export const MultipleFileQuestion = z.strictObject({
  kind: z.literal('multiple'),
  ...questionBase,
  form: z.enum(['indicator', 'listed', 'separated', 'ranks']),
  separator: z.enum([';', '|', ',', ' ']).nullable(),
  isRanked: z.boolean().optional(),
  options: z.array(FileOption).min(1),
  specifyColumn: z.int().min(0).nullable(),
});
export type MultipleFileQuestion = z.infer<typeof MultipleFileQuestion>;

export const NumberFileQuestion = z.strictObject({ kind: z.literal('number'), ...questionBase });
export const OpenFileQuestion = z.strictObject({ kind: z.literal('open'), ...questionBase });
export const DateFileQuestion = z.strictObject({
  kind: z.literal('date'),
  ...questionBase,
  dateForm: DateForm,
  /** Every date fits both day first and month first: the person has to look. */
  ambiguous: z.boolean(),
});

export const FileQuestion = z.discriminatedUnion('kind', [
  ClosedFileQuestion,
  MultipleFileQuestion,
  NumberFileQuestion,
  DateFileQuestion,
  OpenFileQuestion,
]);
export type FileQuestion = z.infer<typeof FileQuestion>;

/** `themes`: what coders have put on the answer in another column; no question of its own. */
export const ColumnRole = z.enum(['respondentCode', 'closed', 'number', 'date', 'multiple', 'open', 'specify', 'themes', 'skip']);
export type ColumnRole = z.infer<typeof ColumnRole>;

/** One column of the file as the mapping sees it. `column` counts from 0; `header` has one text per header row. */
export const ColumnMapping = z.strictObject({
  column: z.int().min(0),
  header: z.array(z.string()),
  role: ColumnRole,
  /** The question this column belongs to; null for respondent codes and skipped columns. */
  questionKey: z.string().nullable(),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/**
 * Columns that say which themes the answer in the open question at column `of` was coded with. `indicator`: one column per theme,
 * ticked where it was put; `labels` names the theme of each. `listed`: every cell holds one theme, or several with `separator` between.
 */
export const FileCodings = z.strictObject({
  key: z.string().min(1),
  label: z.string(),
  columns: z.array(z.int().min(0)).min(1),
  form: z.enum(['indicator', 'listed']),
  separator: z.enum([';', '|', ',']).nullable(),
  labels: z.array(z.strictObject({ column: z.int().min(0), label: z.string() })),
  /** Null where the file has no open answers that they could belong to. */
  of: z.int().min(0).nullable(),
  /** Who coded; null where it was the person who imports. */
  coder: Name.nullable(),
});
export type FileCodings = z.infer<typeof FileCodings>;

/** What each column becomes. Proposed by the program, confirmed or corrected by a person. */
export const SurveyMapping = z.strictObject({
  columns: z.array(ColumnMapping),
  questions: z.array(FileQuestion),
  /** Only where somebody said so: the program proposes none. */
  codings: z.array(FileCodings).optional(),
  decimalSign: DecimalSign,
});
export type SurveyMapping = z.infer<typeof SurveyMapping>;

/** What a column holds, over the whole file. `distinct` is null when there are more than the reader counts. */
export const ColumnSummary = z.strictObject({
  column: z.int().min(0),
  header: z.array(z.string()),
  filled: z.int().min(0),
  distinct: z.int().min(0).nullable(),
  examples: z.array(z.string()),
});
export type ColumnSummary = z.infer<typeof ColumnSummary>;

/**
 * The preview of a survey file. `rowCount` counts every record below the headers, as any CSV reader does;
 * `blankRowCount` of them have no filled cell and are passed over, so `rowCount - blankRowCount` interviews arrive.
 */
export const SurveyFileInspection = z.strictObject({
  format: SurveyFileFormat,
  reading: ConfirmedReading,
  sheets: z.array(z.string()),
  headerRows: z.array(z.array(z.string())),
  rowCount: z.int().min(0),
  blankRowCount: z.int().min(0),
  /** Rows with fewer or more cells than the header whose difference is only empty cells. */
  evenedRowCount: z.int().min(0),
  formulasFound: z.int().min(0),
  /** Those of a workbook whose results are not in the file: their cells are read as empty. */
  formulasEmpty: z.int().min(0),
  columns: z.array(ColumnSummary),
  sample: z.array(z.strictObject({ row: z.int().min(1), cells: z.array(z.string()) })),
  proposal: SurveyMapping,
  /** Other sheets of the workbook whose rows are rounds of a repeat. */
  roundSheets: z.array(z.string()),
});
export type SurveyFileInspection = z.infer<typeof SurveyFileInspection>;

/** Why a file cannot be read; each has the message `exchange.error.<code in lower-case-with-hyphens>`. */
export const ReadingErrorCode = z.enum([
  'EMPTY',
  'BINARY',
  'TOO_LARGE',
  'RAGGED',
  'MIXED_ENCODING',
  'NUL_BYTE',
  'ZIP_BOMB',
  'TRUNCATED',
  'UNSUPPORTED',
  'ENCRYPTED',
  'NOT_READABLE',
]);
export type ReadingErrorCode = z.infer<typeof ReadingErrorCode>;

/** Where in the file: `row` is the line (text) or sheet row (workbook) as an editor numbers it, `column` counts from 1. */
export const FilePlace = z.strictObject({
  row: z.int().min(1).optional(),
  column: z.int().min(1).optional(),
  sheet: z.string().optional(),
});
export type FilePlace = z.infer<typeof FilePlace>;

/** A row whose number of cells does not fit the header. */
export const RaggedRow = z.strictObject({ row: z.int().min(1), expected: z.int().min(1), found: z.int().min(1) });
export type RaggedRow = z.infer<typeof RaggedRow>;

/**
 * A cell that does not fit its question, or that says wrongly what a round belongs to. `value` is at most 30 characters. Message
 * `exchange.problem.<why>`.
 */
export const CellProblem = z.strictObject({
  /** The sheet, or the file, of a round; left out in the sheet with the interviews. */
  sheet: z.string().optional(),
  row: z.int().min(1),
  column: z.int().min(1),
  value: z.string(),
  why: z.enum([
    'not-a-number',
    'not-a-date',
    'not-an-option',
    'not-a-mark',
    'no-respondent-code',
    'out-of-range',
    'too-many-decimals',
    'too-many',
    'not-alone',
    'not-in-register',
    'breaks-check',
    'ambiguous',
    'no-parent',
    'parent-twice',
    'index-twice',
    'other-interview',
    'other-sheet',
    'too-many-rounds',
  ]),
});
export type CellProblem = z.infer<typeof CellProblem>;

/** The value of one question for one respondent. Dates are `YYYY-MM-DD`, with `THH:MM:SS` when the file gives a time. */
export type FileAnswer = { questionKey: string } & (
  | { kind: 'code'; code: number; specify: string | null }
  | { kind: 'codes'; codes: number[]; specify: string | null }
  | { kind: 'number'; number: number }
  | { kind: 'date'; date: string }
  | { kind: 'text'; text: string }
  | { kind: 'missing'; reason: FileMissingReason }
);

/** One row read through a mapping: what was understood, and what was not. */
export type InterpretedRow = {
  row: number;
  respondentCode: string | null;
  answers: FileAnswer[];
  problems: CellProblem[];
};
