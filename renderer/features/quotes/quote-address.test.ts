import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { QuoteSearch } from '../../../shared/contract/quotes.ts';
import { readGroup, readSearch, writeSearch } from './quote-address.ts';

const id = fc.uuid({ version: 7 });
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 3 });
const theme = fc.record({ themeId: id, isBranch: fc.boolean() });
const condition = fc
  .record({
    is: fc.constantFrom('with', 'without'),
    themes: fc.array(theme, { minLength: 1, maxLength: 3 }),
    place: fc.constantFrom('overlap', 'inside', 'words', 'paragraph', 'text'),
    words: fc.integer({ min: 0, max: 200 }),
  })
  .map((one) => (one.place === 'words' ? one : { ...one, words: 10 }));
const anySearch = fc.record(
  {
    themes: fc.array(theme, { minLength: 1, maxLength: 3 }),
    conditions: fc.array(condition, { minLength: 1, maxLength: 3 }),
    answers: fc.array(fc.record({ variableId: id, codes: fc.uniqueArray(fc.option(fc.nat(99)), { minLength: 1, maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 2,
    }),
    placeIds: ids,
    sources: fc.uniqueArray(fc.constantFrom('answers', 'remarks', 'minutes', 'documents'), { minLength: 1 }),
    polarities: fc.uniqueArray(fc.constantFrom('negative', 'none'), { minLength: 1 }),
    coderIds: ids,
    statuses: fc.constant(['raw', 'needs-a-look']),
  },
  { requiredKeys: [] },
);

describe('the address of a search', () => {
  test('gives back what was written, with ids and fixed words only', () => {
    fc.assert(
      fc.property(anySearch, (given) => {
        const search = QuoteSearch.parse(given);
        const text = writeSearch(search);
        expect(text).toMatch(/^[a-z0-9:~,!-]*$/u);
        expect(readSearch(text)).toEqual(search);
      }),
    );
  });

  test('leaves out what does not read', () => {
    expect(readSearch('e:not-a-theme~t:loud~q:1~u:answers')).toEqual({ sources: ['answers'] });
    expect(readSearch(undefined)).toEqual({});
    expect(readGroup('sideways')).toBe('theme');
    expect(readGroup('person')).toBe('person');
  });
});
