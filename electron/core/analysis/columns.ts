import { z } from 'zod';
import { MissingReason } from '../../../shared/contract/analysis.ts';
import type { Statements } from '../db/statements.ts';
import { bandsOf } from './bands.ts';
import type { CodeValues } from './count.ts';
import type { AnswerOption, QuestionBook, QuestionForm } from './questions.ts';
import type { Units } from './units.ts';

/** Reasons why there is no answer; their place is what columns hold as −1, −2, … */
export const missingReasons = MissingReason.options;

/** The column's number for a reason. */
export function reasonValue(reason: MissingReason): number {
  return -1 - missingReasons.indexOf(reason);
}

/** One answer per person: places in `categories`, or a reason. */
export interface CodeColumn {
  readonly kind: 'codes';
  readonly categories: readonly AnswerOption[];
  readonly values: CodeValues;
}

/** Several answers per person: a column of 0 and 1 per category. `values` is 0 for whoever answered, else a reason. */
export interface SetColumn {
  readonly kind: 'set';
  readonly categories: readonly AnswerOption[];
  readonly indicators: readonly Uint8Array[];
  readonly values: CodeValues;
}

export type Column = CodeColumn | SetColumn;

const AnswerRow = z.object({
  interview_key: z.int(),
  instance: z.int(),
  code: z.int().nullable(),
  num: z.number().nullable(),
  txt: z.string().nullable(),
  missing: MissingReason.nullable(),
  state: z.string().nullable(),
});
type AnswerRow = z.infer<typeof AnswerRow>;

// The cross join keeps the order: interviews of the project first, then each one's answer by primary key.
const answerSql = `
SELECT a.interview_key, a.instance, a.code, a.num, a.txt, a.missing, a.state
FROM interview i CROSS JOIN answer a ON a.interview_key = i.key AND a.question_key = :questionKey WHERE i.project_id = :projectId`;

/** What a column is read from. */
export interface ColumnSource {
  readonly sql: Statements;
  readonly projectId: string;
  readonly book: QuestionBook;
  readonly units: Units;
}

/** Reason of a stored answer that does not count, or null. Parked by routing means not asked; a draft is no answer yet. */
function reasonOf(row: AnswerRow): MissingReason | null {
  if (row.state === 'parked') return 'not-asked';
  if (row.state === 'invalid-draft') return 'not-recorded';
  return row.missing;
}

/** Before any answer is read: not asked where the wording is absent or routed past, else not entered. */
function emptyValues({ units }: ColumnSource, forms: readonly QuestionForm[]): CodeValues {
  const byVersion = new Map(forms.map((form) => [form.versionId, form]));
  return Int16Array.from(units.versionIds, (version) =>
    reasonValue((byVersion.get(version)?.isRouted ?? true) ? 'not-asked' : 'not-recorded'),
  );
}

function eachAnswer(
  { sql, projectId, units }: ColumnSource,
  forms: readonly QuestionForm[],
  take: (place: number, row: AnswerRow) => void,
): void {
  for (const form of forms) {
    for (const row of sql.all(AnswerRow, answerSql, { questionKey: form.key, projectId })) {
      const place = units.placeOf(row.interview_key, row.instance);
      if (place !== undefined) take(place, row);
    }
  }
}

function codeColumn(source: ColumnSource, forms: readonly QuestionForm[], options: readonly AnswerOption[]): CodeColumn {
  const categories = [...options];
  const placeOfCode = new Map(categories.map(({ code }, at) => [code, at]));
  const values = emptyValues(source, forms);
  eachAnswer(source, forms, (person, row) => {
    const reason = reasonOf(row);
    const code = row.code ?? row.num;
    if (reason !== null || code === null) {
      values[person] = reasonValue(reason ?? 'not-recorded');
      return;
    }
    if (!placeOfCode.has(code)) {
      // An imported code without a label still counts, under its own number.
      placeOfCode.set(code, categories.length);
      categories.push({ code, label: { nb: String(code), nn: String(code), sv: String(code), en: String(code) } });
    }
    values[person] = placeOfCode.get(code) ?? 0;
  });
  return { kind: 'codes', categories, values };
}

