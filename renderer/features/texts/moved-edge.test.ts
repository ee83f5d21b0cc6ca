import { expect, test } from 'vitest';
import { movedEdge } from './moved-edge.ts';

const body = 'Elleve uker 😀 uten.';

test('an edge moves by characters, never into one, and by words [F45]', () => {
  const coding = { start: 0, end: 6 };
  expect(movedEdge(body, 'nb', coding, 'end', 1, false)).toEqual({ start: 0, end: 7 });
  expect(movedEdge(body, 'nb', { start: 0, end: 12 }, 'end', 1, false)).toEqual({ start: 0, end: 14 });
  expect(movedEdge(body, 'nb', { start: 0, end: 14 }, 'end', -1, false)).toEqual({ start: 0, end: 12 });
  expect(movedEdge(body, 'nb', coding, 'end', 1, true)).toEqual({ start: 0, end: 11 });
  expect(movedEdge(body, 'nb', { start: 7, end: 11 }, 'start', -1, true)).toEqual({ start: 0, end: 11 });
});

test('an edge stops at the ends of the text', () => {
  expect(movedEdge(body, 'nb', { start: 0, end: body.length }, 'end', 1, false).end).toBe(body.length);
  expect(movedEdge(body, 'nb', { start: 0, end: 6 }, 'start', -1, true).start).toBe(0);
});
