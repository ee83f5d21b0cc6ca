import { z } from 'zod';
import { QuestionId, Ticket, VersionId, WaveId } from './ids.ts';
import { Comparability, MissingReason, QuestionType } from './questionnaire.ts';
import { ConfirmedReading, SurveyMapping } from './survey-file.ts';
import { LocalisedText } from './text.ts';

/**
 * What rows do to people who already have an interview in the wave. `new` leaves them out; `more` fills what is empty and
 * keeps what stands; `replace` puts the file's values in the place of what stands, and never empties anything.
 */
export const ImportMode = z.enum(['new', 'more', 'replace']);
export type ImportMode = z.infer<typeof ImportMode>;

/** How a question of the file was found to be one of the questionnaire. `added`: it is none of them yet. */
export const LinkBasis = z.enum(['remembered', 'name', 'wording', 'similar', 'chosen', 'added']);
export type LinkBasis = z.infer<typeof LinkBasis>;

/** Which question of the questionnaire a question of the file is; null when it is added. */
export const QuestionLink = z.strictObject({
  /** Key of the file's question. */
  key: z.string().min(1),
  questionId: QuestionId.nullable(),
  basis: LinkBasis,
  /** An unsure link is for a person to look at. */
  isSure: z.boolean(),
});
export type QuestionLink = z.infer<typeof QuestionLink>;

/** A value of a choice question's column that is none of its options. */
export const UnreadValue = z.strictObject({ key: z.string(), value: z.string(), count: z.int() });
export type UnreadValue = z.infer<typeof UnreadValue>;

/** What the rows of a sheet are rounds of: a repeat, or the group interviews that their persons belong to. */
export const RoundsOf = z.union([QuestionId, z.literal('persons')]);
export type RoundsOf = z.infer<typeof RoundsOf>;

/** Most sheets or files of rounds beside one file of interviews. */
export const mostRoundSheets = 50;

/**
 * A sheet or a file whose rows are rounds: each points to the row that it lies in, an interview or a round of another sheet.
 * KoboToolbox writes one for each repeat, and so does the program's own export.
 */
export const RoundSheet = z.strictObject({
  /** Under which ticket the file was sent in; null where it is a sheet of the workbook with the interviews. */
  file: Ticket.nullable(),
  /** The sheet's name, or the file's. */
  name: z.string(),
  reading: ConfirmedReading,
  rowCount: z.int().min(0),
  /** Null where the questionnaire has nothing that they could be: then its rows are left out. */
  of: RoundsOf.nullable(),
  basis: LinkBasis,
  isSure: z.boolean(),
  /** Only columns that are questions of the repeat; the others are left out. */
  mapping: SurveyMapping,
  /** Columns that tie rows together, or repeat what the interview says: they are no answers. */
  facts: z.array(z.int().min(0)),
  links: z.array(QuestionLink).max(5000),
  unread: z.array(UnreadValue),
});
export type RoundSheet = z.infer<typeof RoundSheet>;

/**
 * An existing questionnaire that answers go into. `versionId` is the version that the columns were matched with; with
 * `asNewVersion` the file's questions become the next version of it, so that wording and options of this wave are kept.
 */
export const QuestionnaireTarget = z.strictObject({
  versionId: VersionId,
  asNewVersion: z.boolean(),
  mode: ImportMode,
  /** Null makes a new wave; in `more` and `replace` it also means that people are looked for in all waves. */
  waveId: WaveId.nullable(),
  /** What mode `new` does with people who are in the wave already: nothing at all is imported, or those rows are left out. */
  known: z.enum(['refuse', 'skip']),
  /** What `more` and `replace` do with people who are not. */
  unknown: z.enum(['add', 'skip']),
  links: z.array(QuestionLink).max(5000),
  /** Rounds that come with the interviews; a new version has none. */
  rounds: z.array(RoundSheet).max(mostRoundSheets).optional(),
});
export type QuestionnaireTarget = z.infer<typeof QuestionnaireTarget>;

/** A question that columns can be matched with. */
export const TargetQuestion = z.strictObject({
  id: QuestionId,
  number: z.string(),
  name: z.string(),
  type: QuestionType,
  wording: LocalisedText,
  lead: LocalisedText.nullable(),
});
export type TargetQuestion = z.infer<typeof TargetQuestion>;

