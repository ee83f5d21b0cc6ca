import { expect, test } from 'vitest';
import { yearsOf } from './calendar-day.ts';

test.each([
  ['2020-01-01', '2024-01-01', '2020–2023'],
  ['2020-01-01', '2024-06-01', '2020–2024'],
  ['2024', null, '2024–'],
  ['2024-03', null, '2024–'],
  [null, '2020', '–2019'],
  [null, '2024-01', '–2023'],
  [null, '2024-03', '–2024'],
  ['2021', '2022', '2021'],
  ['2021-03', '2021-11', '2021'],
  [null, null, ''],
])('[R1] from %s until %s is "%s": the end is the last year it still was', (from, to, years) => {
  expect(yearsOf(from, to)).toBe(years);
});
