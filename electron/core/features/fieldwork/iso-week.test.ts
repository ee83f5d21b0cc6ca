import { expect, test } from 'vitest';
import { isoWeek } from './iso-week.ts';

test.each([
  ['2024-12-29', '2024-W52'],
  ['2024-12-30', '2025-W01'],
  ['2025-01-01', '2025-W01'],
  ['2025-03-17', '2025-W12'],
  ['2021-01-03', '2020-W53'],
  ['2021-01-04', '2021-W01'],
  ['2016-01-01', '2015-W53'],
])('[F27] %s lies in %s', (day, week) => {
  expect(isoWeek(day)).toBe(week);
});
