/** One run of cases: how much of what they brought was new. */
export interface SaturationRun {
  /** Cases before the run; with the run's length this is how the method is reported: "6+2". */
  readonly after: number;
  readonly newThemes: number;
  /** New themes in the run by the themes of the base cases, 0–1 or more. */
  readonly ratio: number;
}

/** Whether new cases, in the order they were made, still brought new themes. */
export interface Saturation {
  /** Themes that each case was the first to bring, in the order of the cases. */
  readonly newByCase: readonly number[];
  /** Themes of the base cases together: what the runs are held against. */
  readonly baseThemes: number;
  readonly runs: readonly SaturationRun[];
  /** Cases before the first run with at most `share` new; null when no run was. */
  readonly reachedAfter: (share: number) => number | null;
}

/**
 * New information by base size and run length (Guest, Namey & Chen 2020). Runs overlap: after the base of four come cases 5 and 6,
 * then 6 and 7. Null when there are not enough cases for one run, or no theme in the base.
 * @param cases the themes of each case, in the order the cases were made
 */
export function saturation(
  cases: readonly (readonly string[])[],
  { baseSize = 4, runLength = 2 }: { readonly baseSize?: number; readonly runLength?: number } = {},
): Saturation | null {
  const seen = new Set<string>();
  const newByCase = cases.map((themes) => {
    const before = seen.size;
    for (const theme of themes) seen.add(theme);
    return seen.size - before;
  });
  const baseThemes = sum(newByCase.slice(0, baseSize));
  if (cases.length < baseSize + runLength || baseThemes === 0) return null;
  const runs = Array.from({ length: cases.length - baseSize - runLength + 1 }, (_, at) => {
    const newThemes = sum(newByCase.slice(baseSize + at, baseSize + at + runLength));
    return { after: baseSize + at, newThemes, ratio: newThemes / baseThemes };
  });
  return { newByCase, baseThemes, runs, reachedAfter: (share) => runs.find(({ ratio }) => ratio <= share)?.after ?? null };
}

/**
 * Themes to be expected in k of the cases, whatever their order, for k = 0 … n: S(k) = Σ 1 − C(n − nⱼ, k) / C(n, k), where nⱼ is the
 * number of cases with theme j (Colwell et al. 2012, eq. 4).
 * @param incidences for each theme, in how many of the n cases it is
 */
export function accumulation(incidences: readonly number[], n: number): readonly number[] {
  const expected = Array.from({ length: n + 1 }, () => 0);
  for (const incidence of incidences) {
    // C(n − nⱼ, k) / C(n, k), one factor at a time: no factorial ever grows large.
    let absent = 1;
    for (let k = 1; k <= n; k += 1) {
      absent *= Math.max(0, n - incidence - k + 1) / (n - k + 1);
      expected[k] = (expected[k] ?? 0) + 1 - absent;
    }
  }
  return expected;
}

/**
 * Chao2: themes that are likely there and have not been heard, from those heard of one and of two cases
 * (Colwell et al. 2012, table 1: (n−1)/n · Q₁²/2Q₂, and Q₁(Q₁−1)/2 where no theme was heard of exactly two). A lower bound.
 * Null without cases.
 */
export function likelyUnseen(incidences: readonly number[], n: number): number | null {
  if (n === 0) return null;
  const once = incidences.filter((count) => count === 1).length;
  const twice = incidences.filter((count) => count === 2).length;
  const scale = (n - 1) / n;
  return twice > 0 ? (scale * once * once) / (2 * twice) : (scale * once * (once - 1)) / 2;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
