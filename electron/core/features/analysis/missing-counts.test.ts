import { expect, it } from 'vitest';
import { protectMissing } from './missing-counts.ts';

const counts = (...numbers: number[]) =>
  numbers.map((count, at) => ({ item: null, reason: (['skipped', 'illegible', 'dont-know'] as const)[at] ?? 'skipped', count }));

it('[F38] tells large numbers, and with one small number hides the next smallest too', () => {
  expect(protectMissing(counts(9, 12), 5).map(({ count }) => count)).toEqual([9, 12]);
  expect(protectMissing(counts(9, 2, 12), 5).map(({ count }) => count)).toEqual([null, null, 12]);
  expect(protectMissing(counts(1, 2, 12), 5).map(({ count }) => count)).toEqual([null, null, 12]);
  expect(protectMissing(counts(3), 5).map(({ count }) => count)).toEqual([null]);
});
