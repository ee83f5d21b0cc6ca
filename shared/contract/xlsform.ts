import { z } from 'zod';
import { ProjectId, QuestionnaireId, Ticket, VersionId } from '../model/ids.ts';
import { QuestionType } from '../model/questionnaire.ts';
import { Language, LocalisedText, Name } from '../model/text.ts';
import { FormProblem } from '../xlsform/problems.ts';
import { job, query, session } from './kit.ts';

/** Largest form file that is read, in MB (1024 × 1024 bytes): a larger one need not even be sent in. */
export const xlsformMegabytes = 25;

/** Most questions that an inspection shows one by one; the rest are counted. */
export const formRowsShown = 500;

/** Bytes read of the bytes there are, then the form itself. */
const FormProgress = z.strictObject({ done: z.number(), of: z.number() });

/** What a person has settled about the file's languages: null leaves their texts untouched. Keys as the file writes them. */
const LanguageChoices = z.record(z.string().max(200), Language.nullable());

/** A question as it will come in. */
export const FormRow = z.strictObject({
  /** Its row in the survey sheet; 0 where the file has none for it. */
  row: z.int().min(0),
  /** The section's position. */
  section: z.int().min(0),
  name: z.string(),
  type: QuestionType,
  wording: LocalisedText,
  /** In how many repeats it stands. */
  depth: z.int().min(0),
  optionCount: z.int().min(0),
  /** The type as the file writes it, where nothing here can ask it: it is kept, shown grey and comes out again. */
  keptType: z.string().nullable(),
});
export type FormRow = z.infer<typeof FormRow>;

/** What a form's file holds, before anything is written. */
export const FormInspection = z.strictObject({
  format: z.enum(['xlsx', 'xls', 'csv', 'lss']),
  /** The form's title, else the file's name. */
  name: z.string(),
  sheets: z.array(z.strictObject({ name: z.string(), rows: z.int().min(0) })),
  languages: z.array(z.strictObject({ fileLanguage: z.string(), cells: z.int().min(0), language: Language.nullable() })),
  sections: z.array(z.strictObject({ title: LocalisedText, name: z.string().nullable(), questionCount: z.int().min(0) })),
  questionCount: z.int().min(0),
  /** The first `formRowsShown` of them. */
  questions: z.array(FormRow),
  errorCount: z.int().min(0),
  warningCount: z.int().min(0),
  problems: z.array(FormProblem),
});
export type FormInspection = z.infer<typeof FormInspection>;

export const FormImportResult = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('imported'),
    questionnaireId: QuestionnaireId,
    versionId: VersionId,
    questionCount: z.int().min(0),
    warningCount: z.int().min(0),
  }),
  /** The form has errors, and nothing has been written. */
  z.strictObject({ state: z.literal('refused'), errorCount: z.int().min(1), problems: z.array(FormProblem) }),
]);
export type FormImportResult = z.infer<typeof FormImportResult>;

const fileErrors = ['TICKET_UNKNOWN', 'FILE_UNREADABLE', 'FILE_TOO_LARGE'] as const;

export const xlsform = {
  /** Reads a form's file through and says what it holds and what is wrong in it, each with sheet, row and column. Writes nothing. */
  inspect: job({
    input: z.strictObject({ projectId: ProjectId, ticket: Ticket, languages: LanguageChoices }),
    progress: FormProgress,
    output: FormInspection,
    errors: fileErrors,
    touches: [],
    undo: null,
  }),
  /** Imports a form as a questionnaire with version 1 as a draft, in one operation. A form with errors is refused. */
  importForm: job({
    input: z.strictObject({ projectId: ProjectId, ticket: Ticket, languages: LanguageChoices, name: Name }),
    progress: FormProgress,
    output: FormImportResult,
    errors: [...fileErrors, 'NAME_TAKEN'],
    touches: ['questionnaires', 'interviews'],
    undo: 'xlsform.importForm.undo',
  }),
  /** A version as an XLSForm workbook, put out for one download. */
  exportForm: query({
    input: z.strictObject({ versionId: VersionId }),
    output: z.strictObject({ ticket: Ticket, fileName: z.string() }),
    errors: ['OUT_OF_RANGE'],
  }),
  /** Throws away an uploaded file that will not be imported. */
  discard: session({ input: z.strictObject({ ticket: Ticket }), output: z.strictObject({}) }),
};
