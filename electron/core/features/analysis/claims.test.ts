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
