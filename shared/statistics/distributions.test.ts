import { describe, expect, test } from 'vitest';
import { betaQuantile, incompleteBeta } from './beta.ts';
import { chiSquareUpperTail, fairCoinQuantile, normalCdf, normalQuantile, studentQuantile } from './distributions.ts';
import golden from './golden/distributions.json';

/** Relative to the larger of the value and 1e-6, so that tiny tails are compared in relative terms too. */
function near(actual: number, expected: number, tolerance = 1e-10): void {
  const error = Math.abs(actual - expected) / Math.max(Math.abs(expected), 1e-6);
  expect(error, `${actual} against ${expected}`).toBeLessThan(tolerance);
}

describe('distributions agree with R to a relative 1e-10', () => {
  test('[F75] chi-square upper tail', () => {
    for (const { statistic, df, upper } of golden.chiSquare) near(chiSquareUpperTail(statistic, df), upper);
  });

  test('normal distribution and quantile', () => {
    for (const { x, p } of golden.normal) near(normalCdf(x), p);
    for (const { x, p } of golden.normalQuantile) expect(Math.abs(normalQuantile(p) - x)).toBeLessThan(1e-10 * (1 + Math.abs(x)));
  });

  test('Student quantile', () => {
    for (const { p, df, x } of golden.student) near(studentQuantile(p, df), x);
  });

  test('[F77] beta distribution and quantile', () => {
    for (const { x, a, b, p } of golden.beta) near(incompleteBeta(x, a, b), p);
    for (const { p, a, b, x } of golden.betaQuantile) near(betaQuantile(p, a, b), x, 1e-9);
  });

  test('rank of the median interval for 1 to 120 values', () => {
    expect(golden.fairCoin.map(({ n }) => fairCoinQuantile(0.025, n))).toEqual(golden.fairCoin.map(({ k }) => k));
  });

  test('the ends', () => {
    expect(chiSquareUpperTail(0, 3)).toBe(1);
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
    expect(studentQuantile(0.5, 7)).toBe(0);
  });
});
