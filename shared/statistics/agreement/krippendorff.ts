import { none, plain, type Figure } from './figure.ts';

/** Units that were coded alike: the value each of their coders gave, and how many such units there are. Who did not code is left out. */
export interface CodedUnits {
  /** Values as whole numbers from 0. */
  readonly values: readonly number[];
  readonly count: number;
}

/** How far apart two values are, squared: 0 for the same. Symmetric. */
export type Distance = (a: number, b: number) => number;

/** Different is different. */
export const nominal: Distance = (a, b) => (a === b ? 0 : 1);

/** Number of pairable values per value: those in units that at least two coded. */
export function pairable(units: readonly CodedUnits[]): number[] {
  const found: number[] = [];
  for (const { values, count } of units) {
    if (values.length < 2) continue;
    for (const value of values) found[value] = (found[value] ?? 0) + count;
  }
  return Array.from(found, (n) => n ?? 0);
}

/**
 * Krippendorff's α for any number of coders and missing values: α = 1 − Do / De, with the coincidences
 * o_ck = Σ_u (pairs c–k in u) / (m_u − 1), Do = Σ o_ck δ²_ck / n and De = Σ n_c n_k δ²_ck / (n (n − 1)).
 * Source: Krippendorff 2019, section 12.3; for sets of codes with the distance of Passonneau 2006 (`masi`).
 * Undefined where all pairable values are one.
 */
export function krippendorffsAlpha(units: readonly CodedUnits[], distance: Distance = nominal): Figure {
  const marginals = pairable(units);
  const total = marginals.reduce((sum, n) => sum + n, 0);
  if (total === 0) return none('no-units');
  const used = marginals.flatMap((n, value) => (n > 0 ? [[value, n] as const] : []));
  let expected = 0;
  for (const [at, [value, n]] of used.entries())
    for (const [other, m] of used.slice(at + 1)) expected += 2 * n * m * distance(value, other);
  if (expected === 0) return none('one-category');
  let observed = 0;
  for (const { values, count } of units) {
    if (values.length < 2) continue;
    let apart = 0;
    for (const [at, value] of values.entries()) for (const other of values.slice(at + 1)) apart += 2 * distance(value, other);
    observed += (apart / (values.length - 1)) * count;
  }
  return plain(1 - ((total - 1) * observed) / expected);
}
