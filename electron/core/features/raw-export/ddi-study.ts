import { z } from 'zod';
import type { Question, QuestionnaireVersion } from '../../../../shared/model/questionnaire.ts';
import { VersionId } from '../../../../shared/model/ids.ts';
import { languages, localised, type Language, type LocalisedText } from '../../../../shared/model/text.ts';
import type { MessageId } from '../../../../shared/messages/generated/message-id.ts';
import { missingReasonIds } from '../../../../shared/contract/missing-reasons.ts';
import { MissingReason } from '../../../../shared/contract/analysis.ts';
import type { DdiCategory, DdiFile, DdiGroup, DdiStudy, DdiVariable } from '../../ddi/index.ts';
import { countedInterviews } from '../../analysis/units.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { wordsIn } from '../../words.ts';
import { expressionWords } from '../print/expression-words.ts';
import { readVersion } from '../questionnaires/read-version.ts';
import { missingCodes } from './missing-codes.ts';
import { releasedResponse } from './released-response.ts';
import type { RawTableSource } from './source.ts';
import { factColumn, type TableColumn } from './table.ts';

const ProjectRow = z.object({
  id: z.string(),
  name: z.string(),
  idea: z.string().nullable(),
  main_purpose: z.string().nullable(),
  target_group: z.string().nullable(),
  method: z.string().nullable(),
  method_deviation: z.string().nullable(),
  partner: z.string().nullable(),
});
const projectSql = `
SELECT p.id, p.name, p.idea, p.main_purpose, p.target_group, p.method, p.method_deviation, o.name AS partner
FROM project p LEFT JOIN organisation o ON o.id = p.partner_organisation_id WHERE p.id = :projectId`;
const WaveRow = z.object({ name: z.string(), starts_on: z.string().nullable(), ends_on: z.string().nullable() });
const PlaceRow = z.object({ id: z.string(), name: z.string(), country_code: z.string() });
const placeSql = `
SELECT p.id, p.name, p.country_code FROM project_place pp JOIN place p ON p.id = pp.place_id WHERE pp.project_id = :projectId ORDER BY p.name`;
const ModeRow = z.object({ mode: z.string() });
const modeSql = `SELECT DISTINCT i.mode FROM interview i WHERE i.version_id = :versionId AND ${countedInterviews} ORDER BY i.mode`;

/** A text of ours in every language. */
function everyLanguage(id: MessageId): LocalisedText {
  return Object.fromEntries(languages.map((language) => [language, wordsIn(language)(id)]));
}

const modeIds: Readonly<Record<string, MessageId>> = {
  'face-to-face': 'rawExport.mode.faceToFace',
  phone: 'rawExport.mode.phone',
  video: 'rawExport.mode.video',
  paper: 'rawExport.mode.paper',
  'self-completed': 'rawExport.mode.selfCompleted',
  imported: 'rawExport.mode.imported',
};

export interface DdiWanted {
  readonly projectId: string;
  readonly versionId: string;
  readonly language: Language;
  /** Day, ISO 8601. */
  readonly producedOn: string;
  readonly conditions: string | null;
  /** The name that is told of a place, where that is not its own; null for none: what the files do not tell, nor does what lies beside them. */
  readonly placeName?: (placeId: string) => string | null;
  /** The files as they are called beside the codebook. */
  readonly files: readonly { readonly table: RawTableSource; readonly fileName: string; readonly format: string }[];
}

/** A project and the files of one of its versions, as DDI tells of them. Without frequencies: none of them has been released here. @throws AppError NOT_FOUND */
export function ddiStudy(sql: Statements, wanted: DdiWanted): DdiStudy {
  const { projectId, versionId, language } = wanted;
  const project = sql.get(ProjectRow, projectSql, { projectId });
  if (project === undefined) throw new AppError('NOT_FOUND');
  const waves = sql.all(WaveRow, 'SELECT name, starts_on, ends_on FROM wave WHERE project_id = :projectId ORDER BY ordinal', { projectId });
  const places = sql.all(PlaceRow, placeSql, { projectId });
  const modes = sql.all(ModeRow, modeSql, { versionId });
  const geography = places.map(({ id, name }) => (wanted.placeName === undefined ? name : wanted.placeName(id)));
  const words = wordsIn(language);
  const { version, questions } = readVersion(sql, VersionId.parse(versionId));
  const byId = new Map(questions.map((question) => [String(question.id), question]));
  const hasWeight = wanted.files.some(({ table }) =>
    table.shape.columns.some(({ kind, header }) => kind === 'fact' && header === 'weight'),
  );
  return {
    language,
    id: project.id,
    title: project.name,
    authors: project.partner === null ? [] : [project.partner],
    producedOn: wanted.producedOn,
    abstract: project.idea,
    purpose: project.main_purpose,
    collected: waves.flatMap(({ name, starts_on: from, ends_on: to }) => [
      ...(from === null ? [] : [{ event: 'start' as const, day: from, cycle: name }]),
      ...(to === null ? [] : [{ event: 'end' as const, day: to, cycle: name }]),
    ]),
    nation: places.length === 0 ? null : [...new Set(places.map((place) => place.country_code))].join(', '),
    geography: [...new Set(geography)].filter((name) => name !== null),
    analysisUnit: words('rawExport.ddi.unit'),
    universe: project.target_group,
    timeMethod: words(waves.length > 1 ? 'rawExport.ddi.waves' : 'rawExport.ddi.oneWave'),
    sampling: project.method,
    deviations: project.method_deviation,
    modes: modes.flatMap(({ mode }) => (modeIds[mode] === undefined ? [] : [words(modeIds[mode])])),
    weighting: hasWeight ? words('rawExport.fact.weight') : null,
    responseRate: releasedResponse(sql, projectId, words),
    confidentiality: words('rawExport.ddi.confidential'),
    conditions: wanted.conditions,
    notes: [],
    files: wanted.files.map((file, at) => fileOf(file, at + 1, { version, byId, language })),
  };
}

