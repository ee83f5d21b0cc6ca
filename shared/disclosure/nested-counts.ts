import { isSmall } from './primary.ts';
import type { DisclosureRule } from './table.ts';

/**
 * Counts of persons of whom each is part of the one before, as they may stand in print: null where a number, or what is left when it
 * is subtracted from another that is shown, is small. The first and the last are kept before those between, and those in order.
 * Two shown numbers are never few apart, whatever lies between them, so that no difference of printed numbers is small either.
 * @throws RangeError where a count is greater than the one before
 */
export function releasedSteps(counts: readonly number[], rule: DisclosureRule): readonly (number | null)[] {
  if (counts.some((count, at) => count < 0 || count > (counts[at - 1] ?? count)))
    throw new RangeError(`Each count must be part of the one before, got ${counts.join(', ')}`);
  const shown: number[] = [];
  const last = counts.length - 1;
  for (const at of [0, last, ...counts.keys().filter((each) => each !== 0 && each !== last)]) {
    const count = counts[at];
    if (count === undefined || isSmall(count, rule) || shown.includes(at)) continue;
    const isRoomy = shown.every((other) => !isSmall(Math.abs((counts[other] ?? 0) - count), rule));
    if (isRoomy) shown.push(at);
  }
  return counts.map((count, at) => (shown.includes(at) ? count : null));
}
