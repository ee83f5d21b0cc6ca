import { describe, expect, it } from 'vitest';
import { findIn, nextHit } from './text-find.ts';

describe('finding in the text', () => {
  it('finds every place, whatever the case, and goes round at the ends', () => {
    const hits = findIn('Vente på brev. Vi VENTER, ventet.', 'vente');
    expect(hits.map((hit) => hit.start)).toEqual([0, 18, 26]);
    expect(nextHit(hits, -1, 1)).toBe(0);
    expect(nextHit(hits, 18, 1)).toBe(2);
    expect(nextHit(hits, 26, 1)).toBe(0);
    expect(nextHit(hits, 0, -1)).toBe(2);
    expect(nextHit([], 0, 1)).toBe(-1);
    expect(findIn('noe', '  ')).toEqual([]);
  });
});
