import type { MissingReason } from '../../../shared/contract/analysis.ts';
import { CodePlaces } from './code-places.ts';
import type { CodeValues } from './count.ts';
import type { Given } from './question-answers.ts';
import type { AnswerOption, QuestionForm } from './questions.ts';
import { readRounds } from './rounds.ts';
import { eachAnswer, emptyValues, reasonValue, type ColumnSource, type SetColumn } from './stored-answers.ts';

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

function codesOf({ list, number }: Given): readonly number[] {
  if (list !== null)
    return list
      .split(' ')
      .filter((part) => part !== '')
      .map(Number);
  return number === null ? [] : [number];
}

/** A question in a repeat as a column of persons: every answer a person gave in any round, each once. Not for numbers. */
export function repeatedColumn(source: ColumnSource, forms: readonly QuestionForm[], options: readonly AnswerOption[]): SetColumn {
  const { count } = source.units;
  const codes = new CodePlaces(options);
  const marked = options.map(() => new Uint8Array(count));
  const values = emptyPersons(source, forms);
  const lightest = Int8Array.from({ length: count }, () => weight.length);
  eachAnswer(source, forms, (person, given) => {
    if (given.reason !== null) {
      if (values[person] === 0 || weight.indexOf(given.reason) >= (lightest[person] ?? 0)) return;
      lightest[person] = weight.indexOf(given.reason);
      values[person] = reasonValue(given.reason);
      return;
    }
    values[person] = 0;
    for (const code of codesOf(given)) {
      const place = codes.of(code);
      marked[place] ??= new Uint8Array(count);
      marked[place][person] = 1;
    }
  });
  const { categories, moved } = codes.finish();
  const indicators = categories.map((_, place) => marked[moved?.indexOf(place) ?? place] ?? new Uint8Array(count));
  return { kind: 'set', categories, indicators, values };
}
