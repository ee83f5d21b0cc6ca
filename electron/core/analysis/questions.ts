import { z } from 'zod';
import { withBlanks } from '../../../shared/expressions/text-pieces.ts';
import { Comparability } from '../../../shared/model/questionnaire.ts';
import { LocalisedText } from '../../../shared/model/text.ts';
import type { Statements } from '../db/statements.ts';
import type { MemoryKind } from '../db/table-memory.ts';

/** One wording of a variable, in one version of a questionnaire. */
export interface QuestionForm {
  readonly key: number;
  readonly questionId: string;
  readonly variableId: string;
  readonly variableName: string;
  readonly isBackground: boolean;
  /** Asked of each person of a group, not of the group together. */
  readonly isPerPerson: boolean;
  readonly versionId: string;
  readonly sectionId: string;
  readonly sectionTitle: LocalisedText;
  readonly parentId: string | null;
  /** The repeat it is asked in, once for every round; null for questions that are asked once. */
  readonly repeat: { readonly key: number; readonly wording: LocalisedText } | null;
  readonly number: string;
  readonly type: string;
  readonly wording: LocalisedText;
  readonly lead: LocalisedText | null;
  readonly unit: LocalisedText | null;
  readonly scaleId: string | null;
  readonly direction: 'rising' | 'falling' | 'none';
  readonly neutralCode: number | null;
  readonly isRouted: boolean;
  readonly minimum: number | null;
  readonly versionNumber: number;
  /** What changed since the version before; null where nobody has compared. */
  readonly comparability: Comparability | null;
}

export interface AnswerOption {
  readonly code: number;
  /** What stands for the answer in a table where it has no code of its own: the id of a wave or a place. */
  readonly key?: string;
  readonly label: LocalisedText;
  /** What expressions call it, where that is not its code. */
  readonly name?: string;
}

/** What stands for an answer in a table. */
export function keyOf({ key, code }: AnswerOption): string {
  return key ?? String(code);
}

const FormRow = z.object({
  key: z.int(),
  id: z.string(),
  variable_id: z.string(),
  variable_name: z.string(),
  is_background: z.int(),
  is_per_person: z.int(),
  version_id: z.string(),
  section_id: z.string(),
  section_title: z.string(),
  parent_id: z.string().nullable(),
  repeat_key: z.int().nullable(),
  repeat_wording: z.string().nullable(),
  number: z.string(),
  type: z.string(),
  wording: z.string(),
  lead: z.string().nullable(),
  unit: z.string().nullable(),
  scale_id: z.string().nullable(),
  direction: z.string().nullable(),
  neutral_code: z.int().nullable(),
  is_routed: z.int(),
  minimum: z.number().nullable(),
  version_number: z.int(),
  comparability: Comparability.nullable(),
});
const OptionRow = z.object({ owner: z.string(), code: z.int(), label: z.string(), name: z.string().nullable() });

/** Newest version first, then the order of the questionnaire; drafts have no answers and are left out unless nothing else is there. */
const formSql = `
SELECT q.key, q.id, q.variable_id, v.name AS variable_name, v.is_background,
  q.is_per_person = 1 OR coalesce(p.is_per_person, 0) = 1 AS is_per_person, q.version_id, q.section_id, s.title AS section_title, q.parent_id,
  CASE WHEN p.type = 'repeat' THEN p.key END AS repeat_key, CASE WHEN p.type = 'repeat' THEN p.wording END AS repeat_wording, q.number, q.type,
  q.wording, q.lead, q.unit, q.scale_id, c.direction, c.neutral_code,
  -- Where there is a round the repeat was asked, so only the question's own condition is left.
  coalesce(nullif(q.relevant, ''), CASE WHEN p.type IS NOT 'repeat' THEN coalesce(nullif(p.relevant, ''), nullif(s.relevant, '')) END)
    IS NOT NULL AS is_routed, q.minimum,
  n.number AS version_number, q.comparability
FROM questionnaire f JOIN questionnaire_version n ON n.questionnaire_id = f.id JOIN question q ON q.version_id = n.id
  JOIN section s ON s.id = q.section_id JOIN variable v ON v.id = q.variable_id LEFT JOIN scale c ON c.id = q.scale_id LEFT JOIN question p ON p.id = q.parent_id
WHERE f.project_id = :projectId ORDER BY n.status = 'draft', n.number DESC, f.id, q.ordinal`;

const optionSql = `
SELECT coalesce(o.question_id, o.scale_id) AS owner, o.code, o.label, o.name FROM answer_option o
WHERE o.question_id IN (SELECT q.id FROM questionnaire f JOIN questionnaire_version n ON n.questionnaire_id = f.id JOIN question q ON q.version_id = n.id WHERE f.project_id = :projectId)
  OR o.scale_id IN (SELECT q.scale_id FROM questionnaire f JOIN questionnaire_version n ON n.questionnaire_id = f.id JOIN question q ON q.version_id = n.id WHERE f.project_id = :projectId)
ORDER BY owner, o.ordinal`;

