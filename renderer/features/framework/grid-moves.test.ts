import { describe, expect, test } from 'vitest';
import { moved, moveInGrid, nextInLine } from './grid-moves.ts';

const size = { rows: 60, columns: 20, page: 8 };
const at = (row: number, column: number) => ({ row, column });

describe('moving in a matrix', () => {
  test('arrows stop at the edges', () => {
    expect(moveInGrid('ArrowUp', false, at(0, 3), size)).toEqual(at(0, 3));
    expect(moveInGrid('ArrowRight', false, at(2, 19), size)).toEqual(at(2, 19));
    expect(moveInGrid('PageDown', false, at(55, 1), size)).toEqual(at(59, 1));
  });

  test('Home and End go along the row, with Ctrl to the corners', () => {
    expect(moveInGrid('End', false, at(4, 4), size)).toEqual(at(4, 19));
    expect(moveInGrid('Home', true, at(4, 4), size)).toEqual(at(0, 0));
    expect(moveInGrid('End', true, at(4, 4), size)).toEqual(at(59, 19));
    expect(moveInGrid('a', false, at(4, 4), size)).toBeNull();
  });

  test('the next cell goes on to the next row and ends with the last', () => {
    expect(nextInLine(at(0, 19), 1, size)).toEqual(at(1, 0));
    expect(nextInLine(at(1, 0), -1, size)).toEqual(at(0, 19));
    expect(nextInLine(at(59, 19), 1, size)).toBeNull();
    expect(nextInLine(at(0, 0), -1, size)).toBeNull();
  });

  test('a column moves one step, and not past the ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });
});
