import { isPrimary, isSmall } from './primary.ts';
import type { DisclosureRule } from './table.ts';

/** Persons of one theme among what a file holds. */
export interface QuotePersons {
  /** With the theme among the quotes that were found. */
  readonly found: number;
  /** With the theme at all. */
  readonly all: number;
  /** Everybody whose answers count. */
  readonly base: number;
}

/**
 * The number of persons that may stand in a file of quotes, or null: hidden where it, those outside of it, or those of the theme who
 * were not found are fewer than the threshold, so that it cannot be taken from the number of the whole theme either.
 */
export function releasedPersons({ found, all, base }: QuotePersons, rule: DisclosureRule): number | null {
  const rest = Math.max(0, all - found);
  return isPrimary(found, base, rule) || (rest > 0 && isSmall(rest, rule)) ? null : found;
}
