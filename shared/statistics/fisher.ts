import { marginsOf } from './counts-matrix.ts';
import type { CountMatrix } from './counts-matrix.ts';
import { networkTail } from './fisher-network.ts';
import { logFactorial } from './gamma.ts';
import { randomTables } from './random-table.ts';
import { seededRandom } from './random.ts';

/** Tables this close to the observed probability count as equal to it: rounding must not split ties. */
const TIE = 1e-7;

/**
 * Steps of the network an exact r×c test takes before Monte Carlo takes over: under a second, and more than any table with
 * 5·10⁶ relatives needs (those with 2·10⁷ take a tenth of it).
 */
export const FISHER_STEP_LIMIT = 1_000_000;

/** Tables that Monte Carlo draws. */
export const MONTE_CARLO_SAMPLES = 100_000;

/** The seed when none is given; printed beside the p value. */
export const MONTE_CARLO_SEED = 20_220_613;

/**
 * Two-sided Fisher mid-p of a 2×2 table: Σ P(tables less likely) + ½ Σ P(tables as likely as the observed).
 * Null when a row or column is empty.
 * @throws RangeError for a table that is not 2×2.
 */
export function fisherMidP(table: CountMatrix): number | null {
  if (table.length !== 2 || table.some((row) => row.length !== 2)) throw new RangeError('Fisher mid-p needs a 2x2 table');
  const { counts, rows, columns } = marginsOf(table);
  const [[x1 = 0, x2 = 0] = []] = counts;
  const [n1 = 0, n2 = 0] = columns;
  return rows.length < 2 || columns.length < 2 ? null : midPOfShares(x1, n1, x2, n2);
}

/** Fisher mid-p of x1 of n1 against x2 of n2; whole numbers, unchecked, 1 when a margin is empty. For loops over many pairs. */
export function midPOfShares(x1: number, n1: number, x2: number, n2: number): number {
  const yes = x1 + x2;
  const fixed = logFactorial(yes) + logFactorial(n1 + n2 - yes) + logFactorial(n1) + logFactorial(n2) - logFactorial(n1 + n2);
  const limit = midPChance(x1, n1, yes, n2, fixed);
  let p = 0;
  for (let x = Math.max(0, yes - n2); x <= Math.min(yes, n1); x += 1) {
    const probability = midPChance(x, n1, yes, n2, fixed);
    if (probability < limit * (1 - TIE)) p += probability;
    else if (probability <= limit * (1 + TIE)) p += probability / 2;
  }
  return yes === 0 || yes === n1 + n2 ? 1 : Math.min(1, p);
}

function midPChance(x: number, n1: number, yes: number, n2: number, fixed: number): number {
  return Math.exp(fixed - logFactorial(x) - logFactorial(n1 - x) - logFactorial(yes - x) - logFactorial(n2 - yes + x));
}

/** How a Fisher–Freeman–Halton p value was reached. A drawn one has its seed, number of tables and standard error printed. */
export type ExactP =
  | { readonly method: 'exact'; readonly p: number }
  | { readonly method: 'monte-carlo'; readonly p: number; readonly samples: number; readonly seed: number; readonly standardError: number };

/** Limits of the exact test; the defaults serve everywhere but in tests. */
export interface ExactOptions {
  readonly limit?: number;
  readonly samples?: number;
  readonly seed?: number;
}

/**
 * Fisher–Freeman–Halton test of an r×c table: Σ P(table) over all tables with the same margins that are no likelier than the
 * observed one (P ≤ P_obs·(1+1e-7)). Exact by the network algorithm (always up to 5·10⁶ tables, mostly far beyond);
 * else p = (1+#)/(B+1) of B = 100,000 seeded random tables. The same for any order of rows and columns.
 * Sources: Freeman & Halton 1951; Mehta & Patel 1983; Patefield 1981. Null when fewer than two rows or columns hold anybody.
 */
export function fisherFreemanHalton(table: CountMatrix, options: ExactOptions = {}): ExactP | null {
  const margins = marginsOf(table);
  if (margins.rows.length < 2 || margins.columns.length < 2) return null;
  // Only the margins and the observed probability matter, so one order serves all: neither the limit nor the draws
  // may depend on the order of the categories.
  const [rows = [], columns = []] = [margins.rows, margins.columns]
    .map((side) => side.toSorted((a, b) => a - b))
    .toSorted((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1));
  const { limit = FISHER_STEP_LIMIT, samples = MONTE_CARLO_SAMPLES, seed = MONTE_CARLO_SEED } = options;
  const fixed = logSum(rows) + logSum(columns) - logFactorial(margins.total);
  const threshold = Math.log1p(TIE) - logSum(margins.counts.flat());
  const p = networkTail(rows, columns.toReversed(), { fixed, threshold, limit });
  return p === null ? drawnP(rows, columns, { threshold, samples, seed }) : { method: 'exact', p: Math.min(1, p) };
}

function drawnP(
  rows: readonly number[],
  columns: readonly number[],
  { threshold, samples, seed }: { readonly threshold: number; readonly samples: number; readonly seed: number },
): ExactP {
  const draw = randomTables(rows, columns, seededRandom(seed));
  let asUnlikely = 0;
  for (let sample = 0; sample < samples; sample += 1) if (-draw() <= threshold) asUnlikely += 1;
  const p = (1 + asUnlikely) / (samples + 1);
  return { method: 'monte-carlo', p, samples, seed, standardError: Math.sqrt((p * (1 - p)) / samples) };
}

function logSum(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + logFactorial(count), 0);
}
