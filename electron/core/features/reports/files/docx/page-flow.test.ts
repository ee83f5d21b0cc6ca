import { expect, test } from 'vitest';
import { flowPages, type FlowBox } from './page-flow.ts';

function box(height: number, about: Partial<FlowBox> = {}): FlowBox {
  return { height, lineHeight: 0, keepNext: false, bookmarks: [], breaksAfter: false, nextPage: null, repeated: 0, ...about };
}

test('what does not fit goes to the next page', () => {
  const { bookmarks, count } = flowPages(
    [box(60, { bookmarks: ['a'] }), box(60, { bookmarks: ['b'] }), box(30, { bookmarks: ['c'] })],
    100,
  );
  expect([...bookmarks]).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 2],
  ]);
  expect(count).toBe(2);
});

test('a heading goes along with what it must stand with', () => {
  const { bookmarks } = flowPages([box(80), box(10, { keepNext: true, bookmarks: ['heading'] }), box(30)], 100);
  expect(bookmarks.get('heading')).toBe(2);
});

test('a long paragraph is broken between its lines, a picture is not', () => {
  const text = flowPages([box(80), box(60, { lineHeight: 10, bookmarks: ['text'] }), box(10, { bookmarks: ['after'] })], 100);
  expect([text.bookmarks.get('text'), text.bookmarks.get('after'), text.count]).toEqual([1, 2, 2]);
  const picture = flowPages([box(80), box(60, { bookmarks: ['picture'] })], 100);
  expect(picture.bookmarks.get('picture')).toBe(2);
});

test('a page ends where one is ended, and a section has pages of its own height', () => {
  const { bookmarks, count } = flowPages(
    [
      box(10, { breaksAfter: true }),
      box(10, { nextPage: 50, bookmarks: ['end'] }),
      box(45, { bookmarks: ['first'] }),
      box(45, { bookmarks: ['second'] }),
    ],
    100,
  );
  expect([...bookmarks.values()]).toEqual([2, 3, 4]);
  expect(count).toBe(4);
});

test('something higher than its page takes as many as it needs', () => {
  expect(flowPages([box(250), box(10, { bookmarks: ['after'] })], 100).bookmarks.get('after')).toBe(3);
});

test('a page without any room is counted to the end too, and so is a box of any height', () => {
  expect(flowPages([box(60, { nextPage: -500 }), box(60)], 100).count).toBeGreaterThan(2);
  expect(flowPages([box(1e15)], 100).count).toBe(1e13);
});
