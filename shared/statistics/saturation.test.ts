import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coOccurrence } from './co-occurrence.ts';
import golden from './golden/saturation.json';
import { accumulation, likelyUnseen, saturation } from './saturation.ts';

const themesOf = (counts: readonly number[]): string[][] =>
  counts.map((count, at) => ['common', ...Array.from({ length: count }, (_, n) => `of ${at}, ${n}`)]);
const someCases = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { maxLength: 6 }), {
  minLength: 6,
  maxLength: 14,
});

describe('saturation', () => {
  test('holds the new themes of two cases against those of the first four', () => {
    const found = saturation(themesOf([6, 5, 4, 4, 3, 1, 1, 0, 0]));
    expect(found?.newByCase).toEqual([7, 5, 4, 4, 3, 1, 1, 0, 0]);
    expect(found?.baseThemes).toBe(20);
    expect(found?.runs.map(({ after, newThemes, ratio }) => [after, newThemes, ratio])).toEqual([
      [4, 4, 0.2],
      [5, 2, 0.1],
      [6, 1, 0.05],
      [7, 0, 0],
    ]);
    expect([found?.reachedAfter(0.05), found?.reachedAfter(0)]).toEqual([6, 7]);
  });

  test('says nothing of too few cases, or of a base without themes', () => {
    expect(saturation(themesOf([1, 1, 1, 1, 1]))).toBeNull();
    expect(saturation([[], [], [], [], ['a'], ['b']])).toBeNull();
    expect(saturation(themesOf([1, 2, 3, 4, 5, 6]))?.reachedAfter(0.05)).toBeNull();
  });

  test('accumulation and likely unseen themes agree with R to nine decimals', () => {
    for (const { n, incidences, expected, unseen } of golden.cases) {
      const found = accumulation(incidences, n);
      expect(found).toHaveLength(n + 1);
      for (const [k, wanted] of expected.entries()) expect(found[k]).toBeCloseTo(wanted, 9);
      expect(likelyUnseen(incidences, n)).toBeCloseTo(unseen, 9);
    }
    expect(likelyUnseen([], 0)).toBeNull();
  });

  test('the order of the cases changes the runs, never what all of them hold together', () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        const heard = new Set(cases.flat());
        const incidences = [...heard].map((theme) => cases.filter((themes) => themes.includes(theme)).length);
        const curve = accumulation(incidences, cases.length);
        expect(curve.at(-1)).toBeCloseTo(heard.size, 9);
        expect(curve.every((value, k) => k === 0 || value >= (curve[k - 1] ?? 0) - 1e-9)).toBe(true);
        const found = saturation(cases);
        if (found !== null) expect(found.newByCase.reduce((total, count) => total + count, 0)).toBe(heard.size);
      }),
    );
  });
});

describe('[F59] two themes together', () => {
  test('warns where one is far more frequent: half of 10 lie in 100, and Jaccard says 0.048', () => {
    const found = coOccurrence(100, 10, 5);
    expect(found.jaccard).toBeCloseTo(0.047_619, 6);
    expect(found).toMatchObject({ overlap: 0.5, isUnequal: true });
    expect(coOccurrence(50, 10, 5).isUnequal).toBe(false);
  });

  test('is the same both ways, and between 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), (onlyFirst, onlySecond, both) => {
        const one = coOccurrence(onlyFirst + both, onlySecond + both, both);
        const other = coOccurrence(onlySecond + both, onlyFirst + both, both);
        expect([one.jaccard, one.overlap]).toEqual([other.jaccard, other.overlap]);
        expect((one.jaccard ?? 0) <= (one.overlap ?? 0)).toBe(true);
        expect((one.overlap ?? 0) <= 1).toBe(true);
      }),
    );
    expect(coOccurrence(0, 0, 0)).toMatchObject({ jaccard: null, overlap: null, isUnequal: false });
    expect(() => coOccurrence(2, 3, 4)).toThrow(RangeError);
  });
});
