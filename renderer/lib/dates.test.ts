import { expect, test } from 'vitest';
import { inWords } from '../../shared/model/vague.ts';
import { lastYear, today } from './dates.ts';

test('a delay is told in the unit people use for it', () => {
  expect(inWords(1)).toEqual({ unit: 'days', n: 1 });
  expect(inWords(13)).toEqual({ unit: 'days', n: 13 });
  expect(inWords(14)).toEqual({ unit: 'weeks', n: 2 });
  expect(inWords(98)).toEqual({ unit: 'weeks', n: 14 });
  expect(inWords(386)).toEqual({ unit: 'months', n: 12 });
  expect(inWords(800)).toEqual({ unit: 'years', n: 2 });
});

test('[R91] the end of a municipality is the first day it is no longer', () => {
  expect(lastYear('2024-01-01')).toBe(2023);
  expect(lastYear('2022-06-30')).toBe(2022);
});

test('today is the local day, also shortly after midnight', () => {
  expect(today(new Date(2025, 0, 5, 0, 10))).toBe('2025-01-05');
});
