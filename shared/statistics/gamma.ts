/** Lanczos coefficients for g = 7 and nine terms (Godfrey 2001); relative error about 1e-15. */
const LANCZOS: readonly number[] = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
  9.9843695780195716e-6, 1.5056327351493116e-7,
];

const LOG_ROOT_TWO_PI = 0.9189385332046727;
const TINY = 1e-300;
const PRECISION = 1e-16;
const MAX_TERMS = 10_000;

/** Natural logarithm of the gamma function for x > 0 (Lanczos approximation). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  let sum = 0.99999999999980993;
  LANCZOS.forEach((coefficient, index) => {
    sum += coefficient / (x + index);
  });
  const t = x + 6.5;
  return LOG_ROOT_TWO_PI + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** log(0!) to log(1023!): what the exact tests of ordinary samples ask for millions of times. */
const LOG_FACTORIALS = Float64Array.from({ length: 1024 }, (_, n) => computeLogFactorial(n));

/** log(n!) for a whole number n ≥ 0; exact products up to 20!, so small tables lose no digits. */
export function logFactorial(n: number): number {
  return LOG_FACTORIALS[n] ?? computeLogFactorial(n);
}

function computeLogFactorial(n: number): number {
  if (n > 20) return logGamma(n + 1);
  let product = 1;
  for (let factor = 2; factor <= n; factor += 1) product *= factor;
  return Math.log(product);
}

/**
 * Upper regularised incomplete gamma function Q(a, x), for a > 0 and x ≥ 0.
 * Series below x = a + 1, Lentz's continued fraction above (Abramowitz & Stegun 6.5.29 and 6.5.31).
 */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - front * gammaSeries(a, x) : front * gammaFraction(a, x);
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MAX_TERMS; n += 1) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * PRECISION) break;
  }
  return sum;
}

function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < MAX_TERMS; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b || TINY);
    c = b + an / c || TINY;
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < PRECISION * 4) break;
  }
  return value;
}
