import { describe, expect, test } from 'vitest';
import { question } from '../../../shared/expressions/testing.ts';
import { aDesk, aModel, choice, type TestDesk } from './entry-testing.ts';
import { textInField } from './entry-typing.ts';
import { carryOutHeld } from './use-held-keys.ts';

const form = [[choice(1), question(2, { type: 'number', maximum: 520 }), question(3, { type: 'open', reasons: ['dont-know'] }), choice(4)]];

function hold(desk: TestDesk, ...keys: readonly string[]): void {
  for (const key of keys)
    carryOutHeld({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }, desk.desk.store.get(), desk.actions);
}

describe('keys held while the interview was on its way', () => {
  test('answer the questions they were meant for, each on the state the one before left [F19]', () => {
    const desk = aDesk(aModel(form));
    hold(desk, '1', '6', '4', 'Enter', 'v', 'e', 'l', 'Enter', '2');
    expect(desk.written.map(({ number, entered }) => [number, entered])).toEqual([
      ['1', { kind: 'code', code: 1 }],
      ['2', { kind: 'number', number: 64 }],
      ['3', { kind: 'text', text: 'vel' }],
      ['4', { kind: 'code', code: 2 }],
    ]);
  });

  test('type into a field, where letters and digits are text', () => {
    const desk = aDesk(aModel(form, {}, { currentQuestionId: question(3).id }));
    hold(desk, 'P', 'å', ' ', '2');
    expect(textInField(desk.desk.store.get())).toBe('På 2');
    expect(desk.written).toEqual([]);
  });
});
