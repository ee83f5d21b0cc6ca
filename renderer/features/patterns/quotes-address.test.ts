import { expect, it } from 'vitest';
import { readGroup, readSearch } from '../quotes/quote-address.ts';
import { quotesOfBoth } from './quotes-address.ts';

const first = '00000000-0000-4000-8000-000000000001';
const second = '00000000-0000-4000-8000-000000000002';

it('[F59] opens the quotes of both themes, in the words of the screen of quotes', () => {
  const { only, rows } = quotesOfBoth(first, second, { unit: 'segment', scope: 'own' });
  expect(readSearch(only)).toMatchObject({
    themes: [{ themeId: first, isBranch: false }],
    conditions: [{ is: 'with', place: 'overlap', themes: [{ themeId: second, isBranch: false }] }],
  });
  expect(readGroup(rows)).toBe('person');
  expect(readSearch(quotesOfBoth(first, second, { unit: 'answer', scope: 'branch' }).only)).toMatchObject({
    conditions: [{ place: 'text', themes: [{ themeId: second, isBranch: true }] }],
  });
  expect(readSearch(quotesOfBoth(first, second, { unit: 'person', scope: 'branch' }).only).themes).toHaveLength(2);
  expect(readSearch(quotesOfBoth(first, first, { unit: 'segment', scope: 'branch' }).only)).toEqual({
    themes: [{ themeId: first, isBranch: true }],
  });
});
