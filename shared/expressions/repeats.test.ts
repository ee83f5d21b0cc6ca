import { describe, expect, test } from 'vitest';
import type { AnswerValue } from '../model/answer.ts';
import type { Question } from '../model/questionnaire.ts';
import { compileForm, judgeForm, rejudge } from './form.ts';
import { answersOf, code, id, number, option, place, question, turn, version } from './testing.ts';

type Answers = Readonly<Record<string, AnswerValue>>;

/** How many children; each child: name, age, how many before, visits of each child: minutes; sums outside. */
const form = [
  question(1, { type: 'number' }),
  question(2, { type: 'repeat', name: 'child', repeatCount: '${q1}' }),
  question(3, { type: 'number', name: 'age', parentId: id(2) }),
  question(4, { name: 'school', parentId: id(2), relevant: '${age} >= 6' }),
  question(5, { type: 'repeat', name: 'visit', parentId: id(2) }),
  question(6, {
    type: 'number',
    name: 'minutes',
    parentId: id(5),
    checks: [{ severity: 'soft', expression: '. < ${age} * 10', message: {} }],
  }),
  calculated(7, 'number', 'position(../..) * 10 + position(..)', id(5)),
  calculated(8, 'inChild', 'sum(${minutes})', id(2)),
  calculated(9, 'total', 'sum(${minutes})'),
  calculated(10, 'children', 'count(${child})'),
  calculated(11, 'visits', 'count(${visit})'),
  calculated(12, 'oldest', 'max(${age})'),
  calculated(13, 'first', '${age}'),
  calculated(14, 'second', 'indexed-repeat(${age}, ${child}, 2)'),
  calculated(15, 'deep', 'indexed-repeat(${minutes}, ${child}, 2, ${visit}, 1)'),
];

function calculated(n: number, name: string, calculation: string, parentId: Question['parentId'] = null): Question {
  return question(n, { type: 'calculated', name, calculation, parentId });
}

// Two children; the first has two visits, the second one. The instance is the turn's own number, whatever it lies in.
const turns = [turn(2, 10, 1), turn(2, 20, 2), turn(5, 11, 1, 10), turn(5, 12, 2, 10), turn(5, 21, 1, 20)];
const answers: Answers = {
  1: number(2),
  '3/10': number(5),
  '3/20': number(9),
  '6/11': number(30),
  '6/12': number(60),
  '6/21': number(45),
};

function judged(given: Answers = answers, laid = turns) {
  return judgeForm(compileForm(version(form)), answersOf(given, { turns: laid }));
}

function calculatedAt(n: number, instance = 0, given?: Answers, laid?: typeof turns) {
  const found = judged(given, laid).calculated(place(n, instance));
  return found?.kind === 'number' ? found.number : found;
}

