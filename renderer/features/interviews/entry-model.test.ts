import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { id, option, question } from '../../../shared/expressions/testing.ts';
import type { AnswerValue } from '../../../shared/model/answer.ts';
import { blockerOf } from './entry-because.ts';
import {
  offeredAt,
  progressOf,
  stateAt,
  toggleCode,
  valueAt,
  wantsReason,
  withOverlay,
  withReading,
  withRecords,
  type EntryModel,
} from './entry-model.ts';
import { comingSpot, neighbour, neighbourSection, nextOpen, spotNumbered, spotOfDeed } from './entry-walk.ts';
import { aModel, aRecord, aTurn, choice } from './entry-testing.ts';

const code = (value: number): AnswerValue => ({ kind: 'code', code: value });
/** Two sections: 1, 2 (asked if 1 is 1), 3 and 4, 5. */
const sections = [
  [choice(1), choice(2, { relevant: '${q1} = 1' }), choice(3)],
  [choice(4), choice(5)],
];
const key = (number: number, instance = 0): string => `${id(number)}/${instance}`;
const at = (model: EntryModel, number: number, instance = 0) => {
  const spot = model.layout.byKey.get(key(number, instance));
  if (spot === undefined) throw new Error(`no question ${number}`);
  return spot;
};

describe('what comes next', () => {
  const row = (number: number) => choice(number, { type: 'scale', scaleId: id(90) });
  const form = [[row(1), row(2), choice(3, { relevant: '${q1} = 1' }), choice(4)], [choice(5)]];

  test('is the next question that is asked, and after a grid what follows all of its rows', () => {
    const model = aModel(form, { 1: code(2) });
    expect(comingSpot(model, at(model, 1))?.question.number).toBe('4');
    expect(comingSpot(model, at(model, 2))?.question.number).toBe('4');
    expect(comingSpot(aModel(form, { 1: code(1) }), at(model, 1))?.question.number).toBe('3');
    expect(comingSpot(model, at(model, 4))?.question.number).toBe('5');
  });

  test('is nothing on the last page, after the last question, and where an answer stands already', () => {
    const model = aModel(form, { 4: code(1) });
    expect(comingSpot(model, null)).toBeNull();
    expect(comingSpot(model, at(model, 5))).toBeNull();
    expect(comingSpot(model, at(model, 2))).toBeNull();
  });
});

describe('moving', () => {
  test('passes over what is not asked, and a new answer counts before the file has it', () => {
    const model = aModel(sections, { 1: code(2) });
    expect(neighbour(model, key(1), 1)?.question.number).toBe('3');
    expect(neighbour(withOverlay(model, { questionId: id(1), instance: 0 }, code(1)), key(1), 1)?.question.number).toBe('2');
  });

  test('ends at the first question and at the last page, and comes back from it', () => {
    expect(neighbour(aModel(sections), key(1), -1)).toBeNull();
    expect(neighbour(aModel(sections), key(5), 1)).toBeNull();
    expect(neighbour(aModel(sections), null, -1)?.question.number).toBe('5');
  });

  test('does not stop at notes and calculated values', () => {
    const model = aModel([
      [choice(1), question(2, { type: 'note' }), question(3, { type: 'calculated', calculation: '${q1}' }), choice(4)],
    ]);
    expect(neighbour(model, key(1), 1)?.question.number).toBe('4');
  });

  test('sections: back goes to this section’s beginning first', () => {
    const model = aModel(sections);
    const to = (from: number, by: -1 | 1) => neighbourSection(model, key(from), by)?.question.number;
    expect([to(1, 1), to(5, -1), to(4, -1), to(4, 1)]).toEqual(['4', '4', '1', undefined]);
  });

  test('the next open question is unanswered and asked, or waits for something', () => {
    const answered = aModel(sections, { 1: code(2), 3: { kind: 'missing', reason: 'dont-know' } });
    expect(nextOpen(answered, key(1), 1)?.question.number).toBe('4');
    expect(nextOpen(answered, key(4), -1)).toBeNull();
    expect(nextOpen(answered, key(4), -1, new Set([key(3)]))?.question.number).toBe('3');
  });
});

test('a question is found by its number as people type it, and in the round they are in [F19]', () => {
  const repeat = question(2, { type: 'repeat' });
  const inside = choice(3, { number: '2.1', parentId: repeat.id });
  const model = aModel(
    [[choice(8), choice(9, { number: '8a' }), repeat, inside]],
    {},
    { turns: [aTurn(1, repeat, 1), aTurn(2, repeat, 2)] },
  );
  expect(['08', '8A ', ' 8'].map((typed) => spotNumbered(model, typed)?.question.number)).toEqual(['8', '8a', '8']);
  expect(spotNumbered(model, '99')).toBeNull();
  expect(spotNumbered(model, '2.1')?.instance).toBe(1);
  expect(spotNumbered(model, '2.1', at(model, 3, 2))?.instance).toBe(2);
});

