import { describe, expect, test } from 'vitest';
import type { AnswerValue } from '../model/answer.ts';
import type { Question } from '../model/questionnaire.ts';
import { answerState, askedBecause, compileForm, judgeForm } from './form.ts';
import {
  answersOf,
  code,
  codes,
  day,
  dontKnow,
  id,
  number,
  option,
  place,
  question,
  section,
  text,
  version,
  type Surroundings,
} from './testing.ts';

type Answers = Readonly<Record<string, AnswerValue>>;

function judged(questions: readonly Question[], answers: Answers = {}, more: Surroundings = {}) {
  return judgeForm(compileForm(version(questions)), answersOf(answers, more));
}

/** Numbers of the questions that are asked. */
function asked(questions: readonly Question[], answers: Answers = {}): number[] {
  const state = judged(questions, answers);
  return questions.filter((one) => state.isAsked({ questionId: one.id, instance: 0 })).map((one) => Number(one.number));
}

function calculation(number: number, text: string, part: Partial<Question> = {}): Question {
  return question(number, { type: 'calculated', calculation: text, ...part });
}

function check(expression: string, severity: 'hard' | 'soft' = 'hard') {
  return { severity, expression, message: {} };
}

describe('what is asked [F1]', () => {
  test('follows earlier answers, by number or by the variable’s name', () => {
    const form = [question(1), question(2, { relevant: '${q1} = 1' }), question(3, { relevant: '${v1} = 2' })];
    expect([asked(form), asked(form, { 1: code(1) }), asked(form, { 1: code(2) }), asked(form, { 1: dontKnow })]).toEqual([
      [1],
      [1, 2],
      [1, 3],
      [1],
    ]);
  });

  test('options are called by their names, or by their codes where they have none', () => {
    const options = [option(1, { name: 'norge' }), option(2)];
    const form = [
      question(1, { options }),
      question(2, { relevant: "${q1} = 'norge'" }),
      question(3, { relevant: '${q1} = 2' }),
      question(4, { relevant: "${q1} = '2'" }),
      question(5, { relevant: '${q1} = 1' }),
    ];
    expect([asked(form, { 1: code(1) }), asked(form, { 1: code(2) })]).toEqual([
      [1, 2],
      [1, 3, 4],
    ]);
  });

  test('hiding spreads: an answer that is set aside no longer opens others, and is back when its question is', () => {
    const form = [question(1), question(2, { relevant: '${q1} = 1' }), question(3, { relevant: '${q2} = 1' })];
    expect([asked(form, { 1: code(1), 2: code(1) }), asked(form, { 1: code(2), 2: code(1) })]).toEqual([[1, 2, 3], [1]]);
    const state = judged(form, { 1: code(2), 2: code(1) });
    expect(answerState(state, answersOf({}), place(2))).toBe('parked');
    expect(answerState(judged(form, { 1: code(1), 2: code(1) }), answersOf({}), place(2))).toBeNull();
  });

  test('a section is asked when its own routing says so, with all that is in it', () => {
    const form = compileForm({
      sections: [section([question(1)]), section([question(2), question(3, { relevant: '${q1} = 2' })], '${q1} >= 1')],
    });
    const at = (answers: Answers) => [2, 3].map((one) => judgeForm(form, answersOf(answers)).isAsked(place(one)));
    expect([at({}), at({ 1: number(1) }), at({ 1: number(2) })]).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ]);
    expect(askedBecause(form, id(3))).toEqual([id(1)]);
  });

  test('a no to consent ends the interview there; a reason for missing does not', () => {
    const form = [question(1), question(2, { type: 'consent', options: [option(1), option(2)] }), question(3), question(4)];
    expect([asked(form, { 2: code(2) }), asked(form, { 2: code(1) }), asked(form), asked(form, { 2: dontKnow })]).toEqual([
      [1, 2],
      [1, 2, 3, 4],
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ]);
  });

  test('an expression that cannot be read hides nothing, and an unknown name is never answered', () => {
    expect(
      asked([
        question(1, { relevant: '${q9} ==' }),
        question(2, { relevant: "${nobody} = ''" }),
        question(3, { relevant: '${nobody} = 1' }),
      ]),
    ).toEqual([1, 2]);
  });

  test('a variable that happens to be called like another question’s number wins', () => {
    const form = [question(1, { name: 'q2' }), question(2), question(3, { relevant: '${q2} = 1' })];
    expect(asked(form, { 1: code(1), 2: code(2) })).toEqual([1, 2, 3]);
    expect(askedBecause(compileForm(version(form)), id(3))).toEqual([id(1)]);
  });

  test('texts left empty, drafts and several answers', () => {
    const form = [
      question(1, { type: 'several', options: [option(1), option(2), option(11)] }),
      question(2, { relevant: "selected(${q1}, '1')" }),
      question(3, { type: 'open' }),
      question(4, { relevant: "${q3} != ''" }),
    ];
    expect(asked(form, { 1: codes(11, 2), 3: text('') })).toEqual([1, 3]);
    expect(asked(form, { 1: codes(1), 3: text('a') })).toEqual([1, 2, 3, 4]);
    expect(asked(form, { 3: { kind: 'draft', typed: '12a' } })).toEqual([1, 3]);
  });

  test('a wheel of questions that wait for each other stands still', () => {
    const form = [question(1, { relevant: '${q2} = 1' }), question(2, { relevant: '${q1} = 1' }), question(3, { relevant: '${q3} = 1' })];
    expect(asked(form, { 1: code(1), 2: code(1), 3: code(1) })).toEqual([]);
  });
});

