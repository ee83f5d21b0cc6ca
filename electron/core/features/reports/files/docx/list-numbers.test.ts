import { expect, test } from 'vitest';
import { listNumbers } from './list-numbers.ts';

test('items go on in one list while their numbers follow, also after deeper ones', () => {
  const lists = listNumbers();
  const references = [lists.item(0, 1), lists.item(1, 1), lists.item(1, 2), lists.item(0, 2), lists.item(1, 1)];
  expect(new Set(references).size).toBe(1);
  expect(lists.all()).toEqual([{ reference: 'numbers-1', starts: [1, 1, 1] }]);
});

test('text between two lists makes the second begin anew, or go on where its author says', () => {
  const lists = listNumbers();
  lists.item(0, 1);
  lists.item(0, 2);
  lists.end();
  lists.item(0, 3);
  lists.end();
  lists.item(0, 1);
  expect(lists.all().map(({ starts }) => starts[0])).toEqual([1, 3, 1]);
});

test('a number that does not follow has a list of its own', () => {
  const lists = listNumbers();
  expect(lists.item(0, 1)).not.toBe(lists.item(0, 7));
  expect(lists.item(0, 8)).toBe('numbers-2');
});
