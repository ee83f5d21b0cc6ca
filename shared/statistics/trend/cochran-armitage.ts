import { normalTwoSided } from '../distributions.ts';
import { assertCounts } from '../interval.ts';
import type { Interval } from '../interval.ts';
import { wilson } from '../proportion.ts';

/** One independent wave: `count` of `base` said yes in `year`. */
export interface WaveShare {
  /** The real year (2023.5 is midsummer), not 1, 2, 3. */
  readonly year: number;
  readonly count: number;
  readonly base: number;
}

/** Trend of a share over independent waves. */
export interface ShareTrend {
  /** Change of the share per year; times 100 it is points per year. */
  readonly slope: Interval;
  readonly z: number;
  readonly p: number;
}

/**
 * Cochran–Armitage trend test with real years as scores, and the least-squares slope per year weighted by base. Its interval joins the
 * Wilson limits of the waves (for two waves it is Newcombe's difference per year), so it stays honest at 0 and 100 %.
 * Waves without persons are left out. Null under two different years or when everybody answered alike.
 * Sources: Cochran 1954; Armitage 1955; Zou, Huang & Zhang 2009 for the interval.
 * @throws RangeError for counts outside their base
 */
export function cochranArmitage(waves: readonly WaveShare[]): ShareTrend | null {
  const used = waves.filter(({ base }) => base > 0);
  for (const { count, base } of used) assertCounts(count, base);
  const persons = used.reduce((sum, { base }) => sum + base, 0);
  const share = used.reduce((sum, { count }) => sum + count, 0) / persons;
  const meanYear = used.reduce((sum, { base, year }) => sum + base * year, 0) / persons;
  const spread = used.reduce((sum, { base, year }) => sum + base * (year - meanYear) ** 2, 0);
  if (!(spread > 0) || share === 0 || share === 1) return null;
  const score = used.reduce((sum, { count, base, year }) => sum + (year - meanYear) * (count - base * share), 0);
  const z = score / Math.sqrt(share * (1 - share) * spread);
  const parts = used.map(({ count, base, year }) => ({ weight: (base * (year - meanYear)) / spread, ...wilson(count, base) }));
  return { slope: joined(parts), z, p: normalTwoSided(z) };
}

/** Interval of a weighted sum of independent shares from their own limits. */
function joined(parts: readonly (Interval & { readonly weight: number })[]): Interval {
  let [estimate, below, above] = [0, 0, 0];
  for (const { weight, ...share } of parts) {
    const [down, up] = weight > 0 ? [share.low, share.high] : [share.high, share.low];
    estimate += weight * share.estimate;
    below += (weight * (share.estimate - down)) ** 2;
    above += (weight * (up - share.estimate)) ** 2;
  }
  return { estimate, low: estimate - Math.sqrt(below), high: estimate + Math.sqrt(above) };
}
