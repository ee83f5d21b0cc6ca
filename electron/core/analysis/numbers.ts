import { isNumber, nothing } from './question-answers.ts';
import { eachInside, emptyValues, keptColumn, readForms, reasonValue, type ColumnSource, type FormAnswers } from './stored-answers.ts';

/** Numbers of the units, for means and the like. Kept and shared: nobody may change them. */
export interface NumberColumn {
  /** NaN where there is none. */
  readonly values: Float64Array;
  /** 0 where there is a number, else the reason why there is none (`reasonValue`). */
  readonly reasons: Int16Array;
}

const withScores = new Set(['scale', 'scale-0-10', 'number', 'calculated']);

/** Whether answers of this type are numbers: a number, or a scale, whose score is its code. */
export function isScored(type: string): boolean {
  return withScores.has(type);
}

/** The numbers of wordings; a later one in the list stands where a unit has answers to several. */
export function numbersOf(source: ColumnSource, forms: readonly FormAnswers[]): NumberColumn {
  const reasons = emptyValues(
    source,
    forms.map(({ form }) => form),
  );
  const values = new Float64Array(source.units.count).fill(Number.NaN);
  const notRecorded = reasonValue('not-recorded');
  const put = (unit: number, number: number, reason: number): void => {
    values[unit] = number;
    reasons[unit] = reason;
  };
  for (const each of forms) {
    const { places, answers } = each;
    for (let unit = 0; unit < places.length; unit += 1) {
      const place = places[unit] ?? -1;
      const mark = answers.marks[place] ?? nothing;
      if (mark === isNumber) put(unit, answers.numbers[place] ?? Number.NaN, 0);
      else if (mark !== nothing) put(unit, Number.NaN, mark < 0 ? mark : notRecorded);
    }
    eachInside(each, source.units, (unit, { number, reason }) =>
      put(unit, number ?? Number.NaN, number === null ? reasonValue(reason ?? 'not-recorded') : 0),
    );
  }
  return { values, reasons };
}

/**
 * The numbers of a variable over all its wordings: what was counted or measured, or the score of a scale (its code). Null where its
 * answers are no numbers, and where persons have one for every round: a mean over rounds would be a guess.
 */
export function readNumbers(source: ColumnSource, variableId: string): NumberColumn | null {
  const forms = source.book.formsOf(variableId);
  const [newest] = forms;
  if (newest === undefined || !isScored(newest.type)) return null;
  if (!source.isOfRounds && forms.some(({ repeat }) => repeat !== null)) return null;
  const answers = readForms(source, forms);
  return keptColumn(source, `${variableId} numbers ${source.isOfRounds ? 'rounds' : ''}`, answers, () => numbersOf(source, answers));
}
