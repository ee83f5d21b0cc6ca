import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GridFilter, GridSort, GridSource } from '../../../shared/contract/coding.ts';
import { readFilter, readSort, readSource, writeFilter, writeSort, writeSource } from './grid-address.ts';

const id = fc.uuid({ version: 7 });
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 4 });
const code = fc.option(fc.oneof(fc.integer({ min: -5, max: 200 }), fc.constantFrom(0.5, 12.25)), { nil: null });

const filters = fc
  .record(
    {
      only: fc.constantFrom('uncoded', 'doubtful', 'disagreement', 'suggested'),
      serviceIds: ids,
      placeIds: ids,
      waveIds: ids,
      interviewerIds: ids,
      meetingIds: ids,
      coderIds: ids,
      polarities: fc.uniqueArray(fc.constantFrom('positive', 'none', 'mixed'), { minLength: 1 }),
      themes: fc.array(fc.record({ themeId: id, has: fc.boolean(), isBranch: fc.boolean() }), { minLength: 1, maxLength: 3 }),
      answers: fc.array(fc.record({ variableId: id, codes: fc.array(code, { minLength: 1, maxLength: 4 }) }), {
        minLength: 1,
        maxLength: 3,
      }),
    },
    { requiredKeys: [] },
  )
  .map((filter) => GridFilter.parse(filter));

it('[F47] finds every filter again in its address', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      expect(readFilter(writeFilter(filter)) ?? {}).toEqual(filter);
    }),
  );
});

it('[F47] finds source and order again in their address', () => {
  const sources = fc.oneof(
    fc.record({ kind: fc.constant('answers'), variableIds: ids }),
    fc.record({ kind: fc.constantFrom('minutes', 'documents') }),
  );
  fc.assert(
    fc.property(sources, (source) => {
      const known = GridSource.parse(source);
      expect(readSource(writeSource(known))).toEqual(known);
    }),
  );
  const sorts = fc.oneof(
    fc.record({ by: fc.constantFrom('asked', 'question', 'uncoded', 'length', 'wave'), direction: fc.constantFrom('up', 'down') }),
    fc.record({ by: fc.constant('answer'), variableId: id, direction: fc.constantFrom('up', 'down') }),
  );
  fc.assert(
    fc.property(sorts, (sort) => {
      const known = GridSort.parse(sort);
      expect(readSort(writeSort(known))).toEqual(known);
    }),
  );
});

it('leaves out what does not read as a view, and keeps the rest', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => [readFilter(text), readSort(text), readSource(text)]).not.toThrow();
    }),
  );
  expect(readFilter('o:everything~s:Rustjenesten~a:no:1~quatsch')).toEqual({ serviceIds: ['Rustjenesten'] });
  expect(readFilter('o:uncoded~b:nobody')).toEqual({ only: 'uncoded' });
});

it('never puts what somebody typed into the address', () => {
  expect(writeFilter({ words: 'Kari' })).toBe('');
});
