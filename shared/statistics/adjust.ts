/** How p values of one family are adjusted: family-wise (Holm, Bonferroni), false discoveries (Benjamini–Hochberg), or not. */
export type Adjustment = 'holm' | 'bonferroni' | 'bh' | 'none';

/**
 * Adjusted p values of one family, in the given order, never above 1.
 * Sources: Holm 1979; Bonferroni; Benjamini & Hochberg 1995. State the family beside the result.
 * @param size number of tests in the family; more than were given when the others could not be significant.
 */
export function adjustP(values: readonly number[], method: Adjustment, size = values.length): number[] {
  if (method === 'none') return [...values];
  if (method === 'bonferroni') return values.map((p) => Math.min(1, p * size));
  const order = values.map((_, index) => index).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  return method === 'holm' ? holm(values, order, size) : benjaminiHochberg(values, order, size);
}

/** Step down: the smallest p times the number of tests, the next times one fewer, never falling. */
function holm(values: readonly number[], order: readonly number[], size: number): number[] {
  const adjusted = [...values];
  let largest = 0;
  order.forEach((index, rank) => {
    largest = Math.max(largest, Math.min(1, (values[index] ?? 1) * (size - rank)));
    adjusted[index] = largest;
  });
  return adjusted;
}

/** Step up: the largest p times size/rank, never rising on the way down. */
function benjaminiHochberg(values: readonly number[], order: readonly number[], size: number): number[] {
  const adjusted = [...values];
  let smallest = 1;
  for (let rank = order.length; rank >= 1; rank -= 1) {
    const index = order[rank - 1] ?? 0;
    smallest = Math.min(smallest, ((values[index] ?? 1) * size) / rank);
    adjusted[index] = smallest;
  }
  return adjusted;
}

/** One item of a screening list: its place in the given order, and its adjusted p. */
export interface Screened {
  readonly index: number;
  readonly adjusted: number;
}

/**
 * The items of a battery "worth a closer look": Benjamini–Hochberg at a false discovery rate of 10 %, smallest p first.
 * A list for the eye; it is never worded as significance.
 */
export function screeningList(values: readonly number[], rate = 0.1): Screened[] {
  return adjustP(values, 'bh')
    .map((adjusted, index) => ({ index, adjusted }))
    .filter(({ adjusted }) => adjusted <= rate)
    .toSorted((a, b) => (values[a.index] ?? 0) - (values[b.index] ?? 0));
}