interface Context {
  readonly version: QuestionnaireVersion;
  readonly byId: ReadonlyMap<string, Question>;
  readonly language: Language;
}

function fileOf({ table, fileName, format }: DdiWanted['files'][number], number: number, context: Context): DdiFile {
  const { shape, rowCount } = table;
  const id = `F${number}`;
  const variables = shape.columns.map((column, at) => variableOf(column, `${id}V${at + 1}`, context));
  return {
    id,
    name: fileName,
    content: { [context.language]: shape.title },
    format,
    cases: rowCount,
    variables,
    groups: groupsOf(shape.columns, variables, id),
  };
}

function groupsOf(columns: readonly TableColumn[], variables: readonly DdiVariable[], id: string): DdiGroup[] {
  const indicators = columns.flatMap((column, at) => (column.kind === 'indicator' ? [{ column, id: variables[at]?.id ?? '' }] : []));
  const groups = [...Map.groupBy(indicators, ({ column }) => column.column?.form.key ?? -1).values()];
  return groups.flatMap((members, at): DdiGroup[] => {
    const form = members[0]?.column.column?.form;
    if (form === undefined || members.length < 2) return [];
    return [{ id: `${id}G${at + 1}`, name: form.variableName, label: form.wording, variableIds: members.map((member) => member.id) }];
  });
}

const reasons: readonly DdiCategory[] = MissingReason.options.map((reason) => ({
  value: missingCodes[reason],
  label: everyLanguage(missingReasonIds[reason]),
  isMissing: true,
}));
const no: LocalisedText = everyLanguage('rawExport.file.no');
const precision: LocalisedText = everyLanguage('rawExport.file.precision');
const why: LocalisedText = everyLanguage('rawExport.file.why');
const yes: LocalisedText = everyLanguage('rawExport.file.yes');

function categoriesOf({ kind, column, reasons: own }: TableColumn): DdiCategory[] {
  // Here the reasons are what is told, and nothing that is missing.
  if (kind === 'why') return reasons.map((reason) => ({ ...reason, isMissing: false }));
  const given =
    kind === 'indicator'
      ? [
          { value: 0, label: no },
          { value: 1, label: yes },
        ]
      : (column?.options ?? []).map(({ code, label }) => ({ value: code, label }));
  return [...given.map((each) => ({ ...each, isMissing: false })), ...(own.length === 0 ? [] : reasons)];
}

function natureOf({ kind, column }: TableColumn): DdiVariable['nature'] {
  if (kind === 'number') return 'ratio';
  if (kind === 'rank' || ['scale', 'scale-0-10'].includes(column?.form.type ?? '')) return 'ordinal';
  return kind === 'code' || kind === 'indicator' || kind === 'record' || kind === 'why' ? 'nominal' : 'other';
}

const changes = { 'changed-wording': 'rawExport.ddi.changedWording', 'changed-options': 'rawExport.ddi.changedOptions' } as const;

function factVariable(column: TableColumn, id: string): DdiVariable {
  const isWeight = column.header === 'weight';
  // The header of a fact is its name.
  const label = Object.fromEntries(
    languages.map((language) => [language, factColumn(column.header as Parameters<typeof factColumn>[0], wordsIn(language)).label]),
  );
  return {
    id,
    name: column.header,
    label,
    question: null,
    kind: column.isNumber ? 'numeric' : 'character',
    nature: 'other',
    decimals: isWeight ? 4 : 0,
    isWeight,
    range: null,
    categories: [],
    universe: null,
    notes: [],
  };
}

function variableOf(column: TableColumn, id: string, { version, byId, language }: Context): DdiVariable {
  const raw = column.column;
  if (raw === null) return factVariable(column, id);
  const { form, option } = raw;
  const question = byId.get(form.questionId);
  const relevant = question?.relevant ?? null;
  const { comparability } = form;
  const beside = option?.label ?? (column.kind === 'precision' ? precision : column.kind === 'why' ? why : null);
  const condition = relevant === null || relevant === '' ? null : expressionWords(relevant, version, language, wordsIn(language));
  return {
    id,
    name: column.header,
    label: beside === null ? form.wording : joined(form.wording, beside),
    question: { number: form.number, lead: form.lead, wording: form.wording, instruction: question?.instruction ?? null },
    kind: column.kind === 'date' ? 'date' : column.isNumber ? 'numeric' : 'character',
    nature: natureOf(column),
    decimals: raw.decimals ?? 0,
    isWeight: false,
    range: column.kind === 'number' ? { min: form.minimum, max: question?.maximum ?? null } : null,
    categories: categoriesOf(column),
    universe: condition === null ? null : { [language]: condition },
    notes: comparability === 'changed-wording' || comparability === 'changed-options' ? [everyLanguage(changes[comparability])] : [],
  };
}

/** A question and one of its answers, or what else a column tells of it, in each language that has either. */
function joined(wording: LocalisedText, label: LocalisedText): LocalisedText {
  return Object.fromEntries(
    languages.flatMap((language) =>
      wording[language] === undefined && label[language] === undefined
        ? []
        : [[language, `${localised(wording, language)}: ${localised(label, language)}`]],
    ),
  );
}
