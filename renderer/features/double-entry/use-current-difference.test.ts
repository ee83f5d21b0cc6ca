import { expect, test } from 'vitest';
import type { Discrepancy } from '../../../shared/contract/double-entry.ts';
import { QuestionId } from '../../../shared/model/ids.ts';
import { differenceKey, nextOpen } from './use-current-difference.ts';

function difference(n: number, isDecided = false): Discrepancy {
  const questionId = QuestionId.parse(`00000000-0000-7000-8000-${String(n).padStart(12, '0')}`);
  const decided = isDecided ? { choice: 'first' as const, value: null, by: 'Solfrid', at: '2025-06-02T10:00:00Z' } : null;
  return { questionId, instance: 0, first: null, firstSpecify: '', second: null, secondSpecify: '', round: null, decided };
}

const [a, b, c, d] = [difference(1), difference(2), difference(3, true), difference(4)] as const;
const keys = [a, b, c, d].map(differenceKey);

test('[F25] the hand goes to the next that is undecided, and round to those passed over', () => {
  expect(nextOpen([a, b, c, d], null, new Set())).toBe(keys[0]);
  expect(nextOpen([a, b, c, d], keys[1] ?? '', new Set())).toBe(keys[3]);
  expect(nextOpen([a, b, c, d], keys[3] ?? '', new Set())).toBe(keys[0]);
  expect(nextOpen([c], keys[2] ?? '', new Set())).toBeNull();
});

test('[F25] a fast hand does not decide the same difference twice while the first decision is on its way', () => {
  expect(nextOpen([a, b, c, d], keys[3] ?? '', new Set([keys[0] ?? '']))).toBe(keys[1]);
  expect(nextOpen([a, c], keys[0] ?? '', new Set([keys[0] ?? '']))).toBeNull();
});

test('[F25] one that a decision has taken out of the list leaves the hand at the first that is open', () => {
  expect(nextOpen([b, d], keys[0] ?? '', new Set())).toBe(keys[1]);
});
