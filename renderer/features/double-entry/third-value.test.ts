import { describe, expect, test } from 'vitest';
import type { Question, QuestionType } from '../../../shared/model/questionnaire.ts';
import { readThirdValue } from './third-value.ts';

function question(type: QuestionType): Question {
  // Only the type and the reasons are asked about.
  return { type, reasons: ['dont-know', 'illegible'] } as unknown as Question;
}

describe('[F25] the third value, as it is typed', () => {
  test.each([
    ['scale', '4', { kind: 'code', code: 4 }],
    ['one', ' 12 ', { kind: 'code', code: 12 }],
    ['one', 'u', { kind: 'missing', reason: 'illegible' }],
    ['one', 'fire', null],
    ['several', '01 04, 7', { kind: 'codes', codes: [1, 4, 7] }],
    ['several', 'V', { kind: 'missing', reason: 'dont-know' }],
    ['several', '1 x', null],
    ['number', '12,5', { kind: 'number', number: 12.5 }],
    ['number', '1 200', { kind: 'number', number: 1200 }],
    ['number', 'tolv', null],
    ['date', 'vår 2023', { kind: 'date', said: 'vår 2023' }],
    ['open', 'V', { kind: 'text', text: 'V' }],
    ['one', '  ', null],
    ['one', 'P', null],
  ] as const)('%s: "%s"', (type, typed, value) => {
    expect(readThirdValue(question(type), typed)).toEqual(value);
  });
});