describe('repeats, two levels [F6]', () => {
  test('every round has its places, in asking order', () => {
    const order = judged().places.map(({ questionId, instance }) => `${Number(questionId.slice(-12))}/${instance}`);
    expect(order.join(' ')).toBe(
      '1/0 2/0 3/10 4/10 5/10 6/11 7/11 6/12 7/12 8/10 3/20 4/20 5/20 6/21 7/21 8/20 9/0 10/0 11/0 12/0 13/0 14/0 15/0',
    );
  });

  test('a question in a round looks at its own round and those around it', () => {
    const state = judged();
    expect([state.isAsked(place(4, 10)), state.isAsked(place(4, 20)), state.isAsked(place(4, 0))]).toEqual([false, true, false]);
    expect([11, 12, 21].map((instance) => state.checksBroken(place(6, instance)).length)).toEqual([0, 1, 0]);
    expect([11, 12, 21].map((instance) => calculatedAt(7, instance))).toEqual([11, 12, 21]);
  });

  test('from outside it is the list over rounds, from the round around it the list within that', () => {
    expect([calculatedAt(9), calculatedAt(8, 10), calculatedAt(8, 20)]).toEqual([135, 90, 45]);
    expect([calculatedAt(10), calculatedAt(11), calculatedAt(12)]).toEqual([2, 3, 9]);
  });

  test('alone it is the first round’s, by number any round’s', () => {
    expect([calculatedAt(13), calculatedAt(14), calculatedAt(15)]).toEqual([5, 9, 45]);
    expect([calculatedAt(14, 0, answers, turns.slice(0, 1)), calculatedAt(13, 0, {}, [])]).toEqual([null, null]);
  });

  test('how many rounds there should be; none where nothing is said', () => {
    expect([judged().repeatCount(place(2)), judged({}).repeatCount(place(2)), judged({ 1: number(-3.7) }).repeatCount(place(2))]).toEqual([
      2,
      null,
      0,
    ]);
    expect(judged({ 1: number(1e9) }).repeatCount(place(2))).toBe(200);
  });

  test('a repeat that is not asked hides all that is in it, and its rounds do not count', () => {
    const hidden = form.map((one) => (one.name === 'visit' ? { ...one, relevant: '${age} > 6' } : one));
    const state = judgeForm(compileForm(version(hidden)), answersOf(answers, { turns }));
    expect([state.isAsked(place(6, 11)), state.isAsked(place(6, 21))]).toEqual([false, true]);
    expect([state.calculated(place(9)), state.calculated(place(11))]).toEqual([number(45), number(1)]);
  });

  test('taking away the middle one moves nobody’s answers', () => {
    const three = [...turns, turn(2, 30, 3)];
    const compiled = compileForm(version(form));
    const given = { ...answers, '3/30': number(2) };
    const before = judgeForm(compiled, answersOf(given, { turns: three }));
    const left = three.filter(({ instance, parentInstance }) => instance !== 20 && parentInstance !== 20);
    const { state, changed } = rejudge(compiled, before, answersOf(given, { turns: left }), []);
    expect([state.calculated(place(9)), state.calculated(place(10)), state.calculated(place(14))]).toEqual([
      number(90),
      number(2),
      number(2),
    ]);
    expect(state.isAsked(place(3, 20))).toBe(false);
    const keys = changed.map(({ questionId, instance }) => `${Number(questionId.slice(-12))}/${instance}`);
    expect(keys).toEqual(expect.arrayContaining(['9/0', '10/0', '14/0', '3/20', '6/21']));
    expect(keys).not.toContain('3/10');
  });

  test('a round may look at the same question in the round before, and only there', () => {
    const running = [
      question(1, { type: 'repeat', name: 'r' }),
      question(2, { type: 'number', name: 'n', parentId: id(1) }),
      calculated(3, 'total', '${n} + coalesce(indexed-repeat(${total}, ${r}, position(..) - 1), 0)', id(1)),
      calculated(4, 'next', 'indexed-repeat(${next}, ${r}, position(..) + 1) + 1', id(1)),
    ];
    const state = judgeForm(
      compileForm(version(running)),
      answersOf({ '2/1': number(1), '2/2': number(2), '2/3': number(3) }, { turns: [turn(1, 1, 1), turn(1, 2, 2), turn(1, 3, 3)] }),
    );
    expect([1, 2, 3].map((instance) => state.calculated(place(3, instance)))).toEqual([number(1), number(3), number(6)]);
    expect([1, 2, 3].map((instance) => state.calculated(place(4, instance)))).toEqual([null, null, null]);
  });

  test('turns that lie in nothing have no places', () => {
    expect(judged(answers, [turn(5, 11, 1, 99), turn(3, 12, 1), turn(2, 13, 1, 13)]).places.every(({ instance }) => instance === 0)).toBe(
      true,
    );
  });
});

describe('persons of a group [F6]', () => {
  const group = [
    question(1, { type: 'consent', isPerPerson: true, options: [option(1), option(2)] }),
    question(2),
    question(3, { isPerPerson: true, relevant: '${q2} = 1' }),
    question(4, { type: 'number', isPerPerson: true }),
    calculated(5, 'sum', 'sum(${q4})'),
    { ...calculated(6, 'nth', 'position(..)'), isPerPerson: true },
    question(7, { type: 'repeat', isPerPerson: true, name: 'r' }),
    question(8, { parentId: id(7), relevant: '${q4} = 2' }),
  ];
  const compiled = compileForm(version(group));
  const persons = [turn(null, 1, 1), turn(null, 2, 2), turn(7, 3, 1, 2)];

  test('each is asked in turn, question by question', () => {
    const state = judgeForm(compiled, answersOf({ 2: code(1), '4/1': number(1), '4/2': number(2) }, { turns: persons }));
    expect(state.places.map(({ questionId, instance }) => `${Number(questionId.slice(-12))}/${instance}`).join(' ')).toBe(
      '1/1 1/2 2/0 3/1 3/2 4/1 4/2 5/0 6/1 6/2 7/1 7/2 8/3',
    );
    expect([state.isAsked(place(3, 1)), state.isAsked(place(3, 0)), state.isAsked(place(8, 3))]).toEqual([true, false, true]);
    expect([state.calculated(place(5)), state.calculated(place(6, 2))]).toEqual([number(3), number(2)]);
  });

  test('a person who says no to consent is asked nothing more, the others and the group are', () => {
    const state = judgeForm(compiled, answersOf({ '1/2': code(2), 2: code(1), '4/1': number(1), '4/2': number(2) }, { turns: persons }));
    expect([state.isAsked(place(4, 1)), state.isAsked(place(4, 2)), state.isAsked(place(2)), state.isAsked(place(8, 3))]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(state.calculated(place(5))).toEqual(number(1));
  });

  test('without persons it is an interview with one', () => {
    const state = judgeForm(compiled, answersOf({ 2: code(1), 4: number(2) }));
    expect([state.isAsked(place(3)), state.calculated(place(5))]).toEqual([true, number(2)]);
    expect(judgeForm(compiled, answersOf({ 1: code(2) })).isAsked(place(2))).toBe(false);
  });
});