describe('what is required', () => {
  test('always, never, or when an expression says so, and only where it is asked', () => {
    const form = [
      question(1, { isRequired: true }),
      question(2, { isRequired: true, requiredWhen: '${q1} = 1' }),
      question(3, { isRequired: true, relevant: '${q1} = 1' }),
      question(4, { type: 'note', isRequired: true }),
    ];
    const required = (answers: Answers) => [1, 2, 3, 4].filter((one) => judged(form, answers).isRequired(place(one)));
    expect([required({}), required({ 1: code(1) })]).toEqual([[1], [1, 2, 3]]);
  });
});

describe('checks', () => {
  const form = [
    question(1, { type: 'number', minimum: 0, maximum: 520, decimals: 0, checks: [check('. <= 52', 'soft')] }),
    question(2, { type: 'number', checks: [check('. <= ${q1}', 'hard')] }),
    question(3, { relevant: '${q1} > 5' }),
    question(4, { type: 'open', checks: [check("regex(., '[0-9]{4}')"), check("string-length(.) < 4 or ${q2} = ''", 'soft')] }),
    question(5, { type: 'scale-0-10' }),
  ];
  const broken = (answers: Answers, at: number) => judged(form, answers).checksBroken(place(at));

  test('the range, whole numbers and the question’s own checks, hard ones first [F3] [F4]', () => {
    expect([52, 53, 520, 521, -1, 3.5].map((n) => broken({ 1: number(n) }, 1))).toEqual([
      [],
      [{ severity: 'soft', index: 0 }],
      [{ severity: 'soft', index: 0 }],
      [
        { severity: 'hard', index: -1 },
        { severity: 'soft', index: 0 },
      ],
      [{ severity: 'hard', index: -1 }],
      [{ severity: 'hard', index: -1 }],
    ]);
  });

  test('are judged only when everything they mention is answered [F3]', () => {
    expect(broken({ 2: number(9) }, 2)).toEqual([]);
    expect(broken({ 1: number(8), 2: number(9) }, 2)).toEqual([{ severity: 'hard', index: 0 }]);
    expect(broken({ 1: dontKnow, 2: number(9) }, 2)).toEqual([]);
    expect(broken({ 1: number(8), 2: dontKnow }, 2)).toEqual([]);
  });

  test('are judged all the same where they say themselves what holds when it is unanswered [F3]', () => {
    expect(broken({ 4: text('12345') }, 4)).toEqual([{ severity: 'hard', index: 0 }]);
    expect(broken({ 1: number(9), 2: number(9), 4: text('1234') }, 4)).toEqual([{ severity: 'soft', index: 1 }]);
  });

  test('an answer that breaks a hard check counts as unanswered elsewhere, one that breaks a soft one counts [F3] [F4]', () => {
    const state = (n: number) => judged(form, { 1: number(n) });
    expect([state(53).isAsked(place(3)), state(521).isAsked(place(3))]).toEqual([true, false]);
  });

  test('the state of an answer: a draft, to be confirmed, or standing with a reason [F4]', () => {
    const at = (n: number, reason: string | null) => {
      const answers = answersOf({ 1: number(n) }, { confirmReasonOf: () => reason });
      return answerState(judgeForm(compileForm(version(form)), answers), answers, place(1));
    };
    expect([at(5, null), at(53, null), at(53, 'as-on-form'), at(521, null)]).toEqual([null, 'to-confirm', 'overridden', 'invalid-draft']);
    const typed = answersOf({ 1: { kind: 'draft', typed: '5x' } });
    expect(answerState(judgeForm(compileForm(version(form)), typed), typed, place(1))).toBe('invalid-draft');
  });
});

