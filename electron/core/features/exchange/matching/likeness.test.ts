import { describe, expect, it } from 'vitest';
import { likeness, pairUp, wordingKey } from './likeness.ts';

const like = (one: string, other: string): number => likeness(wordingKey(one), wordingKey(other));

describe('how alike two wordings are', () => {
  it('reads over case, signs and the instruction behind a question [F29]', () => {
    expect(wordingKey('What do you use?  (Check all that apply)')).toBe('what do you use');
    expect(wordingKey('(valgfritt)')).toBe('valgfritt');
    expect(like('Hvor gammel er du?', 'hvor gammel er du')).toBe(1);
  });

  it('puts a reworded question above another one', () => {
    const asked = 'Does your organization have a program to reward contributors, inside and outside your organization?';
    const again = 'Does your organization have a program to reward contributors, inside or outside your organization?';
    const another = 'Does your company require an agreement for external contributions?';
    expect(like(asked, again)).toBeGreaterThan(0.9);
    expect(like(asked, another)).toBeLessThan(0.55);
  });

  it('is the same both ways, and between 0 and 1', () => {
    const texts = ['', 'a', 'alder', 'Alder i år', 'Hva er viktig?', '?!'];
    for (const one of texts) {
      for (const other of texts) {
        expect(like(one, other)).toBe(like(other, one));
        expect(like(one, other)).toBeGreaterThanOrEqual(0);
        expect(like(one, other)).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe('pairing', () => {
  it('gives nobody two partners, the best first, and keeps the order among equals [F29]', () => {
    const scores = [
      [0.9, 0.8],
      [0.95, 0.1],
    ];
    expect(pairUp(2, 2, (one, other) => scores[one]?.[other] ?? 0, 0.5).map(({ one, other }) => [one, other])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(pairUp(3, 3, () => 1, 0.5).map(({ one, other }) => [one, other])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    expect(pairUp(1, 1, () => 0.4, 0.5)).toEqual([]);
  });
});
