import type { Adjustment } from '../adjust.ts';
import { normalQuantile } from '../distributions.ts';

/** Decides which differences of a family reach a level after adjustment, by |z| instead of p. */
export interface CriticalLevels {
  /** |z| that must be passed in any case: no adjustment lowers a p. */
  readonly least: number;
  /**
   * The |z| that must be passed to reach the level, Infinity when none does. It falls from rank to rank, so one number says it all.
   * `strengths` holds at least all members above {@link least}; `size` is that of the whole family.
   */
  readonly threshold: (strengths: readonly number[], size: number) => number;
}

/**
 * Critical |z| per rank, worked out once for all rows of a tab book. Gives exactly the members whose adjusted p is under alpha.
 * Sources: Holm 1979; Benjamini & Hochberg 1995.
 */
export function criticalLevels(adjust: Adjustment, alpha: number): CriticalLevels {
  const known = new Map<number, number>();
  const critical = (share: number): number => {
    const before = known.get(share);
    if (before !== undefined) return before;
    const z = -normalQuantile((alpha * share) / 2);
    known.set(share, z);
    return z;
  };
  const least = critical(1);
  if (adjust === 'none') return { least, threshold: () => least };
  if (adjust === 'bonferroni') return { least, threshold: (_, size) => critical(1 / size) };
  return {
    least,
    threshold(strengths, size) {
      const first = critical(1 / size);
      // Whoever passes the strictest passes anyway; only the others need their rank.
      const weak = strengths.filter((strength) => strength <= first).sort((a, b) => b - a);
      const strong = strengths.length - weak.length;
      let reached = strong > 0 ? first : Number.POSITIVE_INFINITY;
      for (const [index, strength] of weak.entries()) {
        const rank = strong + index;
        const needed = critical(adjust === 'holm' ? 1 / (size - rank) : (rank + 1) / size);
        if (strength > needed) reached = needed;
        else if (adjust === 'holm') break;
      }
      return reached;
    },
  };
}
