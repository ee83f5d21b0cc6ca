import { percentOf, wilson } from '../statistics/index.ts';
import type { ProtectedCell } from './table.ts';

/**
 * A number that may stand in print, with its percent and interval. Rounds of one person resemble each other, so a share of them is as
 * uncertain as if each person counted once (Kish's design effect at its largest); limits between two whole persons are drawn outwards.
 * @param frame persons who were approached; null when that is not known.
 * @param persons distinct persons in the base; null where the base counts persons itself.
 */
export function shownCell(count: number, base: number, frame: number | null, persons: number | null): ProtectedCell {
  const { low, high } = limitsOf(count, base, frame, persons);
  return { state: 'shown', count, percent: percentOf(count, base), low: 100 * low, high: 100 * high };
}

function limitsOf(
  count: number,
  base: number,
  frame: number | null,
  persons: number | null,
): { readonly low: number; readonly high: number } {
  if (persons === null) return wilson(count, base, frame === null ? {} : { frame });
  const share = (count / base) * persons;
  return { low: wilson(Math.floor(share), persons).low, high: wilson(Math.min(persons, Math.ceil(share)), persons).high };
}
