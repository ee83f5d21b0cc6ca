import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import golden from '../golden/weights.json';
import { wilson } from '../proportion.ts';
import { designEffect } from './design-effect.ts';
import { weightObstacles } from './gate.ts';
import { postStratify } from './post-stratify.ts';
import { rake } from './rake.ts';
import { weightedShare } from './weighted-share.ts';

const near = (wanted: number, digits = 9): unknown => expect.closeTo(wanted, digits);
const margins = [golden.marginSex, golden.marginAge];
const groups = golden.cells.map(({ sex, age, n }) => ({ categories: [sex - 1, age - 1], respondents: n }));

/** The cells with these weights, and strata when they made the weights. */
function answers(weights: readonly number[], strata?: (index: number) => readonly number[]) {
  return golden.cells.map(({ n, yes }, index) => ({
    weight: weights[index] ?? 0,
    respondents: n,
    yes,
    ...(strata === undefined ? {} : { strata: strata(index) }),
  }));
}

function weightsOf(result: ReturnType<typeof rake>): readonly number[] {
  if (!result.ok) throw new Error(result.because);
  return result.weights;
}

describe('weights', () => {
  test('[F79] post-stratification and raking agree with the package survey', () => {
    const post = weightsOf(postStratify(golden.cells.map(({ n }, cell) => ({ respondents: n, frame: golden.frameCells[cell] ?? 0 }))));
    expect(post).toEqual(golden.postWeights.map((one) => near(one)));
    expect(weightsOf(rake(groups, margins))).toEqual(golden.rakedWeights.map((one) => near(one, 6)));
    expect(designEffect(post.map((weight, cell) => ({ weight, respondents: golden.cells[cell]?.n ?? 0 })))).toBeCloseTo(golden.kish, 9);
  });

  test('[F79] weighted shares and their linearised errors agree with svymean, with and without the frame', () => {
    const { frame } = golden;
    const cellOf = (index: number): readonly number[] => [index];
    const marginsOf = (index: number): readonly number[] => groups[index]?.categories ?? [];
    const raked = weightsOf(rake(groups, margins));
    for (const [found, wanted] of [
      [weightedShare(answers(golden.postWeights, cellOf)), golden.post],
      [weightedShare(answers(golden.postWeights, cellOf), { frame }), golden.postFrame],
      [weightedShare(answers(raked, marginsOf)), golden.raked],
      [weightedShare(answers(raked, marginsOf), { frame }), golden.rakedFrame],
      [weightedShare(answers(golden.givenWeights)), golden.given],
    ] as const) {
      expect(found?.estimate).toBeCloseTo(wanted.estimate, 7);
      expect(found?.standardError).toBeCloseTo(wanted.standardError, 7);
      expect(found?.effectiveBase).toBeCloseTo((wanted.estimate * (1 - wanted.estimate)) / wanted.standardError ** 2, 3);
      expect(found?.base).toBe(87);
    }
  });

  test('raking meets every margin to 1e-8', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 6, maxLength: 6 }),
        fc.integer({ min: 50, max: 350 }),
        (counts, men) => {
          const given = counts.map((respondents, index) => ({ categories: [index % 2, index >> 1], respondents }));
          const wanted = [[men, 400 - men], golden.marginAge];
          const weights = weightsOf(rake(given, wanted));
          wanted.forEach((margin, variable) =>
            margin.forEach((count, category) => {
              const sum = given.reduce(
                (all, group, index) => all + (group.categories[variable] === category ? group.respondents * (weights[index] ?? 0) : 0),
                0,
              );
              expect(Math.abs(sum / count - 1)).toBeLessThanOrEqual(1.1e-8);
            }),
          );
        },
      ),
    );
  });

  test('failures are told: empty, outside the frame, unlike totals, margins that cannot be met together', () => {
    expect(
      postStratify([
        { respondents: 4, frame: 90 },
        { respondents: 0, frame: 10 },
      ]),
    ).toMatchObject({ ok: false, because: 'empty-category', category: 1 });
    expect(postStratify([{ respondents: 4, frame: 0 }])).toMatchObject({ ok: false, because: 'category-outside-frame' });
    expect(
      postStratify([
        { respondents: 0, frame: 0 },
        { respondents: 5, frame: 10 },
      ]),
    ).toMatchObject({ ok: true, weights: [0, 2] });
    const two = [
      { categories: [0, 0], respondents: 5 },
      { categories: [1, 1], respondents: 5 },
    ];
    expect(
      rake(two, [
        [60, 40],
        [50, 50],
      ]),
    ).toMatchObject({ ok: false, because: 'not-converged' });
    expect(
      rake(two, [
        [60, 40],
        [50, 49],
      ]),
    ).toMatchObject({ ok: false, because: 'margins-disagree', variable: 1 });
    expect(
      rake(two, [
        [60, 40],
        [60, 20, 20],
      ]),
    ).toMatchObject({ ok: false, because: 'empty-category', variable: 1, category: 2 });
    expect(
      rake(two, [
        [100, 0],
        [60, 40],
      ]),
    ).toMatchObject({ ok: false, because: 'category-outside-frame', variable: 0, category: 1 });
  });

  test('[F79] equal weights give the plain share but for n and n − 1; nothing moves when all weights are doubled', () => {
    const found = weightedShare(answers(golden.cells.map(() => 1)));
    const yes = golden.cells.reduce((sum, cell) => sum + cell.yes, 0);
    expect(found?.estimate).toBeCloseTo(yes / 87, 12);
    expect(found?.effectiveBase).toBeCloseTo(86, 9);
    expect(found?.low).toBeCloseTo(wilson(yes, 87).low, 2);
    expect(weightedShare(answers(golden.cells.map(() => 2)))?.low).toBeCloseTo(found?.low ?? 0, 12);
  });

  test('all, nobody, one person, everybody asked', () => {
    const all = [
      { weight: 2, respondents: 10, yes: 10 },
      { weight: 1, respondents: 10, yes: 10 },
    ];
    expect(weightedShare(all)).toMatchObject({ estimate: 1, high: 1, standardError: 0, effectiveBase: near(18) });
    expect(weightedShare(all)?.low).toBeLessThan(0.9);
    expect(weightedShare([{ weight: 2, respondents: 10, yes: 0 }])).toMatchObject({ estimate: 0, low: 0 });
    expect([weightedShare([{ weight: 2, respondents: 1, yes: 0 }]), weightedShare([]), designEffect([])]).toEqual([null, null, null]);
    expect(
      weightedShare(
        all.map((group) => ({ ...group, yes: 4 })),
        { frame: 20 },
      ),
    ).toMatchObject({ low: near(0.4), high: near(0.4) });
    expect(() => weightedShare(all, { frame: 19 })).toThrow(RangeError);
    // Strata that explain everything leave no variance, but no certainty either.
    const apart = [
      { weight: 2, respondents: 10, yes: 10, strata: [0] },
      { weight: 1, respondents: 10, yes: 0, strata: [1] },
    ];
    expect(weightedShare(apart)?.effectiveBase).toBeCloseTo(18, 9);
  });
});

