import { z } from 'zod';
import { QuestionId, QuestionnaireId, type VersionId } from '../../../../shared/model/ids.ts';
import { Comparability, DateForm, QuestionType, RegisterKind, VersionStatus } from '../../../../shared/model/questionnaire.ts';
import { Language, LocalisedText } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';

const VersionRow = z.object({
  questionnaire_id: QuestionnaireId,
  project_id: z.string(),
  name: z.string(),
  number: z.int(),
  status: VersionStatus,
  languages: z.string(),
  extras: z.string().nullable(),
});
const SectionRow = z.object({ id: z.string(), name: z.string().nullable(), title: z.string(), relevant: z.string().nullable() });
const QuestionRow = z.object({
  id: QuestionId,
  key: z.int(),
  section_id: z.string(),
  name: z.string(),
  label: z.string().nullable(),
  is_identifier: z.int(),
  is_background: z.int(),
  bank_question_id: z.string().nullable(),
  parent_id: QuestionId.nullable(),
  previous_id: QuestionId.nullable(),
  comparability: Comparability.nullable(),
  number: z.string(),
  type: QuestionType,
  scale_id: z.string().nullable(),
  wording: z.string(),
  lead: z.string().nullable(),
  hint: z.string().nullable(),
  instruction: z.string().nullable(),
  unit: z.string().nullable(),
  reasons: z.string(),
  relevant: z.string().nullable(),
  calculation: z.string().nullable(),
  option_filter: z.string().nullable(),
  repeat_count: z.string().nullable(),
  default_value: z.string().nullable(),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  decimals: z.int().nullable(),
  rank_count: z.int().nullable(),
  date_form: DateForm.nullable(),
  register_kind: RegisterKind.nullable(),
  has_random_order: z.int(),
  is_per_person: z.int(),
  is_required: z.int(),
  required_when: z.string().nullable(),
  required_message: z.string().nullable(),
  extras: z.string().nullable(),
});
export type QuestionRow = z.infer<typeof QuestionRow>;
export const OptionRow = z.object({
  owner: z.string(),
  code: z.int(),
  name: z.string().nullable(),
  label: z.string(),
  is_exclusive: z.int(),
  asks_what: z.int(),
  filter_values: z.string().nullable(),
  extras: z.string().nullable(),
});
export type OptionRow = z.infer<typeof OptionRow>;
const CheckRow = z.object({ question_id: z.string(), severity: z.enum(['hard', 'soft']), expression: z.string(), message: z.string() });

const versionSql = `
SELECT questionnaire_version.questionnaire_id, questionnaire.project_id, questionnaire.name, number, status, languages, extras
FROM questionnaire_version JOIN questionnaire ON questionnaire.id = questionnaire_version.questionnaire_id
WHERE questionnaire_version.id = :versionId`;
const questionSql = `
SELECT question.id, question.key, section_id, variable.name, variable.label, variable.is_identifier, variable.is_background, bank_question_id, parent_id,
  previous_id, comparability, number, type, scale_id, wording, lead, hint, instruction, unit, reasons, relevant, calculation, option_filter, repeat_count,
  default_value, minimum, maximum, decimals, rank_count, date_form, register_kind, has_random_order, is_per_person, is_required, required_when,
  required_message, extras
FROM question JOIN variable ON variable.id = question.variable_id WHERE version_id = :versionId ORDER BY question.ordinal, question.id`;
const optionColumns = `code, answer_option.name, label, is_exclusive, asks_what, filter_values, answer_option.extras`;
const optionSql = `
SELECT answer_option.question_id AS owner, ${optionColumns} FROM question
JOIN answer_option ON answer_option.question_id = question.id WHERE version_id = :versionId ORDER BY answer_option.ordinal`;
const scaleSql = `
SELECT answer_option.scale_id AS owner, ${optionColumns} FROM answer_option
WHERE scale_id IN (SELECT scale_id FROM question WHERE version_id = :versionId) ORDER BY answer_option.ordinal`;
// The ids of checks rise in the order they were written.
const checkSql = `
SELECT question_id, severity, expression, message FROM question_check
WHERE question_id IN (SELECT id FROM question WHERE version_id = :versionId) ORDER BY id`;

/** A version's rows as they lie in the file. Options are found by their question's id or by their scale's. */
export interface VersionRows {
  readonly version: z.infer<typeof VersionRow>;
  readonly sections: readonly z.infer<typeof SectionRow>[];
  readonly questions: readonly QuestionRow[];
  readonly options: ReadonlyMap<string, readonly OptionRow[]>;
  readonly checks: ReadonlyMap<string, readonly z.infer<typeof CheckRow>[]>;
}

/** Reads a version's rows, everything in order. @throws AppError NOT_FOUND */
export function readVersionRows(sql: Statements, versionId: VersionId): VersionRows {
  const version = sql.get(VersionRow, versionSql, { versionId });
  if (version === undefined) throw new AppError('NOT_FOUND');
  const sectionSql = 'SELECT id, name, title, relevant FROM section WHERE version_id = :versionId ORDER BY ordinal, id';
  return {
    version,
    sections: sql.all(SectionRow, sectionSql, { versionId }),
    questions: sql.all(QuestionRow, questionSql, { versionId }),
    options: Map.groupBy(
      [...sql.all(OptionRow, optionSql, { versionId }), ...sql.all(OptionRow, scaleSql, { versionId })],
      (option) => option.owner,
    ),
    checks: Map.groupBy(sql.all(CheckRow, checkSql, { versionId }), (check) => check.question_id),
  };
}

/** Languages as the file keeps them: a JSON list, or codes separated by spaces or commas. */
export function readLanguages(stored: string): Language[] {
  return stored.split(/[^a-z]+/u).flatMap((part) => {
    const language = Language.safeParse(part);
    return language.success ? [language.data] : [];
  });
}

/** A stored text in its languages. */
export function readText(stored: string): LocalisedText {
  return LocalisedText.parse(JSON.parse(stored));
}

/** A stored text in its languages, where there is one. */
export function readTextOrNull(stored: string | null): LocalisedText | null {
  return stored === null ? null : readText(stored);
}

const Values = z.record(z.string(), z.string());

/** Values by column, as options and questions keep them; nothing stored is none. */
export function readValues(stored: string | null): Record<string, string> {
  return stored === null ? {} : Values.parse(JSON.parse(stored));
}
