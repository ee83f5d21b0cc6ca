import { describe, expect, test } from 'vitest';
import { completionAt, matchQuestions } from './completion.ts';
import { optionWith, questionWith } from './sample-version.ts';

const questions = [
  questionWith(1, { name: 'ventetid', type: 'one', options: [optionWith(1, 'Kort'), optionWith(2, 'Lenge')] }),
  questionWith(2, { name: 'v_hvem', type: 'several', options: [optionWith(1, 'Mor')], wording: { nb: 'Hvem var med?' } }),
  questionWith(12, { name: 'alder', type: 'number' }),
];
/** The bar is the caret. */
const at = (marked: string) => completionAt(marked.replace('|', ''), marked.indexOf('|'), questions);

describe('completing names in an expression', () => {
  test.each([
    ['$|', { kind: 'question', from: 0, to: 1, typed: '' }],
    ['${ve|', { kind: 'question', from: 0, to: 4, typed: 've' }],
    ['${ve|nt}', { kind: 'question', from: 0, to: 7, typed: 've' }],
    ['${alder} > 2 and ve|', { kind: 'question', from: 17, to: 19, typed: 've' }],
  ])('%s asks for a question', (marked, expected) => {
    expect(at(marked)).toEqual(expected);
  });

  test.each([
    ['${ventetid} = |', 14, 14, ''],
    ["${ventetid} != 'k|'", 15, 18, 'k'],
    ['selected(${v_hvem}, 1|', 20, 21, '1'],
  ])('%s asks for an answer', (marked, from, to, typed) => {
    expect(at(marked)).toMatchObject({ kind: 'answer', from, to, typed });
  });

  test.each(['${alder} > 1|', 'and|', 'selected|', "'tekst|'", '${alder} = |', '1 |'])('%s asks for nothing', (marked) => {
    expect(at(marked)).toBeNull();
  });

  test('questions are found by number, name and words, the number first', () => {
    const found = (typed: string) =>
      matchQuestions(questions, typed, (question) => question.wording.nb ?? '').map((question) => question.name);
    expect(found('12')).toEqual(['alder']);
    expect(found('v')).toEqual(['ventetid', 'v_hvem']);
    expect(found('hvem')).toEqual(['v_hvem']);
    expect(found('q1')).toEqual(['ventetid', 'alder']);
    expect(found('[')).toEqual([]);
  });
});

test('[F1] a name with a hyphen is found like any other', () => {
  const [first, second] = [questionWith(1, { name: 'bo-form' }), questionWith(2, { name: 'boform' })];
  expect(matchQuestions([first, second], 'bo-', () => '')).toEqual([first]);
  expect(matchQuestions([second], 'a-b', () => 'Fra a-b til c')).toEqual([second]);
});
