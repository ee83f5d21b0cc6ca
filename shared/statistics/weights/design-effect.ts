/** Respondents with one weight. */
export interface WeightedGroup {
  readonly weight: number;
  readonly respondents: number;
}

/**
 * Kish's design effect, n·Σw²/(Σw)² = 1 + CV² of the weights; at least 1. An upper guide: the linearised variance is right after
 * post-stratification. Null for nobody. Source: Kish 1965.
 */
export function designEffect(groups: readonly WeightedGroup[]): number | null {
  let [n, sum, squares] = [0, 0, 0];
  for (const { weight, respondents } of groups) {
    n += respondents;
    sum += respondents * weight;
    squares += respondents * weight * weight;
  }
  return sum > 0 ? (n * squares) / (sum * sum) : null;
}
