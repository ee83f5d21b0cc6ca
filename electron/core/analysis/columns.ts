import { bandsOf } from './bands.ts';
import type { AnswerOption, QuestionForm } from './questions.ts';
import { repeatedColumn } from './repeated-column.ts';
import {
  countingOf,
  eachAnswer,
  emptyValues,
  reasonOf,
  reasonValue,
  type CodeColumn,
  type Column,
  type ColumnSource,
  type SetColumn,
} from './stored-answers.ts';
import type { Units } from './units.ts';

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

/**
 * The column of a variable over all its wordings, or null when there is no such variable or it cannot be counted. A question
 * in a repeat has as many answers as there were rounds: of a person they make a set, of a round (`isOfRounds`) a single answer.
 */
export function readColumn(source: ColumnSource, variableId: string): Column | null {
  const forms = source.book.formsOf(variableId);
  if (!source.isOfRounds && forms.some(({ repeat }) => repeat !== null))
    return repeatedColumn(source, forms, source.book.optionsOf(variableId));
  const [newest] = forms;
  const counting = newest === undefined ? null : countingOf(newest.type);
  if (counting === null) return null;
  if (counting === 'number') return numberColumn(source, forms);
  const options = source.book.optionsOf(variableId);
  return counting === 'set' ? setColumn(source, forms, options) : codeColumn(source, forms, options);
}

/** The column of waves. */
export function waveColumn(units: Units): CodeColumn {
  const categories = units.waves.map(({ id, name }, code) => ({ code, key: id, label: { nb: name, nn: name, sv: name, en: name } }));
  return { kind: 'codes', categories, values: units.waveIndex };
}
