import { bandsOf } from './bands.ts';
import { CodePlaces } from './code-places.ts';
import { numbersOf } from './numbers.ts';
import { isList, isNumber, nothing, type Given } from './question-answers.ts';
import type { AnswerOption } from './questions.ts';
import { repeatedColumn } from './repeated-column.ts';
import {
  countingOf,
  eachInside,
  emptyValues,
  keptColumn,
  readForms,
  reasonValue,
  type CodeColumn,
  type Column,
  type ColumnSource,
  type FormAnswers,
  type SetColumn,
} from './stored-answers.ts';
import type { Units } from './units.ts';

function codeColumn(source: ColumnSource, forms: readonly FormAnswers[], options: readonly AnswerOption[]): CodeColumn {
  const values = emptyValues(
    source,
    forms.map(({ form }) => form),
  );
  const codes = new CodePlaces(options);
  const notRecorded = reasonValue('not-recorded');
  for (const each of forms) {
    const { places, answers } = each;
    const { marks, numbers } = answers;
    for (let unit = 0; unit < places.length; unit += 1) {
      const place = places[unit] ?? -1;
      const mark = marks[place] ?? nothing;
      if (mark === nothing) continue;
      values[unit] = mark === isNumber ? codes.of(numbers[place] ?? 0) : mark < 0 ? mark : notRecorded;
    }
    eachInside(each, source.units, (unit, { number, reason }) => {
      values[unit] = number === null ? reasonValue(reason ?? 'not-recorded') : codes.of(number);
    });
  }
  const { categories, moved } = codes.finish();
  return {
    kind: 'codes',
    categories,
    values: moved === null ? values : values.map((value) => (value < 0 ? value : (moved[value] ?? value))),
  };
}

/** Places in the list of answers of the codes in a stored list. */
function chosenIn(list: string, placeOfCode: ReadonlyMap<number, number>): readonly number[] {
  return list.split(' ').flatMap((code) => (code === '' ? [] : (placeOfCode.get(Number(code)) ?? [])));
}

function setColumn(source: ColumnSource, forms: readonly FormAnswers[], categories: readonly AnswerOption[]): SetColumn {
  const values = emptyValues(
    source,
    forms.map(({ form }) => form),
  );
  const indicators = categories.map(() => new Uint8Array(source.units.count));
  const placeOfCode = new Map(categories.map(({ code }, at) => [code, at]));
  const choose = (unit: number, chosen: readonly number[] | null, reason: number): void => {
    for (const indicator of indicators) indicator[unit] = 0;
    values[unit] = chosen === null ? reason : 0;
    for (const at of chosen ?? []) {
      const indicator = indicators[at];
      if (indicator !== undefined) indicator[unit] = 1;
    }
  };
  const notRecorded = reasonValue('not-recorded');
  for (const each of forms) {
    const { places, answers } = each;
    const chosen = answers.lists.map((list) => chosenIn(list, placeOfCode));
    for (let unit = 0; unit < places.length; unit += 1) {
      const place = places[unit] ?? -1;
      const mark = answers.marks[place] ?? nothing;
      if (mark === nothing) continue;
      choose(unit, mark === isList ? (chosen[answers.numbers[place] ?? 0] ?? []) : null, mark < 0 ? mark : notRecorded);
    }
    eachInside(each, source.units, (unit, { list, reason }: Given) =>
      choose(unit, list === null ? null : chosenIn(list, placeOfCode), reasonValue(reason ?? 'not-recorded')),
    );
  }
  return { kind: 'set', categories, indicators, values };
}

function numberColumn(source: ColumnSource, forms: readonly FormAnswers[]): CodeColumn {
  const { values: numbers, reasons } = numbersOf(source, forms);
  const bands = bandsOf(numbers.filter((number) => !Number.isNaN(number)));
  return {
    kind: 'codes',
    categories: bands.map(({ from, label }) => ({ code: from, label: { nb: label, nn: label, sv: label, en: label } })),
    values: reasons.map((reason, unit) => (reason < 0 ? reason : bands.findLastIndex(({ from }) => (numbers[unit] ?? Number.NaN) >= from))),
  };
}

/**
 * The column of a variable over all its wordings, or null when there is no such variable or it cannot be counted. A question
 * in a repeat has as many answers as there were rounds: of a person they make a set, of a round (`isOfRounds`) a single answer.
 * Kept for as long as it is true, and shared: nobody may change it.
 */
export function readColumn(source: ColumnSource, variableId: string): Column | null {
  const forms = source.book.formsOf(variableId);
  const counting = forms[0] === undefined ? null : countingOf(forms[0].type);
  if (counting === null) return null;
  const isRepeated = !source.isOfRounds && forms.some(({ repeat }) => repeat !== null);
  if (isRepeated && counting === 'number') return null;
  const answers = readForms(source, forms);
  return keptColumn<Column>(source, `${variableId} ${source.isOfRounds ? 'rounds' : ''}`, answers, () => {
    const options = source.book.optionsOf(variableId);
    if (isRepeated) return repeatedColumn(source, forms, options);
    if (counting === 'number') return numberColumn(source, answers);
    return counting === 'set' ? setColumn(source, answers, options) : codeColumn(source, answers, options);
  });
}

/** The column of waves. */
export function waveColumn(units: Units): CodeColumn {
  const categories = units.waves.map(({ id, name }, code) => ({ code, key: id, label: { nb: name, nn: name, sv: name, en: name } }));
  return { kind: 'codes', categories, values: units.waveIndex };
}
