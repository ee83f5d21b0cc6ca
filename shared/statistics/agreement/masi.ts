/**
 * Distance of two sets of codes: 1 − J · M, with J the share of codes in common (Jaccard) and M 1 for the same set, 2/3 where one
 * holds the other, 1/3 where they only share some, 0 where they share none. Two empty sets are the same. Source: Passonneau 2006.
 */
export function masi(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((code) => b.has(code)).length;
  const all = a.size + b.size - common;
  if (all === 0 || common === all) return 0;
  if (common === 0) return 1;
  const monotonicity = common === a.size || common === b.size ? 2 / 3 : 1 / 3;
  return 1 - (common / all) * monotonicity;
}
