/** A band of whole steps: from this number up to the next band. */
export interface Band {
  readonly from: number;
  /** "0–9", the last one "40+". */
  readonly label: string;
}

const steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 5000, 10_000];
const mostBands = 6;

/**
 * Bands for a number question, of one round width, at most six, the last one open. The width follows the 90th percentile,
 * so one extreme value neither stretches the table nor shows in it.
 */
export function bandsOf(numbers: Iterable<number>): readonly Band[] {
  const sorted = Float64Array.from(numbers).sort();
  const [least] = sorted;
  if (least === undefined) return [];
  const high = sorted[Math.floor((sorted.length - 1) * 0.9)] ?? least;
  const width = steps.find((step) => Math.floor(high / step) - Math.floor(least / step) < mostBands) ?? 10_000;
  const start = Math.floor(least / width) * width;
  const count = Math.min(mostBands, Math.floor(high / width) - start / width + 1);
  return Array.from({ length: count }, (_, at) => {
    const from = start + at * width;
    const last = at === count - 1;
    return { from, label: last ? `${from}+` : width === 1 ? String(from) : `${from}–${from + width - 1}` };
  });
}