function setColumn(source: ColumnSource, forms: readonly QuestionForm[], categories: readonly AnswerOption[]): SetColumn {
  const values = emptyValues(source, forms);
  const indicators = categories.map(() => new Uint8Array(source.units.count));
  const placeOfCode = new Map(categories.map(({ code }, at) => [code, at]));
  eachAnswer(source, forms, (person, row) => {
    const reason = reasonOf(row);
    for (const indicator of indicators) indicator[person] = 0;
    values[person] = reason === null && row.txt !== null ? 0 : reasonValue(reason ?? 'not-recorded');
    if (values[person] !== 0) return;
    for (const code of (row.txt ?? '').split(' ').filter((part) => part !== '')) {
      const indicator = indicators[placeOfCode.get(Number(code)) ?? -1];
      if (indicator !== undefined) indicator[person] = 1;
    }
  });
  return { kind: 'set', categories, indicators, values };
}

function numberColumn(source: ColumnSource, forms: readonly QuestionForm[]): CodeColumn {
  const values = emptyValues(source, forms);
  const numbers = new Float64Array(source.units.count).fill(Number.NaN);
  eachAnswer(source, forms, (person, row) => {
    const reason = reasonOf(row);
    const number = row.num ?? row.code;
    values[person] = reasonValue(reason ?? 'not-recorded');
    numbers[person] = reason === null && number !== null ? number : Number.NaN;
  });
  const bands = bandsOf(Array.from(numbers).filter((number) => !Number.isNaN(number)));
  for (const [person, number] of numbers.entries()) {
    if (!Number.isNaN(number)) values[person] = bands.findLastIndex(({ from }) => number >= from);
  }
  return {
    kind: 'codes',
    categories: bands.map(({ from, label }) => ({ code: from, label: { nb: label, nn: label, sv: label, en: label } })),
    values,
  };
}

/** Question types that can be counted, by how. */
export function countingOf(type: string): 'codes' | 'set' | 'number' | null {
  if (['one', 'yes-no', 'scale', 'scale-0-10'].includes(type)) return 'codes';
  if (type === 'several' || type === 'rank') return 'set';
  return type === 'number' || type === 'calculated' ? 'number' : null;
}

/** The column of a variable over all its wordings, or null when there is no such variable or it cannot be counted. */
export function readColumn(source: ColumnSource, variableId: string): Column | null {
  const forms = source.book.formsOf(variableId);
  const [newest] = forms;
  const counting = newest === undefined ? null : countingOf(newest.type);
  if (counting === null) return null;
  if (counting === 'number') return numberColumn(source, forms);
  const options = source.book.optionsOf(variableId);
  return counting === 'set' ? setColumn(source, forms, options) : codeColumn(source, forms, options);
}

/** The column of waves. */
export function waveColumn(units: Units): CodeColumn {
  const categories = units.waves.map(({ name }, code) => ({ code, label: { nb: name, nn: name, sv: name, en: name } }));
  return { kind: 'codes', categories, values: units.waveIndex };
}

/** "0–3" for a run of answers that are numbers. */
function runOf(part: readonly AnswerOption[]): AnswerOption {
  const label = `${part[0]?.code ?? ''}–${part.at(-1)?.code ?? ''}`;
  return { code: part[0]?.code ?? 0, label: { nb: label, nn: label, sv: label, en: label } };
}

/** Where each joined answer begins: 0–3, 4–6, 7–10 of a long scale, else the two outermost at each end. */
function joinStarts(count: number): readonly number[] {
  if (count < 5) return Array.from({ length: count }, (_, at) => at);
  const end = count > 7 ? Math.ceil(count / 3) : 2;
  const middle = count > 7 ? [end] : Array.from({ length: count - 4 }, (_, at) => at + 2);
  return [0, ...middle, count - end];
}

/** Joins the outermost answers at each end of a scale, a long scale into thirds. Fewer than five answers stay as they are. */
export function mergeEnds(column: CodeColumn, join: (low: AnswerOption, high: AnswerOption) => AnswerOption): CodeColumn {
  const { categories, values } = column;
  const starts = joinStarts(categories.length);
  const merged = starts.flatMap((start, at) => {
    const part = categories.slice(start, starts[at + 1] ?? categories.length);
    const [first, second] = part;
    if (first === undefined) return [];
    return part.length > 2 ? [runOf(part)] : [second === undefined ? first : join(first, second)];
  });
  return {
    kind: 'codes',
    categories: merged,
    values: values.map((value) => (value < 0 ? value : starts.findLastIndex((start) => value >= start))),
  };
}
