/**
 * Exact two-sided p of a rank sum over all ways to choose `size` of the tied persons: the share of ways whose sum is at least as far
 * from its mean as the observed one. Ranks are doubled so that midranks are whole. Dynamic programming over categories.
 * @param pooled persons per category, @param rankSum observed rank sum of the chosen, in midranks
 */
export function exactRankSumP(pooled: readonly number[], size: number, rankSum: number): number {
  const total = pooled.reduce((sum, count) => sum + count, 0);
  const width = size * (2 * total + 1) + 1;
  let ways = new Float64Array((size + 1) * width);
  ways[0] = 1;
  let below = 0;
  for (const count of pooled) {
    ways = addCategory(ways, { count, rank: 2 * below + count + 1, size, width });
    below += count;
  }
  const mean = size * (total + 1);
  const distance = Math.abs(Math.round(2 * rankSum) - mean);
  let [far, all] = [0, 0];
  for (let sum = 0; sum < width; sum += 1) {
    const count = ways[size * width + sum] ?? 0;
    all += count;
    if (Math.abs(sum - mean) >= distance) far += count;
  }
  return far / all;
}

interface Category {
  readonly count: number;
  /** Doubled midrank. */
  readonly rank: number;
  readonly size: number;
  readonly width: number;
}

/** ways[chosen × width + sum] after one more category, of which any number may be chosen. */
function addCategory(ways: Float64Array, { count, rank, size, width }: Category): Float64Array<ArrayBuffer> {
  const next = new Float64Array(ways.length);
  let choices = 1;
  for (let chosen = 0; chosen <= Math.min(count, size); chosen += 1) {
    const shift = chosen * width + chosen * rank;
    for (let before = 0; before <= size - chosen; before += 1) {
      const [from, end] = [before * width, (before + 1) * width - chosen * rank];
      for (let at = from; at < end; at += 1) {
        const known = ways[at] ?? 0;
        if (known > 0) next[at + shift] = (next[at + shift] ?? 0) + known * choices;
      }
    }
    choices = (choices * (count - chosen)) / (chosen + 1);
  }
  return next;
}
