import { expect, test } from 'vitest';
import { isSomeoneGone } from './staleness.ts';

const deed = (labelId: string) => ({ seq: 1, labelId, params: { code: 'R017' } });

test('[F39] what is kept of screens that are not shown goes when somebody withdraws or is erased, and stays else', () => {
  expect(isSomeoneGone({ deed: deed('fieldwork.withdraw.undo'), verb: 'done' })).toBe(true);
  expect(isSomeoneGone({ deed: deed('fieldwork.withdraw.undo'), verb: 'redone' })).toBe(true);
  expect(isSomeoneGone({ deed: deed('fieldwork.erase.done'), verb: 'done' })).toBe(true);
  expect(isSomeoneGone({ deed: deed('fieldwork.withdraw.undo'), verb: 'undone' })).toBe(false);
  expect(isSomeoneGone({ deed: deed('interviews.answer.undo'), verb: 'done' })).toBe(false);
  expect(isSomeoneGone({ deed: null, verb: 'done' })).toBe(false);
});
