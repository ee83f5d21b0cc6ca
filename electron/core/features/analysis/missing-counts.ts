import type { MissingCount } from '../../../../shared/contract/analysis.ts';
import type { RawMissing } from './raw-table.ts';

/** Counts of rounds are as small as the persons behind them. */
function sizeOf({ count, persons = count }: RawMissing): number {
  return Math.min(count, persons);
}

/**
 * How many gave no answer, by reason, as it may be told: small numbers are left out, and with a single small one the next
 * smallest goes too, so that it cannot be had by subtraction.
 */
export function protectMissing(missing: readonly RawMissing[], threshold: number): MissingCount[] {
  return [...Map.groupBy(missing, ({ item }) => item).values()].flatMap((reasons) => {
    const bySize = reasons.toSorted((a, b) => sizeOf(a) - sizeOf(b));
    const small = bySize.filter((entry) => sizeOf(entry) < threshold).length;
    const hidden = new Set(bySize.slice(0, small === 1 ? 2 : small));
    return reasons.map((entry) => ({ item: entry.item, reason: entry.reason, count: hidden.has(entry) ? null : entry.count }));
  });
}
