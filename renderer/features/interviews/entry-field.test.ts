import { describe, expect, test } from 'vitest';
import { question } from '../../../shared/expressions/testing.ts';
import { enteredOf, fieldText, readField } from './entry-field.ts';
import { readClock } from './read-clock.ts';

const context = { today: '2025-03-19', language: 'nb' } as const;

describe('reading a field', () => {
  test('numbers with comma or point, within range and decimals', () => {
    const weeks = question(1, { type: 'number', minimum: 0, maximum: 520, decimals: 1 });
    expect(readField(weeks, '6,5', context)).toMatchObject({ kind: 'value', value: { kind: 'number', number: 6.5 } });
    expect(readField(weeks, '6.50', context)).toMatchObject({ kind: 'value' });
    expect(['', '6,25', '900', '-1', '6,', '1.234,5'].map((text) => readField(weeks, text, context))).toEqual([
      { kind: 'empty' },
      { kind: 'unreadable', why: 'decimals' },
      { kind: 'unreadable', why: 'range' },
      { kind: 'unreadable', why: 'range' },
      { kind: 'unreadable', why: 'number' },
      { kind: 'unreadable', why: 'number' },
    ]);
  });

  test('dates in words, with the day they sort by', () => {
    const when = question(1, { type: 'date', dateForm: 'date' });
    expect(readField(when, 'vår 2023', context)).toMatchObject({
      entered: { kind: 'date', said: 'vår 2023' },
      value: { sortOn: '2023-05-31', precision: 'season' },
    });
    expect(readField(when, 'snart kanskje', context)).toEqual({ kind: 'unreadable', why: 'date' });
    expect(readField(question(1, { type: 'date', dateForm: 'time' }), 'halv ni', context)).toEqual({ kind: 'unreadable', why: 'time' });
  });

  test('words are kept as the file keeps them, so that what comes back is what was sent', () => {
    expect(readField(question(1, { type: 'open' }), 'Å\r\nja', context)).toMatchObject({ entered: { text: 'Å\nja' } });
  });
});

test('what an answer shows in its field reads as the same answer again', () => {
  const number = question(1, { type: 'number' });
  expect(fieldText({ kind: 'number', number: -1.5 })).toBe('−1,5');
  expect(readField(number, fieldText({ kind: 'number', number: -1.5 }), context)).toMatchObject({ value: { number: -1.5 } });
  expect(fieldText({ kind: 'draft', typed: 'halv ni' })).toBe('halv ni');
  expect(enteredOf({ kind: 'date', said: 'vår 2023', sortOn: '2023-05-31', precision: 'season' })).toEqual({
    kind: 'date',
    said: 'vår 2023',
  });
  expect(enteredOf(null)).toEqual({ kind: 'clear' });
});

test('a clock as people type it', () => {
  expect(['9', '9.30', '930', 'kl 14:05', '', '25', '9.75', 'ni'].map(readClock)).toEqual([
    '09:00',
    '09:30',
    '09:30',
    '14:05',
    '',
    null,
    null,
    null,
  ]);
});
