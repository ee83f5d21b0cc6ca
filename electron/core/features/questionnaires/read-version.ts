import { z } from 'zod';
import { planRouting, type RoutingPlan } from '../../../../shared/expressions/routing.ts';
import { QuestionId, QuestionnaireId, VersionId } from '../../../../shared/model/ids.ts';
import {
  QuestionType,
  questionsOf,
  readReasons,
  VersionStatus,
  yesCode,
  type AnswerOption,
  type Question,
  type QuestionCheck,
  type QuestionnaireVersion,
  type Section,
} from '../../../../shared/model/questionnaire.ts';
import { Language, LocalisedText } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';

/** A version with what only the core needs: the small keys that answers are stored under, and the routing, read once. */
export interface LoadedVersion {
  readonly version: QuestionnaireVersion;
  readonly questions: readonly Question[];
  readonly keyById: ReadonlyMap<string, number>;
  readonly idByKey: ReadonlyMap<number, QuestionId>;
  readonly plan: RoutingPlan;
}

const VersionRow = z.object({
  questionnaire_id: QuestionnaireId,
  name: z.string(),
  number: z.int(),
  status: VersionStatus,
  languages: z.string(),
});
const SectionRow = z.object({ id: z.string(), title: z.string() });
const QuestionRow = z.object({
  id: QuestionId,
  key: z.int(),
  section_id: z.string(),
  name: z.string(),
  is_identifier: z.int(),
  number: z.string(),
  type: QuestionType,
  scale_id: z.string().nullable(),
  wording: z.string(),
  lead: z.string().nullable(),
  instruction: z.string().nullable(),
  unit: z.string().nullable(),
  reasons: z.string(),
  relevant: z.string().nullable(),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  rank_count: z.int().nullable(),
  is_required: z.int(),
});
type QuestionRow = z.infer<typeof QuestionRow>;
const OptionRow = z.object({ owner: z.string(), code: z.int(), label: z.string(), is_exclusive: z.int(), asks_what: z.int() });
const CheckRow = z.object({ question_id: z.string(), severity: z.enum(['hard', 'soft']), expression: z.string(), message: z.string() });

const versionSql = `
SELECT questionnaire_version.questionnaire_id, questionnaire.name, number, status, languages
FROM questionnaire_version JOIN questionnaire ON questionnaire.id = questionnaire_version.questionnaire_id
WHERE questionnaire_version.id = :versionId`;
const questionSql = `
SELECT question.id, question.key, section_id, variable.name, variable.is_identifier, number, type, scale_id, wording, lead, instruction, unit, reasons,
  relevant, minimum, maximum, rank_count, is_required
FROM question JOIN variable ON variable.id = question.variable_id WHERE version_id = :versionId ORDER BY question.ordinal`;
const optionSql = `
SELECT answer_option.question_id AS owner, code, label, is_exclusive, asks_what FROM question
JOIN answer_option ON answer_option.question_id = question.id WHERE version_id = :versionId ORDER BY answer_option.ordinal`;
const scaleSql = `
SELECT answer_option.scale_id AS owner, code, label, is_exclusive, asks_what FROM answer_option
WHERE scale_id IN (SELECT scale_id FROM question WHERE version_id = :versionId) ORDER BY answer_option.ordinal`;
const checkSql = `
SELECT question_id, severity, expression, message FROM question_check
WHERE question_id IN (SELECT id FROM question WHERE version_id = :versionId) ORDER BY severity, id`;

/** Reads a whole version, options resolved from the question or its scale. @throws AppError NOT_FOUND */
export function readVersion(sql: Statements, versionId: VersionId): LoadedVersion {
  const row = sql.get(VersionRow, versionSql, { versionId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  const questionRows = sql.all(QuestionRow, questionSql, { versionId });
  const options = Map.groupBy(
    [...sql.all(OptionRow, optionSql, { versionId }), ...sql.all(OptionRow, scaleSql, { versionId })],
    (option) => option.owner,
  );
  const checks = Map.groupBy(sql.all(CheckRow, checkSql, { versionId }), (check) => check.question_id);
  const bySection = Map.groupBy(questionRows, (question) => question.section_id);
  const sections = sql
    .all(SectionRow, 'SELECT id, title FROM section WHERE version_id = :versionId ORDER BY ordinal', { versionId })
    .map((section): Section => ({
      id: section.id,
      title: readText(section.title),
      questions: (bySection.get(section.id) ?? []).map((question) =>
        toQuestion(question, options.get(question.id) ?? options.get(question.scale_id ?? '') ?? [], checks.get(question.id) ?? []),
      ),
    }));
  const { questionnaire_id: questionnaireId, name, number, status } = row;
  const version: QuestionnaireVersion = {
    id: versionId,
    questionnaireId,
    name,
    number,
    status,
    languages: readLanguages(row.languages),
    sections,
  };
  const questions = questionsOf(version);
  return {
    version,
    questions,
    keyById: new Map(questionRows.map((question) => [question.id, question.key])),
    idByKey: new Map(questionRows.map((question) => [question.key, question.id])),
    plan: planRouting(questions),
  };
}

/** Languages as the file keeps them: a JSON list, or codes separated by spaces or commas. */
export function readLanguages(stored: string): Language[] {
  return stored.split(/[^a-z]+/u).flatMap((part) => {
    const language = Language.safeParse(part);
    return language.success ? [language.data] : [];
  });
}

function readText(stored: string): LocalisedText {
  return LocalisedText.parse(JSON.parse(stored));
}

function readTextOrNull(stored: string | null): LocalisedText | null {
  return stored === null ? null : readText(stored);
}

function toQuestion(
  row: QuestionRow,
  options: readonly z.infer<typeof OptionRow>[],
  checks: readonly z.infer<typeof CheckRow>[],
): Question {
  const own = options.map((option) => ({
    code: option.code,
    label: readText(option.label),
    isExclusive: option.is_exclusive === 1,
    asksWhat: option.asks_what === 1,
  }));
  return {
    id: row.id,
    name: row.name,
    number: row.number,
    type: row.type,
    wording: readText(row.wording),
    lead: readTextOrNull(row.lead),
    instruction: readTextOrNull(row.instruction),
    unit: readTextOrNull(row.unit),
    scaleId: row.scale_id,
    options: own.length > 0 ? own : impliedOptions(row.type),
    reasons: readReasons(row.reasons),
    relevant: row.relevant,
    minimum: row.minimum,
    maximum: row.maximum,
    rankCount: row.rank_count,
    isRequired: row.is_required === 1,
    isIdentifier: row.is_identifier === 1,
    checks: checks.map((check): QuestionCheck => ({
      severity: check.severity,
      expression: check.expression,
      message: readText(check.message),
    })),
  };
}

/** Types that need no list of their own: yes and no, and the points from 0 to 10. */
function impliedOptions(type: QuestionType): AnswerOption[] {
  if (type === 'scale-0-10') return Array.from({ length: 11 }, (_, code) => plainOption(code));
  return type === 'yes-no' || type === 'consent' ? [plainOption(yesCode), plainOption(yesCode + 1)] : [];
}

function plainOption(code: number): AnswerOption {
  return { code, label: {}, isExclusive: false, asksWhat: false };
}
