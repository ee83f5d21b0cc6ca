import { z } from 'zod';
import { identifyingVariables } from '../../../analysis/identifying.ts';
import { readQuestions, type QuestionBook, type QuestionForm } from '../../../analysis/questions.ts';
import type { Statements } from '../../../db/statements.ts';
import { QuestionType } from '../../../../../shared/model/questionnaire.ts';
import type { ValuePart, VariableFacts } from '../descriptions.ts';
import type { VariableType } from '../refi-project.ts';
import { readFirstWave, type LeavingInterview } from './read-people.ts';

/** One value of a person: which part of the answer to which question in which wave, as a file writes it. */
export interface LeavingValue {
  readonly respondentId: string;
  readonly code: string;
  /** Equal for equal variables. */
  readonly key: string;
  readonly type: VariableType;
  readonly value: string;
}

/** A variable with at least one value. */
export interface LeavingVariable {
  readonly key: string;
  /** The variable's own, with what part and wave it is of behind it. */
  readonly name: string;
  readonly type: VariableType;
  readonly facts: VariableFacts;
}

export interface LeavingValues {
  readonly variables: readonly LeavingVariable[];
  /** By person, in the order of the variables. */
  readonly values: ReadonlyMap<string, readonly LeavingValue[]>;
  /** Answers in rounds and of single persons in groups, which have no place; and answers whose state has none. */
  readonly inside: number;
  readonly states: number;
  /** An interview later in the same wave says it again. */
  readonly replaced: number;
}

/** What stands for a part of an answer in a wave. */
export function variableKey(variableId: string, waveId: string, part: ValuePart, code: number | null): string {
  return `${variableId} ${waveId} ${part}${code === null ? '' : ` ${code}`}`;
}

const AnswerRow = z.object({
  interview_key: z.int(),
  question_key: z.int(),
  instance: z.int(),
  code: z.int().nullable(),
  num: z.number().nullable(),
  txt: z.string().nullable(),
  text_id: z.string().nullable(),
  missing: z.string().nullable(),
  state: z.string().nullable(),
  sort_on: z.string().nullable(),
  precision: z.string().nullable(),
});
type AnswerRow = z.infer<typeof AnswerRow>;
const NameRow = z.object({ id: z.string(), name: z.string() });

const answerSql = `
SELECT a.interview_key, a.question_key, a.instance, a.code, a.num, a.txt, a.text_id, a.missing, a.state, a.sort_on, a.precision
FROM json_each(:keys) k CROSS JOIN answer a ON a.interview_key = k.value ORDER BY k.key, a.question_key`;
/** How the variables of one question follow on each other. */
const partOrder: readonly ValuePart[] = ['value', 'option', 'said', 'precision', 'missing'];
/** Interviews read at a time: neither time nor memory grows with the project. */
const atATime = 400;

interface Part {
  readonly part: ValuePart;
  readonly code: number | null;
  readonly type: VariableType;
  readonly value: string;
}

/** The answers of persons outside rounds, as values. `isWanted` says which variables leave. */
export function readValues(
  sql: Statements,
  projectId: string,
  interviews: readonly LeavingInterview[],
  isWanted: (variableId: string) => boolean,
): LeavingValues {
  const book = readQuestions(sql, projectId);
  const identifying = identifyingVariables(sql, projectId);
  const forms = new Map(book.forms.map((form) => [form.key, form]));
  // Of several wordings the newest, which comes first, says where a variable stands.
  const order = new Map(book.forms.map((form, at) => [form.variableId, at] as const).toReversed());
  const recordName = recordNames(sql);
  const variables = new Map<string, LeavingVariable>();
  const values = new Map<string, Map<string, LeavingValue>>();
  const counts = { inside: 0, states: 0, replaced: 0 };
  const firstWave = readFirstWave(sql, projectId);
  const take = (interview: LeavingInterview, form: QuestionForm, { part, code, type, value }: Part): void => {
    const key = variableKey(form.variableId, interview.wave.id, part, code);
    if (!variables.has(key)) {
      const facts = factsOf(book, form, { part, code, wave: interview.wave, isIdentifier: identifying.has(form.variableId) });
      const suffix = part === 'value' ? '' : part === 'option' ? `_${code ?? ''}` : `__${part}`;
      const wave = interview.wave.id === firstWave ? '' : ` [${interview.wave.name}]`;
      variables.set(key, { key, name: `${form.variableName}${suffix}${wave}`, type, facts });
    }
    const own = values.get(interview.respondentId) ?? new Map<string, LeavingValue>();
    if (own.has(key)) counts.replaced += 1;
    own.set(key, { respondentId: interview.respondentId, code: interview.code, key, type, value });
    values.set(interview.respondentId, own);
  };
  for (let from = 0; from < interviews.length; from += atATime) {
    const some = new Map(interviews.slice(from, from + atATime).map((interview) => [interview.key, interview]));
    for (const row of sql.all(AnswerRow, answerSql, { keys: JSON.stringify([...some.keys()]) })) {
      const form = forms.get(row.question_key);
      const interview = some.get(row.interview_key);
      if (form === undefined || interview === undefined || !isWanted(form.variableId)) continue;
      // No longer asked, or no possible answer: never counted, and never exported.
      if (row.state === 'parked' || row.state === 'invalid-draft') continue;
      if (row.instance !== 0) {
        if (row.text_id === null && interview.isKept(row.instance)) counts.inside += 1;
        continue;
      }
      if (row.state !== null) counts.states += 1;
      for (const part of partsOf(row, form, book.optionsOf(form.variableId), recordName)) take(interview, form, part);
    }
  }
  const waves = new Map(interviews.map(({ wave }, at) => [wave.id, at] as const).toReversed());
  return { ...inOrder(variables, values, ({ variable, wave }) => [waves.get(wave.id) ?? 0, order.get(variable.id) ?? 0]), ...counts };
}

