import { z } from 'zod';
import type { RawChoices } from '../../../../shared/contract/raw-export.ts';
import { identifyingVariables } from '../../analysis/identifying.ts';
import { readQuestions, type AnswerOption, type QuestionForm } from '../../analysis/questions.ts';
import { countedInterviews } from '../../analysis/units.ts';
import type { Statements } from '../../db/statements.ts';

/** How the answers to a question lie in its columns; `precision` says how well a date or number is known, `specify` what "other" is. */
export type RawKind = 'code' | 'number' | 'date' | 'text' | 'record' | 'indicator' | 'rank' | 'precision' | 'specify';

/** One column of a file. */
export interface RawColumn {
  readonly header: string;
  readonly form: QuestionForm;
  readonly kind: RawKind;
  /** The option of a column of 0 and 1, or of ranks. */
  readonly option: AnswerOption | null;
  readonly options: readonly AnswerOption[];
  /** Decimals of a number; null where nobody has said. */
  readonly decimals: number | null;
  /** A date down to the day: no month, hour or year. */
  readonly isDay: boolean;
}

/** What a file says of a row beside answers. */
export type FactName =
  | 'interview'
  | 'participant'
  | 'wave'
  | 'kind'
  | 'persons'
  | 'mode'
  | 'language'
  | 'status'
  | 'place'
  | 'place_code'
  | 'service'
  | 'round_key'
  | 'parent_key'
  | 'ordinal'
  | 'weight'
  | 'number';

/** Facts that are numbers; the others are words. */
export const numberFacts: ReadonlySet<FactName> = new Set(['interview', 'persons', 'ordinal', 'weight', 'number']);

/** One file: of interviews, of the persons of groups, of the rounds of a repeat, or of everybody one by one. */
export interface RawSheet {
  readonly kind: 'interviews' | 'persons' | 'rounds' | 'people';
  /** The repeat whose rounds these are. */
  readonly repeat: QuestionForm | null;
  readonly facts: readonly FactName[];
  readonly columns: readonly RawColumn[];
}

/** The files of one version, and every question whose answers are in them. */
export interface RawPlan {
  readonly sheets: readonly RawSheet[];
}

const kinds: Readonly<Record<string, RawKind>> = {
  consent: 'code',
  one: 'code',
  'yes-no': 'code',
  scale: 'code',
  'scale-0-10': 'code',
  number: 'number',
  calculated: 'number',
  date: 'date',
  open: 'text',
  register: 'record',
};

const KeyRow = z.object({ key: z.int() });
const OrderRow = z.object({ key: z.int(), asks_what: z.int(), decimals: z.int().nullable(), date_form: z.string().nullable() });
type OrderRow = z.infer<typeof OrderRow>;

/** Questions of which some group's persons have answers of their own though nobody is asked one by one: imported ones. */
const ownAnswersSql = `
SELECT DISTINCT a.question_key AS key FROM interview i JOIN answer a ON a.interview_key = i.key
WHERE i.version_id = :versionId AND i.kind = 'group' AND a.instance > 0`;

/** Dates and numbers of which some are not known to the day, or only about. */
const impreciseSql = `
SELECT DISTINCT q.key FROM interview i JOIN question q ON q.version_id = i.version_id AND q.type IN ('date', 'number', 'calculated')
CROSS JOIN answer a ON a.interview_key = i.key AND a.question_key = q.key
WHERE i.version_id = :versionId AND ${countedInterviews} AND a.precision NOT IN ('day', 'minute')`;

const orderSql = `
SELECT q.key, EXISTS (SELECT 1 FROM answer_option o WHERE (o.question_id = q.id OR o.scale_id = q.scale_id) AND o.asks_what = 1) AS asks_what,
  q.decimals, q.date_form
FROM question q WHERE q.version_id = :versionId ORDER BY q.ordinal`;

const interviewFacts: readonly FactName[] = [
  'interview',
  'participant',
  'wave',
  'kind',
  'persons',
  'mode',
  'language',
  'status',
  'place',
  'place_code',
  'service',
];
const turnFacts: readonly FactName[] = ['interview', 'round_key', 'parent_key', 'ordinal'];

interface PlanWanted {
  readonly projectId: string;
  readonly versionId: string;
  readonly choices: RawChoices;
  /** A column of weights beside persons. */
  readonly withWeights?: boolean;
}

interface PlannedForms {
  /** Questions of the version that may be in the files, in the order of the questionnaire. */
  readonly asked: readonly QuestionForm[];
  readonly repeats: readonly QuestionForm[];
  readonly columnsOf: (form: QuestionForm) => RawColumn[];
}

