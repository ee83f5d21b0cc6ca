import { expect, test } from 'vitest';
import { createTimeLimit, TookTooLong } from './time-limit.ts';

function busy(ms: number): void {
  const begun = performance.now();
  while (performance.now() - begun < ms);
}

test('work that is never too slow at once is stopped when it has taken too long in all [F49]', () => {
  const run = createTimeLimit(10_000, 300);
  expect(() => {
    for (let turn = 0; turn <= 6; turn += 1) run(() => busy(50));
  }).toThrow(TookTooLong);
});

test('what the work gives is given on, and what it throws is thrown', () => {
  const run = createTimeLimit(10_000, 10_000);
  expect(run(() => 7)).toBe(7);
  expect(() =>
    run(() => {
      throw new RangeError('own');
    }),
  ).toThrow(RangeError);
});
