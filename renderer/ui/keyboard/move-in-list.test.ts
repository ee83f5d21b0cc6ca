import { describe, expect, it } from 'vitest';
import { moveInList } from './move-in-list.ts';

describe('moveInList', () => {
  const middle = { index: 5, count: 20, page: 10 };

  it.each([
    ['ArrowDown', 6],
    ['ArrowUp', 4],
    ['PageDown', 15],
    ['PageUp', 0],
    ['Home', 0],
    ['End', 19],
  ])('%s from the middle leads to %i', (key, expected) => {
    expect(moveInList(key, middle)).toBe(expected);
  });

  it('stops at both ends', () => {
    expect(moveInList('ArrowDown', { ...middle, index: 19 })).toBe(19);
    expect(moveInList('PageDown', { ...middle, index: 15 })).toBe(19);
    expect(moveInList('ArrowUp', { ...middle, index: 0 })).toBe(0);
  });

  it('enters at the nearest end when nothing is current', () => {
    expect(moveInList('ArrowDown', { ...middle, index: -1 })).toBe(0);
    expect(moveInList('ArrowUp', { ...middle, index: -1 })).toBe(19);
  });

  it('leaves other keys and empty lists alone', () => {
    expect(moveInList('a', middle)).toBeNull();
    expect(moveInList('End', { index: -1, count: 0, page: 10 })).toBeNull();
  });
});
