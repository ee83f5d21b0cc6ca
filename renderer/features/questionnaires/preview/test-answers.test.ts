import { describe, expect, test } from 'vitest';
import type { AnswerValue } from '../../../../shared/model/answer.ts';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import { optionWith, questionWith, versionWith } from '../design/sample-version.ts';
import { nextAsked, testerOf, untried, withCode } from './test-answers.ts';

const helped = questionWith(1, { type: 'yes-no', options: [optionWith(1, ''), optionWith(2, '')] });
const who = questionWith(2, {
  type: 'several',
  relevant: '${v1} = 1',
  options: [optionWith(1, 'Mor'), optionWith(2, 'Far'), optionWith(9, 'Ingen', { isExclusive: true })],
});
const weeks = questionWith(3, {
  type: 'number',
  minimum: 0,
  maximum: 52,
  checks: [{ severity: 'soft', expression: '. < 30', message: {} }],
});
const repeat = questionWith(4, { type: 'repeat' });
const inside = questionWith(5, { parentId: repeat.id, relevant: '${v3} > 2' });
const questions = [helped, who, weeks, repeat, inside];
const judge = testerOf(versionWith(questions));
const noon = new Date(2025, 4, 20, 12);
const tested = (answers: readonly (readonly [QuestionId, AnswerValue])[]) => judge(new Map(answers), 'nb', noon);
const yes: AnswerValue = { kind: 'code', code: 1 };

describe('[F1] trying a questionnaire', () => {
  test('routing follows the answers, also into a repeat', () => {
    expect(tested([]).asked.has(who.id)).toBe(false);
    expect(tested([[helped.id, yes]]).asked.has(who.id)).toBe(true);
    expect(tested([[weeks.id, { kind: 'number', number: 3 }]]).asked.has(inside.id)).toBe(true);
  });

  test('a question that is not asked names the one that decides', () => {
    expect(tested([]).blocker(who)?.id).toBe(helped.id);
  });

  test('the range and the checks speak up', () => {
    expect(tested([[weeks.id, { kind: 'number', number: 60 }]]).broken(weeks)).toEqual({ severity: 'hard', index: -1 });
    expect(tested([[weeks.id, { kind: 'number', number: 40 }]]).broken(weeks)).toEqual({ severity: 'soft', index: 0 });
    expect(tested([[weeks.id, { kind: 'number', number: 4 }]]).broken(weeks)).toBeNull();
  });

  test('[F8] an exclusive answer stands alone', () => {
    const two = withCode(who, withCode(who, null, 1), 2);
    expect(two).toEqual({ kind: 'codes', codes: [1, 2] });
    expect(withCode(who, two, 9)).toEqual({ kind: 'codes', codes: [9] });
    expect(withCode(who, { kind: 'codes', codes: [9] }, 1)).toEqual({ kind: 'codes', codes: [1] });
    expect(withCode(who, { kind: 'codes', codes: [9] }, 9)).toBeNull();
  });

  test('[F16] texts repeat the test answers, also in a repeat, and show a blank before there are any', () => {
    const asking = questionWith(6, { parentId: repeat.id, wording: { nb: 'Etter ${v3} uker?' } });
    const speech = { language: 'nb', optionWords: () => '', nameOf: () => '' } as const;
    const after = testerOf(versionWith([weeks, repeat, asking]))(new Map([[weeks.id, { kind: 'number', number: 3 }]]), 'nb', noon);
    expect(after.filled(asking, speech).wording).toEqual({ nb: 'Etter 3 uker?' });
    expect(untried.filled(asking, speech).wording).toEqual({ nb: 'Etter … uker?' });
  });

  test('the next question is the next that is asked', () => {
    const { asked } = tested([]);
    expect(nextAsked(questions, helped.id, 1, asked)).toBe(weeks.id);
    expect(nextAsked(questions, weeks.id, -1, asked)).toBe(helped.id);
    expect(nextAsked(questions, weeks.id, 1, asked)).toBeNull();
  });
});
