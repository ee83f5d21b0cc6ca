import { expect, test } from 'vitest';
import { branchColours, nextColour } from './branch-colours.ts';

test('hands out twelve colours before it repeats one [F43]', () => {
  const owned: number[] = [];
  for (let n = 0; n < 24; n += 1) owned.push(nextColour(owned));
  expect(owned.slice(0, 4)).toEqual([1, 6, 2, 9]);
  expect(new Set(owned.slice(0, 12)).size).toBe(12);
  expect(owned.slice(12)).toEqual(owned.slice(0, 12));
});

test('tells branches of one colour apart by the form of the bar, and gives up after three', () => {
  expect(branchColours([4, 4, 4, 4])).toEqual([
    { colour: 4, repeat: 0 },
    { colour: 4, repeat: 1 },
    { colour: 4, repeat: 2 },
    { colour: null, repeat: 0 },
  ]);
  expect(branchColours([null, null]).map((mark) => mark.colour)).toEqual([1, 6]);
});
