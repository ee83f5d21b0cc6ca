import type { CountMatrix } from '../counts-matrix.ts';
import { normalTwoSided } from '../distributions.ts';
import { midranksOf } from '../ordinal/groups.ts';
import { assertSquare } from './square-table.ts';

/** Up to this many changed pairs every combination of signs is counted out. */
export const EXACT_SIGN_LIMIT = 40;

/** Change of an ordered answer between two linked waves. */
export interface SignedRank {
  readonly method: 'exact' | 'asymptotic';
  /** Rank sums of those who rose and those who fell; ranks are taken with the unchanged, which are then left out (Pratt). */
  readonly rose: number;
  readonly fell: number;
  readonly z: number;
  readonly p: number;
  /** Effect −1–1, matched rank-biserial: (T⁺ − T⁻)/(T⁺ + T⁻); positive when the second wave is higher. */
  readonly rankBiserial: number;
  readonly base: number;
  readonly unchanged: number;
}

/**
 * Wilcoxon's signed rank test with Pratt's zeros, tie-corrected, without continuity correction; with at most 40 changed persons every
 * combination of signs is counted out. Null when nobody changed. Sources: Wilcoxon 1945; Pratt 1959; Kerby 2014 for the effect.
 * @param table rows first wave, columns second wave, both from lowest to highest
 * @param scores value of each category, when steps are not alike; 1, 2, 3 … unless given
 */
export function signedRank(table: CountMatrix, scores: readonly number[] = table.map((_, index) => index + 1)): SignedRank | null {
  const base = assertSquare(table);
  const steps = stepsOf(table, scores);
  const ranks = midranksOf(steps.map(({ rose, fell }) => rose + fell));
  const changed = steps.flatMap((step, index) => (step.size === 0 ? [] : [{ ...step, rank: ranks[index] ?? 0 }]));
  const rose = changed.reduce((sum, step) => sum + step.rose * step.rank, 0);
  const fell = changed.reduce((sum, step) => sum + step.fell * step.rank, 0);
  const moved = changed.reduce((sum, step) => sum + step.rose + step.fell, 0);
  if (moved === 0) return null;
  const variance = changed.reduce((sum, step) => sum + (step.rose + step.fell) * step.rank ** 2, 0) / 4;
  const z = (rose - fell) / 2 / Math.sqrt(variance);
  const isExact = moved <= EXACT_SIGN_LIMIT;
  return {
    method: isExact ? 'exact' : 'asymptotic',
    rose,
    fell,
    z,
    p: isExact ? exactSignP(changed, rose - fell) : normalTwoSided(z),
    rankBiserial: (rose - fell) / (rose + fell),
    base,
    unchanged: base - moved,
  };
}

interface Step {
  /** Absolute difference. */
  readonly size: number;
  readonly rose: number;
  readonly fell: number;
}

/** Persons by the size of their change, smallest first. */
function stepsOf(table: CountMatrix, scores: readonly number[]): Step[] {
  const steps = new Map<number, { rose: number; fell: number }>();
  table.forEach((row, i) => {
    row.forEach((count, j) => {
      const difference = (scores[j] ?? 0) - (scores[i] ?? 0);
      // Scores such as 0.1 leave crumbs that would split equal steps.
      const size = Math.round(Math.abs(difference) * 1e9) / 1e9;
      const step = steps.get(size) ?? { rose: 0, fell: 0 };
      if (difference >= 0) step.rose += count;
      else step.fell += count;
      steps.set(size, step);
    });
  });
  return [...steps].map(([size, step]) => ({ size, ...step })).toSorted((a, b) => a.size - b.size);
}

/** Share of the 2^moved sign combinations whose T⁺ is at least as far from the middle as the observed one; ranks are doubled to be whole. */
function exactSignP(changed: readonly (Step & { readonly rank: number })[], difference: number): number {
  const total = changed.reduce((sum, { rose, fell, rank }) => sum + (rose + fell) * 2 * rank, 0);
  const ways = new Float64Array(total + 1);
  ways[0] = 1;
  for (const { rose, fell, rank } of changed) {
    for (let person = 0; person < rose + fell; person += 1) {
      for (let sum = total; sum >= 2 * rank; sum -= 1) ways[sum] = (ways[sum] ?? 0) + (ways[sum - 2 * rank] ?? 0);
    }
  }
  const distance = Math.abs(Math.round(2 * difference));
  const [far, all] = ways.reduce(
    ([out, every], count, sum) => [out + (Math.abs(2 * sum - total) >= distance ? count : 0), every + count],
    [0, 0],
  );
  return far / all;
}
