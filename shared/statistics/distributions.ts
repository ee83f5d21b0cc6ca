import { betaQuantile, incompleteBeta } from './beta.ts';
import { logFactorial, upperGamma } from './gamma.ts';

/** Probability that a chi-square variable with `df` degrees of freedom exceeds `statistic`. */
export function chiSquareUpperTail(statistic: number, df: number): number {
  return statistic <= 0 ? 1 : upperGamma(df / 2, statistic / 2);
}

/** Standard normal distribution function. */
export function normalCdf(x: number): number {
  const tail = upperGamma(0.5, (x * x) / 2) / 2;
  return x < 0 ? tail : 1 - tail;
}

/** Two-sided p of a standard normal statistic: P(|Z| ≥ |z|), with full relative precision in the far tail. */
export function normalTwoSided(z: number): number {
  return upperGamma(0.5, (z * z) / 2);
}

/**
 * Standard normal quantile for 0 < p < 1: Abramowitz & Stegun 26.2.23 as a start (error below 4.5e-4),
 * then Newton steps on the tail probability. Returns ±Infinity at the ends.
 */
export function normalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  const numerator = 2.515517 + t * (0.802853 + t * 0.010328);
  const denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  let x = numerator / denominator - t;
  for (let step = 0; step < 4; step += 1) {
    const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
    const ratio = (normalCdf(x) - p) / density;
    x -= ratio / (1 + (x * ratio) / 2);
  }
  return x;
}

/** Quantile of Student's t with `df` degrees of freedom, through the beta distribution of t²/(df + t²). */
export function studentQuantile(p: number, df: number): number {
  if (p < 0.5) return -studentQuantile(1 - p, df);
  if (p >= 1) return Number.POSITIVE_INFINITY;
  const share = betaQuantile(2 * p - 1, 0.5, df / 2);
  return Math.sqrt((df * share) / (1 - share));
}

/** Two-sided p of Student's t with `df` degrees of freedom (any number > 0): P(|T| ≥ |t|). */
export function studentTwoSided(t: number, df: number): number {
  return incompleteBeta(df / (df + t * t), df / 2, 0.5);
}

/** Smallest k with P(X ≤ k) ≥ p for X ~ Binomial(n, ½); what the order-statistic interval of a median needs. */
export function fairCoinQuantile(p: number, n: number): number {
  let cumulative = 0;
  for (let k = 0; k < n; k += 1) {
    cumulative += Math.exp(logFactorial(n) - logFactorial(k) - logFactorial(n - k) - n * Math.LN2);
    if (cumulative >= p) return k;
  }
  return n;
}