test('undo brings back to the question it names, in its round or person', () => {
  const repeat = question(2, { type: 'repeat' });
  const model = aModel(
    [[choice(1, { isPerPerson: true }), repeat, choice(3, { parentId: repeat.id })]],
    {},
    {
      kind: 'group',
      turns: [aTurn(1, null, 1), aTurn(2, null, 2), aTurn(3, repeat, 1), aTurn(4, repeat, 2)],
    },
  );
  expect(spotOfDeed(model, '1 (P2)', null)?.instance).toBe(2);
  expect(spotOfDeed(model, '3 (2)', null)?.instance).toBe(4);
  expect(spotOfDeed(model, '3', null)?.instance).toBe(3);
});

test('only a finished interview wants a reason for every change [F35]', () => {
  const with_ = (status: EntryModel['interview']['status']): boolean => wantsReason(aModel(sections, {}, { status }));
  expect((['started', 'partial', 'withdrawn'] as const).map(with_)).toEqual([false, false, false]);
  expect((['complete', 'declined', 'in-check', 'verified'] as const).map(with_)).toEqual([true, true, true, true]);
});

test('counts of a section leave out what is not asked, and tell why it is not', () => {
  const hidden = aModel(sections, { 1: code(2) });
  expect(progressOf(hidden, hidden.layout.sections[0]?.spots ?? [])).toEqual({ done: 1, of: 2 });
  expect(blockerOf(hidden, at(hidden, 2))?.question.number).toBe('1');
});

describe('what the file says', () => {
  test('wins over what was painted once the paint is off, and leaves other answers as they are', () => {
    const model = withOverlay(aModel(sections, { 1: code(1) }), { questionId: id(1), instance: 0 }, code(2));
    expect(valueAt(model, at(model, 1))).toEqual(code(2));
    const told = withRecords(withOverlay(model, { questionId: id(1), instance: 0 }, undefined), [aRecord(choice(1), code(1))]);
    expect(valueAt(told, at(told, 1))).toEqual(code(1));
  });

  test('a reading keeps the records that have not changed, so that their rows stand still', () => {
    const model = aModel(sections, { 1: code(1), 3: code(2) });
    const again = { ...model.interview, answers: [aRecord(choice(1), code(2)), aRecord(choice(3), code(2))] };
    const read = withReading(model, again);
    expect(read.records.get(key(3))).toBe(model.records.get(key(3)));
    expect(valueAt(read, at(read, 1))).toEqual(code(2));
    expect(neighbour(read, key(1), 1)?.question.number).toBe('3');
  });

  test('an answer breaks its check before the file has said so', () => {
    const soft = choice(1, { checks: [{ severity: 'soft', expression: '. = 2', message: {} }] });
    const model = withOverlay(aModel([[soft]]), { questionId: id(1), instance: 0 }, code(1));
    expect(stateAt(model, at(model, 1))).toBe('to-confirm');
  });
});

test('an option filter offers what earlier answers allow, by printed code [F13]', () => {
  const county = choice(1, { options: [option(1, { name: 'nord' }), option(2, { name: 'sør' })] });
  const town = choice(2, {
    options: [option(1, { filterValues: { county: 'nord' } }), option(2, { filterValues: { county: 'sør' } })],
    optionFilter: 'county = ${v1}',
  });
  const model = aModel([[county, town]], { 1: code(2) });
  expect(offeredAt(model, at(model, 2)).map((one) => one.code)).toEqual([2]);
});

test('random order is the same each time for one interview, and its codes stay [F14]', () => {
  const mixed = choice(1, { options: [1, 2, 3, 4, 5, 6].map((one) => option(one)), hasRandomOrder: true });
  const order = (seed: number): readonly number[] => {
    const model = aModel([[mixed]], {}, { seed });
    return offeredAt(model, at(model, 1)).map((one) => one.code);
  };
  expect(order(7)).toEqual(order(7));
  expect(order(7).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(new Set([1, 2, 3, 4, 5].map((seed) => order(seed).join(''))).size).toBeGreaterThan(1);
});

describe('several answers [F8]', () => {
  const several = choice(15, { type: 'several', options: [1, 2, 3, 9].map((one) => option(one, { isExclusive: one === 9 })) });

  test('an exclusive answer clears the others, and another answer clears it', () => {
    expect(toggleCode(several, [1, 3], 9)).toEqual({ codes: [9], cleared: [1, 3] });
    expect(toggleCode(several, [9], 2)).toEqual({ codes: [2], cleared: [9] });
  });

  test('the same code twice changes nothing, and an exclusive answer never stands with another', () => {
    const codes = fc.array(fc.constantFrom(1, 2, 3, 9), { maxLength: 12 });
    fc.assert(
      fc.property(codes, fc.constantFrom(1, 2, 3), (typed, again) => {
        const chosen = typed.reduce<readonly number[]>((all, next) => toggleCode(several, all, next).codes, []);
        expect(chosen.includes(9) && chosen.length > 1).toBe(false);
        if (!chosen.includes(9)) expect(toggleCode(several, toggleCode(several, chosen, again).codes, again).codes).toEqual(chosen);
      }),
    );
  });

  test('a ranking keeps the order in which it was typed', () => {
    const rank = choice(16, { type: 'rank', rankCount: 3 });
    expect(toggleCode(rank, [2], 1).codes).toEqual([2, 1]);
    expect(toggleCode(rank, [2, 1], 2).codes).toEqual([1]);
  });
});
