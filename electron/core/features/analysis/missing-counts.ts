import type { MissingCount } from '../../../../shared/contract/analysis.ts';
import type { RawMissing } from './raw-table.ts';

/**
 * How many gave no answer, by reason, as it may be told: small numbers are left out, and with a single small one the next
 * smallest goes too, so that it cannot be had by subtraction.
 */
export function protectMissing(missing: readonly RawMissing[], threshold: number): MissingCount[] {
  return [...Map.groupBy(missing, ({ item }) => item).values()].flatMap((reasons) => {
    const bySize = reasons.toSorted((a, b) => a.count - b.count);
    const small = bySize.filter(({ count }) => count < threshold).length;
    const hidden = new Set(bySize.slice(0, small === 1 ? 2 : small));
    return reasons.map((entry) => ({ item: entry.item, reason: entry.reason, count: hidden.has(entry) ? null : entry.count }));
  });
}
