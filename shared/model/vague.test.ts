import { describe, expect, test } from 'vitest';
import { daysBetween, daysOverdue, inWords, type VagueDate } from './vague.ts';

const autumn: VagueDate = { asSaid: 'høsten 2025', sortOn: '2025-11-30', precision: 'season' };

describe('[R77] a vague due', () => {
  test('passes at the end of its period, not in the middle of it', () => {
    expect(daysOverdue(autumn, '2025-10-01')).toBe(0);
    expect(daysOverdue(autumn, '2025-11-30')).toBe(0);
    expect(daysOverdue(autumn, '2025-12-01')).toBe(1);
    expect(daysOverdue(autumn, '2026-11-30')).toBe(365);
  });

  test('that nobody can date never passes', () => {
    expect(daysOverdue({ asSaid: 'så snart som mulig', sortOn: null, precision: 'none' }, '2099-01-01')).toBe(0);
  });
});

test('days are counted across the change to summer time', () => {
  expect(daysBetween('2025-03-29', '2025-03-31')).toBe(2);
  expect(daysBetween('2025-03-31', '2025-03-29')).toBe(-2);
});

test.each([
  [13, '13 days'],
  [14, '2 weeks'],
  [183, '6 months'],
  [730, '23 months'],
  // Two years with and without a leap day, and just under: never «1 year» for two.
  [731, '2 years'],
  [1095, '2 years'],
  [1096, '3 years'],
])('%i days are said to be %s', (days, said) => {
  const { n, unit } = inWords(days);
  expect(`${n} ${unit}`).toBe(said);
});
