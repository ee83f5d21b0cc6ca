import { compileForm, type CompiledForm } from '../../../../shared/expressions/form.ts';
import type { QuestionId, VersionId } from '../../../../shared/model/ids.ts';
import {
  questionsOf,
  readReasons,
  yesCode,
  type AnswerOption,
  type Question,
  type QuestionCheck,
  type QuestionnaireVersion,
  type QuestionType,
  type Section,
} from '../../../../shared/model/questionnaire.ts';
import type { Statements } from '../../db/statements.ts';
import type { MemoryKind } from '../../db/table-memory.ts';
import {
  readLanguages,
  readText,
  readTextOrNull,
  readValues,
  readVersionRows,
  type OptionRow,
  type QuestionRow,
  type VersionRows,
} from './version-rows.ts';

export { readLanguages } from './version-rows.ts';

/**
 * A version with what only the core needs: the small keys that answers are stored under, and the form, compiled once. It is shared by
 * everybody who reads the version until something in it changes, so nobody may change it.
 */
export interface LoadedVersion {
  readonly version: QuestionnaireVersion;
  readonly questions: readonly Question[];
  readonly keyById: ReadonlyMap<string, number>;
  readonly idByKey: ReadonlyMap<number, QuestionId>;
  /** Routing, checks and calculations made ready; compiled when it is first asked for. */
  readonly form: CompiledForm;
}

const loadedVersions: MemoryKind<LoadedVersion> = { group: 'questionnaires', limit: 50 };

/** Reads a whole version, options resolved from the question or its scale; from memory while it is unchanged. @throws AppError NOT_FOUND */
export function readVersion(sql: Statements, versionId: VersionId): LoadedVersion {
  return sql.remembered(loadedVersions, versionId, () => load(versionId, readVersionRows(sql, versionId)));
}

function load(versionId: VersionId, rows: VersionRows): LoadedVersion {
  const bySection = Map.groupBy(rows.questions, (question) => question.section_id);
  const sections = rows.sections.map((section): Section => ({
    id: section.id,
    name: section.name,
    title: readText(section.title),
    relevant: section.relevant,
    questions: (bySection.get(section.id) ?? []).map((question) => toQuestion(question, rows)),
  }));
  const { questionnaire_id: questionnaireId, name, number, status, languages } = rows.version;
  const version: QuestionnaireVersion = {
    id: versionId,
    questionnaireId,
    name,
    number,
    status,
    languages: readLanguages(languages),
    sections,
  };
  const questions = questionsOf(version);
  let form: CompiledForm | null = null;
  return {
    version,
    questions,
    keyById: new Map(rows.questions.map((question) => [question.id, question.key])),
    idByKey: new Map(rows.questions.map((question) => [question.key, question.id])),
    get form() {
      return (form ??= compileForm(version));
    },
  };
}

function toQuestion(row: QuestionRow, { options, checks }: VersionRows): Question {
  const own = (options.get(row.id) ?? options.get(row.scale_id ?? '') ?? []).map(toOption);
  return {
    id: row.id,
    name: row.name,
    number: row.number,
    type: row.type,
    parentId: row.parent_id,
    label: readTextOrNull(row.label),
    wording: readText(row.wording),
    lead: readTextOrNull(row.lead),
    hint: readTextOrNull(row.hint),
    instruction: readTextOrNull(row.instruction),
    unit: readTextOrNull(row.unit),
    scaleId: row.scale_id,
    options: own.length > 0 ? own : impliedOptions(row.type),
    reasons: readReasons(row.reasons),
    relevant: row.relevant,
    calculation: row.calculation,
    optionFilter: row.option_filter,
    repeatCount: row.repeat_count,
    defaultValue: row.default_value,
    minimum: row.minimum,
    maximum: row.maximum,
    decimals: row.decimals,
    rankCount: row.rank_count,
    dateForm: row.date_form,
    registerKind: row.register_kind,
    hasRandomOrder: row.has_random_order === 1,
    isPerPerson: row.is_per_person === 1,
    isRequired: row.is_required === 1,
    requiredWhen: row.required_when,
    requiredMessage: readTextOrNull(row.required_message),
    isIdentifier: row.is_identifier === 1,
    isBackground: row.is_background === 1,
    bankQuestionId: row.bank_question_id,
    previousId: row.previous_id,
    comparability: row.comparability,
    checks: (checks.get(row.id) ?? []).map((check): QuestionCheck => ({
      severity: check.severity,
      expression: check.expression,
      message: readText(check.message),
    })),
  };
}

function toOption(row: OptionRow): AnswerOption {
  return {
    code: row.code,
    name: row.name,
    label: readText(row.label),
    isExclusive: row.is_exclusive === 1,
    asksWhat: row.asks_what === 1,
    filterValues: readValues(row.filter_values),
  };
}

/** Types that need no list of their own: yes and no, and the points from 0 to 10. */
function impliedOptions(type: QuestionType): AnswerOption[] {
  if (type === 'scale-0-10') return Array.from({ length: 11 }, (_, code) => plainOption(code));
  return type === 'yes-no' || type === 'consent' ? [plainOption(yesCode), plainOption(yesCode + 1)] : [];
}

function plainOption(code: number): AnswerOption {
  return { code, name: null, label: {}, isExclusive: false, asksWhat: false, filterValues: {} };
}
