import { expect, test } from 'vitest';
import { dateOfNumber, dayNumberOf, monthLength } from './day-number.ts';

test('days are counted as the calendar of ISO 8601 counts them, there and back, over 800 years', () => {
  const first = dayNumberOf({ year: 1582, month: 10, day: 15 }) ?? 0;
  expect(first).toBe(-141_427);
  for (let days = first; days < 160_000; days += 37) {
    const date = new Date(days * 86_400_000);
    const wanted = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    expect(dateOfNumber(days)).toEqual(wanted);
    expect(dayNumberOf(wanted)).toBe(days);
  }
});

test('a day that does not exist has no number', () => {
  for (const [year, month, day] of [
    [2025, 2, 29],
    [1900, 2, 29],
    [2026, 13, 1],
    [2026, 0, 1],
    [2026, 4, 31],
    [2026, 1, 0],
  ] as const)
    expect(dayNumberOf({ year, month, day })).toBeNull();
  expect(monthLength(2000, 2)).toBe(29);
});
