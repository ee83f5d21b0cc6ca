import { expect, test } from 'vitest';
import { readingOf } from './figure-words.ts';

test('[F62] what a coefficient is good for', () => {
  const of = (value: number): string => readingOf({ value, low: null, high: null });
  expect([1, 0.8, 0.7999, 0.667, 0.6669, 0, -0.4].map(of)).toEqual([
    'sure',
    'sure',
    'tentative',
    'tentative',
    'discuss',
    'discuss',
    'discuss',
  ]);
  expect(readingOf({ value: null, because: 'one-category' })).toBe('none');
});
