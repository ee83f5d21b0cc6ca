import { expect, test } from 'vitest';
import { numbersInWords } from './numbers-in-words.ts';

test.each([
  [[12, 13, 14, 15], '12–15'],
  [[18, 12, 13], '12–13, 18'],
  [[4], '4'],
  [[], ''],
])('%j is said as %s', (numbers, words) => {
  expect(numbersInWords(numbers)).toBe(words);
});
