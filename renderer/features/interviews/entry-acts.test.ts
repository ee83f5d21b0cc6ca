import { afterEach, describe, expect, test } from 'vitest';
import { option, question } from '../../../shared/expressions/testing.ts';
import { preferences } from '../../lib/preferences.ts';
import type { EntryAction } from './entry-keys.ts';
import { change } from './entry-store.ts';
import { wordsAt, writeWords } from './entry-words.ts';
import { aDesk, aModel, aRecord, choice, type TestDesk } from './entry-testing.ts';

const standard = preferences.get();
afterEach(() => preferences.set(standard));

function digits(desk: TestDesk, typed: string): void {
  for (const digit of typed) desk.actions.perform({ do: 'digit', digit });
}

function press(desk: TestDesk, ...actions: readonly EntryAction['do'][]): void {
  // The actions named here carry nothing else.
  for (const name of actions) desk.actions.perform({ do: name } as EntryAction);
}

const weeks = question(2, {
  type: 'number',
  minimum: 0,
  maximum: 520,
  decimals: 0,
  reasons: ['illegible'],
  checks: [{ severity: 'soft', expression: '. <= 52', message: { nb: 'Lenge.' } }],
});
const form = [[choice(1), weeks, choice(3)]];

describe('answering', () => {
  test('a completed code moves on by itself, unless this person has said otherwise [F20]', () => {
    const desk = aDesk(aModel(form));
    digits(desk, '1');
    expect(desk.at()).toBe('2');
    preferences.set({ ...standard, movesOn: false });
    const still = aDesk(aModel(form));
    digits(still, '1');
    expect(still.at()).toBe('1');
    press(still, 'enter');
    expect(still.at()).toBe('2');
  });

  test('Enter on an unanswered question moves on only at the second press', () => {
    const desk = aDesk(aModel(form));
    press(desk, 'enter');
    expect(desk.at()).toBe('1');
    press(desk, 'enter');
    expect(desk.at()).toBe('2');
    expect(desk.written).toEqual([]);
  });

  test('arrows, Tab and Home never write [F20]', () => {
    const desk = aDesk(aModel(form));
    for (const by of [1, 1, -1] as const) desk.actions.perform({ do: 'move', by });
    desk.actions.perform({ do: 'rove', by: 1 });
    desk.actions.perform({ do: 'edge', to: 'last' });
    expect(desk.written).toEqual([]);
  });

  test('what is written says what its writer saw before it [E14]', async () => {
    const several = choice(1, { type: 'several', options: [1, 2, 3].map((one) => option(one)) });
    const desk = aDesk(aModel([[several]]));
    digits(desk, '12');
    await desk.settled();
    expect(desk.written.map(({ entered, seen }) => [entered, seen])).toEqual([
      [{ kind: 'codes', codes: [1] }, null],
      [
        { kind: 'codes', codes: [1, 2] },
        { kind: 'codes', codes: [1] },
      ],
    ]);
  });
});

describe('a field', () => {
  test('out of range stays in focus and is written as a draft; correcting it moves on [F3] [F22]', async () => {
    const desk = aDesk(aModel(form, { 1: { kind: 'code', code: 1 } }, { currentQuestionId: weeks.id }));
    desk.actions.type('900');
    press(desk, 'enter');
    expect(desk.at()).toBe('2');
    desk.actions.perform({ do: 'move', by: 1 });
    expect(desk.at()).toBe('2');
    await desk.settled();
    expect(desk.written.map(({ entered }) => entered)).toEqual([{ kind: 'draft', typed: '900' }]);
    desk.actions.type('9');
    press(desk, 'enter');
    expect(desk.at()).toBe('3');
    expect(desk.written.at(-1)?.entered).toEqual({ kind: 'number', number: 9 });
  });

  test('Esc brings back what stood there before', async () => {
    const desk = aDesk(aModel(form, { 2: { kind: 'number', number: 6 } }, { currentQuestionId: weeks.id }));
    desk.actions.type('900');
    press(desk, 'enter');
    await desk.settled();
    press(desk, 'escape');
    expect(desk.written.at(-1)?.entered).toEqual({ kind: 'number', number: 6 });
    desk.actions.perform({ do: 'move', by: 1 });
    expect(desk.at()).toBe('3');
  });

  test('a reason takes the place of what cannot be read', () => {
    const desk = aDesk(aModel(form, {}, { currentQuestionId: weeks.id }));
    desk.actions.type('9,5');
    press(desk, 'enter');
    desk.actions.perform({ do: 'reason', reason: 'illegible' });
    expect(desk.at()).toBe('3');
    expect(desk.written.at(-1)?.entered).toEqual({ kind: 'missing', reason: 'illegible' });
  });

  test('a reason that the question does not offer does nothing', () => {
    const desk = aDesk(aModel(form, {}, { currentQuestionId: weeks.id }));
    desk.actions.perform({ do: 'reason', reason: 'dont-know' });
    expect([desk.at(), desk.written.length]).toEqual(['2', 0]);
    expect(desk.desk.store.get().stay.note?.tone).toBe('refused');
  });
});

