import { describe, expect, test } from 'vitest';
import { parseExpression } from '../../../../shared/expressions/parse.ts';
import { readConditions, writeConditions, type Conditions } from './conditions.ts';
import { optionWith, questionWith } from './sample-version.ts';

const questions = [
  questionWith(1, { type: 'one', options: [optionWith(1, 'Kort'), optionWith(2, 'Lenge'), optionWith(3, 'Annet', { name: 'annet' })] }),
  questionWith(2, { type: 'several', options: [optionWith(1, 'Mor'), optionWith(2, 'Far')] }),
  questionWith(3, { type: 'number' }),
  questionWith(4, { type: 'date' }),
];
const one = (name: string, operator: Conditions['conditions'][number]['operator'], ...values: string[]): Conditions => ({
  join: 'and',
  conditions: [{ name, operator, values }],
});

describe('[F1] the builder and the expression say the same', () => {
  test.each<[string, Conditions]>([
    ['${v1} = 2', one('v1', 'is', '2')],
    ["${v1} = 'annet'", one('v1', 'is', 'annet')],
    ['${v1} = 1 or ${v1} = 2', one('v1', 'is', '1', '2')],
    ['${v1} != 2', one('v1', 'is-not', '2')],
    ['not(${v1} = 1 or ${v1} = 2)', one('v1', 'is-not', '1', '2')],
    ["selected(${v2}, '2')", one('v2', 'is', '2')],
    ["not(selected(${v2}, '1') or selected(${v2}, '2'))", one('v2', 'is-not', '1', '2')],
    ["not(selected(${v2}, '1'))", one('v2', 'is-not', '1')],
    ['${v3} >= 18', one('v3', 'at-least', '18')],
    ['${v3} < -2.5', one('v3', 'less', '-2.5')],
    ["${v4} > '2024-01-01'", one('v4', 'more', '2024-01-01')],
    ["${v3} != ''", one('v3', 'answered')],
    ["${v3} = ''", one('v3', 'not-answered')],
    [
      "(${v1} = 1 or ${v1} = 2) and selected(${v2}, '2')",
      {
        join: 'and',
        conditions: [
          { name: 'v1', operator: 'is', values: ['1', '2'] },
          { name: 'v2', operator: 'is', values: ['2'] },
        ],
      },
    ],
    [
      '${v1} = 1 or ${v1} = 2 or ${v3} > 3',
      {
        join: 'or',
        conditions: [
          { name: 'v1', operator: 'is', values: ['1', '2'] },
          { name: 'v3', operator: 'more', values: ['3'] },
        ],
      },
    ],
    ['', { join: 'and', conditions: [] }],
  ])('%s', (text, conditions) => {
    expect(readConditions(text)).toEqual(conditions);
    expect(writeConditions(conditions, questions)).toBe(text);
    if (text !== '') expect(parseExpression(text).isRead).toBe(true);
  });

  test.each(['${v1} + 1 > 2', '${v1} = ${v3}', '. > 3', '${v1} = 1 and (${v2} = 1 or ${v3} = 2)', '${v1} == 1', 'today() > ${v4}'])(
    '%s says more than the builder can show',
    (text) => {
      expect(readConditions(text)).toBeNull();
    },
  );

  test('a question called by its number is found, and written by its name', () => {
    const read = readConditions('${q1} = 2');
    expect(read === null ? null : writeConditions(read, questions)).toBe('${v1} = 2');
  });

  test('a condition without an answer yet is left out', () => {
    const conditions: Conditions = {
      join: 'or',
      conditions: [
        { name: 'v1', operator: 'is', values: [] },
        { name: 'v3', operator: 'more', values: ['3'] },
      ],
    };
    expect(writeConditions(conditions, questions)).toBe('${v3} > 3');
  });
});