function factsOf(
  book: QuestionBook,
  form: QuestionForm,
  own: Pick<VariableFacts, 'part' | 'code' | 'wave' | 'isIdentifier'>,
): VariableFacts {
  return {
    ...own,
    variable: { id: form.variableId, name: form.variableName },
    type: QuestionType.catch('open').parse(form.type),
    number: form.number,
    wording: form.wording,
    options: book.optionsOf(form.variableId).map(({ code, label }) => ({ code, label })),
    isBackground: form.isBackground,
  };
}

/** Variables, and each person's values, by wave, question and part. @param placeOf where wave and question stand */
function inOrder(
  variables: ReadonlyMap<string, LeavingVariable>,
  values: ReadonlyMap<string, ReadonlyMap<string, LeavingValue>>,
  placeOf: (facts: VariableFacts) => readonly number[],
): Pick<LeavingValues, 'variables' | 'values'> {
  const rank = ({ facts }: LeavingVariable): string =>
    // Codes may be negative.
    [...placeOf(facts), partOrder.indexOf(facts.part), (facts.code ?? 0) + 1e9].map((part) => String(part).padStart(11, '0')).join(' ');
  const ranked = new Map([...variables.values()].map((variable) => [variable.key, rank(variable)]));
  const sorted = <T extends { readonly key: string }>(some: Iterable<T>): T[] =>
    [...some].toSorted((a, b) => compare(ranked.get(a.key), ranked.get(b.key)));
  return {
    variables: sorted(variables.values()),
    values: new Map([...values].map(([person, own]) => [person, sorted(own.values())])),
  };
}

function compare(one = '', other = ''): number {
  return one < other ? -1 : Number(one > other);
}

/** An answer as the variables that hold its parts. */
function partsOf(
  row: AnswerRow,
  form: QuestionForm,
  options: readonly { readonly code: number }[],
  recordName: (id: string) => string,
): Part[] {
  if (row.missing !== null) return [{ part: 'missing', code: null, type: 'Text', value: row.missing }];
  const plain = (type: VariableType, value: string, part: ValuePart = 'value'): Part => ({ part, code: null, type, value });
  switch (form.type) {
    case 'several':
    case 'rank': {
      if (row.txt === null) return [];
      const chosen = row.txt.split(' ').filter((part) => part !== '');
      const known = [...new Set([...options.map(({ code }) => code), ...chosen.map(Number)])];
      return known.map((code): Part => {
        const at = chosen.indexOf(String(code));
        return form.type === 'rank'
          ? { part: 'option', code, type: 'Integer', value: String(at + 1) }
          : { part: 'option', code, type: 'Boolean', value: String(at !== -1) };
      });
    }
    case 'number':
    case 'calculated': {
      const number = row.num ?? row.code;
      const precision = row.precision === null ? [] : [plain('Text', row.precision, 'precision')];
      return number === null ? (row.txt === null ? [] : [plain('Text', row.txt, 'said')]) : [plain('Float', decimal(number)), ...precision];
    }
    case 'date':
      return dateParts(row, plain);
    case 'register':
      return row.txt === null ? [] : [plain('Text', recordName(row.txt))];
    case 'open':
      // Words that are coded are texts of their own.
      return row.txt === null || row.text_id !== null ? [] : [plain('Text', row.txt)];
    case 'note':
    case 'repeat':
      return [];
    default:
      return row.code === null && row.num === null ? [] : [plain('Integer', String(row.code ?? Math.round(row.num ?? 0)))];
  }
}

function dateParts(
  { txt, sort_on: sortOn, precision }: AnswerRow,
  plain: (type: VariableType, value: string, part?: ValuePart) => Part,
): Part[] {
  const day = sortOn ?? txt ?? '';
  const isDay = z.iso.date().safeParse(day).success;
  const isPlain = isDay && (txt === null || txt === day) && (precision === null || precision === 'day');
  return [
    ...(isDay ? [plain('Date', day)] : []),
    ...(isPlain || txt === null ? [] : [plain('Text', isDay || sortOn === null ? txt : `${txt}\n${sortOn}`, 'said')]),
    ...(isPlain || precision === null ? [] : [plain('Text', precision, 'precision')]),
  ];
}

/** A number as xs:decimal writes it: no exponent, a point. */
export function decimal(number: number): string {
  const text = String(number);
  if (!/e/iu.test(text)) return text;
  const [, sign = '', whole = '', part = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/iu.exec(text) ?? [];
  const digits = `${whole}${part}`;
  const at = whole.length + Number(exponent);
  const placed =
    at <= 0 ? `0.${'0'.repeat(-at)}${digits}` : at >= digits.length ? digits.padEnd(at, '0') : `${digits.slice(0, at)}.${digits.slice(at)}`;
  return `${sign}${placed}`;
}

/** Names of the records that answers point to. */
function recordNames(sql: Statements): (id: string) => string {
  const rows = sql.all(
    NameRow,
    'SELECT id, name FROM place UNION ALL SELECT id, name FROM service UNION ALL SELECT id, name FROM organisation',
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '';
}
