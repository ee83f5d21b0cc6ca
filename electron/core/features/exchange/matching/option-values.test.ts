import { describe, expect, it } from 'vitest';
import { emptyQuestion } from '../../../../../shared/model/questionnaire-spec.ts';
import type { AnswerOption, Question } from '../../../../../shared/model/questionnaire.ts';
import type { ValueCount } from '../reading/column-profile.ts';
import { spellingKey } from '../reading/value-forms.ts';
import { readOptions, targetMissingWords } from './option-values.ts';

const option = (code: number, label: AnswerOption['label'], name: string | null = null): AnswerOption => ({
  code,
  name,
  label,
  isExclusive: false,
  asksWhat: false,
  filterValues: {},
});
const values = (...texts: string[]): ValueCount[] =>
  texts.map((label, seen) => ({ key: spellingKey(label), label, spellings: [label], count: 10 - seen, seen }));
const agree = {
  ...emptyQuestion('enig', 'one', {}),
  reasons: ['dont-know', 'illegible'] as Question['reasons'],
  options: [option(1, { nb: 'Uenig', en: 'Disagree' }), option(2, { nb: 'Enig', en: 'Agree' }, 'yes_indeed')],
};
const codesOf = (question: Parameters<typeof readOptions>[0], ...texts: string[]): (number | null)[] => {
  const { options } = readOptions(question, values(...texts), 'nb');
  return texts.map(
    (text) =>
      options.find(({ label, spellings }) => [label, ...spellings].some((one) => spellingKey(one) === spellingKey(text)))?.code ?? null,
  );
};

describe('the values of a column as the options of a question', () => {
  it('reads labels in any language, names, codes, and codes with labels, also mixed [F29]', () => {
    expect(codesOf(agree, 'UENIG', 'agree', 'yes_indeed')).toEqual([1, 2, 2]);
    expect(codesOf(agree, '1', '02', '2.0')).toEqual([1, 2, 2]);
    expect(codesOf(agree, '2 – Enig', '(1) Disagree', 'Agree (2)', '2')).toEqual([2, 1, 2, 2]);
    expect(readOptions(agree, values('1', 'Enig'), 'nb').writes).toBe('mixed');
  });

  it('never guesses: another code beside a label, or an unknown value, stays unread [F29]', () => {
    const reading = readOptions(agree, values('2 – Uenig', 'Enig', 'kanskje'), 'nb');
    expect(reading.unread.map(({ value }) => value)).toEqual(['2 – Uenig', 'kanskje']);
    expect(reading.share).toBeCloseTo(9 / 27);
  });

  it('takes one reading for the whole column where labels are numbers themselves [F29]', () => {
    const visits = { ...agree, options: [option(1, { nb: '2' }), option(2, { nb: '5' }), option(3, { nb: '10' })] };
    expect(codesOf(visits, '2', '5', '10')).toEqual([1, 2, 3]);
    expect(codesOf(visits, '1', '2', '3')).toEqual([1, 2, 3]);
  });

  it('reads yes and no without labels, also as 1 and 0 [F29]', () => {
    const yesNo = { ...agree, type: 'yes-no' as const, options: [option(1, {}), option(2, {})] };
    expect(codesOf(yesNo, 'Ja', 'nej', 'No')).toEqual([1, 2, 2]);
    expect(codesOf(yesNo, '1', '0')).toEqual([1, 2]);
    expect(codesOf(yesNo, '1', '2')).toEqual([1, 2]);
  });

  it('keeps an option that says "don\'t know" an option, and reads the letters of offered reasons [F29]', () => {
    const withOption = { ...agree, options: [...agree.options, option(9, { nb: 'Vet ikke' })] };
    expect(codesOf(withOption, 'vet ikke')).toEqual([9]);
    expect(targetMissingWords(agree, values('Vet ikke', 'V', 'illegible', 'P'))).toEqual([
      { text: 'Vet ikke', reason: 'dont-know' },
      { text: 'V', reason: 'dont-know' },
      { text: 'illegible', reason: 'illegible' },
      { text: '', reason: 'not-recorded' },
    ]);
    expect(readOptions(agree, values('P'), 'nb').unread).toHaveLength(1);
    expect(targetMissingWords({ ...agree, type: 'open', options: [] }, values('V'))).toHaveLength(1);
  });
});
