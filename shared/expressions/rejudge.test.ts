import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerPlace } from '../contract/interviews.ts';
import type { AnswerValue } from '../model/answer.ts';
import type { AnswerOption, Question } from '../model/questionnaire.ts';
import { drawFrom } from './chance.ts';
import { answerKey, compileForm, formProblems, judgeForm, rejudge, type FormAnswers, type FormState } from './form.ts';
import type { LaidTurn } from './layout.ts';
import { id, option, question, section } from './testing.ts';

/** ROST_LONG=1 looks at thirty times as many questionnaires. */
const isLong = process.env['ROST_LONG'] === '1';

/** Draws from a list. */
type Draw = <T>(items: readonly T[]) => T;

function drawer(seed: number): Draw {
  const next = drawFrom(seed);
  return (items) => {
    const found = items[Math.floor(next() * items.length)];
    if (found === undefined) throw new Error('nothing to draw from');
    return found;
  };
}

const options: readonly AnswerOption[] = [
  option(1, { name: 'ja', filterValues: { g: '1' } }),
  option(2, { filterValues: { g: '2' } }),
  option(3, { filterValues: { g: '1' } }),
];

/** An expression over some of the questions, also over ones that come later, hang together in circles or do not exist. */
function drawExpression(draw: Draw, names: readonly string[], depth = 0): string {
  const name = (): string => `\${${draw(names)}}`;
  const inner = (): string => drawExpression(draw, names, depth + 1);
  const simple: readonly (() => string)[] = [
    () => `${name()} ${draw(['=', '!=', '<', '>='])} ${draw(['1', '2', "'ja'", '5', name()])}`,
    () => `${name()} ${draw(['=', '!='])} ''`,
    () => `selected(${name()}, ${draw(["'ja'", '2'])})`,
    () => `${draw(['sum', 'count', 'min', 'max'])}(${name()}) > ${draw(['0', '3'])}`,
    () => `indexed-repeat(${name()}, \${r}, ${draw(['1', '2', 'position(..) - 1'])}) > 1`,
    () => `coalesce(${name()}, 0) < ${draw(['1', '4'])}`,
    () => `position(..) = ${draw(['1', '2'])}`,
    () => `count(\${${draw(['r', 's'])}}) > 1`,
    () => "now() > '2025-06-15T12:00'",
  ];
  if (depth > 2) return draw(simple)();
  return draw([...simple, () => `(${inner()}) and (${inner()})`, () => `(${inner()}) or (${inner()})`, () => `not(${inner()})`])();
}

/** A questionnaire with persons' questions, a repeat r, and a repeat s in it. */
function drawForm(draw: Draw) {
  const names = [...Array.from({ length: 16 }, (_, index) => `v${index + 1}`), 'r', 's', 'nobody'];
  const expression = (percent: number): string | null => (draw([...Array(100).keys()]) < percent ? drawExpression(draw, names) : null);
  const parentOf = (n: number): Question['parentId'] => (n >= 6 && n <= 9 ? id(101) : n >= 10 && n <= 12 ? id(102) : null);
  const make = (n: number): Question => {
    const type = draw(['one', 'several', 'number', 'number', 'open', 'calculated', 'date', 'consent'] as const);
    const calculation =
      type === 'calculated' ? draw([`\${${draw(names)}} + 1`, `sum(\${${draw(names)}})`, drawExpression(draw, names), 'random()']) : null;
    return question(n, {
      type,
      options: type === 'one' || type === 'several' || type === 'consent' ? [...options] : [],
      parentId: parentOf(n),
      isPerPerson: draw([true, false, false]),
      relevant: expression(35),
      calculation,
      optionFilter: draw([null, 'g = ${v1}', "name = ${v2} or g = '1'"]),
      requiredWhen: expression(20),
      defaultValue: expression(10),
      hasRandomOrder: draw([true, false]),
      minimum: draw([null, 0, 1]),
      maximum: draw([null, 4]),
      checks: [
        {
          severity: draw(['hard', 'soft'] as const),
          expression: draw([`. > 1`, `. < \${${draw(names)}}`, drawExpression(draw, names)]),
          message: {},
        },
      ].slice(draw([0, 0, 1])),
    });
  };
  const repeat = (n: number, name: string, parentId: Question['parentId']): Question =>
    question(n, {
      type: 'repeat',
      name,
      parentId,
      relevant: expression(30),
      repeatCount: expression(50),
      isPerPerson: draw([true, false]),
    });
  const ordered = [
    ...[1, 2, 3, 4, 5].map(make),
    repeat(101, 'r', null),
    ...[6, 7].map(make),
    repeat(102, 's', id(101)),
    ...[10, 11, 12, 8, 9].map(make),
    ...[13, 14, 15, 16].map(make),
  ];
  return { sections: [section(ordered.slice(0, 4), expression(20)), section(ordered.slice(4), expression(20))] };
}

