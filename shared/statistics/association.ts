import { cramersV, nMinusOneChiSquare, pearsonChiSquare } from './chi-square.ts';
import { marginsOf } from './counts-matrix.ts';
import type { CountMatrix, Margins } from './counts-matrix.ts';
import { fisherFreemanHalton, fisherMidP } from './fisher.ts';
import type { Interval } from './interval.ts';
import { proportionDifference } from './newcombe.ts';

/** The test that was used. `none`: too few rows or columns with persons. */
export type AssociationTestName = 'n-minus-1-chi-square' | 'fisher-mid-p' | 'pearson-chi-square' | 'fisher-freeman-halton' | 'none';

/** Why that test was chosen; a message id's last part, so the table can say it in words. */
export type AssociationReason = 'expected-large-enough' | 'expected-too-small' | 'too-few-categories';

/** How the p of random tables was reached; it is printed beside the p. */
export interface MonteCarlo {
  readonly samples: number;
  readonly seed: number;
  readonly standardError: number;
}

/** Result of a test of a group variable (columns) against an answer variable (rows). Print effect first, p last. */
export interface AssociationTest {
  readonly test: AssociationTestName;
  readonly reason: AssociationReason;
  readonly statistic: number | null;
  readonly df: number | null;
  readonly p: number | null;
  /** Set when the exact test had too many tables and drew random ones. */
  readonly monteCarlo: MonteCarlo | null;
  /** Share of the first row in column 1 minus column 2, for 2×2 tables. */
  readonly difference: Interval | null;
  /** Bias-corrected Cramér's V. */
  readonly cramersV: number | null;
  readonly smallestExpected: number | null;
  /** Share (0–1) of cells with an expected count under five. */
  readonly shareBelowFive: number | null;
}

/**
 * Chooses and runs the test: 2×2 "N−1" chi-square when every expected count is at least 1, else Fisher mid-p;
 * larger tables Pearson's chi-square under Cochran's rule (all ≥ 1, at most 20 % under 5), else
 * Fisher–Freeman–Halton, exact or with seeded random tables. Never Yates. Empty rows and columns are left out first.
 * Sources: Campbell 2007; Cochran 1954; Freeman & Halton 1951.
 */
export function associationTest(table: CountMatrix): AssociationTest {
  const margins = marginsOf(table);
  const expected = margins.expected.flat();
  if (margins.rows.length < 2 || margins.columns.length < 2) return emptyResult();
  const smallestExpected = Math.min(...expected);
  const shareBelowFive = expected.filter((count) => count < 5).length / expected.length;
  const facts = { cramersV: cramersV(margins.counts), difference: differenceOf(margins), smallestExpected, shareBelowFive };
  const small = margins.rows.length === 2 && margins.columns.length === 2;
  const enough = smallestExpected >= 1 && (small || shareBelowFive <= 0.2);
  return { ...facts, ...(enough ? chiSquare(margins.counts, small) : exact(margins.counts, small)) };
}

type Outcome = Pick<AssociationTest, 'test' | 'reason' | 'statistic' | 'df' | 'p' | 'monteCarlo'>;

function chiSquare(counts: CountMatrix, small: boolean): Outcome {
  const result = small ? nMinusOneChiSquare(counts) : pearsonChiSquare(counts);
  return {
    test: small ? 'n-minus-1-chi-square' : 'pearson-chi-square',
    reason: 'expected-large-enough',
    statistic: result?.statistic ?? null,
    df: result?.df ?? null,
    p: result?.p ?? null,
    monteCarlo: null,
  };
}

function exact(counts: CountMatrix, small: boolean): Outcome {
  const common = { reason: 'expected-too-small', statistic: null, df: null } as const;
  if (small) return { ...common, test: 'fisher-mid-p', p: fisherMidP(counts), monteCarlo: null };
  const result = fisherFreemanHalton(counts);
  const monteCarlo =
    result?.method === 'monte-carlo' ? { samples: result.samples, seed: result.seed, standardError: result.standardError } : null;
  return { ...common, test: 'fisher-freeman-halton', p: result?.p ?? null, monteCarlo };
}

function differenceOf({ counts, rows, columns }: Margins): Interval | null {
  const [x1, x2] = counts[0] ?? [];
  const [n1, n2] = columns;
  if (rows.length !== 2 || columns.length !== 2) return null;
  return x1 === undefined || x2 === undefined || n1 === undefined || n2 === undefined ? null : proportionDifference(x1, n1, x2, n2);
}

function emptyResult(): AssociationTest {
  return {
    test: 'none',
    reason: 'too-few-categories',
    statistic: null,
    df: null,
    p: null,
    monteCarlo: null,
    difference: null,
    cramersV: null,
    smallestExpected: null,
    shareBelowFive: null,
  };
}