/** A stored text in several languages, as it reads in a table. */
function parseText(json: string): LocalisedText {
  return withBlanks(LocalisedText.parse(JSON.parse(json)));
}

/** What a battery is called: as its section, or, in a section without a name, as what is said before its items, or as its first item. */
export function batteryTitle({ sectionTitle, lead, wording }: Pick<QuestionForm, 'sectionTitle' | 'lead' | 'wording'>): LocalisedText {
  const isSaid = (text: LocalisedText): boolean => Object.values(text).some((words) => words !== '');
  return isSaid(sectionTitle) ? sectionTitle : lead !== null && isSaid(lead) ? lead : wording;
}

function toForm(row: z.infer<typeof FormRow>): QuestionForm {
  return {
    key: row.key,
    questionId: row.id,
    variableId: row.variable_id,
    variableName: row.variable_name,
    isBackground: row.is_background === 1,
    isPerPerson: row.is_per_person === 1,
    versionId: row.version_id,
    sectionId: row.section_id,
    sectionTitle: parseText(row.section_title),
    parentId: row.parent_id,
    repeat: row.repeat_key === null ? null : { key: row.repeat_key, wording: parseText(row.repeat_wording ?? '{}') },
    number: row.number,
    type: row.type,
    wording: parseText(row.wording),
    lead: row.lead === null ? null : parseText(row.lead),
    unit: row.unit === null ? null : parseText(row.unit),
    scaleId: row.scale_id,
    direction: row.direction === 'rising' || row.direction === 'falling' ? row.direction : 'none',
    neutralCode: row.neutral_code,
    isRouted: row.is_routed === 1,
    minimum: row.minimum,
    versionNumber: row.version_number,
    comparability: row.comparability,
  };
}

/** Every question of a project with its answers to choose from. Wordings of one variable: newest version first. */
export interface QuestionBook {
  readonly forms: readonly QuestionForm[];
  readonly formsOf: (variableId: string) => readonly QuestionForm[];
  /** In the order of the newest wording; answers that only older wordings had come last. */
  readonly optionsOf: (variableId: string) => readonly AnswerOption[];
  /** Keys of the questions of which tables can be made. */
  readonly countableKeys: readonly number[];
}

const bookKind: MemoryKind<QuestionBook> = { group: 'questionnaires', limit: 4 };

const zeroToTen: readonly AnswerOption[] = Array.from({ length: 11 }, (_, code) => ({
  code,
  label: { nb: String(code), nn: String(code), sv: String(code), en: String(code) },
}));

/** The questions of a project, remembered until a questionnaire changes; shared, so nobody may change them. */
export function readQuestions(sql: Statements, projectId: string): QuestionBook {
  return sql.remembered(bookKind, projectId, () => findQuestions(sql, projectId));
}

function findQuestions(sql: Statements, projectId: string): QuestionBook {
  const forms = sql.all(FormRow, formSql, { projectId }).map(toForm);
  const options = Map.groupBy(sql.all(OptionRow, optionSql, { projectId }), ({ owner }) => owner);
  const byVariable = Map.groupBy(forms, ({ variableId }) => variableId);
  const ownOptions = (form: QuestionForm): readonly AnswerOption[] => {
    const rows = options.get(form.questionId) ?? options.get(form.scaleId ?? '') ?? [];
    if (rows.length === 0 && form.type === 'scale-0-10') return zeroToTen;
    return rows.map(({ code, label, name }) => ({ code, label: parseText(label), ...(name === null || name === '' ? {} : { name }) }));
  };
  const known = new Map<string, readonly AnswerOption[]>();
  const findOptions = (variableId: string): readonly AnswerOption[] => {
    const found = new Map<number, AnswerOption>();
    for (const option of (byVariable.get(variableId) ?? []).flatMap(ownOptions)) {
      const known = found.get(option.code);
      // Expressions know an answer by the newest name that it has had.
      if (known === undefined || known.name === undefined) found.set(option.code, { ...option, ...known });
    }
    return [...found.values()];
  };
  return {
    forms,
    formsOf: (variableId) => byVariable.get(variableId) ?? [],
    optionsOf: (variableId) => {
      const own = known.get(variableId) ?? findOptions(variableId);
      known.set(variableId, own);
      return own;
    },
    countableKeys: forms.filter(({ type }) => countingOf(type) !== null).map(({ key }) => key),
  };
}

/** Question types that can be counted, by how. */
export function countingOf(type: string): 'codes' | 'set' | 'number' | null {
  if (['one', 'yes-no', 'scale', 'scale-0-10'].includes(type)) return 'codes';
  if (type === 'several' || type === 'rank') return 'set';
  return type === 'number' || type === 'calculated' ? 'number' : null;
}
