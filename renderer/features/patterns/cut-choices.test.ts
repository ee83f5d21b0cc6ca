import { expect, it } from 'vitest';
import { cutChoices, cutsOf } from './cut-choices.ts';

it('offers only cuts that the scale has room for', () => {
  expect(cutChoices(3).map(({ id }) => id)).toEqual(['1-1', '1-2', '2-1']);
  for (const { low, high } of cutChoices(11)) expect(low + high).toBeLessThanOrEqual(11);
});

it('reads the groups of an address, and nothing that does not fit', () => {
  expect(cutsOf([1, 2, 3, 4, 5], '2-3')).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
  expect(cutsOf([1, 2, 3], '2-2')).toBeNull();
  expect(cutsOf([1, 2, 3], 'x')).toBeNull();
  expect(cutsOf([1, 2, 3], undefined)).toBeNull();
});
