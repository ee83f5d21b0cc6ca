import { z } from 'zod';
import { ProjectId, Ticket, WaveId } from '../model/ids.ts';
import { Language, Name } from '../model/text.ts';
import { CellProblem, ColumnRole, ConfirmedReading, ReadingChoices, SurveyFileInspection, SurveyMapping } from '../model/survey-file.ts';
import { job, session } from './kit.ts';

/** Largest survey file that is read, in MB (1024 × 1024 bytes): a larger one need not even be sent in. */
export const surveyFileMegabytes = 200;

/** Bytes read of the bytes there are. */
const ReadingProgress = z.strictObject({ done: z.number(), of: z.number() });

/** What happens to cells that do not fit their question: nothing is imported, or those cells count as not recorded. */
export const ProblemRule = z.enum(['refuse', 'leave-empty']);
export type ProblemRule = z.infer<typeof ProblemRule>;

/** What a question or a column may be made into. `apart` takes the columns of one question as questions of their own. */
export const AssignedRole = z.enum([...ColumnRole.exclude(['specify']).options, 'apart']);
export type AssignedRole = z.infer<typeof AssignedRole>;

/** What one question would hold after the import. `codes` are only those that occur. */
export const QuestionTally = z.strictObject({
  key: z.string(),
  answered: z.int(),
  missing: z.int(),
  problems: z.int(),
  codes: z.array(z.strictObject({ code: z.int(), count: z.int() })),
});
export type QuestionTally = z.infer<typeof QuestionTally>;

/** A mapping tried on every row, before anything is written. */
export const MappingTrial = z.strictObject({
  rows: z.int(),
  tallies: z.array(QuestionTally),
  problemCount: z.int(),
  /** The first of them in file order, at most `problemsListed`. */
  problems: z.array(CellProblem),
});
export type MappingTrial = z.infer<typeof MappingTrial>;

/** How many cell problems are named one by one; the rest are counted. */
export const problemsListed = 20;

export const ImportTarget = z.union([z.strictObject({ projectId: ProjectId }), z.strictObject({ newProjectName: Name })]);
export type ImportTarget = z.infer<typeof ImportTarget>;

/** How far an import is: rows read of the rows expected, then saving, which is one step that cannot be divided. */
export const ImportProgress = z.strictObject({ stage: z.enum(['reading', 'saving']), done: z.int(), of: z.int() });
export type ImportProgress = z.infer<typeof ImportProgress>;

export const ImportResult = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('imported'),
    rowsInFile: z.int(),
    blankRows: z.int(),
    rowsImported: z.int(),
    /** Cells that did not fit and are not recorded: all of them counted, the first of them named. */
    emptiedCount: z.int(),
    emptied: z.array(CellProblem),
    projectId: ProjectId,
    waveId: WaveId,
    seconds: z.number(),
  }),
  /** Cells do not fit, and nothing has been written. */
  z.strictObject({ state: z.literal('refused'), problemCount: z.int(), problems: z.array(CellProblem) }),
]);
export type ImportResult = z.infer<typeof ImportResult>;

const fileErrors = ['TICKET_UNKNOWN', 'FILE_UNREADABLE', 'FILE_TOO_LARGE'] as const;

export const exchange = {
  /** Looks through a whole survey file and proposes what each column becomes. Writes nothing. */
  inspect: job({
    input: z.strictObject({ ticket: Ticket, choices: ReadingChoices.optional() }),
    progress: ReadingProgress,
    output: SurveyFileInspection,
    errors: fileErrors,
    touches: [],
    undo: null,
  }),
  /** Makes the question that a column belongs to into something else; looks through the column when options are needed. */
  assignRole: job({
    input: z.strictObject({
      ticket: Ticket,
      reading: ConfirmedReading,
      mapping: SurveyMapping,
      column: z.int().min(0),
      role: AssignedRole,
    }),
    progress: ReadingProgress,
    output: z.strictObject({ mapping: SurveyMapping }),
    errors: fileErrors,
    touches: [],
    undo: null,
  }),
  /** Reads every row through a mapping and counts what would come of it. Writes nothing. */
  tryMapping: job({
    input: z.strictObject({ ticket: Ticket, reading: ConfirmedReading, mapping: SurveyMapping }),
    progress: ReadingProgress,
    output: MappingTrial,
    errors: fileErrors,
    touches: [],
    undo: null,
  }),
  /** Imports a survey file as one operation: nothing of it is in the workspace before all of it is. */
  importSurvey: job({
    input: z.strictObject({
      ticket: Ticket,
      reading: ConfirmedReading,
      mapping: SurveyMapping,
      target: ImportTarget,
      waveName: Name,
      language: Language,
      /** The date question whose answer is the day of the interview. */
      heldOnKey: z.string().nullable(),
      problems: ProblemRule,
      /** Rows that the inspection counted, for the progress; never for what is read. */
      expectedRows: z.int().min(0),
    }),
    progress: ImportProgress,
    output: ImportResult,
    errors: [...fileErrors, 'BACKUP_BAD'],
    touches: ['projects', 'questionnaires', 'interviews', 'coding', 'analysis', 'exchange'],
    undo: 'exchange.importSurvey.undo',
  }),
  /** Throws away an uploaded file that will not be imported. */
  discard: session({ input: z.strictObject({ ticket: Ticket }), output: z.strictObject({}) }),
};
