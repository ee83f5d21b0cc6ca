import { expect, test } from 'vitest';
import { outcomesOf } from './wave-outcomes.ts';

test('[R53] every status counts once, and ended interviews count by what is answered: complete to partial, both to refused', () => {
  const statuses = [
    { status: 'complete', count: 20 },
    { status: 'verified', count: 3 },
    { status: 'in-check', count: 1 },
    { status: 'partial', count: 5 },
    { status: 'declined', count: 4 },
    { status: 'withdrawn', count: 1 },
    { status: 'erased', count: 1 },
    { status: 'not-reached', count: 6 },
    { status: 'agreed', count: 2 },
    { status: 'started', count: 1 },
    { status: 'invited', count: 7 },
    { status: 'reminded', count: 3 },
    { status: 'not-eligible', count: 2 },
  ] as const;
  expect(outcomesOf({ statuses: [...statuses], brokenOff: 3, short: { partial: 4, brokenOff: 1 } })).toEqual({
    complete: 19,
    partial: 7,
    refused: 9,
    notReached: 6,
    other: 3,
    unknown: 10,
    notEligible: 2,
  });
});
