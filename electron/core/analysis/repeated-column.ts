import type { MissingReason } from '../../../shared/contract/analysis.ts';
import {
  countingOf,
  eachAnswer,
  emptyValues,
  reasonOf,
  reasonValue,
  type AnswerRow,
  type ColumnSource,
  type SetColumn,
} from './stored-answers.ts';
import type { CodeValues } from './count.ts';
import type { AnswerOption, QuestionForm } from './questions.ts';
import { readRounds } from './rounds.ts';

/**
 * Which reason stands for a person without any answer, when the rounds have different ones: what the person said comes
 * before what happened to the form, and that before what was never asked.
 */
const weight: readonly MissingReason[] = [
  'dont-know',
  'prefer-not-to-say',
  'illegible',
  'skipped',
  'not-recorded',
  'not-applicable',
  'not-asked',
];

/** Persons without a round were not asked; of the others an answer is missing until one is read. */
function emptyPersons(source: ColumnSource, forms: readonly QuestionForm[]): CodeValues {
  const inRepeat = new Set(forms.flatMap(({ versionId, repeat }) => (repeat === null ? [] : [versionId])));
  const hasRound = new Uint8Array(source.units.count);
  for (const { persons } of readRounds(source.sql, source.projectId, source.units, forms))
    for (const person of persons) hasRound[person] = 1;
  return emptyValues(source, forms).map((value, person) =>
    hasRound[person] === 0 && inRepeat.has(source.units.versionIds[person] ?? '') ? reasonValue('not-asked') : value,
  );
}

function codesOf(row: AnswerRow): readonly number[] {
  if (row.txt !== null)
    return row.txt
      .split(' ')
      .filter((part) => part !== '')
      .map(Number);
  const code = row.code ?? row.num;
  return code === null ? [] : [code];
}

/**
 * A question in a repeat as a column of persons: every answer a person gave in any round, each once. Null for numbers: a mean
 * over rounds would be a guess, so numbers are told round by round only.
 */
export function repeatedColumn(source: ColumnSource, forms: readonly QuestionForm[], options: readonly AnswerOption[]): SetColumn | null {
  const counting = forms[0] === undefined ? null : countingOf(forms[0].type);
  if (counting === null || counting === 'number') return null;
  const { count } = source.units;
  const categories = [...options];
  const placeOfCode = new Map(categories.map(({ code }, at) => [code, at]));
  const indicators = categories.map(() => new Uint8Array(count));
  const values = emptyPersons(source, forms);
  const lightest = Int8Array.from({ length: count }, () => weight.length);
  eachAnswer(source, forms, (person, row) => {
    const reason = reasonOf(row) ?? (row.txt === null && row.code === null && row.num === null ? 'not-recorded' : null);
    if (reason !== null) {
      if (values[person] === 0 || weight.indexOf(reason) >= (lightest[person] ?? 0)) return;
      lightest[person] = weight.indexOf(reason);
      values[person] = reasonValue(reason);
      return;
    }
    values[person] = 0;
    for (const code of codesOf(row)) {
      if (!placeOfCode.has(code)) {
        // An imported code without a label still counts, under its own number.
        placeOfCode.set(code, categories.length);
        categories.push({ code, label: { nb: String(code), nn: String(code), sv: String(code), en: String(code) } });
        indicators.push(new Uint8Array(count));
      }
      const indicator = indicators[placeOfCode.get(code) ?? -1];
      if (indicator !== undefined) indicator[person] = 1;
    }
  });
  return { kind: 'set', categories, indicators, values };
}
