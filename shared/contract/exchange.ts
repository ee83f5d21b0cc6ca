import { z } from 'zod';
import { ProjectId, QuestionId, QuestionnaireId, Ticket, VersionId, WaveId } from '../model/ids.ts';
import { VersionStatus } from '../model/questionnaire.ts';
import {
  CodeIssue,
  mostRoundSheets,
  QuestionLink,
  QuestionnaireTarget,
  RoundSheet,
  RoundsOf,
  TargetMatch,
  TargetReport,
  UnreadValue,
} from '../model/survey-import.ts';
import { Language, Name } from '../model/text.ts';
import { CellProblem, ColumnRole, ConfirmedReading, ReadingChoices, SurveyFileInspection, SurveyMapping } from '../model/survey-file.ts';
import { job, query, session } from './kit.ts';

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

/** How many people, pairs of different values, and new themes, are named one by one. */
export const issuesListed = 20;

/** What columns of themes come to: texts that get one, codings, themes that are there by any of their words, and those to be made. */
export const CodingsReport = z.strictObject({
  texts: z.int(),
  codings: z.int(),
  knownThemes: z.int(),
  newThemes: z.int(),
  /** The first of the new ones in file order, at most `issuesListed`. */
  newNames: z.array(z.string()),
  /** Rows with themes and no answer to put them on: theirs are left out. */
  withoutAnswer: z.int(),
});
export type CodingsReport = z.infer<typeof CodingsReport>;

/**
 * What becomes of participant codes in a questionnaire of its own, whose participants are new. Rows of people who have withdrawn from the
 * project are left out: all counted, the first of them, at most `issuesListed`, named. Codes that somebody has already get a number behind them.
 */
export const OwnCodes = z.strictObject({ withdrawn: z.int().min(0), listed: z.array(CodeIssue), renamed: z.int().min(0) });
export type OwnCodes = z.infer<typeof OwnCodes>;

/** A mapping tried on every row, before anything is written. */
export const MappingTrial = z.strictObject({
  rows: z.int(),
  tallies: z.array(QuestionTally),
  problemCount: z.int(),
  /** The first of them in file order, at most `problemsListed`. */
  problems: z.array(CellProblem),
  /** Only where the answers go into an existing questionnaire. */
  target: TargetReport.nullable(),
  /** Only where columns hold themes. */
  codings: CodingsReport.nullable(),
  /** Nobody where the answers go into an existing questionnaire: the target says it then. */
  ownCodes: OwnCodes,
});
export type MappingTrial = z.infer<typeof MappingTrial>;

/** How many cell problems are named one by one; the rest are counted. */
export const problemsListed = 20;

export const ImportTarget = z.union([
  z.strictObject({ projectId: ProjectId }),
  z.strictObject({ newProjectName: Name }),
  QuestionnaireTarget,
]);
export type ImportTarget = z.infer<typeof ImportTarget>;

/** Where in a project answers can go. */
export const ImportPlaces = z.strictObject({
  questionnaires: z.array(
    z.strictObject({
      id: QuestionnaireId,
      name: z.string(),
      /** Newest first. */
      versions: z.array(
        z.strictObject({
          id: VersionId,
          number: z.int(),
          status: VersionStatus,
          languages: z.array(Language),
          questionCount: z.int(),
          interviewCount: z.int(),
          /** The wave that most of its interviews are in; null without interviews. */
          waveId: WaveId.nullable(),
        }),
      ),
    }),
  ),
  waves: z.array(z.strictObject({ id: WaveId, name: z.string() })),
  /** The questionnaire that a file with the same headers went into last. */
  remembered: QuestionnaireId.nullable(),
});
export type ImportPlaces = z.infer<typeof ImportPlaces>;

/** How far an import is: rows read of the rows expected, rows compared with what stands, then saving, which is one step that cannot be divided. */
export const ImportProgress = z.strictObject({ stage: z.enum(['reading', 'comparing', 'saving']), done: z.int(), of: z.int() });
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
    /** Null where nobody had to be put into a wave. */
    waveId: WaveId.nullable(),
    seconds: z.number(),
    target: TargetReport.nullable(),
    codings: CodingsReport.nullable(),
    ownCodes: OwnCodes,
  }),
  /** Cells do not fit, or people are known already, and nothing has been written. */
  z.strictObject({ state: z.literal('refused'), problemCount: z.int(), problems: z.array(CellProblem), codes: z.array(CodeIssue) }),
]);
export type ImportResult = z.infer<typeof ImportResult>;