describe('calculations [F2]', () => {
  const form = [
    calculation(1, '${q2} + ${q3}'),
    question(2, { type: 'number' }),
    calculation(3, 'if(${q2} > 10, 1, 0)'),
    calculation(4, '${q5} > 3'),
    question(5, { type: 'number', relevant: '${q3} = 1' }),
    calculation(6, 'today() + ${q2}'),
    calculation(7, "concat('nr. ', ${q2})"),
  ];

  test('follow each other in whatever order they stand', () => {
    const state = judged(form, { 2: number(11), 5: number(4) });
    expect([1, 3, 4, 6, 7].map((one) => state.calculated(place(one)))).toEqual([
      { kind: 'number', number: 12 },
      { kind: 'number', number: 1 },
      { kind: 'number', number: 1 },
      { kind: 'date', said: '2025-06-26', sortOn: '2025-06-26', precision: 'day' },
      { kind: 'text', text: 'nr. 11' },
    ]);
  });

  test('of something unanswered are missing, never 0', () => {
    const state = judged(form);
    expect([1, 3, 6].map((one) => state.calculated(place(one)))).toEqual([null, { kind: 'number', number: 0 }, null]);
    expect(judged(form, { 2: number(1), 5: number(9) }).calculated(place(4))).toEqual({ kind: 'number', number: 0 });
  });

  test('once() keeps what is recorded, random() is drawn from the seed', () => {
    const drawn = [calculation(1, 'random()'), calculation(2, 'once(random())'), question(3), calculation(4, 'random()')];
    const at = (seed: number, answers: Answers = {}) => {
      const state = judged(drawn, answers, { seed });
      return [1, 2, 4].map((one) => state.calculated(place(one)));
    };
    expect(at(7)).toEqual(at(7));
    expect(at(7)).not.toEqual(at(8));
    expect(at(7)[0]).not.toEqual(at(7)[2]);
    expect(at(8, { 2: number(0.25) })[1]).toEqual({ kind: 'number', number: 0.25 });
  });

  test('the label of an option in the language of the interview', () => {
    const options = [option(1, { label: { nb: 'Ja', sv: 'Jo' } }), option(2, { label: {} })];
    const labels = [question(1, { options }), calculation(2, "jr:choice-name(${v1}, '${v1}')")];
    const at = (chosen: number, language: 'nb' | 'sv') => judged(labels, { 1: code(chosen) }, { language }).calculated(place(2));
    expect([at(1, 'nb'), at(1, 'sv'), at(2, 'nb'), at(3, 'nb')]).toEqual([
      { kind: 'text', text: 'Ja' },
      { kind: 'text', text: 'Jo' },
      { kind: 'text', text: '2' },
      null,
    ]);
  });

  test('dates are days: how old somebody is', () => {
    const age = [question(1, { type: 'date', dateForm: 'date' }), calculation(2, 'int((today() - ${q1}) div 365.25)')];
    expect(judged(age, { 1: day('1990-06-16') }).calculated(place(2))).toEqual({ kind: 'number', number: 34 });
    expect(judged(age, { 1: { kind: 'date', said: 'for lenge siden', sortOn: null, precision: 'none' } }).calculated(place(2))).toBeNull();
  });
});

