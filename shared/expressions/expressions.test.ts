import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dependenciesOf, holds, type ExpressionValue } from './evaluate.ts';
import { parseExpression } from './parse.ts';

function truth(text: string, answers: Readonly<Record<string, ExpressionValue>>): boolean {
  const parsed = parseExpression(text);
  if (!parsed.isRead) throw new Error(`${parsed.problem.reason} at ${parsed.problem.at}`);
  return holds(parsed.expression, (name) => answers[name] ?? null);
}

function problem(text: string) {
  const parsed = parseExpression(text);
  return parsed.isRead ? null : parsed.problem;
}

describe('evaluating', () => {
  test.each([
    ['${q3} = 1 or ${q3} = 2', { q3: 2 }, true],
    ['${q3} = 1 or ${q3} = 2', { q3: 3 }, false],
    ['${q3} = 1 or ${q4} = 1 and ${q5} = 1', { q3: 1 }, true],
    ['(${q3} = 1 or ${q4} = 1) and ${q5} = 1', { q3: 1 }, false],
    ['not(${q4} = 1 and ${q3} = 4)', { q3: 4, q4: 1 }, false],
    ['not ${q4} = 1', { q4: 2 }, false],
    ['not (${q4} = 1)', { q4: 2 }, true],
    ['. >= 0 and . <= 52', { '.': 52 }, true],
    ['${t} > -1.5', { t: -1 }, true],
    ["${name} = 'annet'", { name: 'annet' }, true],
    ["selected(${q15}, '11')", { q15: [1, 11] }, true],
    ["selected(${q15}, '1')", { q15: [11] }, false],
    ['selected(${q15}, 4)', { q15: 4 }, true],
    ["${q1} = '1'", { q1: 1 }, true],
    ['${q1}', { q1: 0 }, false],
  ] as const)('%s with %o is %s [F1]', (text, answers, expected) => {
    expect(truth(text, answers)).toBe(expected);
  });

  test('every comparison with an unanswered question is false', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '!=', '<', '<=', '>', '>='), fc.integer(), (sign, number) => {
        expect(truth(`\${q} ${sign} ${number}`, {})).toBe(false);
      }),
    );
  });

  test('numbers are compared as numbers', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        expect(truth(`\${a} < ${b}`, { a })).toBe(a < b);
        expect(truth(`\${a} != ${b}`, { a })).toBe(a !== b);
      }),
    );
  });
});

describe('reading', () => {
  test.each([
    ['${q3} = ', 'ended', 8, ''],
    ['${q3} == 1', 'not-expected', 7, '='],
    ['${q3 = 1', 'unclosed-reference', 0, '${q3 = 1'],
    ["${q3} = 'ja", 'unclosed-text', 8, "'ja"],
    ['${q3} = 1 # 2', 'unknown-sign', 10, '#'],
    ['${q3} = 1 eller ${q3} = 2', 'not-expected', 10, 'eller'],
    ['sqrt(${q3}) = 1', 'unknown-word', 0, 'sqrt'],
    ['(${q3} = 1', 'ended', 10, ''],
    ["selected(${q3} '1')", 'not-expected', 15, "'1'"],
    ['', 'ended', 0, ''],
  ])('%s stops exactly where the fault is', (text, reason, at, part) => {
    expect(problem(text)).toEqual({ reason, at, part });
  });

  test('answers every text without throwing, also a very deep one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof parseExpression(text).isRead).toBe('boolean');
      }),
    );
    expect(problem('('.repeat(5000))?.reason).toBe('too-deep');
    expect(problem('not '.repeat(5000))?.reason).toBe('too-deep');
  });

  test('lists what it depends on, each once', () => {
    const parsed = parseExpression("${q3} = 1 or selected(${q15}, '2') and not(${q3} > .)");
    expect(parsed.isRead && dependenciesOf(parsed.expression)).toEqual(['q3', 'q15', '.']);
  });
});
