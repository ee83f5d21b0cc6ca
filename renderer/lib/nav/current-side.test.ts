import { expect, test } from 'vitest';
import { currentSide } from './current-side.ts';

const answers = { path: '/coding' };
const texts = { path: '/coding/texts', also: ['/coding/memos'] };
const agreement = { path: '/agreement', also: ['/disagreements'] };
const sides = [answers, texts, agreement];

test.each([
  ['/coding', answers],
  ['/coding/texts', texts],
  ['/coding/texts/t1/facts', texts],
  ['/coding/memos', texts],
  ['/agreement', agreement],
  ['/disagreements', agreement],
  ['/agreements', undefined],
])('%s is marked where it belongs', (path, side) => {
  expect(currentSide(sides, path)).toBe(side);
});