/** A repeat, or the persons of groups, with what is asked in each round. */
export const RoundsTarget = z.strictObject({
  of: RoundsOf,
  /** Empty for persons. */
  number: z.string(),
  wording: LocalisedText,
  questions: z.array(TargetQuestion),
});
export type RoundsTarget = z.infer<typeof RoundsTarget>;

/** How a file fits a questionnaire, before anybody has corrected it. */
export const TargetMatch = z.strictObject({
  mapping: SurveyMapping,
  links: z.array(QuestionLink),
  /** Whether an earlier file with these headers settled it. */
  remembered: z.enum(['none', 'some', 'all']),
  /** Header of the column with the day of the interview, as it was last time. */
  heldOnKey: z.string().nullable(),
  questions: z.array(TargetQuestion),
  unread: z.array(UnreadValue),
  rounds: z.array(RoundSheet),
  /** What sheets of rounds can be: repeats and their questions; `persons` where something is asked of each person of a group. */
  repeats: z.array(RoundsTarget),
});
export type TargetMatch = z.infer<typeof TargetMatch>;

/** A row whose participant code keeps it out. */
export const CodeIssue = z.strictObject({ row: z.int(), code: z.string(), why: z.enum(['known', 'unknown', 'twice', 'withdrawn']) });
export type CodeIssue = z.infer<typeof CodeIssue>;

/** A value as a person reads it, at most 30 characters, or the reason for none. */
export const SaidValue = z.strictObject({ text: z.string(), reason: MissingReason.nullable() });
export type SaidValue = z.infer<typeof SaidValue>;

/** Two different answers to one question: the one that stands, and the file's. */
export const ValueChange = z.strictObject({
  row: z.int(),
  code: z.string(),
  questionId: QuestionId,
  number: z.string(),
  before: SaidValue,
  after: SaidValue,
  isReplaced: z.boolean(),
});
export type ValueChange = z.infer<typeof ValueChange>;

/** What has become of a question since the version before. */
export const QuestionChange = z.strictObject({
  key: z.string(),
  questionId: QuestionId.nullable(),
  comparability: Comparability,
  /** Wording before, where it is another now; else empty. */
  wordingBefore: z.string(),
  /** Labels of options that were not there before. */
  newOptions: z.array(z.string()),
});
export type QuestionChange = z.infer<typeof QuestionChange>;

const count = z.int().min(0);

/** What becomes of the rows of one sheet of rounds. */
export const RoundsReport = z.strictObject({
  name: z.string(),
  of: RoundsOf.nullable(),
  rows: count,
  /** Rounds that are made, and rounds that stand already and were compared with. */
  added: count,
  standing: count,
  /** Rounds of interviews that are left out. */
  leftOut: count,
  /** Rounds that nobody can say what they belong to, each among the problems. */
  unlinked: count,
  /** Headers of columns that are no question of the repeat; those that tie rows together are not among them. */
  unknownColumns: z.array(z.string()),
});
export type RoundsReport = z.infer<typeof RoundsReport>;

/** What an import into a questionnaire does, counted before or after it was done. Lists hold the first of each kind. */
export const TargetReport = z.strictObject({
  people: z.strictObject({
    /** Rows that become interviews: of people who are new in the project, and of people who are in it already. */
    added: count,
    returning: count,
    /** Interviews that get or change answers, and those that the file has nothing new for. */
    changed: count,
    unchanged: count,
    known: count,
    unknown: count,
    twice: count,
    withdrawn: count,
    listed: z.array(CodeIssue),
  }),
  values: z.strictObject({ same: count, filled: count, replaced: count, kept: count, listed: z.array(ValueChange) }),
  states: z.strictObject({ parked: count, toConfirm: count }),
  /** Questions of the version that the file has no column for. */
  missing: z.array(TargetQuestion),
  /** Only where the file becomes a new version. */
  changes: z.array(QuestionChange),
  /** One for each sheet of rounds, those that are left out too. */
  rounds: z.array(RoundsReport),
});
export type TargetReport = z.infer<typeof TargetReport>;