describe('the gate of weighting', () => {
  const open = {
    source: 'Oppdragsgivers register',
    date: '2025-11-01',
    cells: [10, 30],
    weights: [
      { weight: 1, respondents: 10 },
      { weight: 3, respondents: 30 },
    ],
  };

  test('[F79] opens at its limits', () => {
    expect(weightObstacles(open)).toEqual([]);
  });

  test('[F79] gives each reason', () => {
    expect(weightObstacles({ ...open, source: ' ', date: null })).toEqual([{ because: 'no-source' }, { because: 'no-date' }]);
    expect(weightObstacles({ ...open, cells: [10, 9, 0] })).toEqual([
      { because: 'small-cell', cell: 1, respondents: 9 },
      { because: 'small-cell', cell: 2, respondents: 0 },
    ]);
    expect(
      weightObstacles({
        ...open,
        weights: [
          { weight: 1, respondents: 60 },
          { weight: 3.1, respondents: 60 },
        ],
      }),
    ).toEqual([{ because: 'wide-range', ratio: 3.1 }]);
    const far = weightObstacles({
      ...open,
      weights: [
        { weight: 1, respondents: 100 },
        { weight: 9, respondents: 20 },
      ],
    });
    expect(far.map(({ because }) => because)).toEqual(['wide-range', 'design-effect']);
    expect(weightObstacles({ ...open, weights: null })).toEqual([{ because: 'no-weights' }]);
    expect(weightObstacles({ ...open, weights: [{ weight: 1, respondents: 0 }] })).toEqual([{ because: 'no-weights' }]);
  });
});
