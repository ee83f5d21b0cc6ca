import { describe, expect, it } from 'vitest';
import { DEFAULT_RULE } from '../../../../shared/disclosure/index.ts';
import { subtractable, type Claim } from './claims.ts';

function claim(base: number, conditions: Claim['conditions'] = {}, more: Partial<Claim> = {}): Claim {
  return {
    item: 'respekt',
    conditions,
    group: 'all',
    base,
    hidden: [],
    shown: [],
    layout: 'apart',
    isOwn: false,
    most: 1,
    ...more,
  };
}

function refused(next: Claim, earlier: Claim): boolean {
  return subtractable([next], [{ releaseId: 'r', claims: [earlier] }], DEFAULT_RULE).length > 0;
}

describe('subtracting a table from an earlier release', () => {
  it('is refused when the persons of one are among those of the other and fewer than the threshold are left', () => {
    expect(refused(claim(57, { tjeneste: 'known' }), claim(60))).toBe(true);
    expect(refused(claim(60), claim(57, { tjeneste: ['1'] }, { group: 'tjeneste 1' }))).toBe(true);
    expect(refused(claim(30, { wave: ['a'], tjeneste: ['1'] }), claim(33, { wave: ['a'] }))).toBe(true);
  });

  it('is allowed when enough persons are left, or none', () => {
    expect(refused(claim(55, { tjeneste: 'known' }), claim(60))).toBe(false);
    expect(refused(claim(60), claim(60))).toBe(false);
  });

  it('is allowed for different persons: other waves, other answers, other questions', () => {
    expect(refused(claim(30, { wave: ['a'] }), claim(33, { wave: ['b'] }))).toBe(false);
    expect(refused(claim(30, { kjonn: ['1'] }), claim(32, { kjonn: ['2'] }))).toBe(false);
    expect(refused(claim(60), claim(57, {}, { item: 'informasjon' }))).toBe(false);
  });

  it('is refused under any other filter of the same group, as the register cannot tell who overlaps', () => {
    expect(refused(claim(30, { kjonn: ['1'] }), claim(32, { alder: ['2'] }))).toBe(true);
  });
});

describe('a table of some persons beside one of more', () => {
  const all = claim(60, {}, { counts: { '1': 20, '2': 30, '3': 10 } });
  const women = (counts: Record<string, number>, base = 40): Claim => claim(base, { kjonn: ['2'] }, { counts });

  it('is refused where so few of the others gave an answer that a table of them would hide it', () => {
    expect(refused(women({ '1': 18, '2': 15, '3': 7 }), all)).toBe(true);
    expect(refused(all, women({ '1': 18, '2': 15, '3': 7 }))).toBe(true);
    // All but two of the others gave the second answer.
    expect(refused(women({ '2': 12 }), all)).toBe(true);
  });

  it('is refused where the others are fewer than a table of them must have', () => {
    expect(refused(women({ '2': 24 }, 52), all)).toBe(true);
    expect(refused(women({}, 52), all)).toBe(false);
  });

  it('is allowed where nobody, or enough of the others, gave each answer', () => {
    expect(refused(women({ '1': 15, '2': 20, '3': 5 }), all)).toBe(false);
    expect(refused(women({ '1': 20, '2': 15, '3': 5 }), all)).toBe(false);
    expect(refused(women({ '1': 10, '2': 20, '3': 10 }), all)).toBe(false);
  });

  it('whoever is chosen by an expression is among everybody too', () => {
    expect(refused(claim(40, { 'where ${alder} > 30': 'known' }, { counts: { '1': 18 } }), all)).toBe(true);
  });

  it('those whose group is not known are no group of their own, and neither are those who have come since', () => {
    expect(refused(claim(50, { kjonn: 'known' }, { counts: { '1': 18 } }), all)).toBe(false);
    expect(refused(claim(70, {}, { counts: { '1': 22 } }), all)).toBe(false);
  });
});

describe('the same persons in two tables', () => {
  it('must have the same answers hidden', () => {
    expect(refused(claim(60, {}, { hidden: ['1', '2'] }), claim(60, {}, { hidden: ['1', '2'] }))).toBe(false);
    expect(refused(claim(60, {}, { hidden: ['1', '2'] }), claim(60, {}, { shown: ['1', '2', '3'] }))).toBe(true);
    expect(refused(claim(60, {}, { shown: ['2'] }), claim(60, {}, { hidden: ['1', '2'] }))).toBe(true);
    expect(refused(claim(60, { tjeneste: 'known' }, { hidden: ['2'] }), claim(60, {}, { shown: ['2'] }))).toBe(true);
  });

  it('may leave something out that the other prints or hides', () => {
    expect(refused(claim(60, {}, { hidden: ['1'], shown: ['3'] }), claim(60, {}, { shown: ['3', '4'] }))).toBe(false);
  });

  it('counts themes by themselves or with what stands under them, not both, unless it is known to be neither', () => {
    expect(refused(claim(60, {}, { isOwn: true }), claim(60))).toBe(true);
    expect(refused(claim(60, {}, { isOwn: null }), claim(60))).toBe(false);
  });

  it('may have answers joined in one only if nothing is hidden in either', () => {
    expect(refused(claim(60, {}, { layout: 'ends' }), claim(60))).toBe(false);
    expect(refused(claim(60, {}, { layout: 'ends' }), claim(60, {}, { hidden: ['1', '2'] }))).toBe(true);
  });

  it('counts rounds as the fewest persons they can be', () => {
    // Twelve rounds more, when somebody has four, may be three persons.
    expect(refused(claim(62, {}, { most: 4 }), claim(50))).toBe(true);
    expect(refused(claim(70, {}, { most: 4 }), claim(50))).toBe(false);
  });

  it('[R91] compares places by what was recorded, whatever they are counted with', () => {
    const apart = claim(17, { place: ['hemne'] }, { group: 'place hemne' });
    const together = claim(20, { place: ['hemne', 'heim'] }, { group: 'place heim' });
    expect(refused(together, apart)).toBe(true);
    expect(
      refused(claim(40, { place: ['melhus'] }, { group: 'place melhus' }), claim(38, { place: ['heim'] }, { group: 'place heim' })),
    ).toBe(false);
  });
});
