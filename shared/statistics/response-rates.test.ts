import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import golden from './golden/response.json';
import { responseRates, type Outcomes, type ResponseRates } from './response-rates.ts';

const none: Outcomes = { complete: 0, partial: 0, refused: 0, notReached: 0, other: 0, unknown: 0, notEligible: 0 };
const outcomes = fc.record({
  complete: fc.nat(400),
  partial: fc.nat(100),
  refused: fc.nat(200),
  notReached: fc.nat(200),
  other: fc.nat(50),
  unknown: fc.nat(300),
  notEligible: fc.nat(100),
});

describe('response rates', () => {
  test('[R53] agree with R, where every person is counted one by one', () => {
    for (const { complete, partial, refused, notReached, other, unknown, notEligible, ...expected } of golden.cases) {
      const rates = responseRates({ complete, partial, refused, notReached, other, unknown, notEligible });
      for (const [name, value] of Object.entries(expected)) {
        const got = rates[name as keyof ResponseRates];
        if (value === null || typeof value === 'string') expect(got).toBeNull();
        else expect(got).toBeCloseTo(value, 12);
      }
    }
  });

  test('[R53] a case worked by hand: 34 complete, 6 refused, 9 not reached, 1 agreed, 4 unknown, 3 not eligible', () => {
    const rates = responseRates({ complete: 34, partial: 0, refused: 6, notReached: 9, other: 1, unknown: 4, notEligible: 3 });
    expect(rates.rr1).toBe(34 / 54);
    expect(rates.eligibleShare).toBe(50 / 53);
    expect(rates.rr3).toBeCloseTo(34 / (50 + (50 / 53) * 4), 12);
    expect(rates.rr5).toBe(34 / 50);
    expect(rates.coop1).toBe(34 / 41);
    expect(rates.coop3).toBe(34 / 40);
    expect(rates.ref1).toBe(6 / 54);
    expect(rates.con1).toBe(41 / 54);
  });

  test('nobody asked gives no rate, never a zero', () => {
    expect(new Set(Object.values(responseRates(none)))).toEqual(new Set([null]));
    expect(responseRates({ ...none, notEligible: 3 })).toMatchObject({ rr1: null, eligibleShare: 0 });
  });

  test('a rate is a share, and more is known with every number: RR1 ≤ RR3 ≤ RR5', () => {
    fc.assert(
      fc.property(outcomes, (given) => {
        const { rr1, rr2, rr3, rr4, rr5, rr6, ref1, con1 } = responseRates(given);
        for (const rate of [rr1, rr2, rr3, rr4, rr5, rr6, ref1, con1]) if (rate !== null) expect(rate >= 0 && rate <= 1).toBe(true);
        if (rr1 !== null && rr3 !== null && rr5 !== null) expect(rr1 <= rr3 + 1e-12 && rr3 <= rr5 + 1e-12).toBe(true);
        if (rr1 !== null && rr2 !== null) expect(rr1 <= rr2).toBe(true);
      }),
    );
  });

  test('refuses what is no count', () => {
    expect(() => responseRates({ ...none, complete: -1 })).toThrow(RangeError);
    expect(() => responseRates({ ...none, unknown: 0.5 })).toThrow(RangeError);
  });
});
