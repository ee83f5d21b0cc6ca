import { isSmall } from './primary.ts';
import type { DisclosureRule } from './table.ts';

/** Persons behind a pair of themes. */
export interface PairPersons {
  readonly first: number;
  readonly second: number;
  readonly both: number;
  /** Everybody who is counted. */
  readonly base: number;
}

/** Whether the number of persons with a theme may stand in print: neither they nor the others are few. */
export function mayShowAlone(persons: number, base: number, rule: DisclosureRule): boolean {
  return base >= rule.minimumBase && isRoomy(persons, rule) && isRoomy(base - persons, rule);
}

/**
 * Whether two themes' common number may stand in print: none of the four groups of the pair (both, only the one, only the other,
 * neither) may be few, since each is the difference of numbers that stand beside it.
 */
export function mayShowPair({ first, second, both, base }: PairPersons, rule: DisclosureRule): boolean {
  const neither = base - first - second + both;
  return (
    mayShowAlone(first, base, rule) &&
    mayShowAlone(second, base, rule) &&
    [both, first - both, second - both, neither].every((count) => isRoomy(count, rule))
  );
}

function isRoomy(count: number, rule: DisclosureRule): boolean {
  return count === 0 || !isSmall(count, rule);
}
