/**
 * Ordered answers of several groups: one list per group with the number of persons per category, lowest category first.
 * Everything ordinal takes counts, so the cost is that of the categories, not of the persons.
 */
export type OrdinalGroups = readonly (readonly number[])[];

/** Ordered answers with what every rank test needs. */
export interface RankedGroups {
  readonly sizes: readonly number[];
  readonly total: number;
  /** All groups together, per category. */
  readonly pooled: readonly number[];
  /** Mean rank (midrank) of each category. */
  readonly midranks: readonly number[];
  readonly rankSums: readonly number[];
  /** Σ(t³ − t) over the categories. */
  readonly ties: number;
}

/**
 * Adds sizes, midranks and tie sums.
 * @throws RangeError for groups with unlike categories or counts that are not whole numbers ≥ 0
 */
export function rankedGroups(groups: OrdinalGroups): RankedGroups {
  const categories = groups[0]?.length ?? 0;
  const valid = groups.every((group) => group.length === categories && group.every((count) => Number.isSafeInteger(count) && count >= 0));
  if (!valid) throw new RangeError('Ordered groups need the same categories, with whole numbers of at least 0');
  const pooled = Array.from({ length: categories }, (_, category) => groups.reduce((sum, group) => sum + (group[category] ?? 0), 0));
  const midranks = midranksOf(pooled);
  const sizes = groups.map((group) => group.reduce((sum, count) => sum + count, 0));
  return {
    sizes,
    pooled,
    midranks,
    total: sizes.reduce((sum, size) => sum + size, 0),
    rankSums: groups.map((group) => group.reduce((sum, count, category) => sum + count * (midranks[category] ?? 0), 0)),
    ties: pooled.reduce((sum, count) => sum + count ** 3 - count, 0),
  };
}

/** The mean rank of each category: those below, plus half of the category and a half. */
export function midranksOf(counts: readonly number[]): number[] {
  let below = 0;
  return counts.map((count) => {
    const rank = below + (count + 1) / 2;
    below += count;
    return rank;
  });
}
