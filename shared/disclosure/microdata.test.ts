import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeGroups, microdataCheck } from './microdata.ts';
import { DEFAULT_RULE } from './table.ts';

describe('data person by person', () => {
  it('issue 6.7: the homogeneity attack, k = 3 and l = 1: three alike who all gave one answer', () => {
    const age = [1, 1, 1, 2, 2, 2, 2];
    const illness = [7, 7, 7, 1, 2, 3, 1];
    const check = microdataCheck({ records: 7, known: [age], sensitive: [illness] }, DEFAULT_RULE, null);
    expect(check).toMatchObject({ records: 7, groups: 2, smallest: 3, underThreshold: 7, uniques: [] });
    expect(check.oneAnswer).toEqual([{ item: 0, groups: 1, persons: 3 }]);
  });

  it('issue 6.7: whoever is like nobody is named, and is taken for unique among all when more than 15 % were asked', () => {
    const known = [[1, 1, 1, 1, 1, 1, 2]];
    expect(microdataCheck({ records: 7, known, sensitive: [] }, DEFAULT_RULE, 40)).toMatchObject({ uniques: [6], isNearlyEverybody: true });
    expect(microdataCheck({ records: 7, known, sensitive: [] }, DEFAULT_RULE, 400)).toMatchObject({
      uniques: [6],
      isNearlyEverybody: false,
    });
  });

  it('no answers are no answer that all gave, and nothing known leaves one group', () => {
    const check = microdataCheck({ records: 3, known: [], sensitive: [[-1, -1, -1]] }, DEFAULT_RULE, null);
    expect(check).toMatchObject({ groups: 1, smallest: 3, oneAnswer: [] });
    expect(microdataCheck({ records: 0, known: [], sensitive: [] }, DEFAULT_RULE, null).smallest).toBe(0);
  });

  it('issue 6.7: groups are those of comparing every pair; more columns never make k larger', () => {
    const column = fc.array(fc.nat(2), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(column, { maxLength: 4 }), column, (columns, more) => {
        const alike = (a: number, b: number): boolean => columns.every((values) => values[a] === values[b]);
        for (const { persons } of likeGroups(12, columns)) {
          for (let person = 0; person < 12; person += 1) {
            expect(persons.includes(person)).toBe(alike(person, persons[0] ?? 0));
          }
        }
        const k = (known: number[][]): number => microdataCheck({ records: 12, known, sensitive: [] }, DEFAULT_RULE, null).smallest;
        expect(k([...columns, more])).toBeLessThanOrEqual(k(columns));
      }),
    );
  });
});