describe('checks', () => {
  test('an unusual answer waits for one key, and typing goes on meanwhile [F4]', async () => {
    const desk = aDesk(aModel(form, {}, { currentQuestionId: weeks.id }));
    desk.actions.type('80');
    press(desk, 'enter');
    expect(desk.at()).toBe('2');
    digits(desk, '2');
    await desk.settled();
    expect(desk.confirmed).toEqual(['as-on-form']);
    expect(desk.at()).toBe('3');
  });

  test('the fourth reason takes words', async () => {
    const desk = aDesk(aModel(form, {}, { currentQuestionId: weeks.id }));
    desk.actions.type('80');
    press(desk, 'enter');
    digits(desk, '4');
    expect(desk.desk.store.get().stay.takesWords).toBe(true);
    desk.actions.confirm('other', 'Flyttet imens');
    await desk.settled();
    expect(desk.confirmed).toEqual(['other Flyttet imens']);
  });

  test('an answer that breaks a hard check across questions is not left [F5]', () => {
    const pension = choice(2, { checks: [{ severity: 'hard', expression: '. = 2 or ${v1} >= 16', message: { nb: 'For ung.' } }] });
    const age = question(1, { type: 'number' });
    const desk = aDesk(aModel([[age, pension, choice(3)]], { 1: { kind: 'number', number: 12 } }, { currentQuestionId: pension.id }));
    digits(desk, '1');
    expect(desk.at()).toBe('2');
    desk.actions.perform({ do: 'move', by: -1 });
    expect(desk.at()).toBe('2');
    press(desk, 'escape');
    desk.actions.perform({ do: 'move', by: -1 });
    expect(desk.at()).toBe('1');
  });

  test('the second pass asks for no reasons: it is only compared', () => {
    const desk = aDesk(aModel(form, {}, { currentQuestionId: weeks.id, status: 'in-check' }), 'second');
    desk.actions.type('80');
    press(desk, 'enter');
    expect(desk.at()).toBe('3');
  });
});

test('a change of a finished interview is written with its reason, or not at all [F35]', async () => {
  const desk = aDesk(aModel(form, { 1: { kind: 'code', code: 1 } }, { status: 'complete', currentQuestionId: choice(1).id }));
  digits(desk, '2');
  expect([desk.at(), desk.written.length]).toEqual(['1', 0]);
  digits(desk, '1');
  await desk.settled();
  expect(desk.written.map(({ entered, reason }) => [entered, reason])).toEqual([[{ kind: 'code', code: 2 }, 'confirmed-by-participant']]);
});

test('so are the words beside "other": the question is not left before, and Esc leaves them as they were [F35]', async () => {
  const other = choice(1, { options: [option(1), option(2, { asksWhat: true })] });
  const model = () => aModel([[other, choice(2)]], { 1: { kind: 'code', code: 2 } }, { status: 'complete', currentQuestionId: other.id });
  const desk = aDesk(model());
  change(desk.desk, { words: 'Nabolaget' });
  press(desk, 'enter');
  expect([desk.at(), desk.specified]).toEqual(['1', []]);
  digits(desk, '1');
  await desk.settled();
  expect([desk.at(), desk.specified]).toEqual(['2', ['Nabolaget confirmed-by-participant']]);

  const regretted = aDesk(model());
  change(regretted.desk, { words: 'Nabolaget' });
  press(regretted, 'enter');
  press(regretted, 'escape');
  press(regretted, 'enter');
  expect([regretted.at(), regretted.specified]).toEqual(['2', []]);
});