/** The questions of a version and the columns each has. */
export function plannedForms(sql: Statements, { projectId, versionId, choices }: PlanWanted): PlannedForms {
  const book = readQuestions(sql, projectId);
  const order = sql.all(OrderRow, orderSql, { versionId });
  const place = new Map(order.map(({ key }, at) => [key, at]));
  const facts = new Map(order.map((row) => [row.key, row]));
  const identifying = identifyingVariables(sql, projectId);
  const imprecise = new Set(sql.all(KeyRow, impreciseSql, { versionId }).map(({ key }) => key));
  const ofVersion = book.forms
    .filter((form) => form.versionId === versionId)
    .toSorted((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0));
  return {
    asked: ofVersion.filter((form) => choices.identifiers || !identifying.has(form.variableId)),
    repeats: ofVersion.filter((form) => form.type === 'repeat'),
    columnsOf: (form) => {
      const columns = columnsFor(form, book.optionsOf(form.variableId), facts.get(form.key), choices);
      // A day that stands for "spring" is read as a day unless the file says so.
      return imprecise.has(form.key) ? columns.flatMap(withPrecision) : columns;
    },
  };
}

/** Plans the files of a version: which columns each has, in the order of the questionnaire. */
export function planExport(sql: Statements, wanted: PlanWanted): RawPlan {
  const { versionId } = wanted;
  const { asked, repeats, columnsOf } = plannedForms(sql, wanted);
  const outside = asked.filter((form) => form.repeat === null);
  const own = new Set(sql.all(KeyRow, ownAnswersSql, { versionId }).map(({ key }) => key));
  const weight: readonly FactName[] = wanted.withWeights === true ? ['weight'] : [];
  const ofPersons = outside.filter((form) => own.has(form.key));
  const persons: RawSheet = { kind: 'persons', repeat: null, ...distinct([...turnFacts, ...weight], ofPersons.flatMap(columnsOf)) };
  return {
    sheets: [
      { kind: 'interviews', repeat: null, ...distinct([...interviewFacts, ...weight], outside.flatMap(columnsOf)) },
      ...(hasGroups(sql, versionId) ? [persons] : []),
      ...repeats.map((repeat): RawSheet => {
        const inside = asked.filter((form) => form.repeat?.key === repeat.key);
        return { kind: 'rounds', repeat, ...distinct(turnFacts, inside.flatMap(columnsOf)) };
      }),
    ],
  };
}

/**
 * Columns under headers unlike every other in a file, whatever their case: a variable may be called as a fact is, or as one option of another.
 * Facts keep theirs, then variables that are a column by their own name; the codebook says which question each is.
 */
export function distinct(
  facts: readonly FactName[],
  columns: readonly RawColumn[],
): { readonly facts: readonly FactName[]; readonly columns: readonly RawColumn[] } {
  const isOwn = ({ header, form }: RawColumn): boolean => header === form.variableName;
  const fold = (name: string): string => name.toLocaleLowerCase('nb');
  const taken = new Set<string>(facts.map(fold));
  const own = new Set(columns.filter(isOwn).map(({ header }) => fold(header)));
  return {
    facts,
    columns: columns.map((column) => {
      const isFree = (name: string): boolean => !taken.has(fold(name)) && (name === column.form.variableName || !own.has(fold(name)));
      let { header } = column;
      for (let number = 2; !isFree(header); number += 1) header = `${column.header}_${number}`;
      taken.add(fold(header));
      return { ...column, header };
    }),
  };
}

/** A column, and beside one of dates or numbers how well they are known. */
function withPrecision(column: RawColumn): RawColumn[] {
  const isMeasured = column.kind === 'date' || column.kind === 'number';
  return isMeasured ? [column, { ...column, header: `${column.header}_precision`, kind: 'precision', options: [] }] : [column];
}

function hasGroups(sql: Statements, versionId: string): boolean {
  const found = sql.get(z.object({ n: z.int() }), "SELECT 1 AS n FROM interview WHERE version_id = :versionId AND kind = 'group' LIMIT 1", {
    versionId,
  });
  return found !== undefined;
}

/** A column for the answer, or one per option where several can be given; and one for the words beside an option. */
function columnsFor(form: QuestionForm, options: readonly AnswerOption[], row: OrderRow | undefined, choices: RawChoices): RawColumn[] {
  const name = form.variableName;
  const about = { form, decimals: row?.decimals ?? null, isDay: row?.date_form === 'date' };
  const words: RawColumn[] =
    row?.asks_what === 1 && choices.openTexts ? [{ ...about, header: `${name}_what`, kind: 'specify', option: null, options: [] }] : [];
  if (form.type === 'several' || form.type === 'rank') {
    const kind = form.type === 'rank' ? 'rank' : 'indicator';
    return [...options.map((option): RawColumn => ({ ...about, header: `${name}_${option.code}`, kind, option, options: [] })), ...words];
  }
  const kind = kinds[form.type];
  if (kind === undefined || (kind === 'text' && !choices.openTexts)) return words;
  return [{ ...about, header: name, kind, option: null, options: kind === 'code' ? options : [] }, ...words];
}
