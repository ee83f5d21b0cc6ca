import {
  associationTest,
  cochranArmitage,
  jonckheereTerpstra,
  kendallTauB,
  kruskalWallis,
  mannWhitney,
  superiority,
  type CountMatrix,
  type DunnPair,
  type OrdinalGroups,
} from '../../../../../shared/statistics/index.ts';
import { none, type Outcome } from './outcome.ts';

/** So seldom is the outcome of all groups together by chance alone, where its groups are compared two by two. */
const followedUp = 0.05;

/** Answers without an order, by group. */
export function ofAssociation(counts: CountMatrix): Outcome {
  const { test, difference, cramersV, statistic, df, p, reason, monteCarlo } = associationTest(counts);
  if (test === 'none') return none('too-few-categories');
  const effect =
    difference !== null
      ? { name: 'difference', value: difference.estimate, low: difference.low, high: difference.high }
      : cramersV === null
        ? null
        : { name: 'cramers-v', value: cramersV, low: null, high: null };
  return {
    name: test,
    effect,
    statistic: statistic === null ? null : { name: 'chi-square', value: statistic, df: df === null ? [] : [df] },
    p,
    reason: monteCarlo !== null ? 'monte-carlo' : reason === 'expected-too-small' ? reason : null,
  };
}

/** Two groups on an ordered scale, from the lowest answer to the highest. */
export function ofTwo(first: readonly number[], second: readonly number[]): Outcome {
  const found = mannWhitney(first, second);
  if (found === null) return none('all-alike');
  const { probability, superiority: limits, p, z, method } = found;
  return {
    name: 'mann-whitney',
    effect: { name: 'superiority', value: probability, low: limits?.low ?? null, high: limits?.high ?? null },
    statistic: { name: 'z', value: z, df: [] },
    p,
    reason: method === 'exact' ? 'exact' : null,
  };
}

function ofPair(groups: OrdinalGroups, columns: readonly number[], { first, second, z, adjustedP }: DunnPair): Outcome[] {
  const [one, other] = [columns[first], columns[second]];
  const limits = superiority(groups[first] ?? [], groups[second] ?? []);
  if (one === undefined || other === undefined) return [];
  return [
    {
      name: 'dunn-holm',
      effect: limits === null ? null : { name: 'superiority', value: limits.estimate, low: limits.low, high: limits.high },
      statistic: { name: 'z', value: z, df: [] },
      p: adjustedP,
      reason: null,
      pair: [one, other],
    },
  ];
}

/** Several groups on an ordered scale; where they surely differ, every two of them. `columns`: their places in the table. */
export function ofSeveral(groups: OrdinalGroups, columns: readonly number[]): Outcome[] {
  const found = kruskalWallis(groups);
  if (found === null) return [none('all-alike')];
  const { epsilonSquared, h, df, p, pairs } = found;
  return [
    {
      name: 'kruskal-wallis',
      effect: { name: 'epsilon-squared', value: epsilonSquared, low: null, high: null },
      statistic: { name: 'h', value: h, df: [df] },
      p,
      reason: null,
    },
    ...(p < followedUp ? pairs.flatMap((pair) => ofPair(groups, columns, pair)) : []),
  ];
}

/** Two ordered scales, both from the lowest answer to the highest. */
export function ofScales(counts: CountMatrix): Outcome {
  const found = kendallTauB(counts);
  if (found === null) return none('all-alike');
  return {
    name: 'kendall-tau-b',
    effect: { name: 'tau-b', value: found.estimate, low: found.low, high: found.high },
    statistic: { name: 'z', value: found.z, df: [] },
    p: found.p,
    reason: null,
  };
}

/** Independent waves on an ordered scale, in the order of time. */
export function ofWaves(groups: OrdinalGroups): Outcome {
  const found = jonckheereTerpstra(groups);
  if (found === null) return none('all-alike');
  return {
    name: 'jonckheere-terpstra',
    effect: { name: 'later-higher', value: found.probability, low: null, high: null },
    statistic: { name: 'z', value: found.z, df: [] },
    p: found.p,
    reason: null,
  };
}

/** Yes and no over independent waves. */
export interface YesByWave {
  /** Persons by wave. */
  readonly yes: readonly number[];
  readonly bases: readonly number[];
  /** Real years of the waves (2023.5 is midsummer); null where nobody has told when a wave was. */
  readonly years: readonly (number | null)[];
}

/** A share over time, in points per year. Waves nobody knows the time of are compared like any groups. */
export function ofShares({ yes, bases, years }: YesByWave): Outcome {
  const waves = years.flatMap((year, at) => (year === null ? [] : [{ year, count: yes[at] ?? 0, base: bases[at] ?? 0 }]));
  if (waves.length < years.length) {
    const found = ofAssociation([yes, bases.map((base, at) => base - (yes[at] ?? 0))]);
    return { ...found, reason: found.reason ?? 'no-years' };
  }
  const found = cochranArmitage(waves);
  if (found === null) return none('all-alike');
  const { slope, z, p } = found;
  return {
    name: 'cochran-armitage',
    effect: { name: 'points-per-year', value: 100 * slope.estimate, low: 100 * slope.low, high: 100 * slope.high },
    statistic: { name: 'z', value: z, df: [] },
    p,
    reason: null,
  };
}