/** What a sheet of rounds is made into, or one of its columns; null leaves it out. */
export const RoundsChange = z.union([
  z.strictObject({ of: RoundsOf.nullable() }),
  z.strictObject({ column: z.int().min(0), questionId: QuestionId.nullable() }),
]);
export type RoundsChange = z.infer<typeof RoundsChange>;

const fileErrors = ['TICKET_UNKNOWN', 'FILE_UNREADABLE', 'FILE_TOO_LARGE'] as const;

const OnFile = { ticket: Ticket, reading: ConfirmedReading };
const OnTarget = { versionId: VersionId, asNewVersion: z.boolean(), language: Language };

export const exchange = {
  /** Questionnaires, versions and waves of a project. `headers` are a file's, one text per header row and column. */
  places: query({
    input: z.strictObject({ projectId: ProjectId, headers: z.array(z.array(z.string()).max(2)).max(5000).default([]) }),
    output: ImportPlaces,
  }),
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
      ...OnFile,
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
  /**
   * Finds which questions of a version the columns are: as it was settled for an earlier file with the same headers, by names and
   * numbers, by wordings, by likeness. What is found for none becomes a question that is added. Sheets of rounds are matched with the
   * version's repeats in the same way. Writes nothing.
   */
  match: job({
    input: z.strictObject({
      ...OnFile,
      ...OnTarget,
      mapping: SurveyMapping,
      /** Files of rounds that were sent in beside it. */
      besides: z.array(Ticket).max(mostRoundSheets).default([]),
    }),
    progress: ReadingProgress,
    output: TargetMatch,
    errors: fileErrors,
    touches: [],
    undo: null,
  }),
  /** Makes the columns of one question of the file the columns of another question of the version, or of one that is added. */
  link: job({
    input: z.strictObject({
      ...OnFile,
      ...OnTarget,
      mapping: SurveyMapping,
      links: z.array(QuestionLink),
      column: z.int().min(0),
      questionId: QuestionId.nullable(),
    }),
    progress: ReadingProgress,
    output: z.strictObject({ mapping: SurveyMapping, links: z.array(QuestionLink), unread: z.array(UnreadValue) }),
    errors: fileErrors,
    touches: [],
    undo: null,
  }),
  /** Makes a sheet the rounds of another repeat, or of none; or one of its columns another question of the repeat, or of none. */
  linkRounds: job({
    input: z.strictObject({
      ticket: Ticket,
      versionId: VersionId,
      language: Language,
      sheet: RoundSheet,
      change: RoundsChange,
    }),
    progress: ReadingProgress,
    output: z.strictObject({ sheet: RoundSheet }),
    errors: fileErrors,
    touches: [],
    undo: null,
  }),
  /**
   * Reads every row through a mapping and counts what would come of it; with a target, compares it with what stands there.
   * Writes nothing.
   */
  tryMapping: job({
    input: z.strictObject({
      ...OnFile,
      mapping: SurveyMapping,
      target: QuestionnaireTarget.nullable().default(null),
      /** Without a target: the project that the questionnaire is made in; null for one that is yet to be made. */
      projectId: ProjectId.nullable().default(null),
      language: Language.default('nb'),
      heldOnKey: z.string().nullable().default(null),
    }),
    progress: ReadingProgress,
    output: MappingTrial,
    errors: fileErrors,
    touches: [],
    undo: null,
  }),
  /** Imports a survey file as one operation: nothing of it is in the workspace before all of it is. */
  importSurvey: job({
    input: z.strictObject({
      ...OnFile,
      mapping: SurveyMapping,
      target: ImportTarget,
      /** Name of the wave, where a new one is made. */
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
    touches: ['projects', 'questionnaires', 'interviews', 'coding', 'themes', 'analysis', 'exchange'],
    undo: 'exchange.importSurvey.undo',
  }),
  /** Throws away an uploaded file that will not be imported. */
  discard: session({ input: z.strictObject({ ticket: Ticket }), output: z.strictObject({}) }),
};
