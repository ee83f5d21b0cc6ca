import { describe, expect, it } from 'vitest';
import { hideFigures, type FigurePart } from './hide-figures.ts';

function hiddenIn(counts: readonly number[], total: number, part: Partial<FigurePart> = {}): number[] {
  const small = new Set(counts.flatMap((n, at) => (n < 10 ? [at] : [])));
  const paths = counts.map((_, at) => [String(at)]);
  return [...hideFigures({ counts, isOverlapping: false, paths, ...part }, total, small, 10)].toSorted((a, b) => a - b);
}

describe('figures that could be subtracted', () => {
  it('[F81] hides nothing where every group is large', () => {
    expect(hiddenIn([40, 30], 70)).toEqual([]);
  });

  it('[F81] hides the smallest group beside a small one', () => {
    expect(hiddenIn([60, 40, 8], 108)).toEqual([1, 2]);
    expect(hiddenIn([60, 6, 7], 73)).toEqual([1, 2]);
  });

  it('[F81] those in no group are a group that is never told', () => {
    expect(hiddenIn([60, 40], 104)).toEqual([1]);
    expect(hiddenIn([60, 40], 130)).toEqual([]);
  });

  it('[F81] a group is hidden where nearly everybody is in it, when persons may be in several', () => {
    expect(hiddenIn([66, 30], 70, { isOverlapping: true })).toEqual([0]);
  });

  it('[F81] within an outer group a small one takes another with it', () => {
    const paths = [
      ['a', '1'],
      ['a', '2'],
      ['b', '1'],
      ['b', '2'],
      ['b', '3'],
    ];
    expect(hiddenIn([30, 40, 8, 20, 50], 148, { paths })).toEqual([2, 3]);
  });
});
