import { expect, test } from 'vitest';
import { colourOf, contrastOnWhite } from './contrast.ts';

test.each([
  ['#000000', 21],
  ['#ffffff', 1],
  ['#767676', 4.54],
  ['#2d509f', 7.6],
])('%s stands out %d to 1 on white', (hex, ratio) => {
  expect(contrastOnWhite(hex)).toBeCloseTo(ratio, 1);
});

test.each([
  ['#1D3C86', '#1d3c86'],
  ['1d3c86', '#1d3c86'],
  [' #abc ', '#aabbcc'],
  ['blue', null],
  ['#12345', null],
])('%s is kept as %s', (typed, kept) => {
  expect(colourOf(typed)).toBe(kept);
});
