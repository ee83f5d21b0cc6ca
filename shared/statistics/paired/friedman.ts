import { chiSquareUpperTail } from '../distributions.ts';
import { completeCases } from './repeated.ts';
import type { RepeatedAnswers } from './repeated.ts';

/** Change of an ordered answer over three or more linked waves. */
export interface Friedman {
  /** Tie-corrected. */
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  /** Effect, 0–1: Kendall's W, statistic / (n·(waves − 1)). */
  readonly kendallW: number;
  readonly meanRanks: readonly number[];
  readonly base: number;
  /** Persons left out for a missing wave. */
  readonly lost: number;
}

/**
 * Friedman's test over linked waves with Kendall's W, tie-corrected, complete cases only.
 * Null under two waves or when nobody changed. Sources: Friedman 1937; Kendall & Babington Smith 1939.
 */
export function friedman(answers: readonly RepeatedAnswers[]): Friedman | null {
  const { complete, waves, base, lost } = completeCases(answers);
  const ranked = complete.map(({ values, count }) => ({ ranks: ranksWithin(values), count }));
  const middle = (waves + 1) / 2;
  const sums = Array.from({ length: waves }, (_, wave) => ranked.reduce((sum, { ranks, count }) => sum + count * (ranks[wave] ?? 0), 0));
  const spread = ranked.reduce((sum, { ranks, count }) => sum + count * ranks.reduce((all, rank) => all + (rank - middle) ** 2, 0), 0);
  if (waves < 2 || spread === 0) return null;
  const statistic = ((waves - 1) * sums.reduce((all, sum) => all + (sum - base * middle) ** 2, 0)) / spread;
  const df = waves - 1;
  return {
    statistic,
    df,
    p: chiSquareUpperTail(statistic, df),
    kendallW: statistic / (base * df),
    meanRanks: sums.map((sum) => sum / base),
    base,
    lost,
  };
}

/** Midranks of one person's answers over the waves. */
function ranksWithin(values: readonly number[]): number[] {
  return values.map((value) => values.reduce((rank, other) => rank + (other < value ? 1 : other === value ? 0.5 : 0), 0.5));
}
