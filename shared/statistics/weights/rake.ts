import type { Weights } from './post-stratify.ts';

/** Respondents who are alike on every raking variable. */
export interface RakedGroup {
  /** Category of each raking variable, by its place in that variable's margin. */
  readonly categories: readonly number[];
  readonly respondents: number;
}

const PRECISION = 1e-8;
const MOST_ROUNDS = 1000;

/**
 * Raking: weights are scaled to one known margin after the other until every margin is met to a relative 1e-8.
 * @param margins persons of the frame per category, one list per variable
 * @returns weights per group summing to the frame, or why there are none: a category of the frame without respondents, respondents
 *   outside the frame, margins with unlike totals, or no convergence within 1000 rounds (the groups cannot meet the margins together)
 * Source: Deming & Stephan 1940; Deville & Särndal 1992.
 */
export function rake(groups: readonly RakedGroup[], margins: readonly (readonly number[])[]): Weights {
  const refused = refusal(groups, margins);
  if (refused !== null) return refused;
  const weights = groups.map(() => 1);
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    margins.forEach((margin, variable) => {
      const sums = weightedSums(groups, weights, variable, margin.length);
      groups.forEach(({ categories }, index) => {
        const category = categories[variable] ?? 0;
        weights[index] = ((weights[index] ?? 0) * (margin[category] ?? 0)) / (sums[category] ?? 1);
      });
    });
    if (largestError(groups, weights, margins) <= PRECISION) return { ok: true, weights, rounds: round };
  }
  return { ok: false, because: 'not-converged', variable: null, category: null };
}

function refusal(groups: readonly RakedGroup[], margins: readonly (readonly number[])[]): Weights | null {
  const totals = margins.map((margin) => margin.reduce((sum, count) => sum + count, 0));
  const [first = 0] = totals;
  const unlike = totals.findIndex((total) => Math.abs(total - first) > PRECISION * first);
  if (unlike >= 0) return { ok: false, because: 'margins-disagree', variable: unlike, category: null };
  for (const [variable, margin] of margins.entries()) {
    const asked = weightedSums(
      groups,
      groups.map(() => 1),
      variable,
      margin.length,
    );
    const empty = margin.findIndex((count, category) => count > 0 && (asked[category] ?? 0) === 0);
    if (empty >= 0) return { ok: false, because: 'empty-category', variable, category: empty };
    const outside = asked.findIndex((count, category) => count > 0 && !((margin[category] ?? 0) > 0));
    if (outside >= 0) return { ok: false, because: 'category-outside-frame', variable, category: outside };
  }
  return null;
}

function weightedSums(groups: readonly RakedGroup[], weights: readonly number[], variable: number, categories: number): number[] {
  const sums = Array.from({ length: categories }, () => 0);
  groups.forEach((group, index) => {
    const category = group.categories[variable] ?? 0;
    sums[category] = (sums[category] ?? 0) + group.respondents * (weights[index] ?? 0);
  });
  return sums;
}

function largestError(groups: readonly RakedGroup[], weights: readonly number[], margins: readonly (readonly number[])[]): number {
  return Math.max(
    ...margins.map((margin, variable) => {
      const sums = weightedSums(groups, weights, variable, margin.length);
      return Math.max(...margin.map((count, category) => (count > 0 ? Math.abs((sums[category] ?? 0) / count - 1) : 0)));
    }),
  );
}
