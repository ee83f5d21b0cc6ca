import { describe, expect, it } from 'vitest';
import { nextSort } from './columns.ts';
import { addRange, toggleKey } from './selection.ts';

describe('row selection', () => {
  const keys = ['a', 'b', 'c', 'd'];

  it('adds and takes away one row without touching what it was given', () => {
    const before: ReadonlySet<string> = new Set(['a']);
    expect([...toggleKey(before, 'b')]).toEqual(['a', 'b']);
    expect([...toggleKey(before, 'a')]).toEqual([]);
    expect([...before]).toEqual(['a']);
  });

  it('extends over a range in either direction and keeps what was selected elsewhere', () => {
    expect([...addRange(new Set(['a']), keys, 3, 2)].toSorted()).toEqual(['a', 'c', 'd']);
    expect([...addRange(new Set(), keys, 1, 2)]).toEqual(['b', 'c']);
  });
});

describe('nextSort', () => {
  it('starts ascending, then turns', () => {
    const first = nextSort(undefined, 'age');
    expect(first).toEqual({ columnId: 'age', direction: 'ascending' });
    expect(nextSort(first, 'age').direction).toBe('descending');
    expect(nextSort(nextSort(first, 'age'), 'age').direction).toBe('ascending');
    expect(nextSort(first, 'name')).toEqual({ columnId: 'name', direction: 'ascending' });
  });
});