function drawValue(draw: Draw): AnswerValue | null {
  return draw<AnswerValue | null>([
    null,
    { kind: 'code', code: 1 },
    { kind: 'code', code: 2 },
    { kind: 'codes', codes: [1, 3] },
    { kind: 'codes', codes: [] },
    { kind: 'number', number: draw([0, 1, 2, 3, 5]) },
    { kind: 'text', text: draw(['', 'ja', '2']) },
    { kind: 'date', said: 'i går', sortOn: '2025-06-14', precision: 'day' },
    { kind: 'missing', reason: 'dont-know' },
    { kind: 'draft', typed: 'x' },
  ]);
}

/** Everything a state says of its places. */
function everything(state: FormState): Map<string, unknown> {
  return new Map(state.places.map((place) => [answerKey(place.questionId, place.instance), all(state, place)]));
}

function all(state: FormState, place: AnswerPlace): unknown {
  return [
    state.isAsked(place),
    state.isRequired(place),
    state.checksBroken(place),
    state.calculated(place),
    state.offered(place),
    state.isStale(place),
    state.repeatCount(place),
  ];
}

/** An interview that changes: answers, rounds and persons, the clock, seldom the day. */
class Interview {
  readonly #values = new Map<string, AnswerValue | null>();
  #turns: LaidTurn[] = [];
  #next = 1;
  #now = '2025-06-15T10:00:00';
  #today = '2025-06-15';

  answers(): FormAnswers {
    const values = new Map(this.#values);
    return {
      valueOf: (questionId, instance) => values.get(answerKey(questionId, instance)) ?? null,
      turns: [...this.#turns],
      confirmReasonOf: () => null,
      today: this.#today,
      now: this.#now,
      language: 'nb',
      seed: 3,
    };
  }

  change(draw: Draw, places: readonly AnswerPlace[]): AnswerPlace[] {
    const what = draw([...Array.from({ length: 12 }, () => 'answer'), 'several', 'turn', 'leave', 'clock', 'day'] as const);
    if (what === 'turn') this.#add(draw);
    if (what === 'leave' && this.#turns.length > 0) {
      const gone = draw(this.#turns).instance;
      this.#turns = this.#turns.filter(({ instance, parentInstance }) => instance !== gone && parentInstance !== gone);
    }
    if (what === 'clock') this.#now = draw(['2025-06-15T10:00:00', '2025-06-15T13:00:00']);
    if (what === 'day') this.#today = draw(['2025-06-15', '2025-06-16']);
    return Array.from({ length: what === 'several' ? 4 : what === 'answer' ? 1 : 0 }, () => {
      const place = draw(places);
      this.#values.set(answerKey(place.questionId, place.instance), drawValue(draw));
      return place;
    });
  }

  #add(draw: Draw): void {
    const outer = this.#turns.filter(({ questionId }) => questionId === id(101)).map(({ instance }) => instance);
    const persons = this.#turns.filter(({ questionId }) => questionId === null).map(({ instance }) => instance);
    const [questionId, parentInstance] = draw([
      [null, 0],
      [id(101), draw([0, ...persons])],
      [id(102), draw([0, ...outer])],
    ] as const);
    this.#turns.push({ instance: this.#next, questionId, parentInstance, ordinal: draw([1, 2, this.#next]) });
    this.#next += 1;
  }
}

describe('judging again only what depends on the change [F1] [F2] [F3] [F6] [F13]', () => {
  test('gives the same as judging everything, through 200 changes of an interview, and names every place that differs', () => {
    let changes = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const draw = drawer(seed);
        const version = drawForm(draw);
        const form = compileForm(version);
        formProblems(version);
        const interview = new Interview();
        let state: FormState = judgeForm(form, interview.answers());
        let known = everything(state);
        for (let step = 0; step < 200; step++) {
          const touched = interview.change(draw, state.places);
          const answers = interview.answers();
          const again = rejudge(form, state, answers, touched);
          const fresh = everything(judgeForm(form, answers));
          expect(everything(again.state)).toEqual(fresh);
          const named = new Set(again.changed.map(({ questionId, instance }) => answerKey(questionId, instance)));
          for (const [key, found] of fresh) if (!named.has(key)) expect(found).toEqual(known.get(key));
          changes += again.changed.length;
          state = again.state;
          known = fresh;
        }
      }),
      { numRuns: isLong ? 300 : 10 },
    );
    expect(changes).toBeGreaterThan(1000);
  }, 300_000);

  test('leaves the state before as it was', () => {
    const form = compileForm({ sections: [section([question(1, { type: 'number' }), question(2, { relevant: '${q1} = 1' })])] });
    const interview = (value: number): FormAnswers => ({
      ...new Interview().answers(),
      valueOf: (one) => (one === id(1) ? { kind: 'number', number: value } : null),
    });
    const before = judgeForm(form, interview(1));
    const place = { questionId: id(2), instance: 0 };
    const { state, changed } = rejudge(form, before, interview(2), [{ questionId: id(1), instance: 0 }]);
    expect([before.isAsked(place), state.isAsked(place)]).toEqual([true, false]);
    expect(changed.map(({ questionId }) => questionId)).toEqual([id(1), id(2)]);
    expect(rejudge(form, state, interview(3), [{ questionId: id(1), instance: 0 }]).changed.map(({ questionId }) => questionId)).toEqual([
      id(1),
    ]);
  });
});
