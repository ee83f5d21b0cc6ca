import { z } from 'zod';
import type { VersionId } from '../../../../shared/model/ids.ts';
import {
  ScaleDirection,
  type OptionSpec,
  type QuestionnaireSpec,
  type QuestionSpec,
  type ScaleSpec,
  type SectionSpec,
} from '../../../../shared/model/questionnaire-spec.ts';
import { readReasons } from '../../../../shared/model/questionnaire.ts';
import type { Statements } from '../../db/statements.ts';
import { slug } from '../exchange/variable-names.ts';
import {
  OptionRow,
  readLanguages,
  readText,
  readTextOrNull,
  readValues,
  readVersionRows,
  type QuestionRow,
  type VersionRows,
} from './version-rows.ts';

/** `questionnaire_version.extras`: what an import passed on, and what it called its scales, in its order. */
export const StoredExtras = z.strictObject({
  passedOn: z.record(z.string(), z.unknown()),
  scales: z.array(z.tuple([z.string(), z.string()])),
});

/** A version as a specification without ids: what XLSForm, the bank and copies are made from. @throws AppError NOT_FOUND */
export function readQuestionnaireSpec(sql: Statements, versionId: VersionId): QuestionnaireSpec {
  const rows = readVersionRows(sql, versionId);
  const { passedOn, keys } = readExtras(rows);
  const used = [...new Set(rows.questions.flatMap(({ scale_id: scaleId }) => scaleId ?? []))];
  const scales = readScales(sql, [...keys.keys(), ...used.filter((id) => !keys.has(id))], keys);
  const keyById = new Map([...scales].map(([id, scale]) => [id, scale.key]));
  const bySection = Map.groupBy(rows.questions, (question) => question.section_id);
  return {
    name: rows.version.name,
    languages: readLanguages(rows.version.languages),
    sections: rows.sections.map((section): SectionSpec => ({
      name: section.name,
      title: readText(section.title),
      relevant: section.relevant,
      questions: toSpecs(bySection.get(section.id) ?? [], rows, keyById),
    })),
    scales: [...scales.values()],
    extras: passedOn,
  };
}

/** One section's questions as specifications; `parent` is the place among them. */
function toSpecs(questions: readonly QuestionRow[], rows: VersionRows, keyById: ReadonlyMap<string, string>): QuestionSpec[] {
  const placeById = new Map(questions.map((question, at) => [question.id, at]));
  return questions.map((question) => ({
    ...toQuestionSpec(question, rows),
    scale: question.scale_id === null ? null : (keyById.get(question.scale_id) ?? null),
    parent: question.parent_id === null ? null : (placeById.get(question.parent_id) ?? null),
  }));
}

/** A question as a specification, without its scale and its repeat. */
export function toQuestionSpec(row: QuestionRow, { options, checks }: VersionRows): QuestionSpec {
  return {
    name: row.name,
    type: row.type,
    wording: readText(row.wording),
    label: readTextOrNull(row.label),
    lead: readTextOrNull(row.lead),
    hint: readTextOrNull(row.hint),
    instruction: readTextOrNull(row.instruction),
    unit: readTextOrNull(row.unit),
    scale: null,
    options: (options.get(row.id) ?? []).map(toOptionSpec),
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
    checks: (checks.get(row.id) ?? []).map((check) => ({
      severity: check.severity,
      expression: check.expression,
      message: readText(check.message),
    })),
    parent: null,
    extras: readValues(row.extras),
  };
}

/** An option as a specification. */
export function toOptionSpec(row: OptionRow): OptionSpec {
  return {
    code: row.code,
    name: row.name,
    label: readText(row.label),
    isExclusive: row.is_exclusive === 1,
    asksWhat: row.asks_what === 1,
    filterValues: readValues(row.filter_values),
    extras: readValues(row.extras),
  };
}

function readExtras({ version }: VersionRows): { passedOn: QuestionnaireSpec['extras']; keys: ReadonlyMap<string, string> } {
  if (version.extras === null) return { passedOn: {}, keys: new Map() };
  const { passedOn, scales } = StoredExtras.parse(JSON.parse(version.extras));
  return { passedOn, keys: new Map(scales) };
}

const ScaleRow = z.object({ name: z.string(), direction: ScaleDirection, neutral_code: z.int().nullable() });
const optionSql = `
SELECT scale_id AS owner, code, name, label, is_exclusive, asks_what, filter_values, extras FROM answer_option
WHERE scale_id = :id ORDER BY ordinal`;

/** Scales by id, in the order given, each with a key of its own: the one it came with, else one after its name. */
function readScales(sql: Statements, ids: readonly string[], keys: ReadonlyMap<string, string>): Map<string, ScaleSpec> {
  const taken = new Set(keys.values());
  const scales = new Map<string, ScaleSpec>();
  for (const id of ids) {
    const row = sql.get(ScaleRow, 'SELECT name, direction, neutral_code FROM scale WHERE id = :id', { id });
    // A scale that no question asks may have been removed since.
    if (row === undefined) continue;
    const key = keys.get(id) ?? freeKey(slug(row.name) || 'scale', taken);
    taken.add(key);
    const options = sql.all(OptionRow, optionSql, { id }).map(toOptionSpec);
    scales.set(id, { key, name: row.name, direction: row.direction, neutralCode: row.neutral_code, options });
  }
  return scales;
}

function freeKey(wanted: string, taken: ReadonlySet<string>): string {
  let key = wanted;
  for (let turn = 2; taken.has(key); turn += 1) key = `${wanted}_${turn}`;
  return key;
}