test('words that could not be written stand in their field again, at their question', async () => {
  const other = choice(1, { options: [option(1), option(2, { asksWhat: true })] });
  const model = aModel([[other, choice(2)]], { 1: { kind: 'code', code: 2 } }, { status: 'complete', currentQuestionId: choice(2).id });
  const { desk, at } = aDesk(model);
  const spot = model.layout.spots[0];
  if (spot === undefined) throw new Error('no question');
  await writeWords({ ...desk, save: () => Promise.resolve(undefined) }, spot, 'Nabolaget', 'as-on-form');
  expect([at(), wordsAt(desk.store.get(), spot)]).toEqual(['1', 'Nabolaget']);
});

describe('somebody else has changed the answer [E14]', () => {
  const theirs = { ...aRecord(choice(3, { type: 'open' }), { kind: 'text', text: 'Deres' }) };
  const open = [[choice(1), choice(3, { type: 'open', options: [] })]];
  const conflict = { theirs, by: 'Solfrid', at: '2025-03-19T14:00:00.000Z' };

  async function typed(): Promise<TestDesk> {
    const desk = aDesk(aModel(open, {}, { currentQuestionId: theirs.questionId }));
    desk.answerWith({ changed: [], conflict });
    desk.actions.type('Mitt');
    desk.actions.settle();
    await desk.settled();
    return desk;
  }

  test('both are kept, and one key writes mine over theirs', async () => {
    const desk = await typed();
    expect(desk.value()).toEqual({ kind: 'text', text: 'Deres' });
    digits(desk, '1');
    await desk.settled();
    expect(desk.written.at(-1)).toMatchObject({ entered: { kind: 'text', text: 'Mitt' }, seen: { kind: 'text', text: 'Deres' } });
    expect(desk.desk.store.get().conflicts.size).toBe(0);
  });

  test('or leaves theirs, or begins anew with what was typed', async () => {
    const left = await typed();
    digits(left, '2');
    expect(left.written.length).toBe(1);
    const anew = await typed();
    digits(anew, '3');
    expect(anew.desk.store.get().stay.typed?.text).toBe('Mitt');
  });

  test('while one types on, keys stay the field’s; the choice comes when it is left', async () => {
    const desk = aDesk(aModel(open, {}, { currentQuestionId: theirs.questionId }));
    desk.answerWith({ changed: [], conflict });
    desk.actions.type('Mitt');
    press(desk, 'remark');
    desk.actions.type('Mitt s');
    desk.actions.settle();
    await desk.settled();
    desk.actions.type('Mitt svar');
    press(desk, 'enter');
    expect(desk.at()).toBe('3');
    digits(desk, '1');
    await desk.settled();
    expect(desk.written.at(-1)?.entered).toEqual({ kind: 'text', text: 'Mitt svar' });
  });
});

test('pending digits are dropped, and said, when the question is left', () => {
  const toTen = choice(1, { type: 'scale-0-10', options: Array.from({ length: 11 }, (_, code) => option(code)) });
  const desk = aDesk(aModel([[toTen, choice(2)]]));
  digits(desk, '1');
  desk.actions.perform({ do: 'move', by: 1 });
  expect([desk.at(), desk.written.length]).toEqual(['2', 0]);
  expect(desk.desk.store.get().stay.note?.text).toContain('1');
});

test('switching language keeps what is typed and what is pending [F11]', () => {
  const desk = aDesk(aModel(form, {}, { currentQuestionId: weeks.id }));
  desk.actions.type('12');
  press(desk, 'language');
  expect(desk.desk.store.get()).toMatchObject({ language: 'sv', stay: { typed: { text: '12' } } });
});