describe('options', () => {
  const counties = [option(1, { name: 'fjordvik' }), option(2, { name: 'alvnes' })];
  const places = [
    option(1, { filterValues: { county: 'fjordvik' } }),
    option(2, { filterValues: { county: 'alvnes' } }),
    option(3, { filterValues: { county: 'fjordvik' }, name: 'sund' }),
    option(9, { isExclusive: true, filterValues: {} }),
  ];
  const form = [
    question(1, { options: counties }),
    question(2, { options: places, type: 'several', optionFilter: "county = ${q1} or name = '9'" }),
  ];

  test('are filtered by an earlier answer, and an answer that is not offered any more is stale [F13]', () => {
    expect([judged(form).offered(place(2)), judged(form, { 1: code(1) }).offered(place(2)), judged(form).offered(place(1))]).toEqual([
      [9],
      [1, 3, 9],
      null,
    ]);
    const stale = (county: number, ...chosen: number[]) => judged(form, { 1: code(county), 2: codes(...chosen) }).isStale(place(2));
    expect([stale(1, 1, 3), stale(1, 9), stale(2, 1), stale(2, 2, 3), judged(form, { 1: code(2) }).isStale(place(2))]).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  test('come in random order, the same for the same seed, exclusive and "other" keeping their places [F14]', () => {
    const options = [
      ...Array.from({ length: 12 }, (_, index) => option(index + 1)),
      option(98, { asksWhat: true }),
      option(99, { isExclusive: true }),
    ];
    const random = [question(1, { options, hasRandomOrder: true }), question(2, { options, hasRandomOrder: true })];
    const order = (seed: number, at = 1) => judged(random, {}, { seed }).offered(place(at)) ?? [];
    expect(order(5)).toEqual(order(5));
    expect(order(5)).not.toEqual(order(6));
    expect(order(5)).not.toEqual(order(5, 2));
    expect(order(5).slice(-2)).toEqual([98, 99]);
    expect(order(5).toSorted((a, b) => a - b)).toEqual(options.map((one) => one.code));
    const firsts = new Set(Array.from({ length: 60 }, (_, seed) => order(seed)[0]));
    expect(firsts.size).toBeGreaterThan(8);
  });

  test('keep their random order when the filter lets fewer through [F13] [F14]', () => {
    const options = Array.from({ length: 10 }, (_, index) => option(index + 1, { filterValues: { group: String(index % 2) } }));
    const both = [
      question(1, { type: 'number' }),
      question(2, { options, hasRandomOrder: true, optionFilter: "${q1} = '' or group = ${q1}" }),
    ];
    const all = judged(both).offered(place(2)) ?? [];
    expect(judged(both, { 1: number(1) }).offered(place(2))).toEqual(all.filter((one) => one % 2 === 0));
  });
});

describe('default values', () => {
  test('are worked out as answers of the question’s type', () => {
    const options = [option(1, { name: 'norge' }), option(2)];
    const form = [
      question(1, { options, defaultValue: "'norge'" }),
      question(2, { type: 'several', options, defaultValue: "'2 norge'" }),
      question(3, { type: 'number', defaultValue: '2 * 3' }),
      question(4, { type: 'date', defaultValue: 'today()' }),
      question(5, { type: 'open', defaultValue: '${q3}' }),
      question(6, { options, defaultValue: "'sverige'" }),
      question(7, { type: 'scale-0-10', defaultValue: '10' }),
    ];
    const state = judged(form, { 3: number(4) });
    expect([1, 2, 3, 4, 5, 6, 7].map((one) => state.defaultOf(place(one)))).toEqual([
      code(1),
      codes(1, 2),
      number(6),
      day('2025-06-15'),
      text('4'),
      null,
      code(10),
    ]);
  });
});
