import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerValue } from '../model/answer.ts';
import { QuestionId } from '../model/ids.ts';
import type { Question } from '../model/questionnaire.ts';
import { askedBecauseOf, askedQuestions, brokenChecks, planRouting } from './routing.ts';

type Routed = Pick<Question, 'id' | 'name' | 'number' | 'type' | 'relevant' | 'checks' | 'minimum' | 'maximum'>;

function id(number: number): QuestionId {
  return QuestionId.parse(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`);
}

function question(number: number, part: Partial<Routed> = {}): Routed {
  return {
    id: id(number),
    name: `variable${number}`,
    number: String(number),
    type: 'one',
    relevant: null,
    checks: [],
    minimum: null,
    maximum: null,
    ...part,
  };
}

function asked(questions: readonly Routed[], answers: Readonly<Record<number, AnswerValue>>): number[] {
  const found = askedQuestions(planRouting(questions), valueOf(answers));
  return questions.filter((one) => found.has(one.id)).map((one) => Number(one.number));
}

function valueOf(answers: Readonly<Record<number, AnswerValue>>) {
  return (wanted: string): AnswerValue | null => Object.entries(answers).find(([number]) => id(Number(number)) === wanted)?.[1] ?? null;
}

const code = (value: number): AnswerValue => ({ kind: 'code', code: value });

describe('what is asked [F1]', () => {
  test('follows earlier answers, by number or by the variable’s name', () => {
    const form = [question(1), question(2, { relevant: '${q1} = 1' }), question(3, { relevant: '${variable1} = 2' })];
    expect(asked(form, {})).toEqual([1]);
    expect(asked(form, { 1: code(1) })).toEqual([1, 2]);
    expect(asked(form, { 1: code(2) })).toEqual([1, 3]);
    expect(asked(form, { 1: { kind: 'missing', reason: 'dont-know' } })).toEqual([1]);
  });

  test('hiding spreads: an answer that is set aside no longer opens others', () => {
    const form = [question(1), question(2, { relevant: '${q1} = 1' }), question(3, { relevant: '${q2} = 1' })];
    expect(asked(form, { 1: code(1), 2: code(1) })).toEqual([1, 2, 3]);
    expect(asked(form, { 1: code(2), 2: code(1) })).toEqual([1]);
  });

  test('a no to consent ends the interview there', () => {
    expect(asked([question(1, { type: 'consent' }), question(2)], { 1: code(2) })).toEqual([1]);
  });

  test('an expression that cannot be read hides nothing', () => {
    expect(asked([question(1, { relevant: '${q9} ==' })], {})).toEqual([1]);
  });

  test('a variable that happens to be called like another question’s number wins', () => {
    const form = [question(1, { name: 'q2' }), question(2), question(3, { relevant: '${q2} = 1' })];
    expect(asked(form, { 1: code(1), 2: code(2) })).toEqual([1, 2, 3]);
    expect(askedBecauseOf(planRouting(form), id(3))).toEqual([id(1)]);
  });

  test('questions without routing are always asked, whatever is answered', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 }), (codes) => {
        const form = codes.map((_, index) => question(index + 1));
        expect(asked(form, Object.fromEntries(codes.map((value, index) => [index + 1, code(value)])))).toHaveLength(codes.length);
      }),
    );
  });
});

describe('checks', () => {
  const age = question(4, { checks: [{ severity: 'soft', expression: 'not(. = 1 and ${q3} = 4)', message: {} }] });
  const weeks = question(8, {
    type: 'number',
    minimum: 0,
    maximum: 520,
    checks: [{ severity: 'soft', expression: '. <= 52', message: {} }],
  });
  const plan = planRouting([question(3), age, weeks]);

  test('are judged only when everything they mention is answered', () => {
    expect(brokenChecks(plan, id(4), valueOf({ 4: code(1) }))).toEqual([]);
    expect(brokenChecks(plan, id(4), valueOf({ 3: code(4), 4: code(1) }))).toEqual([{ severity: 'soft', index: 0 }]);
    expect(brokenChecks(plan, id(4), valueOf({ 3: code(4), 4: { kind: 'missing', reason: 'prefer-not-to-say' } }))).toEqual([]);
  });

  test('tell the hard range before the soft one', () => {
    const at = (number: number) => brokenChecks(plan, id(8), valueOf({ 8: { kind: 'number', number } })).map((check) => check.severity);
    expect([at(52), at(53), at(520), at(521), at(-1)]).toEqual([[], ['soft'], ['soft'], ['hard', 'soft'], ['hard']]);
  });
});
